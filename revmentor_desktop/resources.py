# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The only code that knows where ``resources/`` lies: beside the package in a checkout, inside it in a wheel or bundle."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder of resources. Raises `FileNotFoundError` when the installation is incomplete."""
    package = Path(__file__).resolve().parent
    for folder in (package.parent / "resources", package / "_resources"):
        if (folder / "locale").is_dir():
            return folder
    raise FileNotFoundError("resources")


def path(*parts: str) -> Path:
    """Return the path of one resource, ``path("fonts", "Inter-Regular.ttf")``."""
    return root().joinpath(*parts)
