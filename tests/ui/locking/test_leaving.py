# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Before a file is locked, questions, menus and tips go, and what we put on the clipboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.leaving import Leaving, clear_own_clipboard, close_open_dialogs
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask

OWNING = ("ownsClipboard", "ownsSelection", "ownsFindBuffer")


def ours(_clipboard: object) -> bool:
    return True


def of_others(_clipboard: object) -> bool:
    return False


@pytest.mark.parametrize(("owner", "left"), [(ours, ""), (of_others, "Lucía Gil")])
def test_text_that_we_copied_goes_from_the_clipboard_and_that_of_others_stays(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, owner: Callable[[object], bool], left: str
) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("Lucía Gil")
    # Without a screen the clipboard has no owner: one has to be pretended.
    for name in OWNING:
        monkeypatch.setattr(type(clipboard), name, owner)
    clear_own_clipboard()
    assert clipboard.text() == left


def test_every_question_gets_its_safe_answer_whatever_opened_it(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialogs = [QDialog(parent), QDialog(), QFileDialog(parent, "Guardar")]
    for dialog in dialogs:
        dialog.show()
    modal = QDialog(dialogs[0])
    modal.open()
    assert close_open_dialogs() == 4
    assert all(dialog.result() == QDialog.DialogCode.Rejected for dialog in (*dialogs, modal))
    assert not any(dialog.isVisible() for dialog in (*dialogs, modal))
    assert parent.isVisible()
    parent.hide()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_menus_and_tips_go_too(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    menu = QMenu(parent)
    menu.addAction("Emparejar a Lucía")
    menu.popup(QPoint(5, 5))
    QToolTip.showText(QPoint(5, 5), "Lucía Gil", parent)
    close_open_dialogs()
    assert not menu.isVisible()
    tips = [w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QTipLabel" and w.isVisible()]
    assert tips == []
    parent.hide()


def test_it_waits_until_the_code_around_a_question_has_gone_on(qtbot: QtBot, theme: Theme) -> None:
    order: list[str] = []
    leaving = Leaving()

    def left() -> None:
        order.append("left")

    def ask_twice() -> None:
        for question in ("primera", "segunda"):
            order.append(f"{question}: {ask(theme, None, Question(question, '', 'Dejarlo', 'Borrar'))}")

    leaving.left.connect(left)
    QTimer.singleShot(0, ask_twice)
    QTimer.singleShot(150, leaving.start)
    with qtbot.waitSignal(leaving.left, timeout=5_000):
        pass
    assert order == ["primera: False", "segunda: False", "left"]


def test_with_nothing_open_it_is_over_at_once(qtbot: QtBot, theme: Theme) -> None:
    leaving = Leaving()
    with qtbot.waitSignal(leaving.left, timeout=1_000):
        leaving.start()
        leaving.start()
