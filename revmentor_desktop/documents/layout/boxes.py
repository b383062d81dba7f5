# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Boxes that know their height, draw themselves and part at the end of a page: paragraphs, stacks, rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from revmentor_desktop.documents.layout import markup, press
from revmentor_desktop.documents.layout.pen import stroke, write_whole
from revmentor_desktop.documents.layout.press import Canvas
from revmentor_desktop.documents.layout.tokens import Ink, Style


class Box(Protocol):
    """Something with a height, in points."""

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        ...

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the upper left corner at ``x``, ``top``."""
        ...

    def split(self, room: float) -> "tuple[Box | None, Box | None]":
        """Return what fits into ``room`` points and what is left; nothing and itself when it must stay whole."""
        ...


class Words:
    """A paragraph set to a width; made with `typeset`."""

    def __init__(self, lines: press.Lines, width: float) -> None:
        self._lines, self._width = lines, width
        self._height = lines.wrap(width, press.HEIGHT)[1]

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self._height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines."""
        self._lines.drawOn(canvas, x, top - self._height)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part between two lines, never leaving one alone."""
        if self._height <= room:
            return self, None
        parts = self._lines.split(self._width, room)
        if len(parts) < 2:
            return None, self
        return Words(parts[0], self._width), Words(parts[1], self._width)


@dataclass(frozen=True, slots=True)
class OneLine:
    """Printable text that is known to fit on one line, on the baseline that a paragraph would have."""

    text: str
    style: Style

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.style.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Write the line."""
        # ReportLab sets a paragraph's first baseline one size under its top.
        write_whole(canvas, self.text, x, top - self.style.size, self.style)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


def typeset(literal: str, style: Style, width: float, bullet: str = "") -> Words:
    """Return a paragraph of escaped mark-up."""
    return Words(press.lines(literal, style, bullet=bullet), width)


def balanced(value: str, style: Style, width: float) -> Box:
    """Return a name or label with its lines as even as they go, instead of one long line and one word."""
    shown = markup.printable(value, markup.SHORT_LIMIT)
    if press.width_of(shown, style.face, style.size) <= width:
        return OneLine(shown, style)
    literal = markup.text(value, markup.SHORT_LIMIT)
    best = typeset(literal, style, width)
    # No narrower than the longest word, which would be broken.
    longest = max((press.width_of(word, style.face, style.size) for word in shown.split(" ")), default=0)
    low, high = max(width / 2, longest), width
    for _step in range(6):
        middle = (low + high) / 2
        narrower = typeset(literal, style, middle)
        if narrower.height > best.height:
            low = middle
        else:
            best, high = narrower, middle
    return best


@dataclass(frozen=True, slots=True)
class WritingLines:
    """``count`` empty lines to write on, each ``pitch`` points under the last."""

    width: float
    count: int
    pitch: float = 19

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.count * self.pitch

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines."""
        for index in range(1, self.count + 1):
            y = top - index * self.pitch + 3
            stroke(canvas, Ink.RULE, 0.5)
            canvas.line(x, y, x + self.width, y)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A label with a line after it to the end of the width, and ``more`` lines under it."""

    label: Box
    label_width: float
    width: float
    more: int = 0

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.label.height + 5 + 19 * self.more

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the label and the lines."""
        self.label.draw(canvas, x, top - 3)
        stroke(canvas, Ink.RULE, 0.5)
        y = top - self.label.height - 0.6
        canvas.line(x + self.label_width + 5, y, x + self.width, y)
        WritingLines(self.width, self.more).draw(canvas, x, y + 3)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if self.height <= room else (None, self)


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes one under another. Each comes with the gap above it; the first one's is left out after a split."""

    children: tuple[tuple[float, Box], ...]

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(gap + box.height for gap, box in self.children)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw from top to bottom."""
        for gap, box in self.children:
            box.draw(canvas, x, top - gap)
            top -= gap + box.height

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part between two boxes, or inside one."""
        used = 0.0
        for index, (gap, box) in enumerate(self.children):
            if used + gap + box.height > room:
                return self._parted(index, room - used - gap)
            used += gap + box.height
        return self, None

    def _parted(self, index: int, room: float) -> tuple[Box | None, Box | None]:
        gap, box = self.children[index]
        head, tail = box.split(room)
        above = self.children[:index] + (((gap, head),) if head is not None else ())
        below = (((0.0, tail),) if tail is not None else ()) + self.children[index + 1 :]
        if not above:
            return None, self
        return Stack(above), Stack(below) if below else None


def stack(boxes: Sequence[Box], gap: float = 0) -> Stack:
    """Return ``boxes`` one under another, ``gap`` points apart."""
    return Stack(tuple((gap if index else 0.0, box) for index, box in enumerate(boxes)))


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, each at its distance from the left."""

    cells: tuple[tuple[float, Box], ...]

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return max((box.height for _x, box in self.cells), default=0.0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw all from the same top."""
        for offset, box in self.cells:
            box.draw(canvas, x + offset, top)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part every cell at the same height; stay whole when one cannot begin here."""
        if self.height <= room:
            return self, None
        heads: list[tuple[float, Box]] = []
        tails: list[tuple[float, Box]] = []
        for offset, box in self.cells:
            head, tail = box.split(room)
            if head is None:
                return None, self
            heads.append((offset, head))
            if tail is not None:
                tails.append((offset, tail))
        return Row(tuple(heads)), Row(tuple(tails))


@dataclass(frozen=True, slots=True)
class Ruled:
    """A box under a thin line over the whole width, with room above and below."""

    box: Box
    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """Points from the line to the end of the room below."""
        return self.above + self.box.height + self.below

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line, then the box."""
        stroke(canvas, Ink.RULE, 0.5)
        canvas.line(x, top, x + self.width, top)
        self.box.draw(canvas, x, top - self.above)

    def split(self, room: float) -> tuple[Box | None, Box | None]:
        """Part the box; what follows on the next page has no line above."""
        if self.height - self.below <= room:
            return self, None
        head, tail = self.box.split(room - self.above)
        if head is None:
            return None, self
        rest = Stack(((0.0, tail), (self.below, stack([])))) if tail is not None else None
        return Ruled(head, self.width, self.above, 0), rest
