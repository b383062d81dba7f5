# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Temas sin cubrir* over real files: the example with some wishes that nobody meets, an empty edition."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Offer, TopicId, Want
from revmentor_desktop.programme import people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.coverage.screen import CoverageScreen
from revmentor_desktop.ui.theme import Theme
from tests.factory import NOW

Open = Callable[..., CoverageScreen]
ACCESS, AGILE, TEAMS = "Accesibilidad y discapacidad", "Metodologías ágiles", "Equipos diversos"


def topic(workspace: Workspace, name: str) -> TopicId:
    """The id of a topic."""
    return next(one.id for one in workspace.snapshot().topics.values() if one.name == name)


def learners(workspace: Workspace) -> list[PersonId]:
    """Who takes part only to learn, in the order of the file."""
    return [answers.person_id for answers in workspace.snapshot().enrolments.values() if answers.role is Role.MENTEE]


def want(workspace: Workspace, person_id: PersonId, name: str, priority: int = 3) -> None:
    """Let somebody want one topic more."""
    answers = workspace.snapshot().enrolments[person_id]
    people.save_enrolment(workspace, replace(answers, wants=(*answers.wants, Want(topic(workspace, name), priority))))


def offer(workspace: Workspace, person_id: PersonId, name: str, level: int = 3) -> None:
    """Let somebody offer one topic more."""
    answers = workspace.snapshot().enrolments[person_id]
    people.save_enrolment(workspace, replace(answers, offers=(*answers.offers, Offer(topic(workspace, name), level))))


@pytest.fixture
def lacking(example: Workspace) -> Workspace:
    """The example, in which two topics are wanted that nobody offers, and one has a place too few."""
    first, second, third, *_rest = learners(example)
    for person_id, priority in ((first, 3), (second, 2), (third, 3)):
        want(example, person_id, ACCESS, priority)
    want(example, first, AGILE, 1)
    want(example, second, TEAMS)
    want(example, third, TEAMS)
    return example


@pytest.fixture
def open_coverage(qtbot: QtBot, theme: Theme) -> Iterator[Open]:
    """Make the screen of a workspace as it stands in the window."""
    bridges: list[Bridge] = []
    made: list[CoverageScreen] = []

    def opened(workspace: Workspace, width: int = 1158, height: int = 690) -> CoverageScreen:
        bridge = Bridge(workspace)
        bridges.append(bridge)
        screen = CoverageScreen(theme, bridge, lambda: NOW)
        made.append(screen)
        qtbot.addWidget(screen)
        bridge.changed.connect(screen.refresh)
        screen.resize(width, height)
        screen.show()
        qtbot.waitExposed(screen)
        qtbot.wait(1)
        return screen

    yield opened
    for screen in made:
        screen.hide()
    for bridge in bridges:
        bridge.close()
