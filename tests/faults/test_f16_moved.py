# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F16: a file that is moved, removed, replaced or made unreachable while it is open: the next action fails whole and says so.

A disk can't be made read-only while a file of it is open for writing (Linux refuses), so that is not among them.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from revmentor_desktop.store import check
from revmentor_desktop.store.errors import StoreError
from tests.faults import at_work, disks, use_cases
from tests.faults.conftest import Faults
from tests.faults.use_cases import Scene

WRITES = ("edit", "enrol", "spreadsheet", "end", "clear", "log", "postpone", "mark_printed", "close_days", "type_on", "undo")
"""Use cases that write in whatever state the file is."""


def renamed(path: Path, _older: Path) -> None:
    path.rename(path.with_name("otro nombre.revmentor"))


def removed(path: Path, _older: Path) -> None:
    path.unlink()


def replaced(path: Path, older: Path) -> None:
    shutil.copy(older, path.with_name("nuevo"))
    path.with_name("nuevo").rename(path)


def moved_and_replaced(path: Path, older: Path) -> None:
    renamed(path, older)
    shutil.copy(older, path)


def folder_renamed(path: Path, _older: Path) -> None:
    path.parent.rename(path.parent.with_name("otra carpeta"))


def folder_removed(path: Path, _older: Path) -> None:
    shutil.rmtree(path.parent)


def unplugged(path: Path, _older: Path) -> None:
    disks.pull(path.parent)


HAPPENINGS: dict[str, Callable[[Path, Path], None]] = {
    each.__name__: each for each in (renamed, removed, replaced, moved_and_replaced, folder_renamed, folder_removed, unplugged)
}


def refused_whole(life: Path, root: Path, happening: str, name: str) -> str:
    """Let something happen to an open file, then act; returns the code of the refusal. All that must hold is asserted."""
    home = root / "casa"
    home.mkdir()
    with ExitStack() as ending:
        if happening == "unplugged":
            ending.enter_context(disks.mounted(home, "4m"))
        path = Path(shutil.copy(life, home / "x.revmentor"))
        scene = Scene(files.open_file(path), random.Random(name), root)  # noqa: S311
        use_cases.edit(scene)
        with scene.workspace.reading() as cx:
            before = at_work.digests(at_work.driver_of(cx))
        HAPPENINGS[happening](path, life)
        assert scene.workspace.is_moved()
        with pytest.raises(StoreError) as caught:
            use_cases.WRITING[name](scene)
        there = path.read_bytes() if path.exists() else b""
        scene.workspace.copy_to(root / "a salvo.revmentor")
        with suppress(StoreError):
            scene.workspace.close()
        assert there == (life.read_bytes() if "replaced" in happening else b"")
        assert there == (path.read_bytes() if path.exists() else b"")
    saved = files.open_file(root / "a salvo.revmentor")
    with saved.reading() as cx:
        assert at_work.digests(at_work.driver_of(cx)) == before
    saved.close()
    moved = root / "casa" / "otro nombre.revmentor"
    assert not moved.exists() or check.check(moved).sound
    return caught.value.code


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_the_next_action_fails_whole_and_a_copy_elsewhere_saves_everything(
    life: Path, tmp_path: Path, faults: Faults, happening: str
) -> None:
    chosen = random.Random(happening).sample(WRITES, faults.size(2, len(WRITES)))  # noqa: S311
    seen = Counter[str]()
    for name in chosen:
        root = tmp_path / name
        root.mkdir()
        seen[refused_whole(life, root, happening, name)] += 1
    faults.tell(f"F16 {happening.replace('_', ' ')}", use_cases=len(chosen), **seen, written_elsewhere=0)
    assert set(seen) == {"moved"}
