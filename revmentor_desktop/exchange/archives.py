# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A look at a spreadsheet's zip before anything expands it: kinds, sizes, and how far its cells reach.

A legal workbook of 4 kB with one cell in its last corner makes a reader ask for 500 GB (calamine issue 693), and one of
780 kB unpacks to 800 MB; so sizes are counted while inflating and the references are read as a stream first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from revmentor_desktop.exchange.errors import TableError

ENTRY_LIMIT = 2_000
"""Files inside one workbook."""
INFLATED_LIMIT = 200_000_000
"""Bytes of all of them, unpacked."""
RATIO_LIMIT = 200
"""Times that a big file inside may be larger than its packed form."""
REACH_ROWS = 100_000
"""Farthest row with something in it."""

_RATIO_FROM = 10_000_000
_CHUNK = 65_536
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_INSIDE = (
    ("xl/workbook.bin", "xlsb"),
    ("word/", "word"),
    ("ppt/", "presentation"),
    ("META-INF/container.xml", "book"),
)
_MIMETYPES = {"text": "word", "presentation": "presentation", "graphics": "image"}


def look(content: bytes, columns: int) -> None:
    """Raise `TableError` unless ``content`` is the zip of a workbook that is safe to open with ``columns`` at most."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(archive)
            kind = _kind(archive)
            _scan(archive, kind, columns)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeDecodeError, ValueError) as error:
        raise TableError("damaged") from error
    except RuntimeError as error:  # zipfile's word for a file inside that asks for a password
        raise TableError("encrypted") from error


def _check_directory(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > ENTRY_LIMIT or sum(entry.file_size for entry in entries) > INFLATED_LIMIT:
        raise TableError("too_big", what="content", limit=INFLATED_LIMIT)
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1):
            raise TableError("too_big", what="content", limit=INFLATED_LIMIT)


def _kind(archive: zipfile.ZipFile) -> str:
    """Return ``xlsx`` or ``ods``, or raise ``wrong_type`` with what the zip is instead."""
    names = set(archive.namelist())
    if "mimetype" in names and "content.xml" in names:
        return _open_document(archive, names)
    if "xl/workbook.xml" in names:
        return "xlsx"
    for start, kind in _INSIDE:
        if any(name.startswith(start) for name in names):
            raise TableError("wrong_type", kind=kind)
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise TableError("wrong_type", kind="archive")


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str:
    with archive.open("mimetype") as file:
        mimetype = file.read(200).decode("ascii", "replace").strip()
    ending = mimetype.removeprefix("application/vnd.oasis.opendocument.").removesuffix("-template")
    if ending != "spreadsheet":
        raise TableError("wrong_type", kind=_MIMETYPES.get(ending, "archive"))
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(1_000_000):
                raise TableError("encrypted")
    return "ods"


def _scan(archive: zipfile.ZipFile, kind: str, columns: int) -> None:
    """Inflate every file once, counting, and follow the cells of those in XML."""
    inflated = 0
    for entry in archive.infolist():
        reach = _OdsReach(columns) if kind == "ods" else _XlsxReach(columns)
        parser = _parser(reach) if entry.filename.endswith(".xml") else None
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                inflated += len(chunk)
                if inflated > INFLATED_LIMIT:
                    raise TableError("too_big", what="content", limit=INFLATED_LIMIT)
                if parser is not None:
                    _feed(parser, chunk)


def _parser(reach: "_XlsxReach | _OdsReach") -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reach.start
    parser.EndElementHandler = reach.end
    parser.EntityDeclHandler = _refuse_entity
    return parser


def _feed(parser: expat.XMLParserType, chunk: bytes) -> None:
    try:
        parser.Parse(chunk, False)
    except expat.ExpatError as error:
        raise TableError("damaged") from error


def _refuse_entity(*_declaration: object) -> None:
    raise TableError("damaged", what="entities")


class _XlsxReach:
    """How far the filled cells of one XLSX sheet reach; empty formatted ones do not count."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._row = 0
        self._column = 0
        self._in_cell = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() else self._row + 1
            self._column = 0
        elif local == "c":
            self._in_cell = True
            self._place(attributes.get("r"))
        elif local in {"v", "is", "f"} and self._in_cell:
            self._check()

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "c":
            self._in_cell = False

    def _place(self, reference: str | None) -> None:
        place = _REFERENCE.fullmatch(reference.upper()) if reference else None
        if place is None:
            self._column += 1
            return
        self._column = column_number(place.group(1))
        self._row = int(place.group(2))

    def _check(self) -> None:
        _check_reach(self._row, self._column, self._columns)


class _OdsReach:
    """How far the filled cells of the tables of an ODS reach; repeated empty ones do not count."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._row = self._column = self._repeat = 0
        self._filled = False
        self._in_cell = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "table":
            self._row = 0
        elif local == "table-row":
            self._row += _repeated(attributes, "number-rows-repeated")
            self._column = 0
        elif local in {"table-cell", "covered-table-cell"}:
            self._column += _repeated(attributes, "number-columns-repeated")
            self._in_cell = True
            if any(key.endswith(" value-type") for key in attributes):
                self._check()
        elif local == "p" and self._in_cell:
            self._check()

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2] in {"table-cell", "covered-table-cell"}:
            self._in_cell = False

    def _check(self) -> None:
        _check_reach(self._row, self._column, self._columns)


def _repeated(attributes: Mapping[str, str], ending: str) -> int:
    for key, value in attributes.items():
        if key.endswith(" " + ending) and value.isdecimal():
            return int(value)
    return 1


def _check_reach(row: int, column: int, columns: int) -> None:
    if column > columns:
        raise TableError("too_big", what="columns", limit=columns)
    if row > REACH_ROWS:
        raise TableError("too_big", what="rows", limit=REACH_ROWS)


def column_number(letters: str) -> int:
    """Return the number of a column from its letters, ``A`` is 1 and ``XFD`` 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
