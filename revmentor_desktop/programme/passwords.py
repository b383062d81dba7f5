# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password of a programme file and of its copies. All of this is done on a closed file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.store import backups, encryption, header
from revmentor_desktop.store.keys import RawKey, Secret


@dataclass(frozen=True, slots=True)
class PasswordReport:
    """How things stand afterwards: whether the file is encrypted, how many copies are, which files stayed plain, and the key at hand."""

    encrypted: bool
    copies_encrypted: int
    plain_left: tuple[Path, ...]
    key: RawKey | None


def has_password(path: Path) -> bool:
    """Whether a closed file is encrypted. Raises `StoreError` when it is no programme file."""
    return header.sniff(header.located(path))


def set_password(path: Path, new: str, folders: Sequence[Path], *, keep_copies: bool = False) -> PasswordReport:
    """Encrypt a plain file and make its copies in ``folders`` anew, encrypted, unless ``keep_copies``.

    Raises `StoreError`; then the file is as it was. What can't be encrypted is named: a copy that is open or gone bad, and older
    states of the file that lie set aside beside it.
    """
    done = encryption.encrypt(path, new)
    encrypted, plain = 0, list(_set_aside(path))
    for folder in folders:
        if keep_copies:
            plain += [copy.path for copy in backups.listed(folder, done.file_uuid) if not copy.encrypted]
            continue
        report = backups.recrypt(folder, done.file_uuid, None, done.key)
        encrypted += len(report.done)
        plain += [copy.path for copy in report.left if not copy.encrypted]
    return PasswordReport(True, encrypted, tuple(plain), done.key)


def change_password(path: Path, old: Secret | None, new: str, folders: Sequence[Path]) -> PasswordReport:
    """Give an encrypted file another password, and its copies too. Raises `StoreError`; then the old one opens everything."""
    with_old = encryption.key_of(path, old)
    done = encryption.change(path, with_old, new)
    reports = [backups.recrypt(folder, done.file_uuid, with_old, done.key) for folder in folders]
    plain = [copy.path for report in reports for copy in report.left if not copy.encrypted]
    return PasswordReport(True, sum(len(report.done) for report in reports), (*_set_aside(path), *plain), done.key)


def remove_password(path: Path, old: Secret | None, folders: Sequence[Path]) -> PasswordReport:
    """Take the password off a file and its copies. Raises `StoreError`; then everything is as it was."""
    with_old = encryption.key_of(path, old)
    done = encryption.decrypt(path, with_old)
    reports = [backups.recrypt(folder, done.file_uuid, with_old, None) for folder in folders]
    return PasswordReport(False, sum(copy.encrypted for report in reports for copy in report.left), (), None)


def keep_password(path: Path, key: Secret | None) -> bool:
    """Encrypt what was recovered from a plain copy as the file is (``None``: plain, too); tells whether that was needed.

    The password and the recovery key of the file open it then. Raises `StoreError`; then it is as it was.
    """
    if key is None or not encryption.is_plain(path):
        return False
    encryption.encrypt(path, key)
    return True


def _set_aside(path: Path) -> tuple[Path, ...]:
    """Return the older states that lie beside a file and are readable without a password."""
    beside = [*path.parent.glob(f"apartado * {path.name}"), *path.parent.glob(f"{path.name}.*.antes-de-actualizar")]
    return tuple(sorted(found for found in beside if found.is_file() and encryption.is_plain(found)))
