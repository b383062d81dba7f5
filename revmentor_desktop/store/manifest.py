# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list beside copies of programme files: one JSON object a line, one line a copy. No name of a person stands in it.

It may be lost, cut short or written by a stranger: what can't be read is passed over, and a name in it is never made into a path.
"""

import errno
import hashlib
import json
import os
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import Any, cast

from revmentor_desktop.store import copies
from revmentor_desktop.store.errors import told

NAME = "copias.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """One verified copy, as it was when it was made: its file's name, its number, wall time, bytes, figures.

    ``sha256`` is of the file, ``rows`` of what a person put in (see `check.rows_digest`), ``origin`` of the path of the programme
    (see `origin_of`); older lists know neither that nor whether a copy is encrypted.
    """

    name: str
    sequence: int
    when: datetime
    size: int
    people: int
    pairs: int
    sessions: int
    sha256: str
    rows: str
    file_uuid: str
    origin: str = ""
    encrypted: bool = False


_FIGURES = ("sequence", "size", "people", "pairs", "sessions")
_WORDS = ("name", "sha256", "rows", "file_uuid")


def origin_of(path: Path) -> str:
    """Return what stands for the path of a programme: a digest, for folders are often called after people."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:32]


def read(folder: Path) -> tuple[Line, ...]:
    """Return the readable lines in the order in which they were written. Raises `StoreError` when the medium fails."""
    return tuple(line for raw in _raw(folder) if (line := _parsed(raw)) is not None)


def add(folder: Path, line: Line) -> None:
    """Write one more line, on the disk when this returns; a line that does not fit leaves the list as it was. Raises `StoreError`."""
    path = folder / NAME
    text = _text(line)
    with told():
        new = not path.exists()
        with path.open("a+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            try:
                # A line that a power cut broke off must not swallow this one.
                _write(file, _break_after(file, size) + text.encode())
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    file.truncate(size)
                raise
        if new:
            copies.sync_folder(folder)


def forget(folder: Path, names: AbstractSet[str]) -> None:
    """Take the lines of removed copies out of the list; lines that can't be read stay. Raises `StoreError`."""
    rows = _raw(folder)
    kept = [raw for raw in rows if (line := _parsed(raw)) is None or line.name not in names]
    if len(kept) < len(rows):
        _write_all(folder, kept)


def put(folder: Path, line: Line) -> None:
    """Write a line in the place of the one of the same name. Raises `StoreError`; then the list is as it was."""
    kept = [raw for raw in _raw(folder) if (old := _parsed(raw)) is None or old.name != line.name]
    _write_all(folder, [*kept, _text(line).encode().rstrip(b"\n")])


def _write_all(folder: Path, kept: Sequence[bytes]) -> None:
    half = folder / f".{NAME}.nueva"
    with told():
        try:
            half.write_bytes(b"".join(raw + b"\n" for raw in kept))
            copies.sync(half)
            half.replace(folder / NAME)
            copies.sync_folder(folder)
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)


def _text(line: Line) -> str:
    return json.dumps(asdict(line) | {"when": line.when.isoformat(timespec="minutes")}, ensure_ascii=False) + "\n"


def _raw(folder: Path) -> list[bytes]:
    with told():
        try:
            return [raw for raw in (folder / NAME).read_bytes().split(b"\n") if raw.strip()]
        except FileNotFoundError:
            return []


def _break_after(file: FileIO, size: int) -> bytes:
    if size == 0:
        return b""
    file.seek(size - 1)
    return b"" if file.read(1) == b"\n" else b"\n"


def _write(file: FileIO, content: bytes) -> None:
    if file.write(content) != len(content):
        raise OSError(errno.ENOSPC, "a part of a line")


def _parsed(raw: bytes) -> Line | None:
    try:
        found: object = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    values = cast("dict[str, Any]", found)
    figures: dict[str, Any] = {name: values.get(name) for name in _FIGURES}
    words: dict[str, Any] = {name: values.get(name) for name in _WORDS}
    when = _moment(values.get("when"))
    fits = all(type(value) is int and 0 <= value < 10**15 for value in figures.values()) and all(isinstance(v, str) for v in words.values())
    if when is None or not fits:
        return None
    origin = values.get("origin")
    return Line(
        when=when,
        **figures,
        **words,
        origin=origin if isinstance(origin, str) else "",
        encrypted=values.get("encrypted") is True,
    )


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text)).replace(tzinfo=None)
    except ValueError:
        return None
