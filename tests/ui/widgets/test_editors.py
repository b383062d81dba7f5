# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Dates are typed as people write them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import DateEdit


@pytest.mark.parametrize("typed", ["01/02/2027", "1/2/2027", "1/2/27", "1-2-2027", "01.02.27", "1 2 2027", "01022027"])
@pytest.mark.parametrize("anew", [True, False])
def test_a_date_is_what_was_typed(qtbot: QtBot, theme: Theme, typed: str, anew: bool) -> None:
    editor = DateEdit(theme, date(2027, 1, 18))
    qtbot.addWidget(editor)
    if anew:
        editor.selectAll()
    else:
        editor.setSelectedSection(DateEdit.Section.DaySection)  # as Tab does
    qtbot.keyClicks(editor, typed)
    with qtbot.waitSignal(editor.committed) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [date(2027, 2, 1)]
