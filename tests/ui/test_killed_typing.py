# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A program that is killed while something is typed loses at most two seconds of it, and offers the rest at the next start."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import drafts, files, pairs, sessions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.calendar.screen import CalendarScreen
from revmentor_desktop.ui.calendar.session_page import HELD, MOVE, SessionPage
from revmentor_desktop.ui.navigation import CALENDAR, PEOPLE
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.program import Program
from revmentor_desktop.ui.programme.firm_section import FirmSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.source import ROOT
from tests.ui import typing_child
from tests.ui.typing_child import GIVEN, HOUR, MINUTES, POST, STREET

MAY_BE_LOST = 2.0
"""Seconds of typing that a crash may take."""


@pytest.fixture(scope="module")
def killed(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One file for each way of typing, left behind by a program killed two seconds after the last letter; all at once."""
    folder = tmp_path_factory.mktemp("killed")
    planned = Path(copy(example_file, folder / "plan.revmentor"))
    workspace = files.open_file(planned)
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()), factory.TODAY)
    sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
    workspace.close()
    paths = {what: Path(copy(planned, folder / f"{what}.revmentor")) for what in typing_child.WAYS}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.ui.typing_child", str(path), what], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        for what, path in paths.items()
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
    time.sleep(MAY_BE_LOST)
    for child in children:
        child.send_signal(signal.SIGKILL)
        child.communicate()
    return paths


def reopened(path: Path) -> Iterator[Workspace]:
    """Open a copy of a file that was left behind: the others look at the same one."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = files.open_file(Path(copy(path, folder)))
        yield workspace
        workspace.close()


@pytest.fixture
def people(request: pytest.FixtureRequest, killed: dict[str, Path], qtbot: QtBot, theme: Theme) -> Iterator[PeopleScreen]:
    for workspace in reopened(killed[request.param]):
        bridge = Bridge(workspace)
        screen = PeopleScreen(theme, bridge, lambda: factory.NOW)
        bridge.changed.connect(screen.refresh)
        qtbot.addWidget(screen)
        screen.show()
        yield screen
        screen.hide()
        bridge.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, killed: dict[str, Path], qtbot: QtBot, theme: Theme) -> Iterator[SessionPage]:
    for workspace in reopened(killed[request.param]):
        bridge = Bridge(workspace)
        screen = CalendarScreen(theme, bridge, lambda: factory.NOW)
        screen.refresh(frozenset())
        qtbot.addWidget(screen)
        screen.show()
        assert screen.unsaved.isVisibleTo(screen)
        screen.unsaved.button.click()
        assert screen.panel.page is not None
        yield screen.panel.page
        screen.hide()
        bridge.close()


@pytest.mark.parametrize(("what", "key"), [("known", PEOPLE), ("acta", CALENDAR)])
def test_the_program_offers_it_at_the_next_start(killed: dict[str, Path], tmp_path: Path, theme: Theme, what: str, key: str) -> None:
    program = Program(theme, lambda: factory.NOW)
    program.start(Path(copy(killed[what], tmp_path / "otra.revmentor")))
    assert program.current is not None
    window = program.current.window
    toast = window.toast_widget()
    assert toast.isVisibleTo(window)
    assert "a medio escribir" in toast.text()
    toast.action_button().click()
    assert window.current_key() == key
    program.end()


def test_a_half_typed_line_of_the_firm_is_offered_again(killed: dict[str, Path], qtbot: QtBot, theme: Theme) -> None:
    for workspace in reopened(killed["firm"]):
        bridge = Bridge(workspace)
        screen = ProgrammeScreen(theme, bridge, lambda: factory.NOW)
        qtbot.addWidget(screen)
        screen.show_target("firm")
        section = screen.section("firm")
        assert isinstance(section, FirmSection)
        assert text_of(section.address.editor) == STREET
        assert section.address.note().startswith("Recuperado de antes: sin guardar")
        bridge.close()


def text_of(editor: object) -> str:
    assert isinstance(editor, QLineEdit)
    return editor.text()


@pytest.mark.parametrize("people", ["new"], indirect=True)
def test_somebody_new_is_offered_again(people: PeopleScreen) -> None:
    assert people.half_typed.isVisibleTo(people)
    people.half_typed.button.click()
    assert text_of(people.form.data.first_name.editor) == GIVEN
    assert people.form.recovered.isVisibleTo(people.form)
    assert people.form.recovered.text() == "Recuperado de antes: sin guardar"


@pytest.mark.parametrize("people", ["known"], indirect=True)
def test_a_half_typed_field_of_somebody_enrolled_is_offered_again(people: PeopleScreen) -> None:
    people.half_typed.button.click()
    assert people.form.keeper.person.first_name == "Wei"
    assert text_of(people.form.data.position.editor) == POST
    assert people.form.data.position.note() == "Recuperado de antes: sin guardar"
    assert people.form.keeper.person.position == "Auxiliar de compras"
    people.form.recovered.save.click()
    assert people.form.keeper.person.position == POST
    assert not people.form.recovered.isVisibleTo(people.form)
    assert not drafts.starting_with(people.form.keeper.workspace, "people.")


@pytest.mark.parametrize("page", ["acta"], indirect=True)
def test_a_half_filled_acta_is_offered_again(page: SessionPage) -> None:
    assert page.mode == HELD
    assert page.acta is not None
    assert (page.acta.rating.value(), page.acta.minutes.value()) == (4, MINUTES)
    assert page.recovered.isVisibleTo(page)


@pytest.mark.parametrize("page", ["move"], indirect=True)
def test_a_half_chosen_date_is_offered_again(page: SessionPage) -> None:
    assert page.mode == MOVE
    assert page.move_form is not None
    assert page.move_form.hour.currentData() == HOUR
    assert page.move_form.day.date() > QDate(2027, 1, 1)
    assert page.recovered.isVisibleTo(page)
