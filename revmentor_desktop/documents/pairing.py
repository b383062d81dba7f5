# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The papers about pairs from their data to their bytes. ReportLab is imported at the first print, not with the program."""

from revmentor_desktop.documents.content.comparison import ComparisonData, ShownColumn, ShownPair, comparison
from revmentor_desktop.documents.content.pairing_sheet import AloneFacts, PairFacts, SheetData, Topics, pairing_sheet
from revmentor_desktop.documents.content.pairing_words import WARNINGS
from revmentor_desktop.documents.turns import ONE_AT_A_TIME

__all__ = [
    "WARNINGS",
    "AloneFacts",
    "ComparisonData",
    "PairFacts",
    "SheetData",
    "ShownColumn",
    "ShownPair",
    "Topics",
    "comparison",
    "comparison_pdf",
    "pairing_sheet",
    "pairing_sheet_pdf",
]


def pairing_sheet_pdf(data: SheetData) -> bytes:
    """Return the pairing sheet as PDF: A4 across, the same bytes for the same data."""
    from revmentor_desktop.documents.layout.pairing_sheet import draw_pairing_sheet

    with ONE_AT_A_TIME:
        return draw_pairing_sheet(pairing_sheet(data))


def comparison_pdf(data: ComparisonData) -> bytes:
    """Return the comparison of proposals as PDF: A4 across, one page as far as that holds them, the same bytes for the same data."""
    from revmentor_desktop.documents.layout.comparison import draw_comparison

    with ONE_AT_A_TIME:
        return draw_comparison(comparison(data))
