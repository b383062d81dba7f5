# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Sheets: which box comes on which page, heading of the first, running head of the others, and the foot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from revmentor_desktop.documents.content.page import Foot, Heading
from revmentor_desktop.documents.layout import markup, press
from revmentor_desktop.documents.layout.boxes import Box
from revmentor_desktop.documents.layout.pen import stroke, write
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import MM, PORTRAIT, Face, Format, Ink

LOGO_WIDEST = 27 * MM
"""Points that a wide logo may take; a square one takes its 9 mm."""
_WHOLE = 0.4
"""A box of at most this part of a page is moved to the next one rather than parted."""
_CLEAR = 12
"""Points left free above the foot when a box could also be smaller."""
_FEW = 48
"""Points that must be left on a page for a parted box to begin on it: a title and two lines."""


@dataclass(frozen=True, slots=True)
class Item:
    """A box of the flow.

    ``outline`` names it in the bookmarks. ``new_page`` begins a page unless one after the first has begun. ``gap`` is
    room above it, except at the top of a page; ``loose`` is room above it taken only when there is some. ``keep`` holds
    it on one page with the next. ``roomier`` are the same thing larger, of which the first that fits is taken.
    """

    box: Box
    outline: str = ""
    new_page: bool = False
    gap: float = 0
    keep: bool = False
    loose: float = 0
    roomier: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A box at its height, ``top`` in points from the lower edge of the sheet."""

    box: Box
    top: float
    outline: str = ""


def paginate(items: Sequence[Item], size: Format = PORTRAIT) -> list[list[Placed]]:
    """Return the pages of a flow."""
    flow = _Flow(size)
    group: list[Item] = []
    for item in items:
        group.append(item)
        if not item.keep:
            flow.place(group)
            group = []
    if group:
        flow.place(group)
    return flow.pages


class _Flow:
    """Fills pages from top to bottom."""

    def __init__(self, size: Format) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._size = size
        self._y = size.height - size.first_top

    @property
    def _room(self) -> float:
        return self._y - self._size.bottom

    def place(self, group: list[Item]) -> None:
        """Put a group that belongs together; only one taller than a page is parted."""
        whole = self._size.height - self._size.top - self._size.bottom
        height = sum(item.box.height for item in group)
        if group[0].new_page and len(self.pages) == 1:
            self._turn()
        may_part = height > whole or (len(group) == 1 and height > _WHOLE * whole)
        gap = group[0].gap if self.pages[-1] else 0
        if height + gap > self._room and self.pages[-1] and (not may_part or self._room < _FEW):
            self._turn()
        group, height = self._roomier(group, height)
        spare = max(0.0, self._room - height)
        for item in group:
            if self.pages[-1]:
                self._y -= item.gap + min(item.loose, spare / 2)
            self._put(item)

    def _roomier(self, group: list[Item], height: float) -> tuple[list[Item], float]:
        """Return the group with its last box as large as the page allows, and the height of the whole."""
        last = group[-1]
        for box in last.roomier:
            taller = height + box.height - last.box.height
            if taller + _CLEAR <= self._room:
                return [*group[:-1], replace(last, box=box)], taller
        return group, height

    def _put(self, item: Item) -> None:
        box: Box | None = item.box
        outline = item.outline
        while box is not None:
            head, rest = (box, None) if box.height <= self._room else box.split(self._room)
            if head is None and self.pages[-1]:
                self._turn()
                continue
            # On an empty page a box that cannot be parted is set all the same.
            head, rest = (box, None) if head is None else (head, rest)
            self.pages[-1].append(Placed(head, self._y, outline))
            self._y -= head.height
            box, outline = rest, ""
            if box is not None:
                self._turn()

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._size.height - self._size.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is the same on all pages of a document, and what it says of itself."""

    language: str
    title: str
    subject: str
    heading: Heading
    running: str
    foot: Foot


def drawn(pages: list[list[Placed]], sheet: Sheet, size: Format = PORTRAIT) -> bytes:
    """Return the pages as PDF with heads, feet and bookmarks."""
    target = BytesIO()
    canvas = press.new_canvas(
        target,
        language=sheet.language,
        title=markup.cleaned(f"{sheet.title} {sheet.heading.number}"),
        author=markup.cleaned(sheet.heading.firm, markup.SHORT_LIMIT),
        subject=markup.cleaned(sheet.subject, markup.SHORT_LIMIT),
        size=size,
    )
    _draw_pages(canvas, pages, sheet, size)
    press.finish(canvas)
    return target.getvalue()


