# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Ocultar nombres*: one key, and nobody's name is in sight anywhere; the same key brings them back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.curtain import Curtain
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import CALENDAR, COVERAGE, DOCUMENTS, HOME, PAIRS, PEOPLE, places
from revmentor_desktop.ui.pairs.enabling import NAMED
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.people.screen import PeopleScreen
from revmentor_desktop.ui.program.opened import OpenProgramme
from tests.dialogs import answering
from tests.ui.hiding.conftest import SECRET
from tests.ui.hiding.sight import Sight, names_in

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(qtbot: QtBot, window: MainWindow) -> None:
    """Press the key, wherever the keys are."""
    before = window.cover.hides
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_O, BOTH)
    assert window.cover.hides is not before


@pytest.fixture
def sight(monkeypatch: pytest.MonkeyPatch) -> Sight:
    return Sight(monkeypatch)


def settle(qtbot: QtBot, opened: OpenProgramme) -> None:
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not opened.bridge.busy(), timeout=20_000)
    qtbot.wait(30)


def test_names_are_in_sight_until_they_are_hidden(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    opened.window.show_screen("pairs")
    settle(qtbot, opened)
    assert names_in(sight.said(opened.window), opened.workspace.snapshot())
    press(qtbot, opened.window)
    assert opened.window.cover.hides
    settle(qtbot, opened)
    assert names_in(sight.said(opened.window), opened.workspace.snapshot()) == []


@pytest.mark.parametrize("first", ["before", "after"])
def test_no_place_of_the_window_shows_a_name(qtbot: QtBot, opened: OpenProgramme, sight: Sight, first: str) -> None:
    keys = [place.key for place in places()]
    if first == "before":
        # What was drawn with names must not stay.
        for key in keys:
            opened.window.show_screen(key)
            settle(qtbot, opened)
    press(qtbot, opened.window)
    for key in keys:
        opened.window.show_screen(key)
        settle(qtbot, opened)
        said = sight.said(opened.window)
        assert (key, names_in(said, opened.workspace.snapshot())) == (key, [])
        assert not [text for text in said if SECRET in text or "Incompatibilidad anotada" in text]


def test_whatever_is_chosen_on_the_board_shows_without_names(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    window.show_screen(PAIRS)
    press(qtbot, window)
    by_state = {pair.state: ("pair", pair.id) for pair in snapshot.living_pairs}
    targets = [*by_state.values(), ("pair", snapshot.living_pairs[-1].id), *(("person", one) for one in list(snapshot.people)[:4])]
    for target in targets:
        window.show_screen(PAIRS, target)
        settle(qtbot, opened)
        said = sight.said(window)
        assert (target, names_in(said, snapshot)) == (target, [])
        assert not [text for text in said if SECRET in text or "Incompatibilidad anotada" in text]


def test_an_incompatibility_reads_not_available(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    snapshot = opened.workspace.snapshot()
    noted = [{one.by_id, one.other_id} for one in snapshot.exclusions]
    pair = next(one for one in snapshot.living_pairs if {one.mentor_id, one.mentee_id} in noted)
    opened.window.show_screen(PAIRS, ("pair", pair.id))
    press(qtbot, opened.window)
    settle(qtbot, opened)
    assert any("No disponible" in text for text in sight.said(opened.window))


def test_a_session_and_a_topic_show_without_names(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    places_shown = [(CALENDAR, ("session", one.id)) for one in snapshot.sessions[:3]] + [
        (COVERAGE, ("topic", one)) for one in snapshot.topics
    ]
    window.show_screen(*places_shown[0])
    press(qtbot, window)
    for place in places_shown[:8]:
        window.show_screen(*place)
        settle(qtbot, opened)
        assert (place, names_in(sight.said(window), snapshot)) == (place, [])


def test_the_search_finds_nobody_by_name(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    press(qtbot, window)
    window.open_search()
    palette = window.search.palette
    for query in ("persona", "sesión", "2027", "ocultar"):
        palette.field.setText(query)
        assert names_in(sight.said(window), snapshot) == []
    palette.field.setText(next(iter(snapshot.people.values())).last_name)
    assert [entry for entry in palette.entries() if entry.place == PEOPLE] == []
    palette.field.setText("mostrar nombres")
    assert [entry.title for entry in palette.entries()] == ["Mostrar nombres"]


def test_what_is_done_meanwhile_is_said_without_names_and_kept_as_ever(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, before = opened.window, opened.workspace.snapshot()
    proposal = next(pair for pair in before.living_pairs if pair.state is PairState.PROPOSED)
    window.show_screen(PAIRS, ("pair", proposal.id))
    press(qtbot, window)
    settle(qtbot, opened)
    screen = window.screen_of(PAIRS)
    assert isinstance(screen, PairsScreen)
    screen.commands["unpair"].trigger()
    assert window.toast_widget().isVisible()
    assert names_in(sight.said(window), before) == []
    assert "último cambio" in window.undo_action.toolTip()
    window.undo_action.trigger()
    settle(qtbot, opened)
    assert names_in(sight.said(window), before) == []
    assert opened.workspace.snapshot() == before


def test_nothing_hidden_is_written_printed_or_copied(qtbot: QtBot, opened: OpenProgramme) -> None:
    window, before = opened.window, opened.workspace.snapshot()
    window.show_screen(PAIRS, ("pair", before.living_pairs[0].id))
    press(qtbot, window)
    settle(qtbot, opened)
    screen = window.screen_of(PAIRS)
    assert isinstance(screen, PairsScreen)
    assert not [key for key in NAMED if screen.commands[key].isEnabled()]
    # Everything else the board can do with the pair in sight, by ids.
    couple = next(pair for pair in before.living_pairs if pair.state is PairState.CONSULTING)
    window.show_screen(PAIRS, ("pair", couple.id))
    screen.desk.withdraw(couple)
    screen.desk.consult([couple.id])
    screen.desk.write([couple.id])
    assert "Muestra antes los nombres" in window.toast_widget().text()
    pairs.set_locked(opened.workspace, couple.id, locked=True)
    after = opened.workspace.snapshot()
    assert (after.people, after.enrolments, after.exclusions, after.firm) == (
        before.people,
        before.enrolments,
        before.exclusions,
        before.firm,
    )
    assert after.scenarios == before.scenarios
    assert [(one.mentor_goal, one.mentee_goal) for one in after.pairs] == [(one.mentor_goal, one.mentee_goal) for one in before.pairs]


def test_a_place_that_cannot_do_without_names_waits_behind_a_curtain(qtbot: QtBot, opened: OpenProgramme) -> None:
    window = opened.window
    window.show_screen(DOCUMENTS)
    press(qtbot, window)
    curtain = window.findChild(Curtain)
    assert curtain is not None
    assert curtain.isVisible()
    window.show_screen(PEOPLE, ("person", PersonId(3)))
    qtbot.mouseClick(curtain.button, Qt.MouseButton.LeftButton)
    assert not curtain.isVisible()
    assert (window.current_key(), window.cover.hides) == (PEOPLE, False)


def test_the_same_key_brings_every_name_back(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window = opened.window
    for key in (HOME, PAIRS, CALENDAR):
        window.show_screen(key)
        settle(qtbot, opened)
        press(qtbot, window)
        assert "Nombres ocultos" in window.bands().hidden_names.text()
        press(qtbot, window)
        settle(qtbot, opened)
        assert names_in(sight.said(window), opened.workspace.snapshot())
        assert window.bands().hidden_names.isHidden()


def test_the_help_lists_the_key(qtbot: QtBot, opened: OpenProgramme) -> None:
    listed = [action.text() for group in opened.window.help_groups() for action in group.actions]
    assert "Ocultar nombres" in listed


def test_nobody_is_opened_or_imported_while_names_are_hidden(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    window.show_screen(PEOPLE, ("person", PersonId(3)))
    settle(qtbot, opened)
    screen = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    screen.card.search.setText(snapshot.people[PersonId(3)].first_name)
    press(qtbot, window)
    for target in (("person", PersonId(4)), "new", "import", Path("respuestas.xlsx")):
        window.show_screen(PEOPLE, target)
        settle(qtbot, opened)
        assert screen.form.isHidden()
        assert "Muestra antes los nombres" in window.toast_widget().text()
        assert names_in(sight.said(window), snapshot) == []
    press(qtbot, window)
    window.show_screen(PEOPLE, ("person", PersonId(3)))
    assert screen.form.isVisible()


def test_what_is_half_typed_waits_out_of_sight(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    window.show_screen(PEOPLE, "new")
    screen = window.screen_of(PEOPLE)
    assert isinstance(screen, PeopleScreen)
    qtbot.waitUntil(screen.form.isVisible)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Xantipa")
    press(qtbot, window)
    settle(qtbot, opened)
    said = sight.said(window)
    assert names_in(said, snapshot) == []
    assert not [text for text in said if "Xantipa" in text]
    press(qtbot, window)
    settle(qtbot, opened)
    assert [text for text in sight.said(window) if "Xantipa" in text]


def test_the_dialogs_of_the_board_name_nobody(qtbot: QtBot, opened: OpenProgramme, sight: Sight) -> None:
    window, snapshot = opened.window, opened.workspace.snapshot()
    press(qtbot, window)
    found: list[str] = []

    def look(dialog: QDialog) -> None:
        found.extend(names_in(sight.said(dialog), snapshot))
        dialog.reject()

    states = {PairState.PROPOSED: ("swap_mentor", "swap_mentee"), PairState.CONSULTING: ("answers",), PairState.ACCEPTED: ("end_early",)}
    for state, keys in states.items():
        pair = next(one for one in snapshot.living_pairs if one.state is state)
        for key in (*keys, "hours"):
            window.show_screen(PAIRS, ("pair", pair.id))
            settle(qtbot, opened)
            screen = window.screen_of(PAIRS)
            assert isinstance(screen, PairsScreen)
            with answering(look):
                screen.commands[key].trigger()
                qtbot.wait(60)
    assert found == []


def test_proposals_that_are_ready_only_then_are_not_shown(qtbot: QtBot, opened: OpenProgramme) -> None:
    window = opened.window
    window.show_screen(PAIRS)
    settle(qtbot, opened)
    screen = window.screen_of(PAIRS)
    assert isinstance(screen, PairsScreen)
    screen.commands["compare"].trigger()
    assert screen.completer.busy
    window.show_screen(HOME)
    press(qtbot, window)
    settle(qtbot, opened)
    window.toast_widget().action_button().click()
    settle(qtbot, opened)
    assert screen.completer.dialog is None
    assert not screen.completer.busy
