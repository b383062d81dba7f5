# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Questions. A dialog is data in, answer out: it saves nothing, and Esc is the safe answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.labels import PlainLabel


class Dialog(QDialog):
    """The frame of every dialog: title, sentence, ``body`` to fill, and a foot with the safe button before the one that acts.

    ``safe`` rejects (Esc too) and has the focus at first; ``act`` accepts. An empty ``act`` leaves only the safe button.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        safe: str,
        act: str = "",
        danger: bool = False,
        width: int = 460,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setModal(True)
        self.setProperty("plain", "true")
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        self.setMaximumSize(980, 660)
        self.body = QVBoxLayout()
        self.safe = Button(theme, safe)
        self.act = Button(theme, act, variant="danger" if danger else "primary")
        self.act.setVisible(bool(act))
        self.foot = QHBoxLayout()
        self._build(title, text)
        self.safe.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)

    def _build(self, title: str, text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20 - RING, 16)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.theme, title, "h2", wrap=True))
        if text:
            column.addWidget(PlainLabel(self.theme, text, "table", "text2", wrap=True))
        self.body.setContentsMargins(0, 6, RING, 0)
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        column.addSpacing(8)
        self.foot.setSpacing(0)
        self.foot.addStretch(1)
        self.foot.addWidget(self.safe)
        self.foot.addWidget(self.act)
        column.addLayout(self.foot)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None or self.focusWidget() in (self, self.act):
            self.safe.setFocus(Qt.FocusReason.TabFocusReason)
            self.safe.show_ring()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: question, consequence with numbers, the safe answer and the verb that acts."""

    title: str
    text: str
    safe: str
    act: str
    danger: bool = False


def ask(theme: Theme, parent: QWidget | None, question: Question) -> bool:
    """Ask and wait. Returns whether the user chose to act; Esc and closing are the safe answer."""
    dialog = AskDialog(theme, parent, question)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen


class AskDialog(Dialog):
    """A question with two answers (see `ask`)."""

    def __init__(self, theme: Theme, parent: QWidget | None, question: Question) -> None:
        super().__init__(theme, parent, question.title, question.text, safe=question.safe, act=question.act, danger=question.danger)


class ChoiceDialog(Dialog):
    """A question with several ways on, the last of them the one to expect. ``chosen`` is the number of the way, ``None`` for none."""

    def __init__(self, theme: Theme, parent: QWidget | None, title: str, text: str, *, safe: str, verbs: Sequence[str]) -> None:
        super().__init__(theme, parent, title, text, safe=safe, act=verbs[-1])
        self.chosen: int | None = None
        others = [Button(theme, verb) for verb in verbs[:-1]]
        for button in others:
            # After the safe one, before the one to expect.
            self.foot.insertWidget(self.foot.indexOf(self.act), button)
            button.clicked.connect(self._choose)
        self._ways = [*others, self.act]
        # In the order in which they are seen; the last one was made first.
        for before, after in pairwise((self.safe, *self._ways)):
            QWidget.setTabOrder(before, after)

    @override
    def accept(self) -> None:
        if self.chosen is None:
            self.chosen = len(self._ways) - 1
        super().accept()

    def _choose(self) -> None:
        # Not in `accept`: as a slot of Qt's it does not know who asked.
        self.chosen = next(number for number, button in enumerate(self._ways) if button is self.sender())
        self.accept()


def choose(theme: Theme, parent: QWidget | None, title: str, text: str, *, safe: str, verbs: Sequence[str]) -> int | None:
    """Ask with several ways on and wait (see `ChoiceDialog`); returns which was chosen, ``None`` for the safe answer."""
    dialog = ChoiceDialog(theme, parent, title, text, safe=safe, verbs=verbs)
    dialog.exec()
    dialog.deleteLater()
    return dialog.chosen


def tell(theme: Theme, parent: QWidget | None, title: str, text: str, close: str) -> None:
    """Say something that needs no answer, with one button."""
    dialog = Dialog(theme, parent, title, text, safe=close)
    dialog.exec()
    dialog.deleteLater()
