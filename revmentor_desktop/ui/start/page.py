# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The first page: three ways to begin, and the files opened last."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.start.illustration import Illustration
from revmentor_desktop.ui.start.recent import RecentFiles, looked_up
from revmentor_desktop.ui.start.ways import Way, WayCard
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.labels import PlainLabel

SMALLEST = QSize(660, 380)
CONTENT, SIDE_BY_SIDE_FROM = 800, 740
"""Width of the cards, and of the window from which they stand side by side."""
PICTURE_FROM, ABOUT_FROM = 600, 480
"""Heights of the window from which the picture (with room for the recent files) and the sentence below the title are shown."""


class _Sign(QWidget):
    """The mark, or an icon, that follows the theme."""

    def __init__(self, theme: Theme, size: int, icon: str = "", token: str = "ok") -> None:
        super().__init__()
        self._theme, self._side, self._icon, self._token = theme, size, icon, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return self._theme.icon_size(self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._icon:
            self._theme.paint_icon(painter, self.rect(), self._icon, self._token, self._side)
        else:
            painter.drawPixmap(self.rect(), self._theme.mark(self.width(), self.devicePixelRatioF()))


class StartPage(QWidget):
    """A window of its own, shown while no programme is open.

    ``recent`` are the paths of the files opened last. Signals: ``create_asked``, ``open_asked``, ``example_asked``,
    ``file_chosen(path)`` (a recent one, or one dropped on the window), ``preferences_asked``, and ``closing`` before it closes.
    """

    create_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    file_chosen = Signal(str)
    preferences_asked = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, recent: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("RevMentor")
        self.setWindowIcon(theme.window_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 690)
        self.setAcceptDrops(True)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.picture = Illustration(theme)
        self.ways = tuple(WayCard(theme, way) for way in _ways())
        self.recent = RecentFiles(theme, looked_up(recent))
        self.look = Button(theme, _("Appearance"), "sun-moon", "plain")
        self._cards = QHBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        page = Scroll(margins=(24, 0, 24, 0), spacing=0)
        column.addWidget(page, 1)
        body = page.body
        body.addStretch(3)
        body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self._centred(_("Set your reverse mentoring going"), "display", "text"))
        body.addSpacing(6)
        words = _(
            "Junior people teach those who lead, and both sides learn. "
            "You enrol, form the pairs, plan the sessions and print the agreements."
        )
        self._about = self._centred(words, "body", "text2")
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._about, 100)
        line.addStretch(1)
        body.addLayout(line)
        body.addSpacing(20)
        body.addLayout(self._centre())
        body.addStretch(5)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(28, 20, 24, 12)
        row.setSpacing(10)
        row.addWidget(_Sign(self._theme, 28))
        row.addWidget(PlainLabel(self._theme, "RevMentor", "h2"))
        row.addStretch(1)
        row.addWidget(self.look)
        return row

    def _centre(self) -> QHBoxLayout:
        self._cards.setSpacing(16)
        for card in self.ways:
            self._cards.addWidget(card, 1)
        holder = QWidget()
        holder.setMaximumWidth(self._theme.px(CONTENT))
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        inner.addLayout(self._cards)
        inner.addWidget(self.recent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        self._holder = holder
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 10, 24, 20)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(_Sign(self._theme, 16, "shield-check"))
        words = _("Everything stays on this computer: no accounts, no connection, no data sent to anybody.")
        row.addWidget(PlainLabel(self._theme, words, "caption", "text2", wrap=False))
        row.addStretch(1)
        return row

    def _centred(self, text: str, role: str, tone: str) -> PlainLabel:
        label = PlainLabel(self._theme, text, role, tone, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _connect(self) -> None:
        for card, signal in zip(self.ways, (self.create_asked, self.open_asked, self.example_asked), strict=True):
            card.button.clicked.connect(signal)
        self.look.clicked.connect(self.preferences_asked)
        self.recent.chosen.connect(self.file_chosen)
        self.recent.search_asked.connect(self.open_asked)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for card in self.ways:
            card.set_flat(not beside)
        self.recent.set_columns(2 if beside and len(self.recent.rows) > 1 else 1)
        self._cards.setSpacing(16 if beside else 8)
        recent = self.recent.sizeHint().height() if self.recent.rows else 0
        self.picture.setVisible(self.height() >= self._theme.px(PICTURE_FROM) + recent and beside)
        self._about.setVisible(self.height() >= self._theme.px(ABOUT_FROM))
        self._about.setMaximumWidth(self._theme.px(600))
        self._holder.setMaximumWidth(self._theme.px(CONTENT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.ways[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.file_chosen.emit(path)


def _dropped(data: QMimeData) -> str:
    """Return the path of the one file that is dropped, empty otherwise."""
    urls = data.urls()
    path = urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
    return path if path and not Path(path).is_dir() else ""


def _ways() -> tuple[Way, ...]:
    return (
        Way(
            "folder-plus",
            _("Create a programme"),
            _("Five questions about your firm and the first edition. About 5 minutes."),
            _("Create programme"),
            first=True,
        ),
        Way(
            "folder-open",
            _("Open a programme"),
            _("Go on with a .revmentor file that you have on this computer or on a stick."),
            _("Open file…"),
        ),
        Way(
            "play",
            _("Try an example"),
            _("28 fictional people to practise without fear: nothing you do counts."),
            _("Try the example"),
        ),
    )
