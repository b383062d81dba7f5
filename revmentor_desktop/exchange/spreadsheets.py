# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A spreadsheet of answers as one plain table: CSV, XLSX, ODS or XLS, told apart by content and never by name alone."""

import json
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast

from revmentor_desktop.exchange.columns import heading_row
from revmentor_desktop.exchange.csv_files import read_csv
from revmentor_desktop.exchange.errors import Problem, TableError
from revmentor_desktop.exchange.file_kinds import OLE, kind_of
from revmentor_desktop.exchange.grids import folded_grids
from revmentor_desktop.exchange.sheet_reader import FLAG, MEMORY, SECONDS

BYTE_LIMIT = 20_000_000
"""Size of a file."""
ROW_LIMIT = 5_000
"""Rows with answers."""
COLUMN_LIMIT = 200
"""Columns."""

_ABOVE_HEADING = 12
_KILLED = 9


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text: every cell trimmed, dates in ISO form, whole numbers without decimals.

    ``rows`` follow each other as in the spreadsheet, empty ones included, each as wide as ``headings``; ``first_row``
    is the spreadsheet's number of the first of them. ``encoding`` is a CSV's (``None`` otherwise), ``sheet`` a workbook's.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int
    encoding: str | None = None
    warnings: tuple[Problem, ...] = ()
    sheet: str | None = None


def read_table(path: Path) -> Table:
    """Read the table at ``path``. Raises `TableError` with its code; nothing else leaves here."""
    content = _content(path)
    kind = kind_of(content)
    if kind == "text":
        found = read_csv(content, ROW_LIMIT + _ABOVE_HEADING)
        return _table(found.rows, encoding=found.encoding, warnings=found.warnings)
    if kind in {"zip", OLE}:
        sheet, rows = _in_child(content)
        return _table(rows, sheet=sheet)
    raise TableError("wrong_type", kind=kind)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise TableError("wrong_type", kind="folder")
        if path.exists() and not path.is_file():
            raise TableError("wrong_type", kind="device")
        with path.open("rb") as file:
            content = file.read(BYTE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise TableError("missing_file") from error
    except (OSError, ValueError) as error:
        raise TableError("not_readable") from error
    if len(content) > BYTE_LIMIT:
        raise TableError("too_big", what="bytes", limit=BYTE_LIMIT)
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise TableError("empty")
    return content


def _in_child(content: bytes) -> tuple[str, Sequence[Sequence[str]]]:
    """Let a child process with limits open the workbook; whatever happens to it, we get an answer or a `TableError`."""
    limits = f"{ROW_LIMIT + _ABOVE_HEADING} {COLUMN_LIMIT}\n".encode("ascii")
    flags = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no word of the user in it
            _reader_command(),
            input=limits + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=_reader_environment(),
            creationflags=flags,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TableError("timeout", seconds=SECONDS) from error
    except OSError as error:
        raise TableError("not_readable") from error
    if done.returncode < 0:
        _say_how_it_died(-done.returncode)
    return _answer_of(done.stdout)


def _say_how_it_died(signal_number: int) -> NoReturn:
    """Name what the system stopped the reader for: it asked for too much memory (it aborts), or for too much time."""
    if sys.platform != "win32" and signal_number == signal.SIGXCPU:
        raise TableError("timeout", seconds=SECONDS)
    if signal_number in {signal.SIGABRT, _KILLED}:
        raise TableError("too_big", what="content", limit=MEMORY)
    raise TableError("damaged")


def _reader_command() -> list[str]:
    """The program itself as reader; a bundle has no ``-m`` and knows `sheet_reader.FLAG` instead."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", "-m", "revmentor_desktop.exchange.sheet_reader"]


def _reader_environment() -> dict[str, str]:
    """The same environment, with the folder of this very package first: never another one that happens to be installed."""
    package_parent = str(Path(__file__).resolve().parents[2])
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([package_parent, others]) if others else package_parent}


def _answer_of(output: bytes) -> tuple[str, Sequence[Sequence[str]]]:
    """Read the child's answer; none at all means that the file broke the reader."""
    try:
        answer = cast("Mapping[str, object]", json.loads(output))
    except ValueError as error:
        raise TableError("damaged") from error
    if "error" in answer:
        raise TableError(str(answer["error"]), **cast("dict[str, object]", answer["data"]))
    return str(answer["sheet"]), cast("list[list[str]]", answer["rows"])


def _table(
    lines: Sequence[Sequence[str]], *, encoding: str | None = None, warnings: tuple[Problem, ...] = (), sheet: str | None = None
) -> Table:
    """Find the heading, cut empty ends, and make all rows equally wide."""
    cleaned = [tuple(_cleaned(cell) for cell in line) for line in lines]
    while cleaned and not any(cleaned[-1]):
        cleaned.pop()
    if not cleaned:
        raise TableError("empty")
    index, _known = heading_row(cleaned[:_ABOVE_HEADING])
    body = cleaned[index + 1 :]
    if not any(any(row) for row in body):
        raise TableError("no_rows")
    if len(body) > ROW_LIMIT:
        raise TableError("too_big", what="rows", limit=ROW_LIMIT)
    width = max(_filled_width(row) for row in cleaned[index:])
    if width > COLUMN_LIMIT:
        raise TableError("too_big", what="columns", limit=COLUMN_LIMIT)
    headings, rows = folded_grids(_padded(cleaned[index], width), [_padded(row, width) for row in body])
    return Table(headings, rows, index + 2, encoding, warnings, sheet)


def _cleaned(cell: str) -> str:
    """Trim a cell, compose its letters, and drop what nobody sees: control and zero-width characters."""
    text = unicodedata.normalize("NFC", cell).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    if not text.isprintable():
        text = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"})
    return text.strip()


def _filled_width(row: Sequence[str]) -> int:
    return max((index for index, cell in enumerate(row, start=1) if cell), default=0)


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))
