# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.source import PACKAGE, ROOT, modules


def test_the_wheel_holds_every_module_and_every_resource(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    resources = {f"{PACKAGE}/_{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "resources").rglob("*") if file.is_file()}
    assert {module.file for module in modules()} | resources <= names
    assert not any("__pycache__" in name for name in names)
