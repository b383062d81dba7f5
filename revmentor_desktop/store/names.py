# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Words of a person made fit to stand in the name of a file, on every system; never a path."""

import re
import unicodedata

LONGEST = 80
"""Bytes (UTF-8) that a person's words may take in a name."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Names of devices on Windows, whatever follows a dot (learn.microsoft.com/windows/win32/fileio/naming-a-file).
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def sanitised(text: str, otherwise: str) -> str:
    """Return ``text`` as a part of a file's name of at most `LONGEST` bytes, ``otherwise`` when nothing of it can stand there."""
    letters = (letter for letter in unicodedata.normalize("NFC", text) if letter.isspace() or unicodedata.category(letter)[0] != "C")
    words = _FORBIDDEN.sub(" ", "".join(letters)).split()
    name = shortened(" ".join(words), LONGEST)
    if _DEVICE.match(name):
        name = shortened(f"_{name}", LONGEST)
    return name or otherwise


def shortened(name: str, longest: int) -> str:
    """Cut ``name`` to ``longest`` bytes between two letters, without what is no text, and without dots or spaces at its ends."""
    return name.encode(errors="ignore").strip(b" .")[:longest].decode(errors="ignore").strip(" .")
