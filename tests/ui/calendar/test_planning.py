# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Planning from the empty calendar, and the calendar of nobody."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from revmentor_desktop.programme import editions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.calendar.plan_dialog import PlanDialog
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.widgets.button import Button
from tests import factory
from tests.ui.calendar.conftest import Calendar, Opener


def button(screen: CalendarScreen, words: str) -> QPushButton:
    return next(b for b in screen.findChildren(Button) if b.label == words and b.isVisible())


def wait_for_plan(calendar: Calendar) -> PlanDialog:
    calendar.qtbot.waitUntil(lambda: calendar.screen.planner.dialog is not None, timeout=20_000)
    dialog = calendar.screen.planner.dialog
    assert dialog is not None
    return dialog


def test_without_pairs_it_sends_to_them(workspace: Workspace, open_calendar: Opener) -> None:
    calendar = open_calendar(workspace, factory.NOW)
    calendar.show()
    assert calendar.screen.header.primary_button() is None
    calendar.click(button(calendar.screen, "Ir a Parejas"))
    assert calendar.gone == [("pairs", None)]


def test_the_plan_is_shown_before_it_is_used_and_is_one_action(accepted: Workspace, open_calendar: Opener) -> None:
    calendar = open_calendar(accepted, factory.NOW)
    calendar.show()
    calendar.click(button(calendar.screen, "Planificar sesiones"))
    dialog = wait_for_plan(calendar)
    assert dialog.windowTitle() == "Plan para 13 parejas: 130 sesiones"
    assert [name for name, _value in dialog.facts()] == ["Primera sesión", "Última sesión", "Mayor espera entre dos sesiones"]
    assert accepted.snapshot().sessions == ()
    calendar.click(dialog.act)
    assert len(accepted.snapshot().sessions) == 130
    assert calendar.said == [("130 sesiones planificadas", calendar.bridge.undo_action)]
    assert accepted.next_undo is not None
    assert accepted.next_undo.code == "plan"
    assert calendar.screen.header.title.text() == "Enero de 2027"


def test_leaving_the_plan_for_later_changes_nothing(accepted: Workspace, open_calendar: Opener) -> None:
    calendar = open_calendar(accepted, factory.NOW)
    calendar.show()
    calendar.screen.show_target("plan")
    dialog = wait_for_plan(calendar)
    calendar.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert accepted.snapshot().sessions == ()
    assert calendar.said == []


def test_planning_that_is_stopped_shows_nothing_and_can_be_started_again(accepted: Workspace, open_calendar: Opener) -> None:
    calendar = open_calendar(accepted, factory.NOW)
    calendar.show()
    calendar.screen.plan()
    calendar.screen.card.progress.cancel.click()
    calendar.qtbot.waitUntil(lambda: not calendar.bridge.busy(), timeout=20_000)
    assert calendar.screen.planner.dialog is None
    calendar.screen.plan()
    wait_for_plan(calendar).reject()


def test_with_all_pairs_planned_there_is_nothing_to_plan(calendar: Calendar) -> None:
    assert calendar.screen.header.primary_button() is None
    calendar.screen.show_target("plan")
    assert calendar.screen.planner.dialog is None
    assert not calendar.bridge.busy()


def test_what_does_not_fit_is_listed_with_its_reason(accepted: Workspace, open_calendar: Opener) -> None:
    edition = accepted.snapshot().edition
    editions.save_edition(accepted, replace(edition, end=edition.start + timedelta(days=20)))
    calendar = open_calendar(accepted, factory.NOW)
    calendar.show()
    calendar.screen.plan()
    dialog = wait_for_plan(calendar)
    listed = dialog.not_placed()
    assert listed
    assert all(": sesion" in which and why.endswith(".") for which, why in listed)
    calendar.click(dialog.act)
    undated = [session for session in accepted.snapshot().sessions if session.start is None]
    assert undated
    button(calendar.screen, f"Sin fecha: {len(undated)}").click()
    assert calendar.screen.panel.title.text() == f"Sin fecha: {len(undated)}"
