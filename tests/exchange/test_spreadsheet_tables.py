# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""CSV, XLSX, ODS in; a plain table out."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop import resources
from revmentor_desktop.exchange.columns import recognise
from revmentor_desktop.exchange.csv_files import read_csv
from revmentor_desktop.exchange.errors import TableError
from revmentor_desktop.exchange.spreadsheets import COLUMN_LIMIT, ROW_LIMIT, Table, read_table

EXAMPLE = resources.path("example", "personas_ejemplo.csv")
PEOPLE = "nombre;apellidos;email\nÁlvaro;Peña Núñez;alvaro@albor.example\n"


def _table(tmp_path: Path, content: bytes | str, name: str = "personas.csv") -> Table:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path)


def _workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if isinstance(value, date | time):
                        sheet.write_datetime(row, column, value, day)  # pyright: ignore[reportArgumentType]  # takes dates and times too
                    elif value is not None:
                        sheet.write(row, column, value)
    return path


def test_the_example_is_a_table_of_28_people() -> None:
    table = read_table(EXAMPLE)
    assert (len(table.rows), table.first_row, table.encoding, table.warnings) == (28, 2, "utf-8-sig", ())
    assert len(recognise(table.headings)) == len(table.headings) == 18
    assert all(len(row) == 18 for row in table.rows)


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le")]
)
def test_unicode_encodings_are_recognised_without_a_word(tmp_path: Path, encoding: str, said: str) -> None:
    table = _table(tmp_path, PEOPLE.encode(encoding))
    assert table.rows == (("Álvaro", "Peña Núñez", "alvaro@albor.example"),)
    assert (table.encoding, table.warnings) == (said, ())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_latin_1_instead_of_utf_8_is_read_and_said(tmp_path: Path, encoding: str) -> None:
    table = _table(tmp_path, PEOPLE.encode(encoding))
    assert table.rows[0][1] == "Peña Núñez"
    assert [(warning.row, warning.code, warning.data["encoding"]) for warning in table.warnings] == [(0, "encoding", "cp1252")]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_recognised(tmp_path: Path, separator: str) -> None:
    text = PEOPLE.replace(";", separator)
    assert _table(tmp_path, text).headings == ("nombre", "apellidos", "email")


def test_excels_line_that_names_the_separator_is_obeyed_and_not_a_row(tmp_path: Path) -> None:
    table = _table(tmp_path, "sep=,\r\nnombre,apellidos\r\nAna,Gil\r\n")
    assert (table.headings, table.rows) == (("nombre", "apellidos"), (("Ana", "Gil"),))


def test_a_title_above_and_empty_rows_keep_the_numbers_that_the_person_sees(tmp_path: Path) -> None:
    table = _table(tmp_path, "Inscripciones 2027;;\n;;\nnombre;apellidos\nAna;Gil\n\nLuis;Mas\n\n\n")
    assert table.first_row == 4
    assert table.rows == (("Ana", "Gil"), ("", ""), ("Luis", "Mas"))


def test_loose_quotes_are_read_and_said_but_one_left_open_is_damage(tmp_path: Path) -> None:
    table = _table(tmp_path, 'nombre;apellidos\nAna;"Gil" "Pepa"\n')
    assert [warning.code for warning in table.warnings] == ["quotes"]
    with pytest.raises(TableError, match="damaged"):
        _table(tmp_path, 'nombre;apellidos\nAna;"Gil\nLuis;Mas\n')


def test_the_guard_against_formulas_is_taken_off_once(tmp_path: Path) -> None:
    table = _table(tmp_path, "nombre;apellidos\n'=Ana;''Gil\n'Ana;=Gil\n")
    assert table.rows == (("=Ana", "'Gil"), ("'Ana", "=Gil"))


def test_cells_lose_what_nobody_sees(tmp_path: Path) -> None:
    table = _table(tmp_path, "nombre;apellidos\n\u200b Ana\x07\xa0;Pen\u0303a \n")
    assert table.rows == (("Ana", "Peña"),)


