# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where things are inside one day of the month: what is painted, clicked and walked through by key is the same."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from revmentor_desktop.ui.calendar.entries import Entry
from revmentor_desktop.ui.calendar.month import Day
from revmentor_desktop.ui.theme import Theme

LOW_ROW = 112
"""Height of a row (px at 100 %) under which an event has one line."""
HEAD, TWO_LINES, ONE_LINE, GAP, SIDE = 22, 30, 24, 2, 3
LOWEST_ROW = HEAD + ONE_LINE + 4
"""Height of a row that still holds one line."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a day: a session, or (``entry`` is ``None``) «y 2 más» for the ``hidden`` that do not fit."""

    rect: QRectF
    entry: Entry | None
    hidden: int = 0


def is_low(rect: QRectF, theme: Theme) -> bool:
    """Whether the events of a cell have one line each."""
    return rect.height() < theme.px(LOW_ROW)


def places(day: Day, rect: QRectF, theme: Theme) -> tuple[Place, ...]:
    """Return the lines of a day in a cell, from the top."""
    height = theme.px(ONE_LINE if is_low(rect, theme) else TWO_LINES)
    count, top = len(day.entries), rect.top() + theme.px(HEAD)
    room = rect.bottom() - top - GAP
    fits = max(1, int((room + GAP) // (height + GAP)))
    shown = count
    if count > fits:
        # The last line says how many are left; it is lower than an event of two lines.
        more = theme.px(ONE_LINE)
        shown = max(0, int((room - more) // (height + GAP)))
    found: list[Place] = []
    for entry in day.entries[:shown]:
        found.append(Place(QRectF(rect.left() + SIDE, top, rect.width() - 2 * SIDE - 1, height), entry))
        top += height + GAP
    if shown < count:
        found.append(Place(QRectF(rect.left() + SIDE, top, rect.width() - 2 * SIDE - 1, theme.px(ONE_LINE)), None, count - shown))
    return tuple(found)
