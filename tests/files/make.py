# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Makes the two files of this release's schema, plain and with a password: ``python -m tests.files.make`` (see README.md)."""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

from revmentor_desktop.store import encryption
from revmentor_desktop.store.file import ProgrammeFile
from revmentor_desktop.store.migrations import runner
from tests.files import contents

HERE = Path(__file__).parent


def plain(path: Path, version: int = runner.LATEST) -> Path:
    """Make a closed file of today's schema with the rows in it that a release of ``version`` put there."""
    with ProgrammeFile.create(path) as file, file.transaction() as work:
        contents.fill(work.connection, version)
    return path


def main() -> int:
    """Make both files of the newest schema. A file that is there is left alone: what was released never changes."""
    with tempfile.TemporaryDirectory() as folder:
        made = plain(Path(folder) / "x.revmentor")
        for locked in (False, True):
            target = HERE / f"schema-{runner.LATEST}{'-password' if locked else ''}.revmentor"
            if target.exists():
                sys.stderr.write(f"{target.name} is there already and was left alone\n")
                return 3
            if locked:
                encryption.encrypt(made, contents.PASSWORD)
            shutil.copyfile(made, target)
            sys.stdout.write(f'    "{target.name}": "{hashlib.sha256(target.read_bytes()).hexdigest()}",\n')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
