# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The passing notice at the foot of the content: what was done, and its undo. One at a time, the newest."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_CARD
from revmentor_desktop.ui.widgets.labels import PlainLabel, no_mnemonic
from revmentor_desktop.ui.widgets.paint import paint_box, paint_shadow, paint_text
from revmentor_desktop.ui.widgets.side_panel import SidePanel

SECONDS = 8
"""How long a toast stays; it stops counting while the pointer or the focus is on it."""
_EDGE = 10
_LEAST_ROOM = 320
"""Width beside an open panel, in px, under which the toast takes the whole content again."""
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class _ToastButton(QPushButton):
    def __init__(self, theme: Theme, text: str, icon: str = "") -> None:
        super().__init__(no_mnemonic(text))
        self._theme, self._label, self._icon = theme, text, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_label(self, text: str) -> None:
        self._label = text
        self.setText(no_mnemonic(text))
        self.setAccessibleName(text)
        theme = self._theme
        width = theme.px(28) if self._icon else theme.metrics("button").horizontalAdvance(text) + 22
        self.setFixedSize(width, theme.px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            paint_box(painter, box, 6, None, self._theme.color("toast_link"), 2 if self.hasFocus() else 1)
        if self._icon:
            self._theme.paint_icon(painter, box, self._icon, "on_toast", 16)
        else:
            paint_text(painter, box.adjusted(10, 0, 0, 0), self._label, self._theme, "button", "toast_link")


class Toast(QWidget):
    """A child of the content, placed at its foot by itself, beside an open side panel. ``closed`` when it went."""

    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, seconds: float = SECONDS) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        self._action: QAction | None = None
        self._icon = "circle-check"
        self._mark = QLabel()
        self._words = PlainLabel(theme, "", "nav", "on_toast")
        self._undo = _ToastButton(theme, "")
        self._close = _ToastButton(theme, _("Close notice"), "x")
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._build()
        self._timer.timeout.connect(self.dismiss)
        self._undo.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        host.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self.hide()

    def show_text(self, text: str, action: QAction | None = None, icon: str = "circle-check") -> None:
        """Show a sentence; ``action`` is what its button does (usually undo), with the action's words."""
        self._action = action
        self._words.setText(text)
        self._icon = icon
        self._undo.setVisible(action is not None)
        self.setAccessibleName(text)
        for panel in self._host.findChildren(SidePanel):
            # Once is enough for Qt, however often it is asked.
            panel.installEventFilter(self)
        self._restyle()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """Return the sentence."""
        return self._words.text()

    def is_counting(self) -> bool:
        """Whether its time is running."""
        return self._timer.isActive()

    def action_button(self) -> QPushButton:
        """Return the button of the action."""
        return self._undo

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _build(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14 + _EDGE, 8 + _EDGE, 8 + _EDGE, 8 + _EDGE)
        row.setSpacing(10)
        for widget in (self._mark, self._words, self._undo, self._close):
            row.addWidget(widget)
        for button in (self._undo, self._close):
            button.installEventFilter(self)

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action.trigger()

    def _restyle(self) -> None:
        self._mark.setPixmap(self._theme.pixmap(self._icon, "toast_link", 18))
        self._undo.set_label(self._action.iconText() if self._action is not None else "")
        self._close.set_label(_("Close notice"))
        self._place()

    def _place(self) -> None:
        self._words.setWordWrap(False)
        room = self._room()
        width = min(self.sizeHint().width(), max(room - 16, 120))
        self._words.setWordWrap(width < self.sizeHint().width())
        self._row.activate()
        height = max(self.heightForWidth(width), self._theme.px(44) + 2 * _EDGE)
        self.setGeometry((room - width) // 2, self._host.height() - height - 6, width, height)

    def _room(self) -> int:
        """Return the width up to an open side panel, whose foot holds buttons that must stay free."""
        whole = self._host.width()
        open_panels = [panel for panel in self._host.findChildren(SidePanel) if panel.isVisible()]
        room = min([whole, *(panel.mapTo(self._host, QPoint(0, 0)).x() for panel in open_panels)])
        return room if room >= _LEAST_ROOM else whole

    def _resume(self) -> None:
        focused = QApplication.focusWidget()
        if self.isVisible() and not self.underMouse() and focused not in (self._undo, self._close):
            self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt may still ask while the toast goes, when Python has already taken its attributes.
        if watched is getattr(self, "_host", None) or isinstance(watched, SidePanel):
            if event.type() in _MOVES and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._resume)
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        QTimer.singleShot(0, self, self._resume)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        paint_shadow(painter, box, RADIUS_CARD, self._theme)
        paint_box(painter, box, RADIUS_CARD, self._theme.color("toast"))
