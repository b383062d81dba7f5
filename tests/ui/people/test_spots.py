# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Another screen sends here to one answer of somebody: it is in sight and has the keys."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.people.form import PersonForm
from tests.ui.people.conftest import MakeDesk

PLACES: dict[str, Callable[[PersonForm], QWidget]] = {
    "modality": lambda form: form.hours.modality,
    "capacity": lambda form: form.hours.capacity,
    "offers": lambda form: form.topics.offers,
    "hours": lambda form: form.hours,
}


@pytest.mark.parametrize("spot", PLACES)
def test_the_answer_that_would_help_is_in_sight_and_has_the_keys(qtbot: QtBot, make_desk: MakeDesk, example: Workspace, spot: str) -> None:
    desk = make_desk(example)
    desk.screen.show_target((spot, desk.person("Lucía Serrano Pombo").id))
    form = desk.screen.form
    place = PLACES[spot](form)

    def has_the_keys() -> bool:
        focused = form.focusWidget()
        return focused is not None and place.isAncestorOf(focused)

    qtbot.waitUntil(has_the_keys)
    focused = form.focusWidget()
    assert focused is not None
    view = form.scroller.viewport()
    top = focused.mapTo(view, focused.rect().topLeft()).y()
    assert 0 <= top < view.height()
