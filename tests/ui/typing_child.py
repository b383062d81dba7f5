# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A whole program in which something is typed and never finished: ``python -m tests.ui.typing_child FILE WHAT``.

Prints a line when the last letter is in its field, then goes on living until it is killed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop import i18n
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.calendar.session_page import HELD, MOVE
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import CALENDAR, PEOPLE, PROGRAMME
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.programme.firm_section import FirmSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Mode, Theme
from tests import factory

GIVEN, POST, MINUTES, HOUR, STREET = "Nat", "Analista de", 75, 8 * 60 + 15, "Calle"
"""What is typed: a first name, the beginning of a post, the minutes of an acta, the hour of another date, a part of an address."""


def people_screen(window: MainWindow) -> PeopleScreen:
    screen: object = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    return screen


def calendar_screen(window: MainWindow) -> CalendarScreen:
    screen: object = window.screen_of(CALENDAR)
    assert isinstance(screen, CalendarScreen)
    return screen


def type_into(editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)


def new_person(opened: OpenProgramme) -> None:
    opened.window.show_screen(PEOPLE, "new")
    type_into(people_screen(opened.window).form.data.first_name.editor, GIVEN)


def known_person(opened: OpenProgramme) -> None:
    somebody = next(p for p in opened.workspace.snapshot().enrolled if p.first_name == "Wei")
    opened.window.show_screen(PEOPLE, ("person", somebody.id))
    type_into(people_screen(opened.window).form.data.position.editor, POST)


def acta(opened: OpenProgramme) -> None:
    opened.window.show_screen(CALENDAR, ("session", opened.workspace.snapshot().sessions[0].id))
    page = calendar_screen(opened.window).panel.page
    assert page is not None
    page.set_mode(HELD)
    assert page.acta is not None
    page.acta.rating.choose(4)
    page.acta.minutes.setValue(MINUTES)


def other_date(opened: OpenProgramme) -> None:
    opened.window.show_screen(CALENDAR, ("session", opened.workspace.snapshot().sessions[0].id))
    page = calendar_screen(opened.window).panel.page
    assert page is not None
    page.set_mode(MOVE)
    assert page.move_form is not None
    page.move_form.hour.setCurrentIndex(page.move_form.hour.findData(HOUR))


def firm(opened: OpenProgramme) -> None:
    opened.window.show_screen(PROGRAMME, "firm")
    screen: object = opened.window.screen_of(PROGRAMME)
    assert isinstance(screen, ProgrammeScreen)
    section = screen.section("firm")
    assert isinstance(section, FirmSection)
    type_into(section.address.editor, STREET)


WAYS: dict[str, Callable[[OpenProgramme], None]] = {
    "new": new_person,
    "known": known_person,
    "acta": acta,
    "move": other_date,
    "firm": firm,
}


def main(path: str, what: str) -> None:
    """Open the file, type, say so, and live on."""
    application = QApplication([])
    i18n.use("es")
    program = Program(Theme(application, Mode.LIGHT), lambda: factory.NOW)
    program.start(Path(path))
    opened = program.current
    assert opened is not None
    QTest.qWaitForWindowActive(opened.window)
    WAYS[what](opened)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
