# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A test whose question nobody answers fails; it does not wait for ever."""

import pytest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask
from tests.dialogs import Watch, answering, press

QUESTION = Question("¿Deshacer la pareja?", "Las dos personas quedan libres.", "Dejarla", "Deshacer pareja")


def test_a_question_that_nobody_expected_is_closed_and_named(theme: Theme) -> None:
    with pytest.raises(AssertionError, match="nobody answers «¿Deshacer la pareja\\?»"), answering():
        assert not ask(theme, None, QUESTION)


def test_an_answer_that_goes_wrong_closes_the_question(theme: Theme) -> None:
    with pytest.raises(AssertionError, match="no button «Aceptar»"), answering(press("Aceptar")):
        assert not ask(theme, None, QUESTION)


def test_a_question_that_never_comes_is_missed() -> None:
    with pytest.raises(AssertionError, match="1 dialogs never opened"), answering(press("Dejarla")):
        pass


def test_a_question_asked_twice_is_answered_twice(theme: Theme) -> None:
    with answering(press("Deshacer"), press("Dejarla")) as titles:
        assert [ask(theme, None, QUESTION), ask(theme, None, QUESTION)] == [True, False]
    assert titles == [QUESTION.title] * 2


class Quick(Watch):
    LOOKS = 1


def test_a_question_that_stays_open_after_its_answer_is_closed_by_the_watch(theme: Theme) -> None:
    def forget(_dialog: QDialog) -> None:
        pass

    watch = Quick()
    with answering(forget):
        assert not ask(theme, None, QUESTION)
    assert watch.stop() == ["AskDialog «¿Deshacer la pareja?»"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_so_is_a_menu_that_waits(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Deshacer pareja")
    watch = Quick()
    assert menu.exec() is None
    assert watch.stop() == ["QMenu «»"]
