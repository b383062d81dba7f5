# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Bad input: one Spanish sentence that says what to do, exit 3 (or a named row), and nothing lost or half written."""

from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from tests.cli.conftest import Call

HEAD = "nombre;apellidos;email;departamento;puesto;nivel;responsable;rol;quiere_aprender;puede_aportar;disponibilidad;info_rgpd_fecha\n"
ROW = "Ana;Núñez;ana@e.es;Ventas;Técnica;2;;mentor;;Marketing digital>3;L 09:00-11:00;2027-01-11\n"


def table(folder: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8", name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes((head + "".join(rows)).encode(encoding))
    return path


def refused(call: Call, *words: object) -> str:
    said = call(*words, "--json")
    assert said.status == 3, said
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("vacia.csv", b""), ("acta.csv", b"%PDF-1.4 nada"), ("foto.xlsx", b"\x89PNG\r\n\x1a\n0000"), ("solo.csv", HEAD.encode())],
)
def test_a_table_that_is_none_is_refused_and_the_file_stays(
    call: Call, example_path: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    refused(call, "import", example_path, tmp_path / name)
    assert call("check", example_path, "--json").json["people"] == 28


def test_latin_1_is_read_and_said(call: Call, example_path: Path, tmp_path: Path) -> None:
    answer = call("import", example_path, table(tmp_path, ROW, encoding="latin-1"), "--json").json
    assert answer["added"] == 1
    assert any("UTF-8" in str(warning) for warning in answer["warnings"])  # type: ignore[union-attr]
    workspace = files.open_file(example_path)
    assert "Núñez" in {person.last_name for person in workspace.snapshot().people.values()}
    workspace.close()


def test_missing_columns_are_named(call: Call, example_path: Path, tmp_path: Path) -> None:
    said = refused(call, "import", example_path, table(tmp_path, "Ventas;a@b.es;mentor\n", head="departamento;correo;rol\n"))
    assert "nombre y apellidos" in said


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("Ana;;ana@e.es;Ventas;Técnica;2;;mentor;;Negociación>3;L 09:00-11:00;2027-01-11\n", "last_name"),
        ("Ana;Gil;ana@e;Ventas;Técnica;2;;mentor;;Negociación>3;L 09:00-11:00;2027-01-11\n", "email"),
    ],
)
def test_a_row_without_surname_or_with_a_broken_email_is_rejected_and_the_others_go_in(
    call: Call, example_path: Path, tmp_path: Path, row: str, field: str
) -> None:
    answer = call("import", example_path, table(tmp_path, row, ROW.replace("ana@", "eva@")), "--json").json
    assert answer["added"] == 1
    assert [(r["row"], r["field"]) for r in answer["rejected"]] == [(2, field)]  # type: ignore[union-attr]
    assert "fila 2" in answer["rejected"][0]["reason"]  # type: ignore[index]


def test_hours_that_cannot_be_read_make_a_draft(call: Call, example_path: Path, tmp_path: Path) -> None:
    answer = call("import", example_path, table(tmp_path, ROW.replace("L 09:00-11:00", "cuando pueda")), "--json").json
    assert (answer["added"], answer["drafts"]) == (1, 1)
    assert "cuando pueda" in str(answer["warnings"])


def test_an_unknown_topic_becomes_the_firms_own_and_is_said(call: Call, example_path: Path, tmp_path: Path) -> None:
    answer = call("import", example_path, table(tmp_path, ROW.replace("Marketing digital", "Soldadura")), "--json").json
    assert (answer["added"], answer["drafts"]) == (1, 0)
    assert "Soldadura" in str(answer["warnings"])


def test_a_boss_who_is_not_there_is_left_empty_and_named(call: Call, example_path: Path, tmp_path: Path) -> None:
    answer = call("import", example_path, table(tmp_path, ROW.replace(";2;;", ";2;nadie@e.es;")), "--json").json
    assert "nadie@e.es" in str(answer["warnings"])


def test_a_boss_cycle_lets_the_row_in_without_the_boss(call: Call, example_path: Path, tmp_path: Path) -> None:
    rows = [ROW.replace(";2;;", ";2;eva@e.es;"), ROW.replace("ana@", "eva@").replace("Ana", "Eva").replace(";2;;", ";2;ana@e.es;")]
    answer = call("import", example_path, table(tmp_path, *rows), "--json").json
    assert (answer["added"], answer["rejected"]) == (2, [])
    assert "fila 3" in str(answer["warnings"]).lower()


def test_a_column_map_may_name_the_columns(call: Call, example_path: Path, tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text('{"first_name": "A", "last_name": "B", "email": "C"}', encoding="utf-8")
    path = table(tmp_path, "Ana;Gil;ana@e.es\n", head="A;B;C\n")
    assert call("import", example_path, path, "--columns", tmp_path / "map.json", "--json").json["added"] == 1
    (tmp_path / "map.json").write_text('{"first_name": "Z"}', encoding="utf-8")
    refused(call, "import", example_path, path, "--columns", tmp_path / "map.json")


def test_an_output_folder_that_cannot_be_written_is_refused(call: Call, example_path: Path, tmp_path: Path) -> None:
    call("pair", example_path, "--accept", "--today", "2027-01-12")
    (tmp_path / "fichero").write_text("x", encoding="utf-8")
    refused(call, "agreements", example_path, "--out", tmp_path / "fichero" / "dentro")
    workspace = files.open_file(example_path)
    assert workspace.snapshot().agreements == ()
    workspace.close()


def test_a_file_that_another_window_has_open_is_refused(call: Call, example_path: Path) -> None:
    workspace = files.open_file(example_path)
    try:
        refused(call, "pair", example_path)
    finally:
        workspace.close()
    assert call("pair", example_path, "--json").status == 0


@pytest.mark.parametrize("content", [b"%PDF-1.7 algo", b"hola\n", b"", b"PK\x03\x04xx"])
def test_a_stranger_named_revmentor_is_refused_and_left_as_it_is(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "raro.revmentor"
    path.write_bytes(content)
    for verb in ("pair", "plan"):
        refused(call, verb, path)
    assert call("check", path, "--json").status == 3
    assert path.read_bytes() == content


def test_a_missing_file_is_refused(call: Call, tmp_path: Path) -> None:
    refused(call, "plan", tmp_path / "nada.revmentor")
    assert list(tmp_path.glob("*.revmentor")) == []
