# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""CSV as Spanish Excel, online forms and text editors write it: encoding and separator recognised."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from revmentor_desktop.exchange.columns import heading_row
from revmentor_desktop.exchange.errors import Problem, TableError

SEPARATORS = (";", ",", "\t", "|")
"""What may stand between two cells, the usual one in Spain first."""

_SEPARATOR_LINE = re.compile(r'\ufeff?"?sep=(.)"?\r?\n', re.IGNORECASE)
_GUARDED = re.compile(r"'(?=[=+\-@\t\r\n＝＋－＠'])")
_NEVER_TYPED = tuple(chr(code) for code in range(1, 32) if chr(code) not in "\t\n\r")


@dataclass(frozen=True, slots=True)
class CsvRows:
    """The rows of a CSV as text, with the encoding it had, the separator, and remarks."""

    rows: tuple[tuple[str, ...], ...]
    encoding: str
    separator: str
    warnings: tuple[Problem, ...]


def read_csv(content: bytes, limit: int) -> CsvRows:
    """Read ``content``; at most ``limit`` rows. Raises `TableError` (``damaged``, ``too_big``, ``wrong_type``)."""
    text, encoding, warnings = decoded(content)
    separator = None
    declared = _SEPARATOR_LINE.match(text)
    if declared:
        separator, text = declared.group(1), text[declared.end() :]
    if separator is None:
        separator = _separator_of(text)
    lines, strict = _records(text, separator, limit)
    if not strict:
        warnings = (*warnings, Problem(0, "", "quotes"))
    rows = tuple(tuple(_GUARDED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in line) for line in lines)
    return CsvRows(rows, encoding, separator, warnings)


def decoded(content: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Return the text, the name of its encoding, and the warning ``encoding`` when it had to be guessed."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _strictly(content, encoding), encoding, ()
    if b"\0" in content:
        encoding = _utf16_without_mark(content)
        return _strictly(content, encoding), encoding, ()
    try:
        return content.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    try:
        text, encoding = content.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = content.decode("latin-1"), "latin-1"
    if sum(map(text.count, _NEVER_TYPED)) > len(text) // 100:
        raise TableError("wrong_type", kind="binary")
    return text, encoding, (Problem(0, "", "encoding", MappingProxyType({"encoding": encoding})),)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError("damaged") from error
    if "\0" in text:
        raise TableError("wrong_type", kind="binary")
    return text


def _utf16_without_mark(content: bytes) -> str:
    """Tell the order of bytes from where the zeros are: in Western text every second byte is one."""
    sample = content[:2000]
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    half = len(sample) // 2
    if low > 0.6 * half and high < 0.1 * half:
        return "utf-16-le"
    if high > 0.6 * half and low < 0.1 * half:
        return "utf-16-be"
    raise TableError("wrong_type", kind="binary")


def _separator_of(text: str) -> str:
    """Choose the separator that makes most known headings, then most columns."""
    best, best_worth = SEPARATORS[0], (0, 1)
    for separator in SEPARATORS:
        rows = _first_records(text, separator)
        index, known = heading_row(rows)
        worth = (known, len(rows[index]) if rows else 0)
        if worth > best_worth:
            best, best_worth = separator, worth
    return best


def _first_records(text: str, separator: str) -> Sequence[Sequence[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=separator):
            rows.append(row)
            if len(rows) >= 12:
                break
    except csv.Error:
        return rows
    return rows


def _records(text: str, separator: str, limit: int) -> tuple[list[list[str]], bool]:
    """Return the rows, and whether the quotes were as they should be.

    A quote that never closes would swallow the rest of the table without a word, so an odd number of them is damage.
    """
    try:
        return _read(text, separator, limit, strict=True), True
    except csv.Error:
        pass
    if text.count('"') % 2:
        raise TableError("damaged", what="quotes")
    try:
        return _read(text, separator, limit, strict=False), False
    except csv.Error as error:
        raise TableError("damaged") from error


def _read(text: str, separator: str, limit: int, *, strict: bool) -> list[list[str]]:
    rows: list[list[str]] = []
    filled = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict):
        rows.append(row)
        filled += any(cell.strip() for cell in row)
        if filled > limit or len(rows) > 20 * limit:
            raise TableError("too_big", what="rows", limit=limit)
    return rows
