# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Toasts, banners, dialogs, panels, progress and the head of a screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action, ActionSpec
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.dialog import AskDialog, Question, ask
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.panel_page import PanelPage
from revmentor_desktop.ui.widgets.progress import ProgressStrip
from revmentor_desktop.ui.widgets.side_panel import SidePanel
from revmentor_desktop.ui.widgets.toast import SECONDS, Toast

LEFT = Qt.MouseButton.LeftButton
QUESTION = Question("¿Terminar la pareja de Lucía y Gonzalo?", "Se borran 10 sesiones.", "Conservar", "Terminar pareja", danger=True)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(autouse=True)
def closed_windows(qapp: QApplication) -> Iterator[None]:
    yield
    for window in qapp.topLevelWidgets():
        window.hide()


def test_a_toast_goes_by_itself(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    toast = Toast(theme, host, seconds=0.05)
    with qtbot.waitSignal(toast.closed, timeout=2000):
        toast.show_text("Pareja formada: Lucía y Gonzalo")
    assert SECONDS == 8


def test_a_toast_waits_while_the_pointer_is_on_it(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    toast = Toast(theme, host)
    toast.show_text("Guardado")
    assert toast.is_counting()
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not toast.is_counting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(toast.is_counting)


def test_a_toast_waits_while_the_focus_is_on_it(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    toast = Toast(theme, host)
    toast.show_text("Guardado", QAction("Deshacer", host))
    toast.action_button().setFocus()
    qtbot.waitUntil(lambda: not toast.is_counting())


def test_the_button_of_a_toast_undoes_and_closes_it(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    toast, undo = Toast(theme, host), QAction("Deshacer", host)
    toast.show_text("Pareja formada", undo)
    with qtbot.waitSignals([undo.triggered, toast.closed]):
        qtbot.mouseClick(toast.action_button(), LEFT)
    assert not toast.isVisible()


def test_the_newest_toast_replaces_the_one_before(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    toast = Toast(theme, host)
    toast.show_text("Uno")
    toast.show_text("Dos")
    assert toast.text() == toast.accessibleName() == "Dos"
    assert host.rect().contains(toast.geometry())


def test_a_toast_leaves_the_foot_of_an_open_panel_free(theme: Theme, host: QWidget) -> None:
    host.resize(1100, 500)
    panel = SidePanel(theme, 300)
    page = PanelPage(theme, QListView(), panel, host)
    page.setGeometry(host.rect())
    page.show()
    toast = Toast(theme, host)
    toast.show_text("Pareja formada: Lucía y Gonzalo")
    assert abs(toast.geometry().center().x() - 550) <= 1
    page.open_panel()
    assert toast.geometry().right() < panel.geometry().left()
    page.close_panel()
    assert abs(toast.geometry().center().x() - 550) <= 1


def test_a_panel_that_takes_everything_does_not_squeeze_the_toast(theme: Theme, host: QWidget) -> None:
    host.resize(600, 380)
    page = PanelPage(theme, QListView(), SidePanel(theme, 392), host)
    page.setGeometry(host.rect())
    page.show()
    page.open_panel()
    toast = Toast(theme, host)
    toast.show_text("Guardado")
    assert abs(toast.geometry().center().x() - 300) <= 1


def test_escape_is_the_safe_answer(qtbot: QtBot, theme: Theme) -> None:
    dialog = AskDialog(theme, None, QUESTION)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.focusWidget() is dialog.safe
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def answer(*, act: bool) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AskDialog)
    (dialog.act if act else dialog.safe).click()


def act_on_it() -> None:
    answer(act=True)


def keep_it() -> None:
    answer(act=False)


def test_ask_returns_whether_to_act(theme: Theme, qapp: QApplication) -> None:
    QTimer.singleShot(0, act_on_it)
    assert ask(theme, None, QUESTION)
    QTimer.singleShot(0, keep_it)
    assert not ask(theme, None, QUESTION)


def test_a_banner_tells_when_its_button_is_used(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "warn", "Festivos por confirmar", action="Ya los he revisado")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, LEFT)


def test_escape_closes_the_panel_and_gives_the_room_back(qtbot: QtBot, theme: Theme) -> None:
    content, panel = QListView(), SidePanel(theme, 300)
    page = PanelPage(theme, content, panel)
    qtbot.addWidget(page)
    page.resize(1100, 500)
    page.open_panel()
    assert content.geometry().right() < panel.geometry().left()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert content.width() == 1100 - 48


def test_on_a_narrow_page_the_panel_lies_over_the_content(qtbot: QtBot, theme: Theme) -> None:
    content, panel = QListView(), SidePanel(theme, 360)
    page = PanelPage(theme, content, panel)
    qtbot.addWidget(page)
    page.resize(600, 380)
    page.open_panel()
    assert page.is_over()
    assert content.geometry().intersects(panel.geometry())
    assert page.rect().contains(panel.geometry())


def test_progress_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot, theme: Theme) -> None:
    strip = ProgressStrip(theme, "Preparando acuerdos")
    qtbot.addWidget(strip)
    strip.show_progress(7, 13, "Sara e Itziar")
    assert strip.count_text() == "7 de 13"
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(strip.cancel, LEFT)


def test_what_does_not_fit_the_head_goes_behind_the_dots(qtbot: QtBot, theme: Theme) -> None:
    header = PageHeader(theme, "Personas")
    qtbot.addWidget(header)
    actions = [Action(theme, ActionSpec(key, text), header) for key, text in (("a", "Importar respuestas"), ("b", "Nueva persona"))]
    header.set_actions([actions[0]], actions[1])
    for width, hidden in ((1100, False), (420, True)):
        header.resize(width, 72)
        header.grab()
        assert header.secondary_buttons()[0].isHidden() is hidden
    primary = header.primary_button()
    assert primary is not None
    with qtbot.waitSignal(actions[1].triggered):
        qtbot.mouseClick(primary, LEFT)
