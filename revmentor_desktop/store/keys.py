# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What opens an encrypted file: a key made of a password and the file's own salt, which is also what is printed for recovery.

SQLCipher 4: PBKDF2-HMAC-SHA512, 256,000 rounds, 32 bytes; the salt is the first 16 bytes of the file (zetetic.net/sqlcipher/design).
The salt stays when the password changes and in every copy that SQLite makes, so one derivation opens them all.
"""

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from revmentor_desktop.store.errors import StoreError, told

ROUNDS, KEY_BYTES, SALT_BYTES = 256_000, 32, 16
_DIGITS = 2 * (KEY_BYTES + SALT_BYTES)
_GROUP = 8
_SPACES = re.compile(r"[\s\-–·.]+")


@dataclass(frozen=True, slots=True)
class RawKey:
    """Key and salt as 96 hexadecimal digits, which never show in a log."""

    digits: str = field(repr=False)

    @property
    def salt(self) -> bytes:
        """The first bytes of every file that this key opens."""
        return bytes.fromhex(self.digits[2 * KEY_BYTES :])

    @property
    def pragma(self) -> str:
        """The key as SQLCipher takes it in ``PRAGMA key`` and ``ATTACH … KEY``."""
        return f"x'{self.digits}'"

    def printed(self) -> str:
        """Return the digits in groups of eight, for paper."""
        return " ".join(self.digits[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


Secret = str | RawKey
"""A password, the recovery key as it was printed, or a key at hand."""


def fresh_key(password: str) -> RawKey:
    """Return the key of a file that is to be made, with a salt of its own."""
    return _derived(password, os.urandom(SALT_BYTES))


def rekeyed(present: RawKey, password: str) -> RawKey:
    """Return the key of another password for a file that keeps its salt."""
    return _derived(password, present.salt)


def opens(key: RawKey, secret: str) -> bool:
    """Whether a password, or the printed key, is that of an open file; the file is not looked at."""
    return (_printed(secret) or rekeyed(key, secret)) == key


def pragma_of(secret: Secret) -> str:
    """Return what SQLCipher takes as the key, so that it finds out the salt by itself."""
    key = secret if isinstance(secret, RawKey) else _printed(secret)
    return unicodedata.normalize("NFC", str(secret)) if key is None else key.pragma


def of_salt(secret: Secret, salt: bytes) -> RawKey:
    """Return the key of an open file whose salt SQLCipher has told."""
    if isinstance(secret, RawKey):
        return secret
    return _printed(secret) or _derived(secret, salt)


def raw_key(path: Path, secret: Secret | None) -> RawKey:
    """Return the key of a closed encrypted file. Raises `StoreError` ``password`` (why: missing).

    Whether it is the right one is only known when the file is read.
    """
    if isinstance(secret, RawKey):
        return secret
    if secret is None:
        raise StoreError("password", why="missing")
    printed = _printed(secret)
    if printed is not None:
        return printed
    with told(), path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    return _derived(secret, salt)


def _printed(text: str) -> RawKey | None:
    """Return the key that was typed from paper, ``None`` when the text is no such key. A password is never trimmed."""
    digits = _SPACES.sub("", text).lower()
    return RawKey(digits) if re.fullmatch(f"[0-9a-f]{{{_DIGITS}}}", digits) else None


def _derived(password: str, salt: bytes) -> RawKey:
    if _printed(password) is not None:
        # It would be taken for a printed key, and nothing that can be typed would open the file.
        raise ValueError("a password that looks like a key")
    # The same letters typed on another system may be composed otherwise.
    plain = unicodedata.normalize("NFC", password).encode()
    return RawKey((hashlib.pbkdf2_hmac("sha512", plain, salt, ROUNDS, KEY_BYTES) + salt).hex())
