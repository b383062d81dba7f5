# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Personas* of a file that is only looked at: everything in sight, nothing to be changed, no draft written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import drafts, files, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.people.keeper import DRAFT_KEY
from tests import factory
from tests.ui.people.conftest import Desk, MakeDesk, typed


@pytest.fixture
def viewed(example_copy: Path) -> Iterator[Workspace]:
    """The example, with an incompatibility, somebody withdrawn and something half typed, opened only to look at it."""
    workspace = files.open_file(example_copy)
    first, second, third = (person.id for person in workspace.snapshot().enrolled[:3])
    people.add_exclusion(workspace, first, second, "No se hablan")
    people.withdraw(workspace, third, factory.TODAY)
    drafts.put(workspace, DRAFT_KEY, '{"first_name": "Nat", "typed": {}}')
    workspace.close()
    workspace = files.open_to_read(example_copy)
    yield workspace
    workspace.close()


def test_every_form_is_told_and_none_can_be_changed(make_desk: MakeDesk, viewed: Workspace, qtbot: QtBot) -> None:
    desk = make_desk(viewed)
    before = viewed.snapshot()
    for person in before.enrolled[:5]:
        desk.screen.open_person(person.id)
        form = desk.screen.form
        assert typed(form.data.first_name) == person.first_name
        for editor in (*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)):
            if editor.isVisible():
                assert editor.isReadOnly()
                qtbot.keyClicks(editor, "x")
        for section in form.sections:
            for button in section.findChildren(QAbstractButton):
                if button.isVisible() and button.isEnabled():
                    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        form.keep_draft()
    desk.screen.close_form()
    assert viewed.snapshot() == before
    assert not desk.said


def test_what_would_change_something_is_not_there_or_says_why_not(make_desk: MakeDesk, viewed: Workspace) -> None:
    desk = make_desk(viewed)
    enabled = {action.text(): action.isEnabled() for action in desk.screen.actions()}
    assert not any(enabled[text] for text in ("Nueva persona", "Importar respuestas"))
    desk.screen.open_person(viewed.snapshot().enrolled[0].id)
    privacy = desk.screen.form.privacy
    assert len(privacy.rows()) == 1
    assert not privacy.rows()[0].remove.isVisible()
    assert not any(widget.isVisible() for widget in (privacy.other, privacy.reason, privacy.add_exclusion))
    assert not desk.screen.form.withdraw.isEnabled()
    assert "solo para consulta" in desk.screen.form.withdraw.toolTip()
    assert not desk.screen.acceptDrops()


def test_who_is_out_cannot_be_brought_back(make_desk: MakeDesk, viewed: Workspace) -> None:
    desk = make_desk(viewed)
    desk.screen.show_target(("person", viewed.snapshot().enrolled[2].id))
    assert desk.screen.form.away.isVisible()
    assert not desk.screen.form.away.button.isVisible()


def test_nothing_half_typed_is_offered_and_no_way_leads_to_typing(make_desk: MakeDesk, viewed: Workspace, tmp_path: Path) -> None:
    desk = make_desk(viewed)
    assert not desk.screen.half_typed.isVisibleTo(desk.screen)
    for target in ("new", "import", tmp_path / "respuestas.csv"):
        desk.screen.show_target(target)
        assert not desk.screen.form.isVisible()
    assert drafts.get(viewed, DRAFT_KEY) is not None


def test_a_draft_of_a_viewed_file_goes_nowhere(viewed: Workspace) -> None:
    drafts.put(viewed, "people.typed.1.1", "x")
    drafts.remove(viewed, DRAFT_KEY)
    assert drafts.get(viewed, "people.typed.1.1") is None
    assert drafts.get(viewed, DRAFT_KEY) is not None


def test_the_screen_of_a_viewed_file_looks_through_all_people(make_desk: MakeDesk, viewed: Workspace) -> None:
    desk: Desk = make_desk(viewed)
    assert len(desk.names()) == 27
    desk.screen.card.search.setText("wei")
    desk.screen.card.search.returnPressed.emit()
    assert desk.names() == ["Wei Zhang"]
