# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Días sin sesiones*: days close and open by click and by key."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import editions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme.days_section import DaysSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.programme.year_view import YearView


@pytest.fixture
def section(screen: ProgrammeScreen) -> DaysSection:
    screen.show_target("days")
    made = screen.section("days")
    assert isinstance(made, DaysSection)
    return made


def place(view: YearView, day: date) -> QPoint:
    return view.day_rect(day).center().toPoint()


def click(qtbot: QtBot, view: YearView, day: date) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, day))


def closed(workspace: Workspace) -> list[tuple[date, date, str]]:
    return [(each.start, each.end, each.name) for each in workspace.snapshot().closures]


def test_a_click_closes_a_day_and_a_click_opens_it(qtbot: QtBot, section: DaysSection, example: Workspace) -> None:
    day = date(2027, 4, 20)
    click(qtbot, section.days.view, day)
    assert closed(example) == [(day, day, "Cierre")]
    assert ("20 abr", "Cierre", "warn") in section.days.list.rows()
    click(qtbot, section.days.view, day)
    assert closed(example) == []


def test_the_names_of_the_days_off_stay_in_sight_when_one_more_is_closed(qtbot: QtBot, section: DaysSection) -> None:
    click(qtbot, section.days.view, date(2027, 4, 20))
    names = section.days.list
    assert names.height() >= names.sizeHint().height() > 10 * len(names.rows())


def test_dragging_closes_a_stretch_and_opening_a_day_of_it_leaves_the_rest(qtbot: QtBot, section: DaysSection, example: Workspace) -> None:
    view = section.days.view
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, date(2027, 5, 3)))
    QTest.mouseMove(view, place(view, date(2027, 5, 7)))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, date(2027, 5, 7)))
    assert closed(example) == [(date(2027, 5, 3), date(2027, 5, 7), "Cierre")]
    click(qtbot, view, date(2027, 5, 5))
    assert [each[:2] for each in closed(example)] == [(date(2027, 5, 3), date(2027, 5, 4)), (date(2027, 5, 6), date(2027, 5, 7))]
    example.undo()
    assert len(closed(example)) == 1


def test_arrows_and_space_close_days_and_say_each(qtbot: QtBot, section: DaysSection, example: Workspace) -> None:
    view = section.days.view
    view.setFocus()
    view.go_to(date(2027, 4, 22))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Viernes 23 de abril, Día de San Jorge, festivo"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription() == "Viernes 30 de abril, con sesiones"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert closed(example) == [(date(2027, 4, 29), date(2027, 4, 30), "Cierre")]
    assert view.accessibleDescription() == "Jueves 29 de abril, Cierre, cierre"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.accessibleDescription() == "Lunes 18 de enero, con sesiones, primer día"


@pytest.mark.parametrize(
    ("day", "word"), [(date(2027, 4, 23), "festivo"), (date(2027, 4, 24), "fin de semana"), (date(2027, 1, 4), "fuera")]
)
def test_a_day_that_nobody_can_close_says_why(
    qtbot: QtBot, screen: ProgrammeScreen, section: DaysSection, example: Workspace, day: date, word: str
) -> None:
    with qtbot.waitSignal(screen.toast) as said:
        click(qtbot, section.days.view, day)
    assert said.args is not None
    assert word in said.args[0]
    assert closed(example) == []


def test_a_closure_is_asked_for_with_its_days_and_its_name(
    qtbot: QtBot, screen: ProgrammeScreen, section: DaysSection, example: Workspace
) -> None:
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    dialog = screen.dialog
    assert dialog is not None
    dialog.start_edit.set_value(date(2027, 3, 30))
    dialog.end_edit.set_value(date(2027, 3, 29))
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert dialog.end_field.error() == "Termina antes de empezar. Elige un día posterior."
    dialog.end_edit.set_value(date(2027, 4, 1))
    qtbot.keyClicks(dialog.name_edit, "Inventario")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert closed(example) == [(date(2027, 3, 30), date(2027, 4, 1), "Inventario")]
    qtbot.mouseClick(section.rows()[0].button, Qt.MouseButton.LeftButton)
    assert closed(example) == []


def test_august_is_proposed_only_when_the_edition_touches_it(qtbot: QtBot, section: DaysSection, example: Workspace) -> None:
    assert not section.august.isVisibleTo(section)
    editions.save_edition(example, replace(example.snapshot().edition, end=date(2027, 9, 30)))
    assert section.august.isVisibleTo(section)
    qtbot.mouseClick(section.august.button, Qt.MouseButton.LeftButton)
    assert closed(example) == [(date(2027, 8, 1), date(2027, 8, 31), "Vacaciones de agosto")]
    assert not section.august.isVisibleTo(section)
    assert ("1–31 ago", "Vacaciones de agosto", "warn") in section.days.list.rows()


def test_a_local_holiday_of_a_site_is_added_and_removed(qtbot: QtBot, section: DaysSection, example: Workspace) -> None:
    site_id = next(iter(example.snapshot().sites))
    row = section.sites[site_id]
    qtbot.mouseClick(row.add, Qt.MouseButton.LeftButton)
    assert row.dialog is not None
    qtbot.mouseClick(row.dialog.act, Qt.MouseButton.LeftButton)
    assert row.dialog.name_field.error()
    row.dialog.start_edit.set_value(date(2027, 3, 5))
    qtbot.keyClicks(row.dialog.name_edit, "Cincomarzada")
    qtbot.keyClick(row.dialog.name_edit, Qt.Key.Key_Return)
    assert [local.name for local in example.snapshot().sites[site_id].local_days] == ["Cincomarzada"]
    assert ("5 mar", "Cincomarzada · solo Zaragoza", "warn") in section.days.list.rows()
    example.undo()
    assert example.snapshot().sites[site_id].local_days == ()
