# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A whole name in one cell, parted into first name and surnames."""

import re
from dataclasses import dataclass

from revmentor_desktop.domain.people import folded

_PARTICLES = frozenset(
    (
        "de", "del", "la", "las", "los", "el", "y", "e", "i", "da", "do", "dos", "das", "di", "della", "van", "von", "der", "den",
        "ben", "bin", "al", "san", "santa",
    )
)  # fmt: skip
_FIRST_OF_TWO = frozenset(
    (
        "jose", "juan", "maria", "mª", "m.ª", "ma", "m.", "ana", "luis", "miguel", "francisco", "fco.", "carlos", "rosa",
        "victor", "pedro", "marco", "jesus", "antonio", "manuel", "eva", "jean", "angel", "jorge", "luz", "joan", "josep",
    )
)  # fmt: skip
_SECOND_OF_TWO = frozenset(
    (
        "jose", "maria", "luis", "luisa", "carlos", "antonio", "antonia", "manuel", "angel", "angeles", "miguel", "ramon",
        "javier", "ignacio", "pablo", "alberto", "enrique", "jesus", "francisco", "fernando", "fernanda", "andres", "david",
        "daniel", "rafael", "eduardo", "pedro", "isabel", "teresa", "carmen", "pilar", "dolores", "rosa", "rosario", "elena",
        "belen", "mar", "cruz", "victoria", "eugenia", "cristina", "paz", "mercedes", "luz", "lourdes", "sol", "nieves",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SplitName:
    """First name and surnames; ``guessed`` when another cut would be as good and somebody should look."""

    first_name: str
    last_name: str
    guessed: bool = False


def split_name(text: str) -> SplitName:
    """Part a whole name: «Apellidos, Nombre» by its comma, otherwise by the customs of Spain (two surnames, particles kept).

    A single word is a first name without surname.
    """
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and first and last:
        return SplitName(" ".join(first.split()), " ".join(last.split()))
    units = _units(" ".join(part for part in (last, first) if part))
    if len(units) < 2:
        return SplitName(" ".join(units), "")
    firsts, guessed = _first_names(units)
    return SplitName(" ".join(units[:firsts]), " ".join(units[firsts:]), guessed)


def _units(text: str) -> list[str]:
    """Return the words, particles joined to what follows («de la Torre») and «y» to both sides («Ramón y Cajal»)."""
    units: list[str] = []
    waiting: list[str] = []
    for word in text.split():
        if units and word.casefold() in _PARTICLES:
            waiting.append(word)
            continue
        if waiting and waiting[0].casefold() in {"y", "i", "e"} and len(units) > 1:
            units[-1] = " ".join([units[-1], *waiting, word])
        else:
            units.append(" ".join([*waiting, word]))
        waiting = []
    return [*units, " ".join(waiting)] if waiting else units


def _first_names(units: list[str]) -> tuple[int, bool]:
    """Return how many units are first names, and whether that is a guess."""
    second = re.sub(r"^(?:de|del|de la|de los|de las) ", "", folded(units[1]))
    double = folded(units[0]) in _FIRST_OF_TWO and (second in _SECOND_OF_TWO or second != folded(units[1]))
    if len(units) == 2:
        return 1, False
    if len(units) == 3:
        return (2, False) if double and second in _SECOND_OF_TWO else (1, False)
    return max(len(units) - 2, 1), len(units) > 4 or not double
