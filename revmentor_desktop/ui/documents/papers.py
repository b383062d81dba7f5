# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One paper of each kind: its bytes, its file, and what it lacks. Drawing and writing may run beside the window."""

from pathlib import Path

from revmentor_desktop.domain.agreements import Agreement
from revmentor_desktop.programme import agreements
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.documents.rows import Kind, Row


def draw(snapshot: Snapshot, agreement: Agreement, kind: Kind) -> bytes:
    """Return the PDF. Raises `DomainError` for a clause with an unknown field."""
    return (agreements.pdf_of if kind is Kind.AGREEMENT else agreements.calendar_of)(snapshot, agreement)


def write(snapshot: Snapshot, agreement: Agreement, kind: Kind, folder: Path) -> None:
    """Write the PDF into a folder, named by its number. Raises `OSError` and `DomainError`."""
    (agreements.write_all if kind is Kind.AGREEMENT else agreements.write_calendars)(snapshot, [agreement], folder)


def lacks(snapshot: Snapshot, row: Row, kind: Kind) -> tuple[str, ...]:
    """Return what should be filled in first. A printed agreement lacks nothing: its content does not change any more."""
    if kind is Kind.AGREEMENT and not row.is_draft:
        return ()
    found = agreements.lacks(snapshot, row.agreement)
    return found if kind is Kind.AGREEMENT else tuple(field for field in found if field == "sessions")
