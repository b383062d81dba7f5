# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The names of keys as they stand on the keyboard («Supr», «Mayús»), wherever Qt writes a shortcut: menus, tips, help."""

from PySide6.QtCore import QTranslator
from typing_extensions import override

from revmentor_desktop.i18n import context

_QT_CONTEXT = "QShortcut"


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


class KeyNames(QTranslator):
    """Puts `key_name` before Qt's own words, which spell keys out («Suprimir», «Control», «Retorno»). Follows a change of language."""

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        # None leaves the sentence to the other translators; the stub knows only str.
        return key_name(sourceText) if context == _QT_CONTEXT else None  # pyright: ignore[reportReturnType]
