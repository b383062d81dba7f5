# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The documents of a pair from their data to their bytes. ReportLab is imported at the first print, not with the program."""

from io import BytesIO

from revmentor_desktop.documents.content.agreement import agreement
from revmentor_desktop.documents.content.calendar import pair_calendar
from revmentor_desktop.documents.content.merge import AgreementData
from revmentor_desktop.documents.turns import ONE_AT_A_TIME

__all__ = ["AgreementData", "agreement", "agreement_pdf", "page_count", "pair_calendar", "pair_calendar_pdf", "unprintable"]


def agreement_pdf(data: AgreementData) -> bytes:
    """Return the agreement of a pair as PDF: A4, normally two pages, the same bytes for the same data.

    Raises `DomainError` for a clause with an unknown field.
    """
    from revmentor_desktop.documents.layout.agreement import draw_agreement

    with ONE_AT_A_TIME:
        return draw_agreement(agreement(data))


def pair_calendar_pdf(data: AgreementData) -> bytes:
    """Return the calendar of a pair as PDF: A4, one page for up to twenty sessions, the same bytes for the same data."""
    from revmentor_desktop.documents.layout.calendar import draw_pair_calendar

    with ONE_AT_A_TIME:
        return draw_pair_calendar(pair_calendar(data))


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def unprintable(text: str) -> str:
    """Return the letters of ``text`` that no embedded face has and that would print as «□», each once."""
    from revmentor_desktop.documents.layout.markup import unknown_letters

    return unknown_letters(text)
