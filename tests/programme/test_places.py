# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Clouds, sticks, network drives and temporary folders are recognised; a file moves to a safe place whole or stays where it was."""

import errno
import json
import os
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.programme import files, place_rules, places
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.places import Place, PlaceKind, Surroundings
from tests import factory

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/ana/LÁPIZ\\040AZUL vfat rw 0 0
//nas/rrhh /mnt/rrhh cifs rw 0 0
nas:/rrhh /srv/rrhh nfs4 rw 0 0
ana@nas: /home/ana/nas fuse.sshfs rw 0 0
rclone: /home/ana/remoto fuse.rclone rw 0 0
onedriver /home/ana/nube fuse.onedriver rw 0 0
gocryptfs /home/ana/cifrado fuse.gocryptfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
/dev/sdc1 /mnt/disco ext4 rw 0 0
tmpfs /home/ana/mem tmpfs rw 0 0
"""


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    """A computer of its own: its mounts, its disks (``sdc`` can be taken out), a home without any cloud."""
    home = tmp_path / "ana"
    (tmp_path / "sys" / "sdc" / "sdc1").mkdir(parents=True)
    (tmp_path / "sys" / "sdc" / "removable").write_text("1\n")
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "sdc1").symlink_to(tmp_path / "sys" / "sdc" / "sdc1")
    (tmp_path / "mounts").write_text(MOUNTS)
    home.mkdir()
    return Surroundings({}, home, tmp_path / "tmp", tmp_path / "mounts", tmp_path / "block")


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("C:/Users/ana/OneDrive/x.revmentor", "OneDrive"),
        ("C:/Users/ana/OneDrive - Talleres Albor/RRHH/x.revmentor", "OneDrive"),
        ("C:/Users/ana/Dropbox (Albor)/x.revmentor", "Dropbox"),
        ("G:/Mi unidad/x.revmentor", "Google Drive"),
        ("C:/Users/ana/iCloudDrive/x.revmentor", "iCloud Drive"),
        ("/home/ana/Nextcloud/x.revmentor", "Nextcloud"),
        ("/home/ana/Google Drive/x.revmentor", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/x.revmentor", "iCloud Drive"),
        ("/Users/ana/Library/CloudStorage/OneDrive-Albor/x.revmentor", "OneDrive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.com/Mi unidad/x.revmentor", "Google Drive"),
        ("/home/ana/Documentos/x.revmentor", None),
        ("/home/ana/Documentos/OneDrive.revmentor", None),
        ("/home/ana/Notas sobre Dropbox/x.revmentor", None),
        ("/home/ana/mega proyecto/x.revmentor", None),
        ("C:/Mi empresa/Mi unidad/x.revmentor", None),
    ],
)
def test_clouds_are_known_by_the_names_of_their_folders(path: str, service: str | None) -> None:
    kind = PureWindowsPath if path[1] == ":" else PurePosixPath
    assert place_rules.cloud_by_name(kind(path)) == service


def test_clouds_are_known_by_what_their_programs_say(around: Surroundings, tmp_path: Path) -> None:
    own = tmp_path / "una carpeta"
    info = around.home / ".dropbox" / "info.json"
    info.parent.mkdir()
    info.write_text(json.dumps({"personal": {"path": str(own / "d")}, "business": 3}))
    settings = around.home / ".config" / "Nextcloud" / "nextcloud.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[Accounts]\n0\\Folders\\1\\localPath={own / 'n'}/\n0\\Folders\\1\\paused=false\n")
    around = Surroundings({"OneDriveCommercial": str(own / "o")}, around.home, around.temporary, around.mounts, around.blocks)
    for folder, service in (("d", "Dropbox"), ("n", "Nextcloud"), ("o", "OneDrive")):
        assert places.place_of(own / folder / "más" / "x.revmentor", around) == Place(PlaceKind.CLOUD, service)
    assert places.place_of(own / "x.revmentor", around) is None


@pytest.mark.skipif(os.name != "posix", reason="the mounts of Linux")
@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/media/ana/LÁPIZ AZUL/x.revmentor", Place(PlaceKind.REMOVABLE, "LÁPIZ AZUL")),
        ("/mnt/disco/sub/x.revmentor", Place(PlaceKind.REMOVABLE, "disco")),
        ("/mnt/rrhh/x.revmentor", Place(PlaceKind.NETWORK, "rrhh")),
        ("/srv/rrhh/x.revmentor", Place(PlaceKind.NETWORK, "rrhh")),
        ("/home/ana/nas/x.revmentor", Place(PlaceKind.NETWORK, "nas")),
        ("/home/ana/remoto/x.revmentor", Place(PlaceKind.NETWORK, "remoto")),
        ("/home/ana/nube/x.revmentor", Place(PlaceKind.CLOUD, "OneDrive")),
        ("/home/ana/cifrado/x.revmentor", None),
        ("/run/user/1000/doc/x.revmentor", None),
        ("/home/ana/mem/x.revmentor", None),
        ("/home/ana/x.revmentor", None),
    ],
)
def test_sticks_and_network_drives_are_known_by_their_mounts(around: Surroundings, path: str, place: Place | None) -> None:
    assert places.place_of(Path(path), around) == place


def test_a_temporary_folder_and_an_attachment_are_known(around: Surroundings) -> None:
    assert places.place_of(around.temporary / "x" / "y.revmentor", around) == Place(PlaceKind.TEMPORARY)
    assert place_rules.is_attachment(PureWindowsPath("C:/Users/a/AppData/Local/Microsoft/Windows/INetCache/Content.Outlook/Q1/x.revmentor"))


@pytest.mark.parametrize(
    ("path", "server"),
    [
        (r"\\nas\rrhh\x.revmentor", r"nas\rrhh"),
        (r"\\?\UNC\nas\rrhh\x.revmentor", r"nas\rrhh"),
        (r"\\?\C:\x.revmentor", None),
        (r"C:\x.revmentor", None),
    ],
)
def test_network_paths_of_windows_are_known(path: str, server: str | None) -> None:
    assert place_rules.server_of(PureWindowsPath(path)) == server


@given(st.text(max_size=60), st.sampled_from([PurePosixPath, PureWindowsPath]))
def test_any_words_are_taken_calmly(text: str, kind: type[PurePath]) -> None:
    path = kind(text)
    place_rules.cloud_by_name(path)
    place_rules.server_of(path)
    place_rules.dropbox_roots(text)
    place_rules.nextcloud_roots(text)
    place_rules.parsed_mounts(text)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A closed programme file on a stick."""
    (tmp_path / "lápiz").mkdir()
    (tmp_path / "documentos").mkdir()
    factory.new_file(tmp_path / "lápiz", "Año 🎉.revmentor").close()
    return tmp_path / "lápiz" / "Año 🎉.revmentor"


