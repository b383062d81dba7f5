# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What may only be looked at: in a held part editors are plain text, and what would change something is not there.

A screen says once which of its parts edit the file, `hold(form, bridge.read_only)`; every editor in them, made before or later,
finds out by itself when it comes into sight. Actions that write say so in their `ActionSpec` and stay disabled.
"""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _

# Mixed into Qt's classes, which allow only one of themselves among the bases.
_Widget = QWidget if TYPE_CHECKING else object


def held_sentence() -> str:
    """Return why nothing can be changed, as tips say it."""
    return _("The file is open to consult only: nothing can be changed.")


def hold(part: QWidget, read_only: str) -> None:
    """Make ``part`` something to read, for as long as it lives, when ``read_only`` says why the file can't be changed; else nothing."""
    if not read_only:
        return
    part.setProperty("held", read_only)
    for inner in (part, *part.findChildren(QWidget)):
        if isinstance(inner, Editor):
            inner.settle()


def is_held(widget: QWidget) -> bool:
    """Tell whether a widget is in a held part, or is one."""
    around: QWidget | None = widget
    while around is not None:
        if around.property("held"):
            return True
        around = around.parentWidget()
    return False


class Editor(_Widget):
    """Put before the Qt class in the bases of whatever changes something: ``class ComboBox(Editor, QComboBox)``.

    ``held`` is true once it came into sight inside a held part. What is held stays disabled, unless it is ``readable``:
    then it can be focused, selected and copied, and `take_hold` must see to it that it can't be changed.
    """

    held = False
    readable: ClassVar[bool] = False

    def settle(self) -> None:
        """Find out whether it is in a held part, and look and behave so from now on."""
        if not self.held and is_held(self):
            self.held = True
            self.take_hold()

    def take_hold(self) -> None:
        """Become something to read. Override it to look so; called once."""
        self.setEnabled(self.isEnabled())
        self.updateGeometry()
        self.update()

    @override
    def setEnabled(self, arg__1: bool) -> None:
        super().setEnabled(arg__1 and (self.readable or not self.held))

    @override
    def setDisabled(self, arg__1: bool) -> None:
        self.setEnabled(not arg__1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.settle()
        super().showEvent(event)


class Vanishing(Editor):
    """An editor that is no longer there when it is held: what adds, removes or chooses, beside what it would change."""

    @override
    def take_hold(self) -> None:
        self.hide()

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and not self.held)
