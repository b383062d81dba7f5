# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""`backup` and `restore` give the JSON and the exit status that the contract promises, and one sentence when the world says no."""

from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from tests.cli.conftest import Call


@pytest.fixture
def copy(call: Call, example_path: Path, tmp_path: Path) -> Path:
    """A copy of the example."""
    return Path(str(call("backup", example_path, "--to", tmp_path / "copias", "--json").json["file"]))


def refused(call: Call, *words: object) -> str:
    said = call(*words, "--json")
    assert (said.status, said.out) == (3, "")
    assert said.err.count("\n") == 1
    return said.err


def test_backup_makes_one_copy_and_says_what_is_in_it(
    call: Call, example_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("pair", example_path, "--accept", "--today", "2027-01-12")
    before = example_path.read_bytes()
    monkeypatch.chdir(tmp_path)
    made = call("backup", example_path.name, "--to", "copias", "--today", "2026-11-23", "--json")
    assert made.status == 0
    assert set(made.json) == {"file", "people", "pairs", "sessions", "sequence"}
    path = Path(str(made.json["file"]))
    assert path.is_absolute()
    assert path.parent == tmp_path / "copias"
    assert path.name.startswith("Piloto 2027 · 2026-11-23 ")
    assert path.name.endswith(f"{made.json['sequence']:06d}.revmentor")
    assert (made.json["people"], made.json["pairs"], made.json["sessions"]) == (28, 13, 0)
    assert call("check", path, "--json").json == call("check", example_path, "--json").json
    assert example_path.read_bytes() == before
    again = call("backup", example_path, "--to", "copias", "--today", "2020-01-01", "--json").json
    assert int(str(again["sequence"])) > int(str(made.json["sequence"]))
    assert len(list((tmp_path / "copias").glob("*.revmentor"))) == 2


def test_restore_makes_a_new_file(call: Call, copy: Path, tmp_path: Path) -> None:
    whole = copy.read_bytes()
    target = tmp_path / "nuevo.revmentor"
    made = call("restore", copy, "--to", target, "--json")
    assert (made.status, made.json) == (0, {"file": str(target), "set_aside": None, "people": 28, "pairs": 0, "sessions": 0})
    assert target.read_bytes() == copy.read_bytes() == whole
    assert call("pair", target, "--json").status == 0


def test_restore_sets_an_existing_file_aside(call: Call, copy: Path, example_path: Path) -> None:
    call("pair", example_path)
    before = example_path.read_bytes()
    made = call("restore", copy, "--to", example_path, "--today", "2026-11-23", "--json").json
    aside = Path(str(made["set_aside"]))
    assert aside.parent == example_path.parent
    assert aside.name.startswith("apartado 2026-11-23 ")
    assert aside.name.endswith(f" {example_path.name}")
    assert aside.read_bytes() == before
    assert call("check", example_path, "--json").json["pairs"] == 0


def test_readable_summaries_without_json(call: Call, copy: Path, example_path: Path, tmp_path: Path) -> None:
    said = call("backup", example_path, "--to", tmp_path / "copias")
    assert "Copia hecha y comprobada: 28 personas" in said.out
    said = call("restore", copy, "--to", example_path)
    assert "28 personas" in said.out
    assert "apartado" in said.out


def test_a_damaged_copy_is_refused_by_name(call: Call, copy: Path, example_path: Path) -> None:
    before = example_path.read_bytes()
    content = bytearray(copy.read_bytes())
    content[40_000:40_400] = bytes(400)
    copy.write_bytes(content)
    assert copy.name in refused(call, "restore", copy, "--to", example_path)
    assert example_path.read_bytes() == before
    assert not list(example_path.parent.glob("apartado*"))


def test_a_damaged_file_is_not_copied(call: Call, example_path: Path, tmp_path: Path) -> None:
    content = bytearray(example_path.read_bytes())
    content[40_000:40_400] = bytes(400)
    example_path.write_bytes(content)
    assert "dañado" in refused(call, "backup", example_path, "--to", tmp_path / "copias")
    assert not list(tmp_path.glob("copias/*.revmentor"))


def test_a_file_that_is_open_elsewhere_is_refused(call: Call, copy: Path, example_path: Path, tmp_path: Path) -> None:
    workspace = files.open_file(example_path)
    refused(call, "backup", example_path, "--to", tmp_path / "copias")
    refused(call, "restore", copy, "--to", example_path)
    workspace.close()
    assert len(list(copy.parent.glob("*.revmentor"))) == 1


def test_strangers_and_missing_things_are_refused(call: Call, copy: Path, example_path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "carta.revmentor"
    letter.write_bytes(b"%PDF-1.7 algo")
    refused(call, "backup", letter, "--to", tmp_path / "copias")
    refused(call, "backup", tmp_path / "nada.revmentor", "--to", tmp_path / "copias")
    assert "carta.revmentor" in refused(call, "backup", example_path, "--to", letter)
    refused(call, "backup", example_path, "--to", letter / "copias")
    refused(call, "restore", letter, "--to", example_path)
    refused(call, "restore", tmp_path / "nada.revmentor", "--to", example_path)
    refused(call, "restore", copy, "--to", copy)
    assert "«no»" in refused(call, "restore", copy, "--to", tmp_path / "no" / "x.revmentor")
    refused(call, "restore", copy, "--to", tmp_path / "copias")
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("words", [("backup", "x"), ("restore", "x"), ("backup", "--to", "x"), ("restore", "x", "y", "--to", "z")])
def test_wrong_words_are_exit_2(call: Call, words: tuple[str, ...]) -> None:
    said = call(*words, "--json")
    assert (said.status, said.out) == (2, "")
