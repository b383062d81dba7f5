# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A disk that remembers what was written, what was put on it for good, and what a power cut could leave of it.

The model: what is not synced may be there, may not, or be torn, each sector of 512 bytes by itself and in any order; names made or removed
may come back or go until the folder is synced. It knows no disk that lies about having written.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import apsw

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at a place of a file."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut to a size."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All of a file is on the disk from here on; a new file's name, too, for SQLite syncs its folder with it."""

    file: int


@dataclass(frozen=True, slots=True)
class Link:
    """A new file gets a name."""

    file: int
    name: str


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name goes; ``synced`` when SQLite asked for the folder to be synced."""

    name: str
    synced: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A commit was acknowledged: from here on it must never be lost."""

    number: int


Event = Write | Truncate | Sync | Link | Unlink | Said
Files = dict[str, bytes]


class Platter:
    """What is on the disk for good, and what is on its way there."""

    def __init__(self, files: Files) -> None:
        self._names = {name: place for place, name in enumerate(files)}  # as `Disk` numbers them
        self._contents = {self._names[name]: bytearray(content) for name, content in files.items()}
        self._pending: list[Write | Truncate | Link | Unlink] = []

    def take(self, event: Event) -> None:
        """Let one thing happen."""
        if isinstance(event, Sync):
            self._settle(event.file)
        elif not isinstance(event, Said):
            self._pending.append(event)
            if isinstance(event, Unlink) and event.synced:
                self._settle_folder()

    def left(self, chance: random.Random, keep: float) -> Files:
        """Return what a power cut leaves; ``keep`` is the share of what was on its way that arrives (0: nothing, 1: all of it)."""
        names = dict(self._names)
        contents = {file: bytearray(content) for file, content in self._contents.items()}
        for event in self._pending:
            if isinstance(event, Write):
                for part in _sectors(event, chance, keep):
                    _put(contents.setdefault(event.file, bytearray()), part)
            elif keep == 1 or chance.random() < keep:
                _apply(event, names, contents)
        return {name: bytes(contents.get(file, b"")) for name, file in names.items()}

    def _settle(self, file: int) -> None:
        if any(isinstance(event, Link) and event.file == file for event in self._pending):
            self._settle_folder()
        for event in [each for each in self._pending if isinstance(each, Write | Truncate) and each.file == file]:
            _apply(event, self._names, self._contents)
            self._pending.remove(event)

    def _settle_folder(self) -> None:
        for event in [each for each in self._pending if isinstance(each, Link | Unlink)]:
            _apply(event, self._names, self._contents)
            self._pending.remove(event)


def _apply(event: Write | Truncate | Link | Unlink, names: dict[str, int], contents: dict[int, bytearray]) -> None:
    if isinstance(event, Write):
        _put(contents.setdefault(event.file, bytearray()), (event.offset, event.data))
    elif isinstance(event, Truncate):
        del contents.setdefault(event.file, bytearray())[event.size :]
    elif isinstance(event, Link):
        names[event.name] = event.file
    else:
        names.pop(event.name, None)


def _sectors(event: Write, chance: random.Random, keep: float) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a write that arrive: whole sectors, and now and then the beginning of one."""
    start = 0
    while start < len(event.data):
        end = min(len(event.data), start + SECTOR - (event.offset + start) % SECTOR)
        lot = chance.random()
        if keep == 1 or lot < keep * 0.9:
            yield event.offset + start, event.data[start:end]
        elif keep and lot < keep:
            yield event.offset + start, event.data[start : chance.randint(start, end)]
        start = end


def _put(content: bytearray, part: tuple[int, bytes]) -> None:
    offset, data = part
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class Disk(apsw.VFS):
    """Files in memory, as SQLite sees them through `apsw`; everything that it does to them is kept in ``events``."""

    def __init__(self, name: str, files: Files) -> None:
        self.events: list[Event] = []
        self.contents = {place: bytearray(content) for place, content in enumerate(files.values())}
        self.names = dict(zip(files, self.contents, strict=True))
        self.name = name
        super().__init__(name, "")

    def xFullPathname(self, name: str) -> str:  # noqa: N802 (SQLite's name)
        """Return a name as it is: there are no folders."""
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        """Whether there is a file of that name."""
        return pathname in self.names

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        """Take a name away."""
        if self.names.pop(filename, None) is None:
            raise apsw.exception_for(apsw.SQLITE_IOERR_DELETE_NOENT)
        self.events.append(Unlink(filename, bool(syncdir)))

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "OpenFile":  # type: ignore[override]  # noqa: N802
        """Open or make a file; one without a name is nobody's business."""
        flags[1] = flags[0]
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if path is None:
            return OpenFile([], 0, bytearray())
        if path not in self.names:
            file = len(self.contents)
            self.names[path], self.contents[file] = file, bytearray()
            self.events.append(Link(file, path))
        file = self.names[path]
        return OpenFile(self.events, file, self.contents[file])


class OpenFile:
    """An open file of a `Disk`: what it does is done at once in memory, and written down."""

    def __init__(self, events: list[Event], file: int, content: bytearray) -> None:
        self._events, self._file, self._content = events, file, content

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        """Read."""
        return bytes(self._content[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        """Write."""
        _put(self._content, (offset, bytes(data)))
        self._events.append(Write(self._file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        """Cut."""
        del self._content[newsize:]
        self._events.append(Truncate(self._file, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802
        """Put it on the disk."""
        self._events.append(Sync(self._file))

    def xFileSize(self) -> int:  # noqa: N802
        """Return its bytes."""
        return len(self._content)

    def xSectorSize(self) -> int:  # noqa: N802
        """Return what SQLite assumes on Linux."""
        return 4096

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        """Return what SQLite assumes on Linux and Windows: a torn write harms nothing beside itself."""
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE

    def xLock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xUnlock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        """Nobody else is there."""
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802
        """Nothing special is known."""
        return False

    def xClose(self) -> None:  # noqa: N802
        """Nothing is left to do."""
