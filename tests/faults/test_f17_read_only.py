# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F17: a file, a folder or a medium that can only be read: the programme opens to look at, nothing is written, nothing is half read."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from revmentor_desktop.store import header
from revmentor_desktop.store.errors import StoreError
from tests.faults import disks
from tests.faults.conftest import Faults
from tests.faults.killing import begin, rest, server
from tests.source import PACKAGE, ROOT
from tests.store.conftest import CUT_SHORT

READ_ONLY = {"file": (0o444, 0o755), "folder": (0o644, 0o555), "both": (0o444, 0o555)}


@pytest.fixture(scope="module")
def lowly() -> Iterator[subprocess.Popen[str]]:
    """A server for which permissions count."""
    with server("tests.faults.lowly", before=disks.without_rights()) as started:
        yield started


@contextmanager
def permitted(path: Path, file: int, folder: int) -> Iterator[None]:
    """Give a file and its folder permissions for the block."""
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        yield
    finally:
        path.parent.chmod(0o755)
        path.chmod(0o644)


def ordered(lowly: subprocess.Popen[str], path: Path, do: str, elsewhere: Path) -> str:
    """Return what came of one order."""
    begin(lowly, json.dumps({"do": do, "path": str(path), "folder": str(elsewhere), "use_case": "edit"}))
    return rest(lowly)[-1]


def placed(life: Path, folder: Path) -> Path:
    """Put a copy of the file into a folder of its own."""
    folder.mkdir(exist_ok=True)
    path = folder / "x.revmentor"
    path.write_bytes(life.read_bytes())
    return path


@pytest.mark.parametrize("what", READ_ONLY)
def test_what_may_only_be_read_opens_to_look_at(lowly: subprocess.Popen[str], life: Path, tmp_path: Path, what: str) -> None:
    path = placed(life, tmp_path / "casa")
    content = path.read_bytes()
    with permitted(path, *READ_ONLY[what]):
        assert ordered(lowly, path, "open", tmp_path) == "refused read_only"
        assert ordered(lowly, path, "read", tmp_path) == "done 28"
        assert ordered(lowly, path, "check", tmp_path) == "done 28"
        assert path.read_bytes() == content
        assert {each.name for each in path.parent.iterdir() if each.stat().st_size} == {"x.revmentor"}


@pytest.mark.parametrize("use_case", ["edit", "enrol", "undo", "type_on"])
def test_permission_taken_away_while_it_is_open_fails_the_next_action_whole(
    lowly: subprocess.Popen[str], life: Path, tmp_path: Path, use_case: str
) -> None:
    path = placed(life, tmp_path / "casa")
    begin(lowly, json.dumps({"do": "change", "path": str(path), "folder": str(tmp_path), "use_case": use_case}))
    assert lowly.stdin is not None
    assert lowly.stdout is not None
    assert lowly.stdout.readline() == "open\n"
    content = path.read_bytes()
    header.journal_of(path).chmod(0o444)
    with permitted(path, 0o444, 0o555):
        lowly.stdin.write("\n")
        lowly.stdin.flush()
        said = rest(lowly)
        assert said[0] in {"failed permission", "failed io"}  # SQLite opens the journal, but may not write it
        assert said[1] == "copied"
        assert path.read_bytes() == content
    assert files.check(tmp_path / "a salvo.revmentor").sound
    assert files.check(path).sound


@pytest.mark.parametrize("hot", [False, True], ids=["closed well", "cut short"])
def test_a_medium_that_can_only_be_read_is_looked_at_and_left_as_it_is(
    life: Path, tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch, hot: bool
) -> None:
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with disks.mounted(tmp_path / "lapiz", "8m") as stick:
        path = placed(life, stick)
        if hot:
            subprocess.run([sys.executable, "-c", CUT_SHORT, str(path)], cwd=ROOT, check=False, timeout=60)
            assert header.is_hot(path)
        assert disks.make_read_only(stick)
        there = {name: (stick / name).read_bytes() for name in disks.names_on(stick)}
        for _ in range(2):
            with pytest.raises(StoreError, match="read_only"):
                files.open_file(path)
        workspace = files.open_to_read(path)
        assert workspace.read_only == "medium"
        assert "Nadie" not in {person.first_name for person in workspace.snapshot().people.values()}
        assert len(workspace.snapshot().people) == 28
        workspace.copy_to(tmp_path / "copia.revmentor")
        workspace.close()
        assert files.check(path).sound
        assert {name: (stick / name).read_bytes() for name in disks.names_on(stick)} == there
    assert list(temporary.iterdir()) == []
    assert files.check(tmp_path / "copia.revmentor").sound
    faults.tell(f"F17 read-only medium, {'cut short' if hot else 'closed well'}", opened_to_read=1, written=0)


def test_no_file_is_ever_opened_as_if_nobody_could_change_it() -> None:
    # With SQLite's word for that, a journal beside the file is passed over and a half-written state is read as whole.
    word = "immut" + "able"
    assert not [path for path in (ROOT / PACKAGE).rglob("*.py") if word in path.read_text(encoding="utf-8")]
