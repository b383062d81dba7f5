# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Arabic and Hebrew in the order and the shapes in which they are seen, for a canvas that only knows left to right.

Enough for names, posts and towns, not a bidirectional algorithm: a stretch of right-to-left letters is turned round as
a whole and kept on one line. Arabic letters take the shape of their place (Unicode, *Arabic Presentation Forms*).
"""

import unicodedata
from functools import cache

_SHAPES = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_CLOSING = {")": "(", "]": "[", "»": "«"}
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")


@cache
def _shapes() -> dict[str, dict[int, str]]:
    """Letter, or lam and alef together → its shapes: 0 alone, 1 at the end, 2 at the beginning, 3 in the middle."""
    table: dict[str, dict[int, str]] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFE70, 0xFEFD)):
        kind, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        if kind in _SHAPES and len(codes) <= 2:
            letters = "".join(chr(int(part, 16)) for part in codes)
            if len(letters) == 1 or letters.startswith("\u0644"):
                table.setdefault(letters, {}).setdefault(_SHAPES[kind], chr(code))
    return table


def is_right_to_left(letter: str) -> bool:
    """Whether a letter is read from right to left."""
    return unicodedata.bidirectional(letter) in {"R", "AL"}


def visual(text: str) -> str:
    """Return ``text`` as it is seen from left to right, right-to-left stretches turned round and shaped."""
    result: list[str] = []
    stretch: list[str] = []
    waiting: list[str] = []
    for letter in text:
        if is_right_to_left(letter) or (stretch and not waiting and unicodedata.combining(letter)):
            stretch += [*waiting, letter]
            waiting = []
        elif stretch and not letter.isalnum():
            # A space or a sign belongs to the stretch only when right-to-left letters follow.
            waiting.append(letter)
        else:
            result += [*_ended(stretch, waiting), letter]
            stretch, waiting = [], []
    return "".join([*result, *_ended(stretch, waiting)])


def _ended(stretch: list[str], waiting: list[str]) -> list[str]:
    """Turn a stretch round; a bracket that was opened inside it is closed inside it."""
    while waiting and waiting[0] in _CLOSING and stretch.count(_CLOSING[waiting[0]]) > stretch.count(waiting[0]):
        stretch, waiting = [*stretch, waiting[0]], waiting[1:]
    return [_turned("".join(stretch)), *waiting]


def _turned(stretch: str) -> str:
    """Turn a stretch round, marks staying with their letters and spaces made unbreakable."""
    clusters: list[str] = []
    for letter in shaped(stretch).replace(" ", "\u00a0"):
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter.translate(_MIRRORED))
    return "".join(reversed(clusters))


def shaped(text: str) -> str:
    """Return Arabic letters, still in the order of reading, in the shape of their place in the word."""
    table = _shapes()
    letters = _ligated(text)
    bases = [index for index, letter in enumerate(letters) if not unicodedata.combining(letter[0])]
    result = list(letters)
    for place, index in enumerate(bases):
        own = table.get(letters[index], {})
        before = table.get(letters[bases[place - 1]], {}) if place else {}
        after = table.get(letters[bases[place + 1]], {}) if place + 1 < len(bases) else {}
        # A letter reaches forward when it has a shape for the beginning, and backward when it has one for the end.
        shape = (1 if 2 in before and 1 in own else 0) + (2 if 2 in own and 1 in after else 0)
        result[index] = own.get(shape, letters[index])
    return "".join(result)


def _ligated(text: str) -> list[str]:
    """Cut into letters, lam and alef as one."""
    letters: list[str] = []
    for letter in text:
        if letters and letters[-1] == "\u0644" and letters[-1] + letter in _shapes():
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters
