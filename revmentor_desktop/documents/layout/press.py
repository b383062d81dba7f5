# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The few things that are asked of ReportLab, with types. No other module of the program imports it.

ReportLab follows addresses of pictures in mark-up by default; here it trusts none, besides which no user text reaches it
as mark-up (see `markup`).
"""

# ReportLab ships no types: what leaves this module is typed by the protocols below.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false

from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Protocol, cast

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas
from reportlab.platypus import Paragraph as ReportLabParagraph

from revmentor_desktop import resources
from revmentor_desktop.documents.layout.tokens import PORTRAIT, Face, Format, Ink, Style

rl_config.trustedSchemes = []
rl_config.trustedHosts = None
# Plain bytes instead of letters: smaller, and a fifth of the time of writing saved.
rl_config.useA85 = 0

HEIGHT = PORTRAIT.height
"""Of the tallest sheet, in points: a paragraph is never set to more."""


class Canvas(Protocol):
    """The pen: coordinates in points from the lower left corner."""

    def setFont(self, psfontname: str, size: float) -> None: ...  # noqa: N802, D102
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802, D102
    def setLineCap(self, mode: int) -> None: ...  # noqa: N802, D102
    def setStrokeGray(self, gray: float) -> None: ...  # noqa: N802, D102
    def setFillGray(self, gray: float) -> None: ...  # noqa: N802, D102
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802, D102
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...  # noqa: D102
    def roundRect(self, x: float, y: float, width: float, height: float, radius: float) -> None: ...  # noqa: N802, D102
    def beginPath(self) -> "Path": ...  # noqa: N802, D102
    def drawPath(self, aPath: object, stroke: int, fill: int) -> None: ...  # noqa: N802, N803, D102
    def drawImage(self, image: object, x: float, y: float, width: float, height: float, **options: object) -> object: ...  # noqa: N802, D102
    def bookmarkHorizontal(self, key: str, relativeX: float, relativeY: float) -> None: ...  # noqa: N802, N803, D102
    def addOutlineEntry(self, title: str, key: str, level: int) -> None: ...  # noqa: N802, D102
    def showPage(self) -> None: ...  # noqa: N802, D102


class Path(Protocol):
    """A shape to fill."""

    def moveTo(self, x: float, y: float) -> None: ...  # noqa: N802, D102
    def lineTo(self, x: float, y: float) -> None: ...  # noqa: N802, D102
    def close(self) -> None: ...  # noqa: D102


class Lines(Protocol):
    """A paragraph set to a width. ``wrap`` answers its size, ``split`` the parts above and below a height."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]: ...  # noqa: N803, D102
    def split(self, availWidth: float, availHeight: float) -> "list[Lines]": ...  # noqa: N803, D102
    def drawOn(self, canvas: Canvas, x: float, y: float) -> None: ...  # noqa: N802, D102


def new_canvas(target: BytesIO, *, language: str, title: str, author: str, subject: str, size: Format = PORTRAIT) -> Canvas:
    """Return a canvas of sheets of one size with Inter as base font; the same drawing gives the same bytes."""
    register_fonts()
    canvas = ReportLabCanvas(
        target,
        pagesize=(size.width, size.height),
        invariant=1,
        pageCompression=1,
        # The stubs say float; it is a name.
        initialFontName=Face.REGULAR.value,  # pyright: ignore[reportArgumentType]
        initialFontSize=9,
        lang={"es": "es-ES", "en": "en-GB"}[language],
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("RevMentor Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return cast("Canvas", canvas)


def finish(canvas: Canvas) -> None:
    """Write the document out."""
    cast("ReportLabCanvas", canvas).save()


@cache
def register_fonts() -> None:
    """Make the faces of ``resources/fonts`` known to ReportLab; only the letters in use are embedded."""
    for face in (Face.REGULAR, Face.MEDIUM, Face.SEMIBOLD):
        _register(face)


@cache
def _register(face: Face) -> None:
    pdfmetrics.registerFont(TTFont(face.value, resources.path("fonts", f"{face.value}.ttf")))


@cache
def letters_of(face: Face) -> frozenset[int]:
    """Return the code points that a face can print."""
    register_fonts()
    _register(face)
    glyphs = cast("dict[int, int]", pdfmetrics.getFont(face.value).face.charToGlyph)  # pyright: ignore[reportAttributeAccessIssue]
    return frozenset(glyphs)


@cache
def _letters(face: Face) -> frozenset[str]:
    return frozenset(map(chr, letters_of(face)))


def pieces(text: str, face: Face) -> list[tuple[Face, str]]:
    """Cut printable ``text`` into stretches of ``face`` and of the face for letters that it lacks."""
    own = _letters(face)
    if own.issuperset(text):
        return [(face, text)]
    return [(face if inside else Face.OTHER, "".join(letters)) for inside, letters in groupby(text, own.__contains__)]


def width_of(text: str, face: Face, size: float) -> float:
    """Return the width of printable ``text`` in points."""
    return sum(pdfmetrics.stringWidth(piece, own.value, size) for own, piece in pieces(text, face))


def ink(colour: Ink) -> Color:
    """Return a grey as ReportLab wants it."""
    return HexColor(colour.value)


def lines(markup: str, style: Style, *, bullet: str = "") -> Lines:
    """Return a paragraph of escaped ``markup``; ``bullet`` hangs before it."""
    return cast("Lines", ReportLabParagraph(markup, _style(style), bulletText=bullet or None))


@cache
def _style(style: Style) -> ParagraphStyle:
    return ParagraphStyle(
        style.name,
        fontName=style.face.value,
        fontSize=style.size,
        leading=style.leading,
        textColor=ink(style.ink),
        leftIndent=style.hanging,
        bulletFontName=style.face.value,
        bulletFontSize=style.size,
        bulletColor=ink(style.ink),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def picture(data: bytes) -> tuple[object, float, float] | None:
    """Return a PNG or JPEG with its width and height in dots, or ``None`` when the bytes are no picture."""
    try:
        reader = ImageReader(BytesIO(data))
        width, height = reader.getSize()
    except (OSError, ValueError, SyntaxError):
        return None
    return (reader, float(width), float(height)) if width > 0 and height > 0 else None