def _draw_pages(canvas: Canvas, pages: list[list[Placed]], sheet: Sheet, size: Format) -> None:
    for index, page in enumerate(pages):
        if index == 0:
            _heading(canvas, sheet.heading, size)
        else:
            _running_head(canvas, sheet.running, sheet.heading.number, size)
        for number, placed in enumerate(page):
            if placed.outline:
                key = f"{index}.{number}"
                canvas.bookmarkHorizontal(key, 0, placed.top)
                canvas.addOutlineEntry(markup.printable(placed.outline, markup.SHORT_LIMIT).replace("\u00a0", " "), key, 0)
            placed.box.draw(canvas, size.left, placed.top)
        _foot(canvas, sheet.foot, index + 1, len(pages), size)
        canvas.showPage()


def _heading(canvas: Canvas, heading: Heading, size: Format) -> None:
    side, top, end = 9 * MM, size.height - 32.4, size.left + size.text_width
    x = size.left + _logo(canvas, heading, size.left, top, side) + 8
    number = write(canvas, heading.number, end, top - 10.4, Face.SEMIBOLD, 10, Ink.TEXT, width=60 * MM, right=True)
    write(canvas, heading.firm, x, top - 10.4, Face.SEMIBOLD, 10, Ink.TEXT, width=end - x - number - 12)
    place = write(canvas, heading.place_and_date, end, top - 22.8, Face.REGULAR, 8, Ink.SOFT, width=70 * MM, right=True)
    write(canvas, heading.programme, x, top - 22.8, Face.REGULAR, 8, Ink.SOFT, width=end - x - place - 12)


def _logo(canvas: Canvas, heading: Heading, left: float, top: float, side: float) -> float:
    """Draw the logo, or the framed initials, and return the width taken: a word is unreadable in a square, and gets up to three."""
    picture = press.picture(heading.logo) if heading.logo else None
    if picture is not None:
        image, width, height = picture
        scale = min(side / height, LOGO_WIDEST / width)
        width, height = width * scale, height * scale
        taken = max(side, width)
        canvas.drawImage(image, left + (taken - width) / 2, top - (side + height) / 2, width, height, mask="auto")
        return taken
    stroke(canvas, Ink.TEXT, 1.1)
    canvas.roundRect(left + 0.5, top - side + 0.5, side - 1, side - 1, 4)
    wide = press.width_of(markup.printable(heading.initials), Face.SEMIBOLD, 11)
    write(canvas, heading.initials, left + (side - wide) / 2, top - side / 2 - 4, Face.SEMIBOLD, 11, Ink.TEXT, width=side)
    return side


def _running_head(canvas: Canvas, running: str, number: str, size: Format) -> None:
    y, end = size.height - 35.2, size.left + size.text_width
    wide = write(canvas, number, end, y, Face.MEDIUM, 8, Ink.SOFT, width=60 * MM, right=True)
    write(canvas, running, size.left, y, Face.REGULAR, 8, Ink.SOFT, width=size.text_width - wide - 12)


def _foot(canvas: Canvas, foot: Foot, page: int, pages: int, size: Format) -> None:
    # The tails of g and p hang 2 pt below the line, and nothing may come within 10 mm of the edge.
    rule, y, end = 40.6, 30.6, size.left + size.text_width
    stroke(canvas, Ink.HAIR, 0.5)
    canvas.line(size.left, rule, end, rule)
    write(canvas, foot.note, size.left, y, Face.REGULAR, 7.2, Ink.LABEL, width=75 * MM)
    write(canvas, foot.page.format(page=page, pages=pages), end, y, Face.REGULAR, 7.2, Ink.LABEL, width=45 * MM, right=True)
    if page == pages or not foot.initials:
        return
    # Initials on every page but the one that carries the signatures.
    x = size.left + 78 * MM
    x += write(canvas, foot.initials, x, y, Face.REGULAR, 7.2, Ink.LABEL, width=30 * MM) + 6
    stroke(canvas, Ink.LABEL, 0.5)
    for index in range(3):
        start = x + index * 32.7
        canvas.line(start, y - 0.6, start + 26, y - 0.6)
