# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sheet with which a file opens when its password is forgotten: bytes for the printer, or a PDF that the person asks for."""

from datetime import date
from pathlib import Path

from revmentor_desktop.documents.recovery_sheet import recovery_sheet_pdf
from revmentor_desktop.exchange.safe_files import write_safely


def pdf(file: Path, key: str, today: date, language: str) -> bytes:
    """Return the sheet for the programme at ``file``, of which only the name is printed; ``key`` as the file gives it."""
    return recovery_sheet_pdf(file.stem, key, today, language)


def save(target: Path, sheet: bytes) -> None:
    """Write the sheet to a place that the person chose. Raises `OSError`; then what was there is as it was."""
    write_safely(target, sheet)
