# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Hands that do to a window everything they can: click, type, drag, turn the wheel, open menus, take what dialogs offer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.printing import Wish
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.segmented import SegmentedControl
from revmentor_desktop.ui.words import errors

_K, _M = Qt.Key, Qt.KeyboardModifier
KEYS = (
    *((key, _M.NoModifier) for key in (_K.Key_Space, _K.Key_Return, _K.Key_Delete, _K.Key_Backspace, _K.Key_F2, _K.Key_1, _K.Key_3)),
    *((key, _M.NoModifier) for key in (_K.Key_Right, _K.Key_Down, _K.Key_PageUp)),
    *((key, _M.ControlModifier) for key in (_K.Key_Return, _K.Key_Right, _K.Key_L, _K.Key_V)),
    (_K.Key_Right, _M.ShiftModifier),
)
_LEFT = Qt.MouseButton.LeftButton
_PATIENCE = 3
_MOST = 50
"""How many menus or dialogs may follow each other."""


@dataclass
class Hands:
    """``said`` is what the window said at its foot, and what stood on each screen at the end."""

    qtbot: QtBot
    window: MainWindow
    workspace: Workspace
    said: list[str] = field(default_factory=list)
    _timer: QTimer = field(default_factory=QTimer)
    _waited: int = 0

    def __post_init__(self) -> None:
        # Dialogs that wait for an answer get one, whatever asked for them.
        self._timer.setInterval(15)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def rest(self) -> None:
        """Close what is open."""
        self._timer.stop()
        self._settle()

    def use_all(self, key: str, target: object) -> None:
        """Use everything in sight on a screen, and do every action that is not disabled; whatever leads away, the way leads back."""
        screen = self.show(key, target)
        for action in screen.actions():
            if action.isEnabled():
                action.trigger()
                self._settle()
                self.show(key, target)
        for widget in sorted(_in_sight(screen), key=_shows_others):
            if self.window.current_key() != key or (shiboken6.isValid(widget) and not widget.isVisible()):
                self.show(key, target)
            if shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled():
                self._use(widget)
                self._settle()
        self.said += [label.text() for label in screen.findChildren(QLabel)]

    def show(self, key: str, target: object = None) -> QWidget:
        """Go to a place of the window; return its screen."""
        self.window.show_screen(key, target)
        screen = self.window.screen_of(key)
        assert isinstance(screen, QWidget)
        if isinstance(screen, DocumentsScreen):
            screen.choose_folder, screen.choose_printer = _no_folder, _no_printer
        if isinstance(screen, PairsScreen):
            screen.desk.choose_folder = _no_folder
            screen.sheets.choose_printer = screen.completer.choose_printer = _no_printer
        self._settle()
        return screen

    def refused(self) -> list[str]:
        """Return what was said because a change was tried and could not be."""
        sentence = errors.sentence(StoreError("viewing"))[0]
        return [text for text in self.said if sentence in text]

    def _use(self, widget: QWidget) -> None:
        if isinstance(widget, QAbstractButton):
            self.qtbot.mouseClick(widget, _LEFT)
        elif isinstance(widget, QAbstractItemView):
            self._use_view(widget)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            self.qtbot.mouseClick(widget if isinstance(widget, QLineEdit) else widget.viewport(), _LEFT)
            self.qtbot.keyClicks(widget, "zzz")
            self.qtbot.keyClick(widget, _K.Key_Return)
            self.qtbot.keyClick(widget, _K.Key_V, _M.ControlModifier)
            widget.clearFocus()
        elif widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not isinstance(widget, QScrollBar):
            self._use_painted(widget)

    def _use_view(self, view: QAbstractItemView) -> None:
        model, ground = view.model(), view.viewport()
        rows = sorted({0, 1, model.rowCount() // 2, model.rowCount() - 1} & set(range(model.rowCount())))
        for row in rows:
            view.scrollTo(model.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
            place = view.visualRect(model.index(row, 0))
            middle = place.center()
            for x in (place.left() + 18, middle.x(), place.right() - 14, place.right() - 40):
                self.qtbot.mouseClick(ground, _LEFT, pos=QPoint(x, middle.y()))
                self._settle()
            self.qtbot.mouseDClick(ground, _LEFT, pos=middle)
            self._settle()
            self._ask_menu(view, middle)
        self._press_keys(view)
        self._drag(ground)

    def _use_painted(self, widget: QWidget) -> None:
        ground = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        for share in (0.1, 0.5, 0.9):
            self.qtbot.mouseClick(ground, _LEFT, pos=QPoint(int(ground.width() * share), ground.height() // 2))
            self._settle()
        self._press_keys(widget)
        self._drag(ground)
        self._ask_menu(widget, ground.rect().center())
        point = QPointF(ground.rect().center())
        turned = QWheelEvent(
            point, QPointF(ground.mapToGlobal(ground.rect().center())), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, _M.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(ground, turned)

    def _press_keys(self, widget: QWidget) -> None:
        for key, modifier in KEYS:
            if not (shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()):
                return
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.qtbot.keyClick(widget, key, modifier)
            self._settle()

    def _drag(self, ground: QWidget) -> None:
        if not (shiboken6.isValid(ground) and ground.isVisible()):
            return
        start, end = QPoint(ground.width() // 3, ground.height() // 3), QPoint(ground.width() * 2 // 3, ground.height() * 2 // 3)
        self.qtbot.mousePress(ground, _LEFT, pos=start)
        for step in (1, 2, 3, 4):
            self.qtbot.mouseMove(ground, start + (end - start) * step / 4)
        self.qtbot.mouseRelease(ground, _LEFT, pos=end)
        self._settle()

    def _ask_menu(self, widget: QWidget, point: QPoint) -> None:
        if not (shiboken6.isValid(widget) and widget.isVisible()):
            return
        ground = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, ground.mapToGlobal(point))
        QApplication.sendEvent(ground, event)
        self._settle()

    def _settle(self) -> None:
        """Let happen what follows, take everything that an open menu offers, answer what is asked."""
        QApplication.processEvents()
        for _number in range(_MOST):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            actions = _of_menu(popup) if isinstance(popup, QMenu) else []
            popup.close()
            for action in actions:
                if shiboken6.isValid(action) and action.isEnabled():
                    action.trigger()
            QApplication.processEvents()
        for _number in range(_MOST):
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                break
            _accept(dialog)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
        assert QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None, "a menu or dialog does not close"
        toast = self.window.toast_widget()
        if toast.isVisible():
            self.said.append(toast.text())
            toast.dismiss()

    def _answer(self) -> None:
        dialog, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if dialog is not None:
            _accept(dialog)
        # Menus of Qt's own (of a date, of a bar) wait until they are closed.
        self._waited = self._waited + 1 if popup is not None else 0
        if popup is not None and self._waited > _PATIENCE:
            popup.close()


def _no_folder(_parent: QWidget, _proposed: Path) -> Path | None:
    return None


def _no_printer(_parent: QWidget, _wish: Wish) -> QPrinter | None:
    return None


def _accept(dialog: QWidget) -> None:
    """Take what a dialog offers to do; one that only shows is closed."""
    if isinstance(dialog, Dialog) and dialog.act.isVisible() and dialog.act.isEnabled():
        dialog.act.click()
    if dialog.isVisible() and isinstance(dialog, QDialog):
        dialog.reject()


def _of_menu(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += _of_menu(inner) if isinstance(inner, QMenu) else [action]
    return found


def _in_sight(root: QWidget) -> Iterator[QWidget]:
    yield from (widget for widget in root.findChildren(QWidget) if widget.isVisible() and widget.isEnabled())


def _shows_others(widget: QWidget) -> bool:
    """Whether a click on it may take others out of sight: such come last."""
    return isinstance(widget, QAbstractItemView | SegmentedControl) or isinstance(widget.parentWidget(), SegmentedControl)
