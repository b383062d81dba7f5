# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file that is only read: everything can be seen, nothing can be changed, and the window says why."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.navigation import CALENDAR, COVERAGE, DOCUMENTS, HOME, PAIRS, PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.goals_dialog import Aim, GoalsDialog
from revmentor_desktop.ui.widgets.held import held_sentence
from tests.ui.viewing.hands import Hands

SECTIONS = ("edition", "firm", "criteria", "days", "topics", "sites")


def places(hands: Hands) -> list[tuple[str, object]]:
    """Every screen with something open on it."""
    snapshot = hands.workspace.snapshot()
    states = {pair.state: pair.id for pair in snapshot.living_pairs}
    held = next(one.id for one in snapshot.sessions if one.state is SessionState.HELD)
    planned = next(one.id for one in snapshot.sessions if one.state is SessionState.PLANNED)
    return [
        (HOME, None),
        *((PEOPLE, target) for target in (("person", snapshot.enrolled[0].id), ("hours", snapshot.enrolled[1].id))),
        *((PAIRS, ("pair", states[state])) for state in (PairState.PROPOSED, PairState.CONSULTING)),
        (PAIRS, ("person", next(person.id for person in snapshot.enrolled if not snapshot.pairs_of(person.id)))),
        *((CALENDAR, ("session", session_id)) for session_id in (held, planned)),
        (COVERAGE, None),
        (DOCUMENTS, None),
        *((PROGRAMME, section) for section in SECTIONS),
    ]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize("key", [HOME, PEOPLE, PAIRS, COVERAGE, CALENDAR, DOCUMENTS, PROGRAMME])
def test_nothing_that_hands_do_changes_the_file(hands: Hands, key: str) -> None:
    for place, target in places(hands):
        if place == key:
            hands.use_all(place, target)
    assert hands.refused() == []


@pytest.mark.parametrize("target", ["import", "new", "complete", "plan"])
def test_no_way_from_another_screen_begins_a_change(hands: Hands, target: str) -> None:
    key = {"import": PEOPLE, "new": PEOPLE, "complete": PAIRS, "plan": CALENDAR}[target]
    screen = hands.show(key)
    before = [widget for widget in screen.findChildren(QLineEdit) if widget.isVisible() and not widget.isReadOnly()]
    hands.show(key, target)
    hands.qtbot.wait(400)
    after = [widget for widget in screen.findChildren(QLineEdit) if widget.isVisible() and not widget.isReadOnly()]
    assert after == before
    assert hands.refused() == []


def test_every_action_that_writes_stays_disabled_and_says_why(hands: Hands) -> None:
    for key in (HOME, PEOPLE, PAIRS, CALENDAR, DOCUMENTS, PROGRAMME):
        actions = [one for one in hands.show(key).actions() if isinstance(one, Action) and one.writes]
        assert actions
        for action in actions:
            action.setEnabled(True)
            action.setDisabled(False)
            action.set_tip("Otra cosa")
            assert not action.isEnabled()
            assert held_sentence() in action.toolTip()


def test_search_offers_no_action_that_writes(hands: Hands) -> None:
    for key in (HOME, PAIRS, PROGRAMME):
        hands.show(key)
        hands.window.open_search()
        found = [entry.target for entry in hands.window.search.palette.entries() if isinstance(entry.target, QAction)]
        assert not [action.text() for action in found if isinstance(action, Action) and action.writes]
        hands.window.search.palette.dismiss()


def test_the_keys_of_undo_do_nothing(hands: Hands) -> None:
    hands.show(HOME)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        hands.qtbot.keyClick(hands.window, key, Qt.KeyboardModifier.ControlModifier)
    hands.window.set_history("emparejar a Ana y Eva", "otra")
    assert not hands.window.undo_action.isEnabled()
    assert not hands.window.redo_action.isEnabled()
    assert held_sentence() in hands.window.undo_action.toolTip()


def test_what_is_kept_can_be_read_and_copied(hands: Hands) -> None:
    hands.show(PROGRAMME, "firm")
    screen = cast("ProgrammeScreen", hands.window.screen_of(PROGRAMME))
    name = screen.section("firm").name.editor  # type: ignore[union-attr]
    assert isinstance(name, QLineEdit)
    assert name.text() == hands.workspace.snapshot().firm.name
    assert name.isReadOnly() and name.isEnabled()
    hands.qtbot.keyClicks(name, "zzz")
    assert name.text() == hands.workspace.snapshot().firm.name


def test_the_goals_of_a_pair_are_shown_and_not_asked_for(hands: Hands) -> None:
    pair = next(one for one in hands.workspace.snapshot().pairs if one.mentor_goal)
    screen = cast("PairsScreen", hands.show(PAIRS, ("pair", pair.id)))
    hands.rest()
    dialog = GoalsDialog(screen.theme, screen, "Ana y Eva", Aim("Ana", pair.mentor_goal), Aim("Eva", ""), read_only="asked")
    hands.qtbot.addWidget(dialog)
    dialog.show()
    assert [editor.isReadOnly() for editor in dialog.editors()] == [True, True]
    assert dialog.mentor_goal() == pair.mentor_goal
    assert not dialog.act.isVisible()
    dialog.hide()


def test_printed_agreements_can_be_printed_again_and_drafts_not(hands: Hands) -> None:
    screen = cast("DocumentsScreen", hands.show(DOCUMENTS))
    by_text = {action.text(): action for action in screen.actions()}
    this = by_text["Imprimir este"]
    drafts = [row for row in screen.card.model.rows() if row.is_draft]
    printed = next(row for row in screen.card.model.rows() if not row.is_draft)
    assert screen.card.select(drafts[0].agreement_id)
    assert not this.isEnabled()
    assert "borradores" in this.toolTip()
    assert screen.card.select(printed.agreement_id)
    assert this.isEnabled()


def test_a_change_that_slips_through_is_said_in_a_sentence(hands: Hands) -> None:
    said: list[str] = []
    pairs = cast("PairsScreen", hands.show(PAIRS))
    pairs.desk.said.connect(lambda text, _action: said.append(text))
    proposal = next(one for one in hands.workspace.snapshot().pairs if one.state is PairState.PROPOSED)
    pairs.desk.unpair(proposal)
    programme = cast("ProgrammeScreen", hands.show(PROGRAMME, "criteria"))
    programme.toast.connect(lambda text, _action: said.append(text))
    programme.restore_weights()
    documents = cast("DocumentsScreen", hands.show(DOCUMENTS))
    documents.toast.connect(lambda text, _action: said.append(text))
    documents.prepare()
    assert len(said) == 3
    assert len(set(said)) == 1
