# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What everybody said, noted in one list and one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from revmentor_desktop.domain.pairs import Answer, PairId, PairState
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.ui.pairs.consulting.answers_dialog import AnswersDialog
from revmentor_desktop.ui.pairs.consulting.asked import Asked
from revmentor_desktop.ui.pairs.consulting.warnings_dialog import WarningsDialog
from tests import factory
from tests.dialogs import answering, close
from tests.ui.pairs.desk import Desk


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """Two pairs in consultation without any warning, and one of the same chain of command."""
    made = [desk.make("Lucía", "Gonzalo"), desk.make("Paula", "Concepción"), desk.make("Sara", "Itziar")]
    pairs.consult(desk.workspace, made, factory.TODAY)
    return desk


def states(desk: Desk) -> list[PairState]:
    return [pair.state for pair in desk.workspace.snapshot().pairs]


def pair_id(desk: Desk, place: int) -> PairId:
    return desk.workspace.snapshot().pairs[place].id


def rows(dialog: AnswersDialog) -> tuple[Asked, ...]:
    return dialog.view.asked.rows


def press(desk: Desk, dialog: QDialog, *keys: Qt.Key) -> None:
    assert isinstance(dialog, AnswersDialog)
    for key in keys:
        desk.qtbot.keyClick(dialog.view, key)


def test_everybody_asked_is_listed_who_learns_first(asked: Desk) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        assert [row.name.split()[0] for row in rows(dialog)] == ["Gonzalo", "Lucía", "Concepción", "Paula", "Itziar", "Sara"]
        assert rows(dialog)[0].sentence == "Gonzalo Prieto, Aprende con Lucía Serrano, consulta del 12 ene, Aún no"
        assert not dialog.act.isEnabled()
        dialog.reject()

    with answering(look):
        asked.screen.commands["answers"].trigger()
    assert states(asked) == [PairState.CONSULTING] * 3


def test_one_key_notes_each_answer_and_all_are_one_step(asked: Desk) -> None:
    heard: list[object] = []
    asked.workspace.add_listener(heard.append)

    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        press(asked, dialog, Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_O)
        assert dialog.summary.text() == "2 aceptan · 1 prefiere otra opción · 2 sin respuesta"
        assert dialog.act.label == "Anotar 3 respuestas"
        asked.qtbot.waitUntil(dialog.isActiveWindow)
        asked.qtbot.keyClick(dialog.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    with answering(note):
        asked.screen.commands["answers"].trigger()
    assert states(asked) == [PairState.ACCEPTED, PairState.DECLINED, PairState.CONSULTING]
    assert len(heard) == 1
    assert asked.heard[-1][0] == "3 respuestas anotadas · 1 pareja aceptada"
    asked.workspace.undo()
    assert states(asked) == [PairState.CONSULTING] * 3


def test_nothing_tells_who_preferred_another_option(asked: Desk) -> None:
    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        press(asked, dialog, Qt.Key.Key_A, Qt.Key.Key_O)
        dialog.act.click()

    with answering(note):
        asked.screen.commands["answers"].trigger()
    declined = asked.workspace.snapshot().pairs[0]
    assert (declined.mentor_answer, declined.mentee_answer) == (Answer.NOT_YET, Answer.NOT_YET)
    assert (declined.mentor_answer_on, declined.mentee_answer_on) == (None, None)


def test_a_click_on_a_piece_marks_and_stays(asked: Desk) -> None:
    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        for place, answer in ((3, Answer.YES), (0, Answer.OTHER), (0, Answer.NOT_YET)):
            point = dialog.view.places_of(place)[answer].center().toPoint()
            asked.qtbot.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
            assert (rows(dialog)[place].mark, dialog.view.currentIndex().row()) == (answer, place)
        dialog.act.click()

    with answering(note):
        asked.screen.commands["answers"].trigger()
    noted = asked.workspace.snapshot().pair(pair_id(asked, 1))
    assert (noted.mentor_answer, noted.mentor_answer_on) == (Answer.YES, factory.TODAY)
    assert states(asked) == [PairState.CONSULTING] * 3


def test_arrows_move_and_n_takes_an_answer_back(asked: Desk) -> None:
    first = asked.workspace.snapshot().pairs[0]
    pairs.answer(asked.workspace, first.id, first.mentee_id, Answer.YES, factory.TODAY)

    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        assert dialog.view.currentIndex().row() == 1
        assert "aceptó el 12 ene" in rows(dialog)[0].sentence
        press(asked, dialog, Qt.Key.Key_Up, Qt.Key.Key_N)
        assert dialog.act.label == "Anotar 1 respuesta"
        dialog.act.click()

    with answering(note):
        asked.screen.commands["answers"].trigger()
    assert asked.workspace.snapshot().pairs[0].mentee_answer is Answer.NOT_YET


def test_a_warning_nobody_has_read_is_read_before_the_pair_is_accepted(asked: Desk) -> None:
    def note(dialog: QDialog) -> None:
        press(asked, dialog, *[Qt.Key.Key_A] * 6)
        dialog.accept()

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, WarningsDialog)
        assert not dialog.act.isEnabled()
        for line in dialog.lines.values():
            asked.qtbot.keyClick(line.box, Qt.Key.Key_Space)
        dialog.act.click()

    with answering(note, read):
        asked.screen.commands["answers"].trigger()
    assert states(asked) == [PairState.ACCEPTED] * 3
    assert "same_chain" in asked.workspace.snapshot().pairs[2].warnings_read


