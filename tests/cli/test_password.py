# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""`password` sets, changes and removes as the contract says; every verb takes a password from the environment or asks where it can."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from revmentor_desktop.exchange.starter import example_table
from revmentor_desktop.programme import backups, files, passwords
from revmentor_desktop.programme.errors import StoreError
from tests.cli.conftest import Call
from tests.factory import NOW
from tests.source import ROOT

OLD, NEW = " una clave bien larga ", "otra clave, también larga"
"""The spaces at the ends belong to the password."""
PRESENT, FUTURE = "REVMENTOR_PASSWORD", "REVMENTOR_NEW_PASSWORD"
Given = Callable[..., None]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Put passwords into the environment, and nothing else there."""

    def put(present: str | None = None, new: str | None = None) -> None:
        for variable, value in ((PRESENT, present), (FUTURE, new)):
            if value is None:
                monkeypatch.delenv(variable, raising=False)
            else:
                monkeypatch.setenv(variable, value)

    return put


@pytest.fixture(scope="session")
def locked_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a password; made once, never written."""
    path = tmp_path_factory.mktemp("locked") / "ejemplo.revmentor"
    path.write_bytes(example_file.read_bytes())
    passwords.set_password(path, OLD, ())
    return path


@pytest.fixture
def locked(locked_file: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    path = tmp_path / "ejemplo.revmentor"
    path.write_bytes(locked_file.read_bytes())
    return path


def refused(call: Call, *words: object) -> str:
    said = call(*words, "--json")
    assert (said.status, said.out) == (3, "")
    assert said.err.count("\n") == 1
    return said.err


def opens(path: Path, password: str | None) -> bool:
    try:
        files.open_file(path, password).close()
    except StoreError:
        return False
    return True


def test_setting_encrypts_the_file_and_its_automatic_copies(call: Call, example_path: Path, given: Given) -> None:
    copy = backups.back_up(example_path, backups.copies_folder(), NOW)
    given(new=OLD)
    said = call("password", example_path, "--set", "--json")
    assert (said.status, said.json) == (0, {"encrypted": True, "copies_encrypted": 1, "plain_left": []})
    assert opens(example_path, OLD)
    assert not opens(example_path, None)
    assert not opens(example_path, OLD.strip())
    assert not any(path.read_bytes().startswith(b"SQLite") for path in copy.path.parent.glob("*.revmentor"))


def test_keeping_the_copies_names_each_one(call: Call, example_path: Path, given: Given) -> None:
    copy = backups.back_up(example_path, backups.copies_folder(), NOW)
    given(new=OLD)
    said = call("password", example_path, "--set", "--keep-copies", "--json")
    assert said.json == {"encrypted": True, "copies_encrypted": 0, "plain_left": [str(copy.path)]}
    assert copy.path.read_bytes().startswith(b"SQLite")


def test_changing_and_removing(call: Call, locked: Path, given: Given) -> None:
    backups.back_up(locked, backups.copies_folder(), NOW, OLD)
    given(OLD, NEW)
    assert call("password", locked, "--change", "--json").json == {"encrypted": True, "copies_encrypted": 1, "plain_left": []}
    assert (opens(locked, OLD), opens(locked, NEW)) == (False, True)
    given(NEW)
    removed = call("password", locked, "--remove", "--json")
    assert (removed.status, removed.json) == (0, {"encrypted": False, "copies_encrypted": 0, "plain_left": []})
    assert opens(locked, None)


def test_a_readable_summary_without_json(call: Call, example_path: Path, given: Given) -> None:
    copy = backups.back_up(example_path, backups.copies_folder(), NOW)
    given(new=OLD)
    said = call("password", example_path, "--set", "--keep-copies")
    assert "El archivo tiene contraseña." in said.out
    assert str(copy.path) in said.out
    given(OLD)
    assert "ya no tiene contraseña" in call("password", example_path, "--remove").out


def test_what_the_file_does_not_have_is_refused(call: Call, example_path: Path, given: Given) -> None:
    before = example_path.read_bytes()
    given(OLD, NEW)
    for deed in ("--change", "--remove"):
        assert "no tiene contraseña" in refused(call, "password", example_path, deed)
    assert example_path.read_bytes() == before


def test_setting_one_where_there_is_one_is_refused(call: Call, locked: Path, given: Given) -> None:
    given(OLD, NEW)
    assert "ya tiene contraseña" in refused(call, "password", locked, "--set")
    assert opens(locked, OLD)


@pytest.mark.parametrize("deed", ["--change", "--remove"])
def test_a_wrong_password_changes_nothing(call: Call, locked: Path, given: Given, deed: str) -> None:
    before = locked.read_bytes()
    given(OLD.strip(), NEW)
    assert "contraseña" in refused(call, "password", locked, deed)
    assert locked.read_bytes() == before


@pytest.mark.parametrize(
    ("new", "word"), [("corta", "12 letras"), ("x" * 201, "200"), ("una clave\tcon tabulador", "imprimir"), ("0123 abcd" * 12, "clave de")]
)
def test_a_new_password_that_can_not_be_is_refused(call: Call, example_path: Path, given: Given, new: str, word: str) -> None:
    given(new=new)
    assert word in refused(call, "password", example_path, "--set")
    assert opens(example_path, None)


def test_the_same_letters_composed_otherwise_open_the_file(call: Call, example_path: Path, given: Given) -> None:
    given(new="contrasen\u0303a de Begon\u0303a")
    assert call("password", example_path, "--set").status == 0
    given("contraseña de Begoña")
    assert call("check", example_path, "--json").json["sound"] is True


def test_the_printed_key_opens_the_file_too(call: Call, locked: Path, given: Given) -> None:
    workspace = files.open_file(locked, OLD)
    key = workspace.recovery_key
    workspace.close()
    given(key)
    assert call("pair", locked, "--dry-run", "--json").status == 0


def test_bytes_that_are_no_text_are_a_wrong_password(call: Call, locked: Path, given: Given) -> None:
    given("clave \udcff\udcfe larga y más")
    refused(call, "check", locked)
    given(OLD, "clave \udcff\udcfe larga y más")
    refused(call, "password", locked, "--change")


VERBS = [("import", "{example}"), ("pair",), ("plan",), ("agreements", "--out", "{out}"), ("backup", "--to", "{out}"), ("check",)]


@pytest.mark.parametrize("words", VERBS, ids=[words[0] for words in VERBS])
def test_every_verb_takes_the_password_and_misses_it_at_once(
    call: Call, locked: Path, given: Given, tmp_path: Path, words: tuple[str, ...]
) -> None:
    rest = [word.format(example=example_table(), out=tmp_path / "fuera") for word in words[1:]]
    given()
    assert "contraseña" in refused(call, words[0], locked, *rest)
    given(OLD)
    assert call(words[0], locked, *rest, "--json").status == 0


def test_going_back_to_an_encrypted_copy(call: Call, locked: Path, given: Given, tmp_path: Path) -> None:
    given(OLD)
    copy = str(call("backup", locked, "--to", tmp_path / "copias", "--json").json["file"])
    given()
    refused(call, "restore", copy, "--to", tmp_path / "nuevo.revmentor")
    given(OLD)
    assert call("restore", copy, "--to", tmp_path / "nuevo.revmentor", "--json").json["people"] == 28
    assert opens(tmp_path / "nuevo.revmentor", OLD)


@pytest.mark.parametrize(
    "words", [(), ("--set", "--remove"), ("--remove", "--keep-copies"), ("--change", "--keep-copies"), ("--set", "clave")]
)
def test_wrong_words_are_exit_2(call: Call, example_path: Path, words: tuple[str, ...]) -> None:
    said = call("password", example_path, *words, "--json")
    assert (said.status, said.out) == (2, "")


def test_a_missing_file_a_stranger_and_an_open_file_are_refused(call: Call, example_path: Path, given: Given, tmp_path: Path) -> None:
    given(OLD, NEW)
    refused(call, "password", tmp_path / "nada.revmentor", "--set")
    (tmp_path / "carta.revmentor").write_bytes(b"%PDF-1.7 algo")
    refused(call, "password", tmp_path / "carta.revmentor", "--set")
    workspace = files.open_file(example_path)
    refused(call, "password", example_path, "--set")
    workspace.close()
    assert opens(example_path, None)


def at_terminal(words: list[str], answers: list[str]) -> tuple[int, str]:
    """Run the command line at a terminal of its own and type ``answers``, one for each prompt."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        for variable in (PRESENT, FUTURE):
            os.environ.pop(variable, None)
        os.execv(sys.executable, [sys.executable, "-m", "revmentor_desktop", *words])  # noqa: S606 — the child of a terminal
    said, waiting = b"", list(answers)
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux says the end of a terminal so
            part = b""
        if not part:
            break
        said += part
        if said.rstrip(b" ").endswith(b":") and waiting:
            os.write(terminal, (waiting.pop(0) + "\n").encode())
            said += b"\n"
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode()


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own")
class TestAtATerminal:
    """What is asked, and that nothing typed is shown."""

    def test_a_new_password_is_asked_for_twice(self, example_path: Path) -> None:
        status, said = at_terminal(["password", str(example_path), "--set", "--json"], [OLD, OLD])
        assert status == 0, said
        assert said.count("Contraseña nueva:") == 1
        assert said.count("La misma otra vez:") == 1
        assert OLD not in said
        assert opens(example_path, OLD)

    def test_two_that_differ_change_nothing(self, example_path: Path) -> None:
        status, said = at_terminal(["password", str(example_path), "--set"], [OLD, NEW])
        assert (status, "no son iguales" in said) == (3, True)
        assert opens(example_path, None)

    def test_the_present_one_is_asked_for_before_the_new_one(self, locked: Path) -> None:
        status, said = at_terminal(["password", str(locked), "--change"], [OLD, NEW, NEW])
        assert status == 0, said
        assert said.index("Contraseña actual:") < said.index("Contraseña nueva:")
        assert opens(locked, NEW)

    def test_any_verb_asks_for_the_password(self, locked: Path) -> None:
        status, said = at_terminal(["check", str(locked)], [OLD])
        assert (status, said.count("Contraseña del archivo:")) == (0, 1)
        status, said = at_terminal(["check", str(locked)], ["no es esta clave"])
        assert (status, "Traceback" in said) == (3, False)
        status, said = at_terminal(["check", str(locked)], ["\x04"])
        assert (status, "Traceback" in said) == (3, False)


def test_without_a_terminal_nothing_is_asked_for(locked: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {PRESENT, FUTURE}}
    for words in (["check", str(locked)], ["password", str(locked), "--remove"]):
        done = subprocess.run(
            [sys.executable, "-m", "revmentor_desktop", *words],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