def test_moving_takes_the_file_with_its_bytes_and_leaves_nothing_behind(stick: Path, tmp_path: Path) -> None:
    content = stick.read_bytes()
    moved = places.move(stick, tmp_path / "documentos")
    assert moved == places.Moved(tmp_path / "documentos" / stick.name, left=False)
    assert moved.path.read_bytes() == content
    assert not [path.name for path in stick.parent.iterdir()]
    assert {path.name for path in moved.path.parent.iterdir()} <= {stick.name, f".{stick.name}.lock"}
    files.open_file(moved.path).close()


def test_moving_takes_a_journal_that_a_crash_left(stick: Path, tmp_path: Path) -> None:
    journal = stick.with_name(f"{stick.name}-journal")
    journal.write_bytes(b"what was there before")
    moved = places.move(stick, tmp_path / "documentos")
    assert moved.path.with_name(f"{stick.name}-journal").read_bytes() == b"what was there before"
    assert not journal.exists()


def test_an_open_file_does_not_move(stick: Path, tmp_path: Path) -> None:
    workspace = files.open_file(stick)
    with pytest.raises(StoreError) as refused:
        places.move(stick, tmp_path / "documentos")
    workspace.close()
    assert refused.value.code == "in_use"
    assert not list((tmp_path / "documentos").iterdir())


@pytest.mark.parametrize("there", ["{}", "{}-journal"])
def test_a_name_that_is_taken_is_refused(stick: Path, tmp_path: Path, there: str) -> None:
    taken = tmp_path / "documentos" / there.format(stick.name)
    taken.write_bytes(b"mine")
    with pytest.raises(StoreError) as refused:
        places.move(stick, tmp_path / "documentos")
    assert refused.value.code == "exists"
    assert taken.read_bytes() == b"mine"
    assert stick.exists()


def test_a_folder_that_is_not_there_and_the_same_folder_are_refused(stick: Path, tmp_path: Path) -> None:
    for folder, code in ((tmp_path / "no", "no_folder"), (stick.parent, "exists")):
        with pytest.raises(StoreError) as refused:
            places.move(stick, folder)
        assert refused.value.code == code
    assert stick.exists()


def test_a_full_disk_moves_nothing(stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(StoreError) as refused:
        places.move(stick, tmp_path / "documentos")
    assert refused.value.code == "full"
    assert stick.exists()
    assert [path.name for path in (tmp_path / "documentos").iterdir() if not path.name.endswith(".lock")] == []


def test_an_old_file_that_can_not_be_removed_is_told(stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def keep(path: Path, missing_ok: bool = False) -> None:
        if path == stick:
            raise OSError(errno.EROFS, "read-only")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", keep)
    moved = places.move(stick, tmp_path / "documentos")
    assert moved.left
    assert moved.path.read_bytes() == stick.read_bytes()
