# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""From text to mark-up: the one place where what people type is escaped, and made printable in the faces that we have."""

import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from revmentor_desktop.documents.content.page import Text
from revmentor_desktop.documents.layout import press, scripts
from revmentor_desktop.documents.layout.tokens import Face

LIMIT = 4000
"""Letters of one value; longer is cut with an ellipsis (a word without spaces of 200,000 letters takes half a minute to break)."""
SHORT_LIMIT = 260
"""Letters of a name or a post: more than two of `domain.people.NAME_LIMIT`."""
UNKNOWN = "□"
"""Printed for a letter that no face has, so that it is seen to be missing."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls and bidi overrides; halves of letters, private and unassigned ones."""
_SPACES = "\n\t\r\u2028\u2029"


@cache
def _easy() -> frozenset[str]:
    """Letters that print as they are, which is nearly all that anybody types."""
    return frozenset(chr(code) for code in press.letters_of(Face.REGULAR) if unicodedata.category(chr(code)) not in _UNSEEN)


def cleaned(value: str, limit: int = LIMIT) -> str:
    """Return ``value`` within ``limit`` letters and without control and direction characters."""
    kept = "".join(" " if letter in _SPACES else letter for letter in unicodedata.normalize("NFC", value[: limit + 1]))
    if len(value) > limit:
        kept = kept[: limit - 1] + "…"
    return "".join(letter for letter in kept if unicodedata.category(letter) not in _UNSEEN)


def printable(value: str, limit: int = LIMIT) -> str:
    """Return ``value`` `cleaned` and in the order in which it is seen; a letter that no face has shows as missing.

    Not to be applied twice: right-to-left letters would turn round again.
    """
    if len(value) <= limit and _easy().issuperset(value) and unicodedata.is_normalized("NFC", value):
        return value
    kept = cleaned(value, limit)
    if any(map(scripts.is_right_to_left, kept)):
        kept = scripts.visual(kept)
    return "".join(letter if _has_face(letter) else UNKNOWN for letter in kept)


def _has_face(letter: str) -> bool:
    return letter in _easy() or ord(letter) in press.letters_of(Face.OTHER)


def unknown_letters(value: str) -> str:
    """Return the letters of ``value`` that would print as `UNKNOWN`, each once."""
    return "".join(dict.fromkeys(letter for letter in cleaned(value) if not _has_face(letter)))


def text(value: str, limit: int = LIMIT) -> str:
    """Return ``value`` as mark-up that prints it literally. Everything that reaches a paragraph passes here."""
    shown = printable(value, limit)
    parts = press.pieces(shown, Face.REGULAR)
    return "".join(_in_face(escape(part), face) if face is Face.OTHER else escape(part) for face, part in parts)


def _in_face(literal: str, face: Face) -> str:
    return '<font name="' + face.value + '">' + literal + "</font>"


def marked(runs: Text, *, tie: int = 20) -> str:
    """Return the mark-up of a paragraph in two weights.

    A short last word never stands on a line of its own: it is tied to the one before when both have ``tie`` letters at most.
    """
    parts: list[str] = []
    for index, run in enumerate(runs):
        words = text(run.text)
        if tie and index == len(runs) - 1:
            words = _tied(words, tie)
        parts.append(_in_face(words, Face.SEMIBOLD) if run.strong else words)
    return "".join(parts)


def fitted(value: str, face: Face, size: float, width: float) -> str:
    """Return ``value`` on one line of at most ``width`` points, cut with an ellipsis when it is longer."""
    line = printable(value, SHORT_LIMIT)
    if press.width_of(line, face, size) <= width:
        return line
    while line and press.width_of(line + "…", face, size) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def _tied(words: str, most: int) -> str:
    start, space, last = words.rpartition(" ")
    previous = start.rpartition(" ")[2]
    return f"{start}\u00a0{last}" if space and len(previous) + len(last) <= most else words
