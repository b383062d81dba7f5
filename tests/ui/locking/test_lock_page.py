# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The page of a locked file: the name of the file, the way in, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.lock_page import LockPage, reasons
from revmentor_desktop.ui.theme import Theme


def shown(qtbot: QtBot, theme: Theme, why: str = "") -> LockPage:
    page = LockPage(theme, "Piloto 2027", why)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def test_the_password_is_typed_at_once_and_enter_opens(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    assert page.focusWidget() is page.form.password
    qtbot.keyClicks(page.form.password, " con espacios ")
    with qtbot.waitSignal(page.unlock_asked) as asked:
        qtbot.keyClick(page.form.password, Qt.Key.Key_Return)
    assert asked.args == [" con espacios "]
    page.hide()


def test_while_it_is_opened_nothing_else_can_be_asked_for(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    qtbot.keyClicks(page.form.password, "contrasena")
    page.set_busy(busy=True)
    assert page.open_button.label == "Abriendo…"
    qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.other_button, Qt.MouseButton.LeftButton)
    assert asked == []
    page.show_wrong(0.3)
    assert page.form.password_field.error().startswith("La contraseña no es esa. Puedes volver a probar en 1")
    assert page.focusWidget() is page.form.password
    assert page.form.password.selectedText()
    qtbot.waitUntil(page.open_button.isEnabled, timeout=2_000)
    qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    assert asked == ["contrasena"]
    page.hide()


def test_another_file_can_be_opened_instead(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    with qtbot.waitSignal(page.other_asked):
        qtbot.mouseClick(page.other_button, Qt.MouseButton.LeftButton)
    page.hide()


def test_what_else_went_wrong_is_said_with_a_way_on(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    page.set_busy(busy=True)
    page.show_refusal("No existe ese archivo.", "Búscalo en otra carpeta.")
    assert page.trouble.isVisible()
    assert page.open_button.isEnabled()
    page.hide()


def test_somebody_who_was_wrong_before_waits_on_a_new_page_too(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    page.hold(0.4)
    assert page.form.password_field.error() == "Puedes volver a probar en 1\u00a0s."
    assert not page.open_button.isEnabled()
    qtbot.waitUntil(page.open_button.isEnabled, timeout=2_000)
    assert page.form.password_field.error() == ""
    page.hide()


@pytest.mark.parametrize("why", ["", "idle", "away"])
def test_it_says_why_it_is_locked(qtbot: QtBot, theme: Theme, why: str) -> None:
    page = shown(qtbot, theme, reasons()[why])
    assert reasons()[why].startswith("Bloqueado")
    assert page.windowTitle() == "Piloto 2027 – RevMentor"
    page.hide()


def test_closing_it_tells_and_forgets_what_was_typed(qtbot: QtBot, theme: Theme) -> None:
    page = shown(qtbot, theme)
    qtbot.keyClicks(page.form.password, "a medias")
    with qtbot.waitSignal(page.closing):
        page.close()
    assert page.form.password.text() == ""


def test_everything_can_be_reached_by_tab_also_on_a_small_window(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_size(150)
    page = shown(qtbot, theme)
    page.resize(660, 380)
    reached = []
    for _step in range(6):
        focused = page.focusWidget()
        assert focused is not None
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {page.form.password, page.form.password.eye, page.form.switch, page.other_button, page.open_button} <= set(reached)
    page.hide()