def test_a_workbook_gives_whole_numbers_iso_days_and_its_best_sheet(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [None, "Nombre", "Apellidos", "Nivel", "Fecha RGPD", "Nota", "Hora"]]
    rows.append([None, " Ana ", "Gil", 3.0, date(2027, 1, 11), 2.5, time(9, 30)])
    rows.append([None, "Luis", "Mas", 4, datetime(2027, 1, 11, 9, 30), True, None])  # noqa: DTZ001 - a spreadsheet has no zones
    path = _workbook(tmp_path / "libro.xlsx", {"Instrucciones": [["Léeme"], ["Nombre"]], "Respuestas": rows})
    table = read_table(path)
    assert (table.sheet, table.first_row, table.encoding) == ("Respuestas", 3, None)
    assert [row[-6:] for row in table.rows] == [
        ("Ana", "Gil", "3", "2027-01-11", "2.5", "09:30:00"),
        ("Luis", "Mas", "4", "2027-01-11 09:30", "TRUE", ""),
    ]


def test_content_counts_and_not_the_ending_of_the_name(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "tabla.xlsx", {"Hoja1": [["Nombre", "Apellidos"], ["Ana", "Gil"]]})
    assert read_table(path.rename(tmp_path / "tabla.csv")).rows == (("Ana", "Gil"),)
    assert _table(tmp_path, PEOPLE, "personas.xlsx").encoding == "utf-8"


def ods(cells: str, *, mimetype: str = "application/vnd.oasis.opendocument.spreadsheet", manifest: str = "") -> bytes:
    """Return the least zip that is an ODS with these rows in its only table."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    body = f'<office:spreadsheet><table:table table:name="Hoja1">{cells}</table:table></office:spreadsheet>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return buffer.getvalue()


def ods_cell(text: str, more: str = "") -> str:
    """Return one cell of text."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_an_ods_is_read_with_its_endless_empty_rows(tmp_path: Path) -> None:
    endless = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    rows = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in (("Nombre", "Apellidos"), ("Ana", "Gil")))
    table = _table(tmp_path, ods(rows + endless), "tabla.ods")
    assert (table.headings, table.rows, table.first_row) == (("Nombre", "Apellidos"), (("Ana", "Gil"),), 2)


def test_a_grid_question_of_an_online_form_becomes_one_column(tmp_path: Path) -> None:
    lines = [
        "¿Qué quieres aprender? [Negociación]",
        "¿Qué quieres aprender? [Oratoria]",
        "¿Cuándo puedes? [Lunes]",
        "¿Cuándo puedes? [Jueves]",
    ]
    headings = ",".join(["Nombre y apellidos", *lines])
    table = _table(tmp_path, f'{headings}\nAna Gil,Mucho,,"9:00-11:00, 16:00-18:00",9:00-10:00\n')
    assert table.headings == ("Nombre y apellidos", "¿Qué quieres aprender?", "¿Cuándo puedes?")
    assert table.rows == (("Ana Gil", "Negociación>Mucho", "Lunes 9:00-11:00; Lunes 16:00-18:00; Jueves 9:00-10:00"),)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("nombre;apellidos\n" + "Ana;Gil\n" * (ROW_LIMIT + 1), "rows"),
        ("nombre;apellidos" + ";x" * COLUMN_LIMIT + "\nAna;Gil\n", "columns"),
        ("nombre;apellidos\nAna;" + "x" * 20_000_001, "bytes"),
    ],
)
def test_a_table_past_the_limits_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(TableError) as refusal:
        _table(tmp_path, text)
    assert (refusal.value.code, refusal.value.data["what"]) == ("too_big", what)


def test_the_last_row_within_the_limit_still_goes_in(tmp_path: Path) -> None:
    assert len(_table(tmp_path, "nombre;apellidos\n" + "Ana;Gil\n" * ROW_LIMIT).rows) == ROW_LIMIT


_CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp")) | st.sampled_from(';,|\t\n" '), max_size=12)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(";,\t|"))
def test_a_csv_gives_back_every_cell_whatever_separators_and_quotes_it_holds(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO()
    guarded = [["'" + cell if cell[:1] == "'" else cell for cell in row] for row in rows]
    csv.writer(written, delimiter=separator).writerows([["nombre", "apellidos", "correo"], *guarded])
    read = read_csv(written.getvalue().encode(), ROW_LIMIT)
    assert [list(row) for row in read.rows[1:]] == rows
    assert read.separator == separator
