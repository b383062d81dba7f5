# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Completing automatically: the proposals side by side, using one, and what is said when there is nothing to propose."""

from dataclasses import replace

from PySide6.QtCore import Qt

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.programme import editions, pairs, people
from revmentor_desktop.ui.navigation import PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.completion.lines import LineKind
from revmentor_desktop.ui.pairs.completion.nothing import NothingDialog
from tests import factory
from tests.ui.pairs.desk import Desk

SIX = (
    ("Paula", "Concepción"),
    ("Marcos", "Bernardo"),
    ("Marcos", "Teresa"),
    ("Paula", "Andreu"),
    ("Álvaro", "Rocío"),
    ("Sara", "Itziar"),
)
"""After these, three proposals differ."""


def open_dialog(desk: Desk) -> ProposalsDialog:
    button = desk.screen.header.primary_button()
    assert button is not None
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return desk.proposals()


def open_nothing(desk: Desk) -> NothingDialog:
    desk.screen.commands["complete"].trigger()
    desk.qtbot.waitUntil(lambda: desk.screen.completer.nothing is not None, timeout=20000)
    dialog = desk.screen.completer.nothing
    assert dialog is not None
    return dialog


def close(desk: Desk, dialog: ProposalsDialog) -> None:
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)


def with_six(desk: Desk) -> ProposalsDialog:
    for mentor, mentee in SIX:
        desk.make(mentor, mentee)
    return open_dialog(desk)


def test_the_example_is_completed_with_thirteen_pairs_in_one_action(desk: Desk) -> None:
    dialog = open_dialog(desk)
    heard: list[object] = []
    desk.workspace.add_listener(heard.append)
    figures = dialog.cards[0].offer.figures
    assert (figures.pairs, round(figures.points), figures.either, figures.all_pairs) == (11, 703, 2, 13)
    desk.qtbot.mouseClick(dialog.cards[0].use, Qt.MouseButton.LeftButton)
    assert len(desk.rows()) == 13
    assert len(heard) == 1
    assert desk.heard[-1][0] == "13 parejas nuevas, como propuestas"
    desk.workspace.undo()
    assert desk.rows() == ()


def test_three_proposals_stand_side_by_side_and_each_says_what_it_is_best_at(desk: Desk) -> None:
    dialog = with_six(desk)
    assert [card.offer.name for card in dialog.cards] == ["Más puntos", "Más equitativa", "Una alternativa"]
    assert [card.about.text() for card in dialog.cards] == [
        "La mejor suma para quienes quieren aprender.",
        "La pareja más baja sube de 40 a 42, con 17 puntos menos en total.",
        "6 puntos menos, con otras parejas, como Wei y Mercedes.",
    ]
    assert [card.apart.text() for card in dialog.cards][1] == "Aparte, 2 parejas de «ambos»: 111 puntos."
    close(desk, dialog)


def test_who_is_left_without_is_named_and_who_takes_part_only_in_one_too(desk: Desk) -> None:
    dialog = with_six(desk)
    assert dialog.cards[0].foot_texts()[0] == "Sin pareja: Fermín, Noelia, Óscar y Tomás."
    assert dialog.cards[1].foot_texts()[:2] == ("Sin pareja: Fermín y Tomás.", "Noelia y Óscar también participan.")
    close(desk, dialog)


def test_pairs_that_are_not_in_every_proposal_are_tinted_and_the_legend_says_so(desk: Desk) -> None:
    dialog = with_six(desk)
    tinted = [{line.text for line in card.lines if line.differs} for card in dialog.cards]
    plain = [{line.text for line in card.lines if line.kind is LineKind.PAIR and not line.differs} for card in dialog.cards]
    assert plain[0] == plain[1] == plain[2] == {"Lucía y Gonzalo", "Nerea y Pilar"}
    assert "Lucía y Mercedes" in tinted[0]
    assert "no está en todas las propuestas" in next(line.sentence for line in dialog.cards[0].lines if line.differs)
    assert dialog.legend.isVisible()
    close(desk, dialog)


