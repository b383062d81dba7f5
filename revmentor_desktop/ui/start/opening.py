# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What shows at once while the rest of the program is loaded: the ground of the window, its mark and what is being opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme

SIDE = 208
"""Width of the sidebar to come."""


class OpeningWindow(QWidget):
    """A window of the later size and ground; nothing in it can be clicked.

    ``painted`` after its first paint; ``closed``: the person did not want to wait.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, name: str, *, words: str = "") -> None:
        """``words``: what to say instead of that ``name`` is being opened."""
        super().__init__()
        self._theme, self._seen = theme, False
        self._words = words or _("Opening {name}…").format(name=name) if name else _("Opening…")
        self.setWindowTitle("RevMentor")
        self.setWindowIcon(theme.window_icon())
        self.setAccessibleName(self._words)
        self.resize(1366, 690)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), self._theme, QRectF(self.rect())
        painter.fillRect(area, theme.color("bg"))
        side = QRectF(0, 0, theme.px(SIDE), area.height())
        painter.fillRect(side, theme.color("side"))
        mark = theme.px(28)
        painter.drawPixmap(16, 14, theme.mark(mark, self.devicePixelRatioF()))
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("h2"))
        painter.drawText(QRectF(16 + mark + 10, 14, side.width(), mark), Qt.AlignmentFlag.AlignVCenter, "RevMentor")
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("body"))
        painter.drawText(area.adjusted(side.width(), 0, 0, 0), Qt.AlignmentFlag.AlignCenter, self._words)
        if not self._seen:
            self._seen = True
            # Once this event is over and the picture on the screen.
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


class Loader(QThread):
    """Does ``work`` beside the window and tells with ``loaded`` when it is done; an exception is raised in the window's thread."""

    loaded = Signal()

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._defect: BaseException | None = None
        self.finished.connect(self._tell)

    @override
    def run(self) -> None:
        try:
            self._work()
        except ImportError as error:
            self._defect = error

    def _tell(self) -> None:
        if self._defect is not None:
            raise self._defect
        self.loaded.emit()
