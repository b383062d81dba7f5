# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The keys of the screen in sight, made from its actions, so that the list can't lag behind."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """A title and the actions with a shortcut under it."""

    title: str
    actions: tuple[QAction, ...]


class HelpDialog(Dialog):
    """Lists what can be done and with which keys."""

    def __init__(self, theme: Theme, parent: QWidget | None, groups: tuple[HelpGroup, ...]) -> None:
        super().__init__(theme, parent, _("Keys of this screen"), safe=_("Close help"), width=520)
        scroll = Scroll(spacing=6)
        for group in groups:
            scroll.body.addWidget(PlainLabel(theme, group.title, "h3"))
            scroll.body.addLayout(self._lines(group))
        scroll.body.addStretch(1)
        scroll.setMinimumHeight(theme.px(300))
        self.body.addWidget(scroll)

    def _lines(self, group: HelpGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 10)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(group.actions):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(PlainLabel(self.theme, action.text().replace("&&", "&"), "table"), row, 0)
            grid.addWidget(PlainLabel(self.theme, keys, "strong", "text2"), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid
