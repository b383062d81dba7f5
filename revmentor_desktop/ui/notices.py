# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The place of notices between the bands and the screens: one at a time, and none where there is no room for it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override


class Notices(QWidget):
    """Notices show and hide themselves; the others wait, in their order, until the ones before are dealt with.

    While there is no room (`set_room`) all of them wait: squeezed they could not be read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holders: list[tuple[QWidget, QWidget]] = []
        self._room = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, notice: QWidget) -> None:
        """Give a notice its place, after the others."""
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(notice)
        self._holders.append((holder, notice))
        self._column.addWidget(holder)
        notice.installEventFilter(self)
        self._arrange()

    def set_room(self, room: bool) -> None:
        """Say whether there is room for a notice."""
        if room != self._room:
            self._room = room
            self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        first = next((notice for _holder, notice in self._holders if not notice.isHidden()), None)
        for holder, notice in self._holders:
            holder.setVisible(self._room and notice is first)
