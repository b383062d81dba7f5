# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names proposed for files made of copies: never a path, never one that is there already."""

from datetime import date, datetime
from pathlib import Path

from revmentor_desktop.store import names

SUFFIX = ".revmentor"


def free_name(folder: Path, title: str, word: str, day: date) -> Path:
    """Return a path in ``folder`` that nothing lies at: «Piloto 2027 recuperado 2027-01-12.revmentor». ``word`` may be empty."""
    middle = " ".join(part for part in (word, day.isoformat()) if part)
    stem = f"{names.sanitised(title, 'Programa')} {middle}"
    for number in range(1, 10_000):
        path = folder / f"{stem}{f' ({number})' if number > 1 else ''}{SUFFIX}"
        if path.parent != folder:
            raise RuntimeError("a name became a path")
        if not path.exists() and not path.is_symlink():
            return path
    raise FileExistsError(17, "file exists", stem)


def set_aside_name(path: Path, now: datetime) -> str:
    """Return the name under which going back in place will keep the present file, unless it is taken."""
    return f"apartado {now.date().isoformat()} {now:%H.%M} {path.name}"
