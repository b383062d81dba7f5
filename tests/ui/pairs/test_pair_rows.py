# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The rows of formed pairs in words, in order and filtered; and the hours of two people."""

from PySide6.QtCore import Qt

from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.pairs.board import Board
from revmentor_desktop.ui.pairs.models import PairModel
from revmentor_desktop.ui.pairs.pair_rows import matching, rows_of
from revmentor_desktop.ui.pairs.weeks import TwoWeeks
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.ui.pairs.desk import Desk


def pair(workspace: Workspace, mentor: str, mentee: str) -> PairId:
    found = {person.first_name: person.id for person in workspace.snapshot().people.values()}
    return pairs.make_pair(workspace, found[mentor], found[mentee])


def test_a_row_is_read_as_a_whole_sentence(example: Workspace) -> None:
    pair_id = pair(example, "Paula", "Concepción")
    factory.accept(example, [pair_id])
    model = PairModel()
    model.show_records(rows_of(Board(example.snapshot())))
    sentence = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "Paula Cid enseña a Concepción Arias, 80 de 100, aceptada por las dos partes, fijada"


def test_those_that_wait_for_something_come_first_and_the_newest_on_top(example: Workspace) -> None:
    accepted = pair(example, "Paula", "Concepción")
    factory.accept(example, [accepted])
    first, second = pair(example, "Lucía", "Gonzalo"), pair(example, "Sara", "Itziar")
    assert [row.pair_id for row in rows_of(Board(example.snapshot()))] == [second, first, accepted]


def test_the_filters_leave_proposals_or_those_with_a_warning(example: Workspace) -> None:
    calm, warned = pair(example, "Lucía", "Gonzalo"), pair(example, "Sara", "Itziar")
    pairs.consult(example, [calm], factory.TODAY)
    rows = rows_of(Board(example.snapshot()))
    assert [row.state for row in matching(rows, "proposed")] == [PairState.PROPOSED]
    assert [row.pair_id for row in matching(rows, "warned")] == [warned]


def test_the_filter_over_the_list_hides_the_rest(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    pairs.consult(desk.workspace, [desk.rows()[0].pair_id], factory.TODAY)
    desk.make("Sara", "Itziar")
    desk.qtbot.mouseClick(desk.screen.board.list.filter.piece("proposed"), Qt.MouseButton.LeftButton)
    assert [row.names for row in desk.rows()] == ["Sara e Itziar"]


def test_a_second_pair_is_no_warning_once_both_have_accepted(example: Workspace) -> None:
    ids = [pair(example, "Marcos", "Bernardo"), pair(example, "Marcos", "Teresa")]
    assert all("Segunda pareja" in " ".join(row.warnings) for row in rows_of(Board(example.snapshot())))
    factory.accept(example, ids)
    assert not any("Segunda pareja" in " ".join(row.warnings) for row in rows_of(Board(example.snapshot())))


def test_a_row_names_the_topic_that_each_brings_and_never_a_department(example: Workspace) -> None:
    pair(example, "Marcos", "Tomás")
    pair(example, "Nerea", "Pilar")
    second, first = rows_of(Board(example.snapshot()))
    assert (first.mentor.second, first.mentee.second) == ("Herramientas colaborativas", "Mejora de procesos")
    assert second.mentor.second == "Ningún tema pedido"


def test_the_weeks_say_what_both_share(theme: Theme) -> None:
    weeks = TwoWeeks(theme, factory.MORNING, factory.MORNING[:1])
    assert weeks.accessibleName() == "Horas en común: Lunes, de 09:00 a 11:00"
    weeks.deleteLater()


def test_the_pairs_of_one_mentor_stand_together_as_a_team(desk: Desk) -> None:
    for mentor, mentee in (("Marcos", "Bernardo"), ("Lucía", "Gonzalo"), ("Marcos", "Teresa")):
        desk.make(mentor, mentee)
    rows = desk.rows()
    assert [row.names for row in rows] == ["Marcos y Teresa", "Marcos y Bernardo", "Lucía y Gonzalo"]
    teams = [row.team for row in rows]
    assert [(team.first, team.last) for team in teams if team] == [(True, False), (False, True)]
    assert teams[2] is None
    assert rows[0].sentence.endswith("Equipo de Marcos: 2 personas")
    assert teams[0] is not None
    assert teams[0].short == "Equipo de 2"
