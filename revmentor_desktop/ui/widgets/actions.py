# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Actions as data: what a screen can do, in one table, from which buttons, menus, shortcuts and the help are made."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.held import held_sentence
from revmentor_desktop.ui.widgets.labels import no_mnemonic, tip_text


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do: ``method`` is the owner's method that does it; ``tip`` is a sentence without the shortcut.

    The shortcut works in the whole window while the owner is in sight; ``local``: only while the focus is inside the owner.
    ``writes``: it changes the file, so it can't be done while the file is only read.
    """

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    tip: str = ""
    method: str = ""
    checkable: bool = False
    local: bool = False
    writes: bool = False


class Action(QAction):
    """A `QAction` whose text is plain, whose icon follows the theme and whose tip ends in its shortcut.

    One that writes, made with ``read_only``, is held: it stays disabled whatever it is asked, and its tip says why.
    """

    def __init__(self, theme: Theme, spec: ActionSpec, parent: QObject, read_only: str = "") -> None:
        super().__init__(parent)
        self.writes = spec.writes
        self.held = spec.writes and bool(read_only)
        self._theme = theme
        self.key = spec.key
        self.icon_name = spec.icon
        self.label = spec.text
        self._tip = spec.tip
        self.setCheckable(spec.checkable)
        if spec.shortcut:
            self.setShortcut(QKeySequence(spec.shortcut))
            inside, window = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
            self.setShortcutContext(inside if spec.local else window)
        self.set_label(spec.text)
        self.set_tip(spec.tip or spec.text)
        self.setEnabled(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    @override
    def setEnabled(self, arg__1: bool) -> None:
        super().setEnabled(arg__1 and not self.held)

    @override
    def setDisabled(self, b: bool) -> None:
        self.setEnabled(not b)

    def set_label(self, text: str) -> None:
        """Say it in other words («Imprimir 4 acuerdos»)."""
        self.label = text
        self.setText(no_mnemonic(text))

    def set_tip(self, tip: str) -> None:
        """Explain what it does, or why it cannot be done now."""
        self._tip = tip = held_sentence() if self.held else tip
        keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tip_text(f"{tip} ({keys})" if keys else tip))
        self.setStatusTip(tip)

    def _restyle(self) -> None:
        if self.icon_name:
            self.setIcon(self._theme.icon(self.icon_name))


def build_actions(theme: Theme, owner: QWidget, specs: Iterable[ActionSpec], read_only: str = "") -> dict[str, Action]:
    """Make the actions of a screen by key, connected to methods of ``owner``, whose shortcuts work while it is in sight.

    ``read_only``: that of the `Bridge`; when it says why the file can't be changed, those that write stay disabled.

    Raises `AttributeError` when the owner lacks a method.
    """
    made: dict[str, Action] = {}
    for spec in specs:
        action = Action(theme, spec, owner, read_only)
        if spec.method:
            action.triggered.connect(getattr(owner, spec.method))
        owner.addAction(action)
        made[spec.key] = action
    return made
