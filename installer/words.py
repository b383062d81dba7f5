# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The installer's sentences in the language of the program, by Python's own gettext: nothing is installed yet."""

import gettext
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Folder of the project."""

_WORDS = gettext.translation("revmentor", str(ROOT / "resources" / "locale"), ["es"], fallback=True)

_ = _WORDS.gettext
plural = _WORDS.ngettext
