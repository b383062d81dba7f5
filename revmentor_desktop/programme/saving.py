# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Files that a person asks for beside the programme file: written whole or not at all, and named so that no name becomes a path."""

from pathlib import Path

from revmentor_desktop.exchange.safe_files import write_safely
from revmentor_desktop.store import names


def save(path: Path, content: bytes) -> None:
    """Write ``content`` to a path that the person chose. Raises `OSError`; then what was there is as it was."""
    write_safely(path, content)


def save_named(folder: Path, words: str, ending: str, content: bytes) -> Path:
    """Write ``content`` into ``folder`` (made if missing) under a person's words; returns where. Raises `OSError`.

    ``ending`` is ours (``.pdf``). Words that can't stand in a name are left out; what lies there already is never overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder.resolve()
    name = names.sanitised(words, "documento")
    for number in range(1, 10_000):
        path = place / f"{name}{f' ({number})' if number > 1 else ''}{ending}"
        if path.parent != place:
            raise RuntimeError("a name became a path")
        if not path.exists() and not path.is_symlink():
            write_safely(path, content)
            return path
    raise FileExistsError(17, "file exists", str(place / f"{name}{ending}"))
