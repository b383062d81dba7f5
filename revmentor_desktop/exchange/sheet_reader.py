# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The child process that opens workbooks: bytes on standard input, one JSON object on standard output.

The library that reads them can abort its whole process on a hostile file, so it never runs inside the program's own.
A bundle without an interpreter starts itself with `FLAG` instead; its entry point hands over to `main` at once.
"""

import contextlib
import io
import json
import os
import sys
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from revmentor_desktop.exchange.archives import look
from revmentor_desktop.exchange.columns import heading_row
from revmentor_desktop.exchange.errors import TableError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

FLAG = "--read-sheet"
"""Word with which a frozen bundle starts itself as this reader."""
SECONDS = 20
"""Time that one workbook may take."""
MEMORY = 1_000_000_000
"""Bytes of address space that the reader may use, where the system can limit them."""
TEXT_TOTAL = 20_000_000
"""Letters of all cells that are handed over."""

_CELL_LETTERS = 32_767
_PEEKED_ROWS = 12
_PEEKED_COLUMNS = 200
_SHEETS = 40


def main() -> int:
    """Read a workbook from standard input as ``rows columns`` say (two numbers on its first line), and answer."""
    _limit_process()
    # By number, for a bundle without a console has no `sys.stdin` nor `sys.stdout`.
    with os.fdopen(0, "rb", closefd=False) as file:
        rows, columns = (int(word) for word in file.readline().split())
        content = file.read()
    try:
        answer: dict[str, object] = read(content, rows, columns)
    except TableError as error:
        answer = {"error": error.code, "data": dict(error.data)}
    except MemoryError:
        answer = {"error": "too_big", "data": {"what": "content", "limit": MEMORY}}
    with os.fdopen(1, "wb", closefd=False) as file:
        file.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    return 0


def _limit_process() -> None:
    """Bound memory and time, and leave no core file with people's data behind; systems without limits go on without."""
    if sys.platform == "win32":
        return
    import resource

    for kind, amount in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, amount))


def read(content: bytes, rows: int, columns: int) -> dict[str, object]:
    """Return ``{"sheet": name, "rows": [[text, …], …]}`` of the sheet with most known headings."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if content.startswith(b"PK"):
        look(content, columns)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = _best_sheet(book)
            return {"sheet": sheet.name, "rows": _lines(sheet, rows, columns)}
    except PasswordError as error:
        raise TableError("encrypted") from error
    except (CalamineError, ValueError, OSError) as error:
        raise TableError("damaged") from error


def _best_sheet(book: "CalamineWorkbook") -> "CalamineSheet":
    """Choose the visible sheet whose heading has most known fields; the first one with anything in it among equals."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    best: CalamineSheet | None = None
    most = (-1, False)
    for about in book.sheets_metadata[:_SHEETS]:
        if about.typ != SheetTypeEnum.WorkSheet or about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = book.get_sheet_by_name(about.name)
        peeked = [[cell_text(cell) for cell in row[:_PEEKED_COLUMNS]] for row in sheet.to_python(skip_empty_area=False, nrows=_PEEKED_ROWS)]
        worth = (heading_row(peeked)[1], sheet.height > 0)
        if worth > most:
            best, most = sheet, worth
    if best is None:
        raise TableError("no_rows")
    return best


def _lines(sheet: "CalamineSheet", rows: int, columns: int) -> list[list[str]]:
    """Return the sheet from its row 1 to its last filled one, as text."""
    if sheet.width > columns:
        raise TableError("too_big", what="columns", limit=columns)
    lines: list[list[str]] = []
    last = letters = 0
    for row in sheet.iter_rows():
        line = [cell_text(cell) for cell in row]
        lines.append(line)
        filled = sum(map(len, line))
        last = len(lines) if filled else last
        letters += filled
        if last > rows:
            raise TableError("too_big", what="rows", limit=rows)
        if letters > TEXT_TOTAL:
            raise TableError("too_big", what="content", limit=TEXT_TOTAL)
    return lines[:last]


def cell_text(value: object) -> str:
    """Return a cell as the person reads it: whole numbers without decimals, days in ISO form, hours as ``HH:MM``."""
    if isinstance(value, str):
        return value[:_CELL_LETTERS]
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if value.hour or value.minute else value.date().isoformat()
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return value.isoformat() if isinstance(value, date) else str(value)[:_CELL_LETTERS]


if __name__ == "__main__":
    sys.exit(main())
