# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a file is, told from its first bytes, so that a wrong one is refused by its name: «this is a PDF»."""

import re
import struct

from revmentor_desktop.exchange.errors import TableError

OLE = "ole"
"""Kind of the container of old Excel files, and of newer ones with a password."""

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "media"),
    (b"\0\0\0\x18ftyp", "media"),
    (b"\0\0\0\x20ftyp", "media"),
    (b"{\\rtf", "word"),
    (b"SQLite format 3\0", "database"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "binary"),
    (b"\x7fELF", "binary"),
    (b"BEGIN:VCALENDAR", "calendar"),
    (b"BEGIN:VCARD", "contacts"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF8_START = b"\x09\x08\x10\x00\x00\x06"
_FILEPASS = 0x2F
_WEB_PAGE = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<table|<meta)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml", re.IGNORECASE)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "word"),
    ("PowerPoint Document", "presentation"),
    ("__substg1.0_", "mail"),
)


def kind_of(content: bytes) -> str:
    """Return ``text`` (perhaps a CSV), ``zip``, ``ole``, or what else it is: pdf, image, word, presentation, web,
    xml, mail, database, archive, media, calendar, contacts, binary. Raises `TableError` for a workbook with a password.
    """
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(_OLE_START):
        return _ole_kind(content)
    beginning = content[:1000].removeprefix(b"\xef\xbb\xbf")
    if _WEB_PAGE.match(beginning):
        return "web"
    return "xml" if _XML.match(beginning) else "text"


def _ole_kind(content: bytes) -> str:
    """Tell what an OLE container holds by the names of its streams, which stand in it as UTF-16."""
    for name, kind in _OLE_STREAMS:
        if name.encode("utf-16-le") in content:
            if kind == "encrypted":
                raise TableError("encrypted")
            return kind
    if _asks_password(content):
        raise TableError("encrypted")
    return OLE


def _asks_password(content: bytes) -> bool:
    """Whether an old workbook's stream has the record FILEPASS among its first ones ([MS-XLS] 2.4.117)."""
    start = content.find(_BIFF8_START)
    for _record in range(8):
        if start < 0 or start + 4 > len(content):
            return False
        number, length = struct.unpack_from("<HH", content, start)
        if number == _FILEPASS:
            return True
        start += 4 + length
    return False
