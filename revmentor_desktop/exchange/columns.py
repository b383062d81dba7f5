# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which column of a table answers which field of the intake form: recognised by heading, and changeable."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import cast

from revmentor_desktop.domain.people import folded
from revmentor_desktop.exchange.errors import TableError
from revmentor_desktop.exchange.headings import ASKED, EXACT

FIELDS = (
    "first_name",
    "last_name",
    "full_name",
    "email",
    "department",
    "position",
    "level",
    "boss",
    "site",
    "modality",
    "role",
    "wants",
    "offers",
    "windows",
    "languages",
    "capacity",
    "exclusions",
    "motivation",
    "expectation",
    "notice_date",
    "notice_way",
    "absences",
    "band",
    "private_notes",
    "answered_on",
)
"""Fields of the form that a column may answer; ``answered_on`` is the time stamp of an online form."""

_HEADING_LETTERS = 300
_FORM_MARKS = frozenset({"hora de inicio", "start time"})
_REPEATED_BY_FORMS = frozenset({"email", "first_name", "full_name"})


def recognise(headings: Sequence[str]) -> Mapping[str, int]:
    """Return the column (from 0) of every field whose heading is known; each column answers one field at most."""
    keys = [heading_key(heading) for heading in headings]
    found: dict[str, int] = {}
    # Microsoft's forms put the account's e-mail and name first and the asked ones, with the same heading, later.
    later_wins = not _FORM_MARKS.isdisjoint(keys)
    for column, key in enumerate(keys):
        field = _exact().get(key) or (_exact().get(key.rstrip("0123456789 ")) if later_wins else None)
        if field and (field not in found or (later_wins and field in _REPEATED_BY_FORMS)):
            found[field] = column
    taken = set(found.values())
    for column, key in enumerate(keys):
        field = "" if column in taken or key in _exact() else _asked(key, found)
        if field:
            found[field] = column
    return MappingProxyType(_with_whole_names(found))


def _with_whole_names(found: dict[str, int]) -> dict[str, int]:
    """Take «Nombre» without a column of surnames as the whole name, as online forms mean it; two columns beat one."""
    if "last_name" not in found and "first_name" in found and "full_name" not in found:
        found["full_name"] = found.pop("first_name")
    elif "full_name" in found and {"first_name", "last_name"} <= found.keys():
        del found["full_name"]
    return found


def _asked(key: str, found: Mapping[str, int]) -> str:
    """Return the field of a question, empty when it is none, or one already answered."""
    for field, pattern in ASKED:
        if re.search(pattern, key):
            return "" if field in found else field
    return ""


@cache
def _exact() -> Mapping[str, str]:
    known = {field.replace("_", " "): field for field in FIELDS}
    known.update({heading: field for field, headings in EXACT.items() for heading in headings})
    return MappingProxyType(known)


def heading_key(heading: str) -> str:
    """Return a heading for comparing: no accents, case or punctuation, and no remark in brackets after it."""
    short = heading[:_HEADING_LETTERS]
    bare = re.sub(r"\([^()]*\)\s*[*:?]*\s*$", "", short) or short
    return " ".join(re.sub(r"[^\wñ]+|_", " ", folded(bare)).split())


def heading_row(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return the index of the row that is the heading, and how many fields it names.

    The row with most known headings is it (a title may stand above); without any, the first row that is not empty.
    """
    best = next((index for index, row in enumerate(rows) if any(row)), 0)
    most = 0
    for index, row in enumerate(rows):
        known = len(recognise(row))
        if known > most:
            best, most = index, known
    return best, most


def mapping_from_json(source: str | Mapping[str, str | None], headings: Sequence[str]) -> Mapping[str, int]:
    """Return `recognise` corrected by ``{"field": "heading"}``; ``null`` leaves a field out. ``{"heading": "field"}`` is understood too.

    Raises `TableError` ``columns`` with ``name`` and ``why``: ``not_json``, an unknown ``field``, or an unknown ``heading``.
    """
    found = dict(recognise(headings))
    for field, heading in _right_way_round(_wishes(source)).items():
        if field not in FIELDS:
            raise TableError("columns", name=field, why="field")
        found.pop(field, None)
        if heading is None:
            continue
        column = _column_named(heading, headings)
        found = {other: place for other, place in found.items() if place != column}
        found[field] = column
    return MappingProxyType(found)


def _wishes(source: str | Mapping[str, str | None]) -> Mapping[str, str | None]:
    if not isinstance(source, str):
        return source
    try:
        wishes: object = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise TableError("columns", name="", why="not_json") from error
    if not isinstance(wishes, dict):
        raise TableError("columns", name="", why="not_json")
    items = cast("dict[str, object]", wishes)
    for field, heading in items.items():
        if heading is not None and not isinstance(heading, str):
            raise TableError("columns", name=field, why="heading")
    return cast("dict[str, str | None]", items)


def _right_way_round(wishes: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """Turn ``{"heading": "field"}`` round: a map in which every value is a field and no key is one."""
    turned = {value: key for key, value in wishes.items() if value in FIELDS and key not in FIELDS}
    return turned if len(turned) == len(wishes) else wishes


def _column_named(name: str, headings: Sequence[str]) -> int:
    for matches in (_same_text(name, headings), _same_key(name, headings)):
        for column in matches:
            return column
    raise TableError("columns", name=name, why="heading")


def _same_text(name: str, headings: Sequence[str]) -> Iterable[int]:
    return (column for column, heading in enumerate(headings) if heading.strip() == name.strip())


def _same_key(name: str, headings: Sequence[str]) -> Iterable[int]:
    key = heading_key(name)
    return (column for column, heading in enumerate(headings) if key and heading_key(heading) == key)


def require(columns: Mapping[str, int]) -> None:
    """Raise `TableError` ``missing_columns`` unless first name and surname, or the whole name, have a column."""
    if "full_name" in columns:
        return
    lacking = tuple(field for field in ("first_name", "last_name") if field not in columns)
    if lacking:
        raise TableError("missing_columns", columns=lacking)
