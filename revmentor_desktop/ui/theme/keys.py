# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Words of Qt that its own Spanish lacks or spells oddly: the names of keys («Supr», «Mayús») and of its file dialog."""

from PySide6.QtCore import QTranslator
from typing_extensions import override

from revmentor_desktop.i18n import _, context

_KEYS, _FILES = "QShortcut", ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider")


def key_name(name: str) -> str | None:
    """Return what a key of Qt's English name («Del», «PgUp», «Shift») is called in the language of the window, ``None`` if unknown.

    No translation may be the English name of another key: Qt reads shortcuts in these words too.
    """
    names = {
        "Ctrl": context("key", "Ctrl"),
        "Shift": context("key", "Shift"),
        "Alt": context("key", "Alt"),
        "Return": context("key", "Return"),
        "Enter": context("key", "Enter"),
        "Del": context("key", "Del"),
        "Esc": context("key", "Esc"),
        "Space": context("key", "Space"),
        "Tab": context("key", "Tab"),
        "Backspace": context("key", "Backspace"),
        "Ins": context("key", "Ins"),
        "Home": context("key", "Home"),
        "End": context("key", "End"),
        "PgUp": context("key", "PgUp"),
        "PgDown": context("key", "PgDown"),
        "Left": context("key", "Left"),
        "Up": context("key", "Up"),
        "Right": context("key", "Right"),
        "Down": context("key", "Down"),
        "Menu": context("key", "Menu"),
    }
    return names.get(name)


def file_word(text: str) -> str | None:
    """Return what Qt's file dialog says, where its translation leaves it English; ``None`` if it has its own words."""
    words = {"Look in:": _("Look in:"), "Files of type:": _("Files of type:"), "&Look in:": _("Look in:"), "Folder": _("Folder")}
    return words.get(text.replace("Files of &type:", "Files of type:"))


class KeyNames(QTranslator):
    """Puts `key_name` and `file_word` before Qt's own words, which spell keys out («Suprimir», «Retorno»). Follows a change of language."""

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        # None leaves the sentence to the other translators; the stub knows only str.
        if context in _FILES:
            return file_word(sourceText)  # pyright: ignore[reportReturnType]
        return key_name(sourceText) if context == _KEYS else None  # pyright: ignore[reportReturnType]
