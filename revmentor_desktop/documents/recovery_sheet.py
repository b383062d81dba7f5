# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sheet of the recovery key from its data to its bytes. ReportLab is imported at the first print, not with the program."""

from datetime import date

from revmentor_desktop.documents.content.recovery_sheet import RecoverySheet, recovery_sheet
from revmentor_desktop.documents.turns import ONE_AT_A_TIME

__all__ = ["RecoverySheet", "recovery_sheet", "recovery_sheet_pdf"]


def recovery_sheet_pdf(file_name: str, key: str, day: date, language: str) -> bytes:
    """Return the sheet as PDF: one page of A4, the same bytes for the same data. Arguments as in `recovery_sheet`."""
    from revmentor_desktop.documents.layout.recovery_sheet import draw_recovery_sheet

    with ONE_AT_A_TIME:
        return draw_recovery_sheet(recovery_sheet(file_name, key, day, language))
