# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sizes, greys and faces of the paper, each in one place. Points, unless a name says millimetres."""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cache

MM = 72 / 25.4
"""Points of a millimetre."""

LEFT, RIGHT = 23 * MM, 19 * MM
"""Margins; the left one leaves room for punched holes."""
FIRST_TOP, TOP = 28.6 * MM, 19.4 * MM
"""Where the text begins on the first page (under the heading) and on the others (under the running head)."""
BOTTOM = 17 * MM
TEXT_WIDTH = 168 * MM
NUMBER_WIDTH = 6.2 * MM
"""Hanging grid: the number of a clause, then its title, then the text."""
TITLE_WIDTH = 32.8 * MM
BODY_X = NUMBER_WIDTH + TITLE_WIDTH
BODY_WIDTH = 129 * MM


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet, its margins and the width of its text, in points. ``first_top`` and ``top`` are as those of the module."""

    width: float
    height: float
    left: float
    text_width: float
    first_top: float
    top: float
    bottom: float


PORTRAIT = Format(210 * MM, 297 * MM, LEFT, TEXT_WIDTH, FIRST_TOP, TOP, BOTTOM)
LANDSCAPE = Format(297 * MM, 210 * MM, 19 * MM, 259 * MM, 27 * MM, TOP, 18.4 * MM)
"""A4 for tables that need the width."""


class Face(StrEnum):
    """The cuts of Inter that the paper uses, a face for letters that Inter lacks, and one for keys, by the name of their files."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    OTHER = "DejaVuSans"
    KEY = "DejaVuSansMono"


class Ink(Enum):
    """Greys; no text is lighter than `LABEL`."""

    TEXT = "#1A1A1A"
    SOFT = "#4A4A4A"
    LABEL = "#6B6B6B"
    RULE = "#B8B8B8"
    HAIR = "#D6D6D6"
    BLACK = "#000000"

    @property
    def grey(self) -> float:
        """From black, 0, to white, 1."""
        return int(self.value[1:3], 16) / 255


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. ``hanging`` is the indent of the lines after a bullet."""

    name: str
    face: Face
    size: float
    leading: float
    ink: Ink = Ink.TEXT
    hanging: float = 0


TITLE = Style("title", Face.SEMIBOLD, 23, 27)
PAIR_NAME = Style("pair_name", Face.SEMIBOLD, 12.5, 16)
BODY = Style("body", Face.REGULAR, 9.4, 13.8)
SMALL = Style("small", Face.REGULAR, 9, 12.8)
NAME = Style("name", Face.SEMIBOLD, 9.8, 13.2)
POST = Style("post", Face.REGULAR, 8.2, 11.6, Ink.SOFT)
LABEL = Style("label", Face.MEDIUM, 7.8, 10.6, Ink.LABEL)
ROW = Style("row", Face.REGULAR, 9, 11.4)
ROW_NUMBER = Style("row_number", Face.SEMIBOLD, 9, 11.4)
SECTION = Style("section", Face.SEMIBOLD, 12, 16)


@dataclass(frozen=True, slots=True)
class Fit:
    """How closely a document is set. The first that keeps it to two pages is taken; text is never under 9 points."""

    size: float
    leading: float
    above: float
    below: float
    row: float

    @property
    def styles(self) -> "Styles":
        """Styles of the clauses in this setting."""
        return _styles(self)


@dataclass(frozen=True, slots=True)
class Styles:
    """Text of a clause, of the one on data protection, its number, its title, and an item hanging behind its dash."""

    body: Style
    small: Style
    number: Style
    title: Style
    item: Style


@cache
def _styles(fit: Fit) -> Styles:
    body = replace(BODY, name=f"body{fit.size}", size=fit.size, leading=fit.leading)
    return Styles(
        body=body,
        small=replace(SMALL, name=f"small{fit.size}", size=min(SMALL.size, fit.size), leading=min(SMALL.leading, fit.leading)),
        number=replace(body, name=f"number{fit.size}", ink=Ink.LABEL),
        title=replace(body, name=f"title{fit.size}", face=Face.SEMIBOLD),
        item=replace(body, name=f"item{fit.size}", hanging=11),
    )


FITS = (
    Fit(9.4, 13.8, 8.4, 6.6, 21),
    Fit(9.4, 13.4, 7.4, 5.8, 21),
    Fit(9.2, 13.0, 6.6, 5.2, 21),
    Fit(9.0, 12.6, 5.8, 4.8, 21),
    Fit(9.0, 12.4, 5.2, 4.6, 19),
)
"""From the roomy setting of the design to the closest that still reads well and takes handwriting."""
SIGNING_ROOMS = (30 * MM, 27 * MM, 24 * MM, 21 * MM, 18 * MM, 16 * MM)
"""Room to sign in, the first that the page has; never under 16 mm."""
