# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The old Excel format, from a workbook made here byte by byte ([MS-CFB], [MS-XLS]), for nothing writes it any more."""

import struct
from pathlib import Path

from revmentor_desktop.exchange.spreadsheets import read_table

SECTOR = 512
END, FAT = 0xFFFFFFFE, 0xFFFFFFFD
FREE = 0xFFFFFFFF


def _record(number: int, content: bytes) -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def _label(row: int, column: int, text: str) -> bytes:
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _number(row: int, column: int, value: float) -> bytes:
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    links = struct.pack("<III", FREE, FREE, child)
    return struct.pack("<64sHBB", text, len(text) + 2, kind, 1) + links + bytes(36) + struct.pack("<IQ", start, size)


def _workbook(cells: bytes) -> bytes:
    """Return the compound file: header, table of sectors, directory, and the stream of eight sectors."""
    start = struct.pack("<HHHHII", 0x0600, 0, 0, 0, 0, 0x06)
    opening, ending = _record(0x0809, start[:2] + struct.pack("<H", 0x0005) + start[4:]), _record(0x000A, b"")
    name = b"\x05\x00Hoja1"
    place = len(opening) + 4 + 6 + len(name) + len(ending)
    globals_ = opening + _record(0x0085, struct.pack("<IBB", place, 0, 0) + name) + ending
    stream = globals_ + _record(0x0809, start[:2] + struct.pack("<H", 0x0010) + start[4:]) + cells + ending
    sectors = [FAT, END, *range(3, 10), END]
    table = struct.pack("<128I", *sectors, *[FREE] * (128 - len(sectors)))
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, 2, 4096) + 2 * (_entry("", 0, FREE, 0, 0))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return header + table + directory + stream.ljust(4096, b"\0")


def test_an_xls_is_read(tmp_path: Path) -> None:
    headings = _label(0, 0, "Nombre") + _label(0, 1, "Apellidos") + _label(0, 2, "Nivel")
    path = tmp_path / "personas.xls"
    path.write_bytes(_workbook(headings + _label(1, 0, "Íñigo") + _label(1, 1, "Peña") + _number(1, 2, 3.0)))
    table = read_table(path)
    assert (table.headings, table.rows, table.sheet) == (("Nombre", "Apellidos", "Nivel"), (("Íñigo", "Peña", "3"),), "Hoja1")
