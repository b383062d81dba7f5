# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Choosing people on the board, by click and by key, and forming pairs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.programme import people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.items import Kind
from tests import factory
from tests.ui.pairs.desk import Desk


def test_who_fits_best_with_lucia_comes_first_with_its_compatibility(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    first = desk.items(Side.LEARN, Kind.FIT)[0]
    assert (first.name, first.points) == ("Gonzalo Prieto", "86")
    assert desk.screen.board.columns[Side.LEARN].title() == "Encajan con Lucía"


def test_the_best_one_is_previewed_with_six_criteria(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    assert "Lucía Serrano enseñaría a Gonzalo Prieto. Compatibilidad 86 de 100." in desk.preview()
    assert "Aprende: 32 de 40. Redes sociales profesionales y venta en redes sociales" in desk.preview()
    assert len(desk.screen.board.preview.criteria) == 6


def test_choosing_at_the_right_turns_the_left_column_into_suggestions(desk: Desk) -> None:
    desk.click(Side.LEARN, "Gonzalo")
    assert desk.screen.board.columns[Side.TEACH].title() == "Encajan con Gonzalo"
    assert desk.items(Side.TEACH, Kind.FIT)[0].name == "Lucía Serrano"


def test_another_suggestion_is_previewed_when_clicked(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Mercedes")
    assert "Mercedes Albor" in desk.preview()
    assert "cadena de mando" in desk.preview()


def test_a_pair_is_formed_by_keys_alone(desk: Desk) -> None:
    desk.screen.board.columns[Side.TEACH].view.setFocus()
    desk.key(Qt.Key.Key_Down)
    first = desk.items(Side.TEACH)[0].name
    desk.key(Qt.Key.Key_Right)
    assert desk.screen.focusWidget() is desk.screen.board.columns[Side.LEARN].view
    desk.key(Qt.Key.Key_Down)
    second = desk.items(Side.LEARN)[1].name
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = desk.rows()[0]
    assert (row.mentor.name, row.mentee.name) == (first, second)


def test_the_arrow_keys_go_to_the_suggestions_and_back(desk: Desk) -> None:
    desk.click(Side.LEARN, "Gonzalo")
    desk.screen.board.columns[Side.LEARN].view.setFocus()
    desk.key(Qt.Key.Key_Left)
    assert desk.screen.focusWidget() is desk.screen.board.columns[Side.TEACH].view
    desk.key(Qt.Key.Key_Right)
    assert desk.screen.focusWidget() is desk.screen.board.columns[Side.LEARN].view
    assert "Gonzalo Prieto" in desk.preview()


def test_pairing_enters_a_locked_proposal_on_top_and_goes_to_the_next_person(desk: Desk) -> None:
    names = [item.name for item in desk.items(Side.TEACH)]
    following = names[names.index("Lucía Serrano") + 1]
    desk.click(Side.TEACH, "Lucía")
    desk.qtbot.mouseClick(desk.screen.pair_button, Qt.MouseButton.LeftButton)
    row = desk.rows()[0]
    assert (row.names, row.state, row.locked) == ("Lucía y Gonzalo", PairState.PROPOSED, True)
    chosen = desk.screen.board.columns[Side.TEACH].view.current()
    assert chosen is not None
    assert chosen.name == following
    assert desk.heard[-1][0] == "Pareja formada: Lucía y Gonzalo"


def test_the_notice_of_a_pair_takes_it_back(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    undo = desk.heard[-1][1]
    undo.trigger()  # type: ignore[attr-defined]
    assert desk.rows() == ()


def test_people_who_do_both_stand_in_both_columns_until_they_have_a_pair(desk: Desk) -> None:
    assert desk.item(Side.TEACH, "Noelia")
    assert desk.item(Side.LEARN, "Noelia")
    desk.make("Lucía", "Noelia")
    assert not [item for side in Side for item in desk.items(side) if item.name.startswith("Noelia")]


def test_who_cannot_be_a_pair_is_listed_with_the_reason_and_what_it_would_have(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    itziar, ramon = desk.item(Side.LEARN, "Itziar"), desk.item(Side.LEARN, "Ramón")
    assert (itziar.third, itziar.would_have, itziar.forcible) == ("Relación jerárquica directa", "tendría 93", False)
    assert (ramon.third, ramon.forcible) == ("Sin horario en común", True)


def test_nobody_can_be_paired_with_their_boss_from_the_preview(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Itziar")
    assert not desk.screen.commands["pair"].isEnabled()
    assert not desk.screen.commands["force"].isEnabled()
    assert "Nadie se empareja con su responsable directo" in desk.preview()


def test_who_has_nobody_is_told_why(desk: Desk) -> None:
    desk.click(Side.LEARN, "Fermín")
    desk.qtbot.waitUntil(lambda: "no coincide con nadie" in desk.preview(), timeout=5000)
    assert desk.screen.board.columns[Side.TEACH].empty_text() == "Ahora nadie puede ser su pareja."


def test_escape_shows_everybody_again(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.board.columns[Side.LEARN].title() == "Quieren aprender"


def test_whose_answers_lack_something_waits_below_and_leads_to_the_form(desk: Desk) -> None:
    hugo = desk.who("Hugo")
    people.save_enrolment(desk.workspace, replace(desk.workspace.snapshot().enrolments[hugo], notice=None))
    item = desk.items(Side.TEACH, Kind.UNREADY)[0]
    assert (item.name, item.third) == ("Hugo Barrios", "Falta la información RGPD")
    desk.click(Side.TEACH, "Hugo")
    assert "Aún no se puede emparejar a Hugo" in desk.preview()
    desk.key(Qt.Key.Key_Return)
    assert desk.went == [("people", ("missing", hugo))]


@pytest.mark.parametrize("as_pair", [False, True])
def test_another_screen_can_send_here_to_somebody(desk: Desk, as_pair: bool) -> None:
    lucia = desk.who("Lucía")
    desk.screen.show_target(("person", lucia) if as_pair else lucia)
    assert "Lucía Serrano enseñaría a Gonzalo Prieto" in desk.preview()


def test_another_screen_can_send_here_to_a_pair(desk: Desk) -> None:
    pair_id = desk.make("Lucía", "Gonzalo")
    desk.screen.show_target(("pair", pair_id))
    assert "Propuesta, sin consultar" in desk.preview()


def test_an_empty_programme_says_what_is_needed(bare_desk: Desk) -> None:
    assert "hacen falta al menos una persona que enseñe y otra que aprenda" in bare_desk.preview()
    assert bare_desk.screen.board.list.empty_text() == "Todavía no hay parejas"


def test_the_head_says_how_many_and_how_well(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    expected = "1 formada \u00b7 quedan 15 por emparejar \u00b7 compatibilidad media 86 de 100"
    assert desk.screen.header.state() == expected


def test_a_change_elsewhere_keeps_who_is_chosen(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    people.enrol(desk.workspace, factory.person("Eva", "Ros", "eva@example.com"))
    assert "Lucía Serrano enseñaría a Gonzalo Prieto" in desk.preview()


def test_a_narrow_window_has_tabs_and_the_same_deeds(desk: Desk) -> None:
    desk.screen.resize(608, 380)
    desk.click(Side.TEACH, "Lucía")
    assert desk.screen.narrow_pair_button.isVisible()
    desk.qtbot.mouseClick(desk.screen.narrow_pair_button, Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(desk.screen.board.tabs.piece("pairs"), Qt.MouseButton.LeftButton)
    assert desk.screen.board.list.isVisible()
    assert [row.names for row in desk.rows()] == ["Lucía y Gonzalo"]


def test_tab_walks_from_the_left_column_to_the_right_one(desk: Desk) -> None:
    left, right = (desk.screen.board.columns[side].view for side in Side)
    desk.make("Paula", "Concepción")
    desk.click(Side.TEACH, "Lucía")
    left.setFocus()
    walked: list[object] = []
    while desk.screen.focusWidget() is not right and len(walked) < 12:
        desk.screen.focusNextChild()
        walked.append(desk.screen.focusWidget())
    shown = desk.screen.board
    assert walked == [
        desk.screen.hours_button,
        desk.screen.pair_button,
        shown.list.filter,
        shown.list.view,
        shown.columns[Side.LEARN].close_button,
        right,
    ]


def test_enter_on_a_pair_shows_why_in_a_narrow_window(desk: Desk) -> None:
    desk.make("Lucía", "Gonzalo")
    desk.screen.resize(608, 380)
    desk.qtbot.mouseClick(desk.screen.board.tabs.piece("pairs"), Qt.MouseButton.LeftButton)
    desk.click_part(desk.rows()[0], "")
    desk.screen.board.list.view.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.screen.board.preview.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not desk.screen.board.preview.isVisible()


def test_what_the_assistant_says_is_worked_out_once_for_each_state(desk: Desk) -> None:
    lucia = desk.who("Lucía")
    board = desk.screen.seen
    assert board.fits(Side.TEACH, lucia) is board.fits(Side.TEACH, lucia)
    desk.make("Paula", "Concepción")
    assert desk.screen.seen is not board
    assert desk.screen.seen.fits(Side.TEACH, lucia) != board.fits(Side.TEACH, lucia)


def test_who_is_their_partner_already_is_not_offered_again(desk: Desk) -> None:
    desk.make("Paula", "Concepción")
    for side, name, partner in ((Side.TEACH, "Paula", "Concepción"), (Side.LEARN, "Concepción", "Paula")):
        fits = desk.screen.seen.fits(side, desk.who(name))
        listed = [one.person_id for part in (fits.possible, fits.taken, fits.blocked) for one in part]
        assert listed
        assert desk.who(partner) not in listed
    desk.click(Side.TEACH, "Paula")
    assert "Concepción" not in {item.name.split()[0] for item in desk.items(Side.LEARN, Kind.FIT)}


@pytest.mark.parametrize("as_partner", [False, True])
def test_somebody_whose_enrolment_is_undone_while_chosen_is_let_go(desk: Desk, as_partner: bool) -> None:
    lucia = desk.workspace.snapshot().enrolments[desk.who("Lucía")]
    new = people.enrol(desk.workspace, factory.person("Zoe", "Nueva", "zoe@example.com"))
    people.save_enrolment(desk.workspace, replace(lucia, id=desk.workspace.snapshot().enrolments[new].id, person_id=new))
    desk.click(*((Side.LEARN, "Gonzalo") if as_partner else (Side.TEACH, "Zoe")))
    if as_partner:
        desk.click(Side.TEACH, "Zoe")
    assert new in (desk.screen.choice.person_id, desk.screen.choice.partner_id)
    while new in desk.workspace.snapshot().people:
        desk.workspace.undo()
    desk.qtbot.waitUntil(lambda: not desk.screen.assistant.busy() and not desk.bridge.busy(), timeout=20_000)
    assert new not in (desk.screen.choice.person_id, desk.screen.choice.partner_id)
    assert "…" not in desk.preview()
