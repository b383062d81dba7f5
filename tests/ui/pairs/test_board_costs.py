# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a pair costs the rest, as the board says it beside each suggestion and in the preview, worked out beside the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Level
from revmentor_desktop.programme import editions, pairs, people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.items import Kind
from tests import factory
from tests.ui.pairs.desk import Desk


def known(desk: Desk) -> None:
    """Wait until everything about what is chosen is known."""
    desk.qtbot.waitUntil(lambda: not desk.screen.assistant.busy(), timeout=20_000)


def told(desk: Desk, side: Side) -> dict[str, str]:
    return {item.name: item.third for item in desk.items(side, Kind.FIT)}


def test_until_the_costs_are_known_there_are_dots_and_nothing_moves(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    view = desk.screen.board.columns[Side.LEARN].view
    before = {item.name: view.visualRect(view.people.place_of(item.person_id)) for item in desk.items(Side.LEARN, Kind.FIT)}
    assert set(told(desk, Side.LEARN).values()) == {"…"}
    known(desk)
    after = {item.name: view.visualRect(view.people.place_of(item.person_id)) for item in desk.items(Side.LEARN, Kind.FIT)}
    assert before == after
    assert "…" not in told(desk, Side.LEARN).values()
    assert desk.preview().count("…") == 0


def test_every_suggestion_says_what_it_costs_the_rest(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    found = told(desk, Side.LEARN)
    assert found["Gonzalo Prieto"] == "No cuesta nada al resto"
    assert found["Mercedes Albor"] == "Cuesta 15 puntos al resto"
    gonzalo, mercedes = desk.item(Side.LEARN, "Gonzalo"), desk.item(Side.LEARN, "Mercedes")
    assert (gonzalo.icon, gonzalo.tone) == ("circle-check", "ok")
    assert (mercedes.icon, mercedes.tone) == ("trending-down", "warn")
    assert mercedes.warning == "Misma cadena"
    assert "Cuesta 15 puntos al resto, Misma cadena" in mercedes.sentence


def test_the_preview_says_the_effect_with_figures(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    assert "No le quita pareja a nadie\nSiguen saliendo 13 parejas y 809 puntos." in desk.preview()


def test_the_preview_says_who_would_move_and_who_would_be_free(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Mercedes")
    known(desk)
    assert "El conjunto baja de 809 a 794 puntos" in desk.preview()
    assert "Noelia pasaría de Lucía (57) a Carla (50)." in desk.preview()
    assert "Álvaro quedaría libre." in desk.preview()


def test_who_would_be_left_without_a_pair_is_named(desk: Desk) -> None:
    desk.click(Side.TEACH, "Wei")
    known(desk)
    assert told(desk, Side.LEARN)["Ramón Sanchís"] == "Rocío se quedaría sin pareja"


def test_the_costs_agree_with_solving_anew(desk: Desk) -> None:
    wei = desk.who("Wei")
    desk.click(Side.TEACH, "Wei")
    known(desk)
    snapshot = desk.workspace.snapshot()
    base = pairs.base(snapshot)
    assert desk.screen.seen.findings.costs[wei] == pairs.costs(base, wei)


def test_both_columns_say_it(desk: Desk) -> None:
    desk.click(Side.LEARN, "Gonzalo")
    known(desk)
    assert told(desk, Side.TEACH)["Lucía Serrano"] == "No cuesta nada al resto"


def test_a_newer_choice_is_what_counts(desk: Desk) -> None:
    desk.screen.board.columns[Side.TEACH].view.setFocus()
    for _step in range(5):
        desk.key(Qt.Key.Key_Down)
    current = desk.screen.board.columns[Side.TEACH].view.current()
    assert current is not None
    known(desk)
    assert "…" not in told(desk, Side.LEARN).values()
    assert current.person_id in desk.screen.seen.findings.costs


def test_a_change_of_the_programme_throws_older_answers_away(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    older = desk.screen.seen
    desk.make("Paula", "Concepción")
    assert desk.screen.seen is not older
    assert set(told(desk, Side.LEARN).values()) == {"…"}
    known(desk)
    assert "…" not in told(desk, Side.LEARN).values()
    assert older.findings.base is not desk.screen.seen.findings.base


def test_the_base_is_worked_out_once_for_each_state(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    base = desk.screen.seen.findings.base
    desk.click(Side.TEACH, "Wei")
    known(desk)
    assert base is not None
    assert desk.screen.seen.findings.base is base


def test_what_scrolls_stays_where_it_is_when_the_costs_come(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    bar = desk.screen.board.columns[Side.LEARN].view.verticalScrollBar()
    bar.setValue(bar.maximum())
    known(desk)
    assert bar.value() == bar.maximum()


def test_somebody_withdrawn_while_chosen_leaves_no_dots(desk: Desk) -> None:
    desk.click(Side.TEACH, "Lucía")
    people.withdraw(desk.workspace, desk.who("Lucía"), factory.TODAY)
    known(desk)
    assert "…" not in desk.preview()
    assert desk.screen.choice.person_id is None


@pytest.mark.parametrize("minimum", [0, 100])
def test_any_minimum_ends_in_a_sentence(desk: Desk, minimum: float) -> None:
    edition = desk.workspace.snapshot().edition
    editions.save_edition(desk.workspace, replace(edition, minimum=minimum))
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    assert "…" not in desk.preview()
    assert "…" not in told(desk, Side.LEARN).values()


def test_a_fault_of_the_calculation_ends_in_a_sentence(desk: Desk) -> None:
    known(desk)
    desk.screen.seen.findings.base = "not a base"  # type: ignore[assignment]
    with desk.qtbot.captureExceptions() as raised:
        desk.click(Side.TEACH, "Lucía")
        known(desk)
    assert [kind for kind, _error, _trace in raised] == [AttributeError]
    assert set(told(desk, Side.LEARN).values()) == {"No se sabe qué cuesta al resto"}
    assert "La pareja se puede formar igualmente." in desk.preview()


def test_an_empty_programme_has_nothing_to_work_out(bare_desk: Desk) -> None:
    known(bare_desk)
    assert "…" not in bare_desk.preview()


def test_people_are_called_by_their_first_name_unless_two_share_it(desk: Desk) -> None:
    lucia = desk.who("Lucía")
    board = desk.screen.seen
    assert board.called(lucia) == "Lucía"
    other = next(person for person in desk.workspace.snapshot().people.values() if person.first_name == "Wei")
    people.save_person(desk.workspace, replace(other, first_name="Lucía"))
    assert desk.screen.seen.called(lucia) == "Lucía Serrano"


def test_many_who_teach_for_one_who_learns_are_all_told_apart(small: Desk) -> None:
    for number in range(30):
        people.enrol(
            small.workspace,
            factory.person("Rosa", f"Ibarra {number}", f"rosa{number}@example.com", department="Compras", level=Level.JUNIOR),
            factory.answers(small.workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"]),
        )
    small.click(Side.LEARN, "Gonzalo")
    known(small)
    assert [item.third for item in small.items(Side.TEACH, Kind.FIT)] == ["No cuesta nada al resto"] * 31
    small.make("Lucía", "Gonzalo")
    small.click(Side.TEACH, "Rosa Ibarra")
    known(small)
    assert "Hay más personas que enseñan que plazas" in small.preview()


def test_an_incompatibility_is_named_but_its_reason_stays_behind_a_button(desk: Desk) -> None:
    people.add_exclusion(desk.workspace, desk.who("Gonzalo"), desk.who("Lucía"), "un asunto privado")
    desk.click(Side.TEACH, "Lucía")
    known(desk)
    gonzalo = desk.item(Side.LEARN, "Gonzalo")
    assert (gonzalo.third, gonzalo.act) == ("Incompatibilidad anotada", "")
    desk.click(Side.LEARN, "Gonzalo")
    known(desk)
    shown = desk.preview() + "".join(item.sentence for side in Side for item in desk.items(side))
    assert "un asunto privado" not in shown
    assert desk.screen.commands["reason"].isEnabled()