def test_what_was_marked_stays_when_the_warnings_are_left_for_later(asked: Desk) -> None:
    seen: list[str] = []

    def note(dialog: QDialog) -> None:
        press(asked, dialog, *[Qt.Key.Key_A] * 6)
        dialog.accept()

    def again(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        seen.append(dialog.act.label)
        dialog.reject()

    with answering(note, close, again):
        asked.screen.commands["answers"].trigger()
    assert seen == ["Anotar 6 respuestas"]
    assert states(asked) == [PairState.CONSULTING] * 3


def test_a_block_that_appeared_is_said_in_the_list(asked: Desk) -> None:
    first = asked.workspace.snapshot().pairs[0]
    people.add_exclusion(asked.workspace, first.mentor_id, first.mentee_id)
    said: list[str] = []

    def note(dialog: QDialog) -> None:
        press(asked, dialog, Qt.Key.Key_A, Qt.Key.Key_A)
        dialog.accept()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        said.append(dialog.refusal.accessibleName())
        assert dialog.act.label == "Anotar 2 respuestas"
        dialog.reject()

    with answering(note, look):
        asked.screen.commands["answers"].trigger()
    assert "Incompatibilidad anotada" in said[0]
    assert states(asked) == [PairState.CONSULTING] * 3


def test_what_is_left_for_later_is_still_marked_later_but_not_over_what_was_noted_meanwhile(asked: Desk) -> None:
    def mark_and_leave(dialog: QDialog) -> None:
        press(asked, dialog, Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_A)
        dialog.reject()

    marks: list[list[Answer]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswersDialog)
        marks.append([row.mark for row in rows(dialog)])
        dialog.reject()

    with answering(mark_and_leave, look):
        asked.screen.commands["answers"].trigger()
        assert asked.heard[-1][0] == "3 respuestas marcadas, sin anotar"
        asked.screen.commands["answers"].trigger()
    pairs.answer(asked.workspace, pair_id(asked, 1), asked.who("Concepción"), Answer.YES, factory.TODAY)
    pairs.answer(asked.workspace, pair_id(asked, 0), asked.who("Lucía"), Answer.YES, factory.TODAY)
    with answering(look):
        asked.screen.commands["answers"].trigger()
    yes, other, not_yet = Answer.YES, Answer.OTHER, Answer.NOT_YET
    assert marks == [[yes, other, yes, not_yet, not_yet, not_yet], [yes, yes, yes, not_yet, not_yet, not_yet]]
