# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Languages by name: the file keeps their codes, people write their names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from revmentor_desktop.domain.people import folded
from revmentor_desktop.i18n import current

USUAL = ("es", "ca", "eu", "gl", "en", "fr", "de", "pt", "it", "ar", "ro", "zh", "uk")
"""Languages offered first, as they are spoken in Spanish firms."""
_ALSO = {"castellano": "es", "valenciano": "ca", "euskera": "eu", "euskara": "eu", "mandarin": "zh"}


def name(code: str) -> str:
    """Return the name of a language in the language of the window, with a capital («Español»)."""
    text = _names(current()).get(code, code)
    return text[:1].upper() + text[1:]


def written(codes: Iterable[str]) -> str:
    """Return languages as a line of text: «Español, Inglés»."""
    return ", ".join(name(code) for code in codes)


def read(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the languages named in a text, and the words that are none."""
    codes: dict[str, None] = {}
    unknown: list[str] = []
    for part in re.split(r"[,;\n/]|\s+(?:y|e|and)\s+", text):
        word = folded(part)
        code = _codes().get(word)
        if code is not None:
            codes[code] = None
        elif word:
            unknown.append(part.strip())
    return tuple(codes), tuple(unknown)


@cache
def _listed(language: str) -> tuple[str, ...]:
    rest = sorted((name(code) for code in _names(language) if code not in USUAL and len(code) == 2), key=folded)
    return (*(name(code) for code in USUAL), *rest)


def all_names() -> tuple[str, ...]:
    """Return the names to choose from, the usual ones first."""
    return _listed(current())


@cache
def _names(language: str) -> Mapping[str, str]:
    from babel import Locale

    return MappingProxyType(dict(cast("Mapping[str, str]", Locale(language).languages)))


@cache
def _codes() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for language in ("en", "es"):
        for code, text in _names(language).items():
            if code.isalpha() and len(code) <= 3:
                known[folded(text)] = known[code] = code
    return MappingProxyType(known | _ALSO)
