# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The calendar of a pair on paper: content in, bytes out."""

from revmentor_desktop.documents.content import page as content
from revmentor_desktop.documents.layout import blocks, paper
from revmentor_desktop.documents.layout.boxes import Ruled, Stack
from revmentor_desktop.documents.layout.paper import Item
from revmentor_desktop.documents.layout.table import SessionRows
from revmentor_desktop.documents.layout.tokens import FITS, TEXT_WIDTH

_ROWS = (26, 23, 21)
"""Points of a row, the first with which the table keeps to one sheet."""


def draw_pair_calendar(calendar: content.PairCalendar) -> bytes:
    """Return the calendar as PDF, one page for up to twenty sessions, the same bytes for the same content."""
    pages: list[list[paper.Placed]] = []
    for row in _ROWS:
        pages = paper.paginate(_flow(calendar, row))
        if len(pages) == 1:
            break
    title = calendar.title
    return paper.drawn(pages, paper.Sheet(calendar.language, title, title, calendar.heading, calendar.running, calendar.foot))


def _flow(calendar: content.PairCalendar, row: float) -> list[Item]:
    fit = FITS[0]
    text = [blocks.whole_width(block, fit) for block in calendar.agreed]
    ask = blocks.whole_width(content.Paragraph(calendar.ask), fit)
    return [
        Item(blocks.opening(calendar.title, calendar.teaches, calendar.learns)),
        Item(Ruled(Stack(tuple((0, box) for box in text)), TEXT_WIDTH, fit.above, 14)),
        Item(SessionRows.of(calendar.table, row), calendar.table.title),
        Item(ask),
    ]
