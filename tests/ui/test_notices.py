# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Notices between the bands and the screens: one at a time, none without room."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.notices import Notices


def test_the_second_notice_waits_for_the_first(qtbot: QtBot) -> None:
    notices, first, second = Notices(), QLabel("nube"), QLabel("contraseña")
    qtbot.addWidget(notices)
    for notice in (first, second):
        notice.hide()
        notices.add(notice)
    notices.show()
    second.show()
    first.show()
    assert (first.isVisible(), second.isVisible()) == (True, False)
    first.hide()
    assert (first.isVisible(), second.isVisible()) == (False, True)
    notices.set_room(room=False)
    assert not second.isVisible()
    notices.set_room(room=True)
    assert second.isVisible()
