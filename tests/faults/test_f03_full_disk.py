# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F3: on a full disk an action fails whole and says so; the file stays sound, and nothing half made is left."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from revmentor_desktop.programme import backups, files
from revmentor_desktop.store import check, encryption, upgrade
from revmentor_desktop.store.errors import StoreError
from tests import factory
from tests.faults import at_work, disks, use_cases
from tests.faults.conftest import Faults
from tests.faults.use_cases import Scene, UseCase
from tests.store import next_release

OPEN = {**use_cases.WRITING, **use_cases.BESIDE}
OLD, NEW = "Mesa azul 7 ñ", "Silla verde 8 ñ"
HARMLESS = {".x.revmentor.lock", ".x.revmentor.quien.json", "copias", "copias/.copias.lock", "copias/copias.jsonl", "acuerdos"}
"""What may be left: notes about who works, the list of copies, folders."""


def _opened_and_closed(path: Path) -> None:
    files.open_file(path).close()


def _changed(path: Path) -> None:
    encryption.change(path, OLD, NEW)


def _upgraded(path: Path) -> None:
    upgrade.upgrade(path, steps=next_release.STEPS)


def _created(path: Path) -> None:
    factory.new_file(path.parent, "nuevo.revmentor").close()


def _restored(path: Path) -> None:
    copy = next(path.parent.parent.glob("fuera/*.revmentor"))
    backups.restore(copy, path, factory.NOW)


CLOSED: dict[str, Callable[[Path], object]] = {
    "open": _opened_and_closed,
    "back_up": lambda path: backups.back_up(path, path.parent / "copias", factory.NOW),
    "restore": _restored,
    "create": _created,
    "set_password": lambda path: encryption.encrypt(path, OLD),
    "change_password": _changed,
    "remove_password": lambda path: encryption.decrypt(path, OLD),
    "upgrade": _upgraded,
}
WITH_PASSWORD = {"change_password", "remove_password"}


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 2 MB."""
    with disks.mounted(tmp_path_factory.mktemp("full") / "lapiz", "2m") as folder:
        yield folder


def rooms(chance: random.Random, count: int) -> list[int]:
    """Return sizes of free space to try: up to 64 kB, where a commit ends, and up to 600 kB, where a copy does."""
    return [chance.randrange(0, chance.choice((65_536, 614_400)), 4096) for _ in range(count)]


def state_of(scene: Scene) -> tuple[str, str]:
    """Return the digests of what is stored."""
    with scene.workspace.reading() as cx:
        return at_work.digests(at_work.driver_of(cx))


def tried(disk: Path, life: Path, use_case: UseCase, free: int, seed: int) -> bool:
    """Let an open programme do something with so much room; whether it was done. All that must hold is asserted."""
    disks.clear(disk)
    path = Path(shutil.copy(life, disk / "x.revmentor"))
    scene = Scene(files.open_file(path), random.Random(seed), disk)  # noqa: S311
    use_cases.edit(scene)
    use_cases.edit(scene)
    use_cases.undo(scene)
    before, names = state_of(scene), disks.names_on(disk)
    disks.fill(disk, free)
    try:
        use_case(scene)
        done = True
    except (StoreError, OSError) as error:
        done = False
        assert isinstance(error, StoreError) or use_case is use_cases.export, error
        assert not isinstance(error, StoreError) or error.code == "full", error.code
        assert state_of(scene) == before
        left = disks.names_on(disk) - names - HARMLESS
        assert {Path(name).suffix for name in left} <= {".pdf"}, left
        assert all((disk / name).read_bytes().rstrip().endswith(b"%%EOF") for name in left)
    now = state_of(scene)
    disks.fill(disk, 700_000)
    use_case(scene) if not done else None  # what was refused can be done as soon as there is room
    scene.workspace.close()
    assert check.check(path).sound
    assert done or now == before
    return done


def test_an_action_without_room_fails_whole_and_can_be_done_later(disk: Path, life: Path, faults: Faults) -> None:
    chance, seen = random.Random(3), Counter[str]()  # noqa: S311
    for name, use_case in OPEN.items():
        for free in rooms(chance, faults.size(1, 40)):
            seen["done" if tried(disk, life, use_case, free, len(name)) else "refused"] += 1
    faults.tell("F3 full disk, open programme", cases=seen.total(), **seen, unsound=0, half_made=0)
    assert seen["refused"] > seen.total() // 10


def tried_closed(disk: Path, original: Path, name: str, free: int) -> bool:
    """Do something to a closed file with so much room; whether it was done."""
    disks.clear(disk)
    path = Path(shutil.copy(original, disk / "x.revmentor"))
    secret = OLD if name in WITH_PASSWORD else None
    content, names = path.read_bytes(), disks.names_on(disk)
    disks.fill(disk, free)
    try:
        CLOSED[name](path)
    except StoreError as error:
        assert error.code == "full", error.code
        assert {name for name in disks.names_on(disk) - names if (disk / name).stat().st_size} <= HARMLESS
        assert check.check(path, secret).sound
        assert path.read_bytes() == content or name in {"open", "change_password"}
        return False
    return True


def test_a_closed_file_is_as_it_was_when_there_is_no_room_to_change_it(disk: Path, life: Path, tmp_path: Path, faults: Faults) -> None:
    chance, seen = random.Random(4), Counter[str]()  # noqa: S311
    secret = Path(shutil.copy(life, tmp_path / "secreto.revmentor"))
    encryption.encrypt(secret, OLD)
    backups.back_up(life, disk.parent / "fuera", factory.NOW)
    for name in CLOSED:
        for free in rooms(chance, faults.size(2, 40)):
            done = tried_closed(disk, secret if name in WITH_PASSWORD else life, name, free)
            seen["done" if done else "refused"] += 1
    faults.tell("F3 full disk, closed file", cases=seen.total(), **seen, unsound=0, half_made=0)
    assert seen["refused"]
