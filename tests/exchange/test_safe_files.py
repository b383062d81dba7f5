# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Every file beside the programme file is written whole or not at all, and no name of a person becomes a path."""

import ast
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.exchange.safe_files import write_safely
from revmentor_desktop.programme import saving
from tests.source import Module, fail_with, modules

NAMES = (
    "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "nul.pdf", "LPT1", "a/b", "ñ" * 300, "x" * 300, "🎉" * 100,
    "\u202efdp.exe", "Ana\u0301", "..", ".", "", " ", "x\0y", "a\nb", "-rf", "Ruiz: «la jefa»", "x.", "x ", "~", "%TEMP%", "$HOME",
    "a|b", "?*", "con.txt.pdf",
)  # fmt: skip


def test_a_file_is_new_or_old_and_no_part_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    for content in (b"old", b"new" * 100_000, b""):
        write_safely(path, content)
        assert path.read_bytes() == content
        assert [each.name for each in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.parametrize("call", ["os.fsync", "os.fdopen", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_content_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")

    def fail(*_args: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(call, fail)
    with pytest.raises(OSError, match="full"):
        write_safely(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_file_has_the_rights_that_the_person_gives_new_files(tmp_path: Path) -> None:
    for mask, rights in ((0o022, 0o644), (0o077, 0o600)):
        before = os.umask(mask)
        try:
            write_safely(tmp_path / "x.pdf", b"x")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "x.pdf").stat().st_mode) == rights


@pytest.mark.parametrize("name", ["x" * 251 + ".pdf", "ñ" * 125 + ".pdf", "\udcff.pdf"], ids=["ascii", "two bytes", "no UTF-8"])
def test_names_as_long_as_the_system_allows_can_be_written(tmp_path: Path, name: str) -> None:
    write_safely(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refusals = Path.replace, [32, 5]

    def held(part: Path, path: Path) -> Path:
        if refusals:
            refused = PermissionError(errno.EACCES, "held")
            refused.winerror = refusals.pop()  # type: ignore[misc]
            raise refused
        return replace(part, path)

    monkeypatch.setattr(Path, "replace", held)
    write_safely(tmp_path / "x.pdf", b"x")
    assert (tmp_path / "x.pdf").read_bytes() == b"x"


@pytest.mark.parametrize("words", NAMES)
def test_no_name_of_a_person_becomes_a_path(tmp_path: Path, words: str) -> None:
    folder = tmp_path / "aquí"
    first, second = (saving.save_named(folder, words, ".pdf", content) for content in (b"1", b"2"))
    assert {first.parent, second.parent} == {folder}
    assert first != second
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert first.name.endswith(".pdf")
    assert len(first.name.encode()) <= 255
    assert {each.name for each in tmp_path.iterdir()} == {"aquí"}


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_words_give_a_file_in_the_folder(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    folder = tmp_path_factory.mktemp("nombres")
    assert saving.save_named(folder, words, ".pdf", b"x").parent == folder


WRITERS = {
    "exchange/safe_files.py": "the one writer",
    "defects.py": "a log is added to",
}
"""Modules that may open a file for writing. ``store/`` has its own way: a copy is checked by SQLite before it gets its name."""
_CALLS = {"write_bytes", "write_text", "NamedTemporaryFile", "mkstemp", "QSaveFile", "QFile", "copyfile", "copy2", "fdopen"}


def writings(module: Module) -> Iterator[ast.Call]:
    """Calls that make or change a file."""
    for node in module.nodes():
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        modes = [arg.value for arg in (*node.args, *(k.value for k in node.keywords if k.arg == "mode")) if isinstance(arg, ast.Constant)]
        opens = name == "open" and any(isinstance(mode, str) and set(mode) <= set("rwxab+t") and set(mode) & set("wxa+") for mode in modes)
        if name in _CALLS or opens:
            yield node


def test_only_the_one_writer_writes_files() -> None:
    allowed = {
        **WRITERS,
        "exchange/sheet_reader.py": "its own pipes",
        "cli/streams.py": "the output that is there",
        "programme/places.py": "moves a file, compared before the old one goes",
    }
    fail_with(
        module.at(call, "writes a file by itself: use write_safely")
        for module in modules()
        if module.room != "store" and module.file.partition("/")[2] not in allowed
        for call in writings(module)
    )