def test_arrows_go_from_card_to_card_and_enter_uses_the_one_with_the_focus(desk: Desk) -> None:
    dialog = with_six(desk)
    assert dialog.cards[0].use.hasFocus()
    desk.qtbot.keyClick(dialog.cards[0].use, Qt.Key.Key_Right)
    assert dialog.cards[1].use.hasFocus()
    desk.qtbot.keyClick(dialog.cards[1].use, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.cards[1].list.hasFocus()
    desk.qtbot.keyClick(dialog.cards[1].list, Qt.Key.Key_Right)
    assert dialog.cards[2].list.hasFocus()
    desk.qtbot.keyClick(dialog.cards[2].list, Qt.Key.Key_Return)
    assert ("Wei", "Mercedes") in {(row.mentor.first_name, row.mentee.first_name) for row in desk.rows()}


def test_leaving_the_proposals_changes_nothing(desk: Desk) -> None:
    dialog = open_dialog(desk)
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.rows() == ()
    assert desk.screen.completer.dialog is None


def test_loose_proposals_that_would_go_are_listed_first(desk: Desk) -> None:
    # 30 of 100, under the minimum: no completion keeps it.
    pair_id = desk.make("Lucía", "Óscar")
    pairs.set_locked(desk.workspace, pair_id, False)
    dialog = open_dialog(desk)
    first, second = dialog.cards[0].lines[:2]
    assert (first.text, second.text, second.kind) == ("1 propuesta que se quitaría", "Lucía y Óscar", LineKind.GONE)
    desk.qtbot.mouseClick(dialog.cards[0].use, Qt.MouseButton.LeftButton)
    assert pair_id not in {row.pair_id for row in desk.rows()}


def test_what_is_already_the_best_has_no_button_but_the_others_do(desk: Desk) -> None:
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    dialog = open_dialog(desk)
    assert dialog.cards[0].lines[0].text == "13 propuestas que se quedan como están"
    assert [card.use.isVisible() for card in dialog.cards] == [False, True]
    assert dialog.cards[1].use.hasFocus()
    close(desk, dialog)


def test_with_everybody_paired_one_sentence_says_so(desk: Desk) -> None:
    pairs.use_completion(desk.workspace, pairs.complete(desk.workspace.snapshot()))
    for pair in desk.workspace.snapshot().pairs:
        pairs.set_locked(desk.workspace, pair.id, True)
    dialog = open_nothing(desk)
    assert dialog.windowTitle() == "No hay parejas nuevas que proponer"
    assert "no coincide con nadie" in dialog.alone()["Fermín Olmo"]
    desk.qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
    assert desk.screen.completer.nothing is None


def test_a_minimum_that_nobody_reaches_is_said_and_leads_to_where_it_is_set(desk: Desk) -> None:
    editions.save_edition(desk.workspace, replace(desk.workspace.snapshot().edition, minimum=100.0))
    dialog = open_nothing(desk)
    assert dialog.windowTitle() == "Ninguna pareja nueva llega al mínimo"
    desk.qtbot.mouseClick(dialog.buttons[0], Qt.MouseButton.LeftButton)
    assert desk.went[-1] == (PROGRAMME, "criteria")


def test_with_a_minimum_of_nothing_everybody_possible_is_paired(desk: Desk) -> None:
    editions.save_edition(desk.workspace, replace(desk.workspace.snapshot().edition, minimum=0.0))
    dialog = open_dialog(desk)
    assert dialog.cards[0].offer.figures.all_pairs >= 13
    close(desk, dialog)


def test_an_empty_programme_says_what_pairing_needs_and_leads_there(bare_desk: Desk) -> None:
    dialog = open_nothing(bare_desk)
    assert dialog.windowTitle() == "Todavía no hay a quién emparejar"
    bare_desk.qtbot.mouseClick(dialog.buttons[0], Qt.MouseButton.LeftButton)
    assert bare_desk.went[-1] == (PEOPLE, None)


def test_the_search_ends_at_once_when_it_is_stopped(desk: Desk) -> None:
    desk.screen.commands["complete"].trigger()
    assert desk.screen.completer.busy
    desk.key(Qt.Key.Key_Escape)
    assert not desk.screen.completer.busy
    assert desk.screen.commands["complete"].isEnabled()
    desk.qtbot.waitUntil(lambda: not desk.bridge.busy(), timeout=20000)
    assert desk.screen.completer.dialog is None
    assert desk.rows() == ()


def test_what_was_worked_out_of_an_older_state_is_worked_out_again(desk: Desk) -> None:
    desk.screen.commands["complete"].trigger()
    people.withdraw(desk.workspace, desk.who("Concepción"), factory.TODAY)
    desk.qtbot.waitUntil(lambda: desk.screen.completer.dialog is not None, timeout=20000)
    dialog = desk.screen.completer.dialog
    assert dialog is not None
    assert all("Concepción" not in line.text for card in dialog.cards for line in card.lines)
    close(desk, dialog)


def test_a_single_proposal_is_a_single_card_in_a_narrower_dialog_without_legend(bare_desk: Desk) -> None:
    (topic, *_rest) = (topic.name for topic in bare_desk.workspace.snapshot().topics.values())
    for first, email, role in (("Ana", "ana@example.com", Role.MENTOR), ("Luis", "luis@example.com", Role.MENTEE)):
        answers = factory.answers(bare_desk.workspace, role, wants=[topic], offers=[topic])
        people.enrol(bare_desk.workspace, factory.person(first, email=email), answers)
    editions.save_edition(bare_desk.workspace, replace(bare_desk.workspace.snapshot().edition, minimum=0.0))
    dialog = open_dialog(bare_desk)
    assert [card.about.text() for card in dialog.cards] == ["La mejor suma para quienes quieren aprender, y también la más equitativa."]
    assert dialog.cards[0].foot_texts() == ("Nadie que quiera aprender se queda sin pareja.",)
    assert dialog.width() < 500
    assert not dialog.legend.isVisible()
    bare_desk.qtbot.mouseClick(dialog.cards[0].use, Qt.MouseButton.LeftButton)
    assert bare_desk.heard[-1][0] == "1 pareja nueva, como propuesta"


def test_in_a_narrow_window_the_proposals_stand_one_behind_the_other(desk: Desk) -> None:
    desk.screen.resize(660, 380)
    dialog = with_six(desk)
    assert [card.isVisible() for card in dialog.cards] == [True, False, False]
    desk.qtbot.mouseClick(dialog.tabs.piece("fairest"), Qt.MouseButton.LeftButton)
    assert [card.isVisible() for card in dialog.cards] == [False, True, False]
    assert dialog.tabs.hasFocus()
    assert dialog.width() <= 660
    assert dialog.height() <= 380
    desk.qtbot.mouseClick(dialog.cards[1].use, Qt.MouseButton.LeftButton)
    assert sum(row.state is PairState.PROPOSED for row in desk.rows()) == 13
