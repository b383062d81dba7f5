# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Dates are typed as people write them."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import DateEdit


@pytest.mark.parametrize("typed", ["01/02/2027", "1/2/2027", "1/2/27", "1-2-2027", "01.02.27", "1 2 2027", "01022027"])
@pytest.mark.parametrize("anew", [True, False])
def test_a_date_is_what_was_typed(qtbot: QtBot, theme: Theme, typed: str, anew: bool) -> None:
    editor = DateEdit(theme, date(2026, 1, 18))
    qtbot.addWidget(editor)
    if anew:
        editor.selectAll()
    else:
        editor.setSelectedSection(DateEdit.Section.DaySection)  # as Tab does
    qtbot.keyClicks(editor, typed)
    with qtbot.waitSignal(editor.committed) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [date(2027, 2, 1)]


def test_a_short_year_is_taken_when_the_field_is_left(qtbot: QtBot, theme: Theme) -> None:
    editor = DateEdit(theme, date(2026, 1, 18))
    qtbot.addWidget(editor)
    editor.selectAll()
    qtbot.keyClicks(editor, "23/05/28")
    with qtbot.waitSignal(editor.committed) as told:
        editor.clearFocus()
        editor.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert told.args == [date(2028, 5, 23)]


def test_a_click_into_a_part_selects_it_so_that_typing_replaces_it(qtbot: QtBot, theme: Theme) -> None:
    editor = DateEdit(theme, date(2026, 1, 18))
    qtbot.addWidget(editor)
    editor.resize(160, 34)
    with qtbot.waitExposed(editor):
        editor.show()
    qtbot.mouseClick(editor.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(14, 12))
    qtbot.waitUntil(lambda: editor.lineEdit().selectedText() == "18")
    editor.hide()
