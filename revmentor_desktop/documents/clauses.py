# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Texts of the clauses: the standard ones of ``resources/clauses``, the fields they may name, and how both meet.

A text is written by the firm in a plain box: ``{field}``, ``**semibold**``, an empty line between paragraphs,
``# label`` for a column, ``- words`` for an item of a list. The values of the fields are never read as any of these.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from revmentor_desktop import resources
from revmentor_desktop.documents.content import page, wording
from revmentor_desktop.domain.errors import DomainError

KEYS = ("parties", "object", "goals", "commitments", "calendar", "confidentiality", "tracking", "ending", "data", "signatures")
"""The ten clauses in their order, which is that of the printed page."""

_FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "es": {
            "mentor": "mentor", "mentorizado": "mentee", "pareja": "pair", "empresa": "firm", "responsable": "controller",
            "programa": "programme", "edicion": "edition", "sesiones": "sessions", "minutos": "minutes", "modalidad": "format",
            "periodo": "period", "inicio": "start", "fin": "end", "base_juridica": "legal_basis", "conservacion": "retention",
            "contacto": "contact", "rrhh": "hr", "correo_rrhh": "hr_email", "numero": "number", "lugar": "town",
        },
        "en": {
            name: name
            for name in (
                "mentor", "mentee", "pair", "firm", "controller", "programme", "edition", "sessions", "minutes", "format",
                "period", "start", "end", "legal_basis", "retention", "contact", "hr", "hr_email", "number", "town",
            )
        },
    }
)  # fmt: skip
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_STRONG = re.compile(r"\*\*")


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause as it is edited: one of `KEYS`, its title and its text with fields."""

    key: str
    title: str
    text: str


@cache
def standard(language: str) -> tuple[ClauseText, ...]:
    """Return the original clauses in ``es`` or ``en``, in their order."""
    rows = json.loads(resources.path("clauses", f"{language}.json").read_text(encoding="utf-8"))
    return tuple(ClauseText(row["key"], row["title"], row["text"]) for row in rows)


def fields(language: str) -> tuple[str, ...]:
    """Return the names that a text in ``language`` may put between braces («mentor», «pareja»…)."""
    return tuple(_FIELDS[language])


def check(clause: ClauseText, language: str) -> None:
    """Raise `DomainError` (``clause``, ``unknown_field``, ``name``) when the text names a field that does not exist.

    Also refuses a key out of `KEYS` (``unknown_clause``) and an empty title (``empty_title``).
    """
    if clause.key not in KEYS:
        raise DomainError("clause", "unknown_clause", name=clause.key)
    if not clause.title.strip():
        raise DomainError("clause", "empty_title", name=clause.key)
    known = _FIELDS[language]
    for name in _FIELD.findall(clause.title + "\n" + clause.text):
        if name.strip() not in known:
            raise DomainError("clause", "unknown_field", name=name.strip())


def merged(clause: ClauseText, values: Mapping[str, str], language: str) -> tuple[page.Block, ...]:
    """Return the blocks of a clause with the ``values`` of its fields (by their English names) put in.

    A field without value becomes a dotted line. Raises `DomainError` like `check`.
    """
    check(clause, language)
    by_name = {name: values.get(key, "") for name, key in _FIELDS[language].items()}
    blocks: list[page.Block] = []
    columns: list[page.Column] = []
    for kind, lines in _chunks(clause.text):
        texts = tuple(_runs(line, by_name) for line in lines)
        if kind == "#":
            columns.append(page.Column(page.said(texts[0]), texts[1:]))
        elif kind == "-":
            blocks.append(page.Bullets(texts))
        else:
            blocks += [page.Paragraph(text) for text in texts]
    # Columns come first: a text that mixes them with paragraphs has these under the columns.
    return (page.Columns(tuple(columns)), *blocks) if columns else tuple(blocks)


def title(clause: ClauseText, values: Mapping[str, str], language: str) -> str:
    """Return the title with its fields put in, and no line break inside its last two words («de datos»)."""
    by_name = {name: values.get(key, "") for name, key in _FIELDS[language].items()}
    words = page.said(_runs(clause.title, by_name)).split(" ")
    if len(words) > 2 and words[-2] not in {"y", "e", "and"}:
        words[-2:] = ["\u00a0".join(words[-2:])]
    return " ".join(words)


def _chunks(text: str) -> list[tuple[str, list[str]]]:
    """Cut a text into stretches: ``#`` a column (label, items), ``-`` a list, an empty kind a paragraph."""
    chunks: list[tuple[str, list[str]]] = []
    open_kind: str | None = None
    for line in (line.strip() for line in text.splitlines()):
        kind, words = (line[0], line[1:].strip()) if line[:2] in {"# ", "- "} else ("", line)
        if not line:
            open_kind = None
        elif kind == "-" and open_kind in {"#", "-"}:
            chunks[-1][1].append(words)
        elif not kind and open_kind == "":
            chunks[-1][1][-1] += f" {words}"
        else:
            chunks.append((kind, [words]))
            open_kind = kind
    return chunks


def _runs(line: str, values: Mapping[str, str]) -> page.Text:
    """Return one paragraph with its weights, values put in, no-break spaces, and every full stop once."""
    runs: list[page.Run] = []
    for index, stretch in enumerate(_STRONG.split(line)):
        for part, piece in enumerate(_FIELD.split(stretch)):
            words = (values.get(piece.strip()) or wording.BLANK) if part % 2 else wording.single_stops(piece)
            if not part % 2 and words.startswith(".") and runs and runs[-1].text.endswith("."):
                words = words[1:]
            if words:
                runs.append(page.Run(wording.bound(words), strong=bool(index % 2)))
    return _joined(runs)


def _joined(runs: list[page.Run]) -> page.Text:
    """Join neighbours of the same weight, so that a record reads as it is printed."""
    result: list[page.Run] = []
    for run in runs:
        if result and result[-1].strong is run.strong:
            result[-1] = page.Run(result[-1].text + run.text, run.strong)
        else:
            result.append(run)
    return tuple(result)
