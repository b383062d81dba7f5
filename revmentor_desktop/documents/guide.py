# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Titles of the path of ten sessions, fitted to the number of sessions that a pair has."""

import json
from functools import cache

from revmentor_desktop import resources

_KEPT_FIRST = (1, 10, 6, 2, 3, 4, 7, 8, 9, 5)
"""Which steps stay when there are fewer than ten: the guide says that 1, 6 and 10 are not to be skipped."""
_FREE_AFTER = 8
"""Sessions beyond the ten come after this step, before taking it to the team and closing."""


@cache
def titles(language: str, count: int) -> tuple[str, ...]:
    """Return ``count`` titles in ``es`` or ``en``: the first is always getting to know each other, the last the closing."""
    text = json.loads(resources.path("guide", f"{language}.json").read_text(encoding="utf-8"))
    path: list[str] = text["titles"]
    if count <= len(path):
        return tuple(path[step - 1] for step in sorted(_KEPT_FIRST[:count]))
    extra: list[str] = [text["practice"]] * (count - len(path))
    return (*path[:_FREE_AFTER], *extra, *path[_FREE_AFTER:])
