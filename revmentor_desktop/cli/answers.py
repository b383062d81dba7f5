# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a verb answers: one JSON object, and the exit status; and how its summary reads it."""

from collections.abc import Mapping

from revmentor_desktop import i18n
from revmentor_desktop.i18n import formats

Answer = dict[str, object]
DONE, WRONG_WORDS, REFUSED = 0, 2, 3
"""Exit statuses: done, the call's words are off, the world said no."""


def rows(answer: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """Return the objects listed under a key."""
    found = answer[key]
    return found if isinstance(found, list) else []  # pyright: ignore[reportUnknownVariableType]


def listed(answer: Mapping[str, object], key: str) -> list[object]:
    """Return what is listed under a key."""
    values = answer[key]
    return values if isinstance(values, list) else []  # pyright: ignore[reportUnknownVariableType]


def number(value: object, decimals: int = 2) -> str:
    """Return a number as it is written in the language in use."""
    return formats.number(float(str(value)), i18n.current(), decimals)
