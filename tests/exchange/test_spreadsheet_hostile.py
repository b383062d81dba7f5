# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Files that are no table, or mean harm: one `TableError` each, soon, and the program goes on."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.exchange.errors import TableError
from revmentor_desktop.exchange.spreadsheets import read_table

WORKBOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BIFF = b"\x09\x08\x10\0\0\x06" + bytes(14)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _sheet(rows: str, head: str = "", dimension: str = "A1") -> bytes:
    return f'{head}<worksheet xmlns="{WORKBOOK}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'.encode()


def _changed(workbook: bytes, files: dict[str, bytes]) -> bytes:
    """Return the workbook with these files inside replaced or added."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in dict.fromkeys([*archive.namelist(), *files]):
            copy.writestr(name, files.get(name) or archive.read(name))
    return result.getvalue()


def _xlsx(rows: str = "", *, extra: dict[str, bytes] | None = None, head: str = "", dimension: str = "A1") -> bytes:
    """Return a workbook whose only sheet holds these rows of XML."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("A")
    return _changed(made.getvalue(), {"xl/worksheets/sheet1.xml": _sheet(rows, head, dimension), **(extra or {})})


def _cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def _people() -> str:
    return f'<row r="1">{_cell("A1", "Nombre")}{_cell("B1", "Apellidos")}</row><row r="2">{_cell("A2", "Ana")}{_cell("B2", "Gil")}</row>'


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def _entities() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{levels}]>'


def _ods_bomb() -> bytes:
    cell = '<t:table-cell o:value-type="string" t:number-columns-repeated="16384"><x:p>x</x:p></t:table-cell>'
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("o", "office"), ("t", "table"), ("x", "text"))
    )
    row = f'<t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row>'
    sheet = f'<o:body><o:spreadsheet><t:table t:name="A">{row}</t:table></o:spreadsheet></o:body>'
    content = f"<o:document-content {spaces}>{sheet}</o:document-content>"
    return _zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": content.encode()})


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf\r\n", "empty"),
    "only separators": (b";;;\n;;\n", "empty"),
    "headings alone": (b"nombre;apellidos\n", "no_rows"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "wrong_type"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "wrong_type"),
    "web page called xls": (b"<html><table><tr><td>Nombre</td></tr></table></html>", "wrong_type"),
    "xml": (b"<?xml version='1.0'?><Workbook/>", "wrong_type"),
    "bytes of nothing known": (bytes(range(256)) * 8, "wrong_type"),
    "word": (_zip(word__document=b"", word__x=b""), "wrong_type"),
    "any zip": (_zip(fotos=b"abc"), "wrong_type"),
    "binary workbook": (_zip(**{"xl/workbook.bin": b""}), "wrong_type"),
    "opendocument text": (_zip(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"}), "wrong_type"),
    "old word": (OLE + "WordDocument".encode("utf-16-le"), "wrong_type"),
    "workbook with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old excel with a password": (OLE + BIFF + b"\x2f\0\x06\0" + bytes(6), "encrypted"),
    "old excel cut short": (OLE + "Workbook".encode("utf-16-le"), "damaged"),
    "ods with a password": (
        _zip(
            mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
            **{"content.xml": b"?", "META-INF/manifest.xml": b"<encryption-data/>"},
        ),
        "encrypted",
    ),
    "one cell in the last corner": (_xlsx(_people() + f'<row r="1048576">{_cell("XFD1048576", "x")}</row>'), "too_big"),
    "one cell far below": (_xlsx(_people() + f'<row r="1048576">{_cell("A1048576", "x")}</row>'), "too_big"),
    "repeated cells of an ods": (_ods_bomb(), "too_big"),
    "zip bomb": (_xlsx(_people(), extra={"xl/media/a.bin": bytes(150_000_000)}), "too_big"),
    "entities": (_xlsx(f'<row r="1">{_cell("A1", "&l11;")}</row>', head=_entities()), "damaged"),
    "external entity": (_xlsx(_cell("A1", "&e;"), head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'), "damaged"),
    "broken xml": (_xlsx("<row><c>"), "damaged"),
    "truncated": (_xlsx(_people())[:-200], "damaged"),
    "nothing in its only sheet": (_xlsx(), "empty"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_one_error_and_little_time(tmp_path: Path, name: str) -> None:
    content, code = HOSTILE[name]
    path = tmp_path / "tabla.xlsx"
    path.write_bytes(content)
    start = time.monotonic()
    with pytest.raises(TableError) as refusal:
        read_table(path)
    assert refusal.value.code == code
    assert time.monotonic() - start < 10


def test_a_workbook_that_kills_its_reader_is_only_too_big(tmp_path: Path) -> None:
    """The shared strings repeat a long text so often that the reader runs out of the memory that it may use."""
    rows = "".join(f'<row r="{n}">' + '<c t="s"><v>0</v></c>' * 200 + "</row>" for n in range(1, 501))
    strings = f'<sst xmlns="{WORKBOOK}"><si><t>{"x" * 30_000}</t></si></sst>'.encode()
    path = tmp_path / "tabla.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("A").write(0, 0, "x")
    path.write_bytes(_changed(path.read_bytes(), {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": _sheet(rows)}))
    with pytest.raises(TableError) as refusal:
        read_table(path)
    assert (refusal.value.code, refusal.value.data["what"]) == ("too_big", "content")


def test_formatted_but_empty_cells_far_below_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "tabla.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nombre", "Apellidos"])
        sheet.write_row(1, 0, ["Ana", "Gil"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert read_table(path).rows == (("Ana", "Gil"),)


def test_a_claimed_dimension_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "tabla.xlsx"
    path.write_bytes(_xlsx(_people(), dimension="A1:XFD1048576"))
    assert read_table(path).rows == (("Ana", "Gil"),)


@pytest.mark.parametrize(("kind", "content"), [("pdf", b"%PDF-1.4"), ("image", b"\xff\xd8\xff\xe0"), ("web", b"<!DOCTYPE html>")])
def test_a_wrong_type_says_what_it_is(tmp_path: Path, kind: str, content: bytes) -> None:
    path = tmp_path / "tabla.csv"
    path.write_bytes(content)
    with pytest.raises(TableError) as refusal:
        read_table(path)
    assert refusal.value.data["kind"] == kind


def test_a_missing_file_and_a_folder_have_their_own_codes(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.csv", "missing_file"), (tmp_path, "wrong_type"), (tmp_path / "no" / "no.csv", "missing_file")):
        with pytest.raises(TableError, match=code):
            read_table(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_one_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "cualquiera.csv"
    path.write_bytes(content if not content.startswith((b"PK", b"\xd0\xcf")) else b"x" + content)
    try:
        table = read_table(path)
    except TableError:
        return
    assert all(len(row) == len(table.headings) for row in table.rows)


def test_a_zip_that_lies_about_its_sizes_is_damage(tmp_path: Path) -> None:
    content = bytearray(_xlsx(_people()))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 10)
    path = tmp_path / "tabla.xlsx"
    path.write_bytes(bytes(content))
    with pytest.raises(TableError, match="damaged"):
        read_table(path)
