# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why somebody has no possible partner, which single change would give them one, and the button that goes there."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Level, PersonId
from revmentor_desktop.programme import editions, pairs, people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.items import Kind
from revmentor_desktop.ui.widgets.button import Button
from tests import factory
from tests.ui.pairs.desk import Desk


def known(desk: Desk) -> None:
    """Wait until everything about what is chosen is known."""
    desk.qtbot.waitUntil(lambda: not desk.screen.assistant.busy(), timeout=20_000)


def press(desk: Desk, label: str) -> None:
    """Click the button of the preview with that word."""
    shown = [button for button in desk.screen.board.preview.findChildren(Button) if button.isVisible() and button.label == label]
    desk.qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)


def labels(part: QWidget) -> list[str]:
    return [button.label for button in part.findChildren(Button) if button.isVisible()]


def change(desk: Desk, name: str, **changes: object) -> None:
    answers = desk.workspace.snapshot().enrolments[desk.who(name)]
    people.save_enrolment(desk.workspace, replace(answers, **changes))  # type: ignore[arg-type]


def test_the_reason_and_the_smallest_change_are_said_and_the_button_goes_there(desk: Desk) -> None:
    desk.click(Side.LEARN, "Fermín")
    known(desk)
    assert "Fermín no coincide con nadie. Su horario: miércoles, de 22:00 a 23:00." in desk.preview()
    assert "Con una hora más, el lunes de 07:00 a 08:00, Fermín podría formar pareja con Hugo Barrios: 60 de 100." in desk.preview()
    press(desk, "Ver las horas de Fermín")
    assert desk.went == [("people", ("hours", desk.who("Fermín")))]


def test_the_change_that_is_said_really_unlocks(desk: Desk) -> None:
    desk.click(Side.LEARN, "Fermín")
    known(desk)
    windows = desk.workspace.snapshot().enrolments[desk.who("Fermín")].windows
    change(desk, "Fermín", windows=(*windows, Window(0, 7 * 60, 8 * 60)))
    desk.click(Side.LEARN, "Fermín")
    assert [item.name for item in desk.items(Side.TEACH, Kind.FIT)] == ["Hugo Barrios"]


def test_the_reason_stands_in_a_few_words_on_the_card(desk: Desk) -> None:
    known(desk)
    fermin = desk.item(Side.LEARN, "Fermín")
    assert (fermin.third, fermin.icon) == ("No coincide con nadie", "triangle-alert")
    assert "miércoles, de 22:00 a 23:00" in fermin.sentence
    assert desk.item(Side.LEARN, "Gonzalo").icon == ""


def test_until_it_is_known_there_are_dots(desk: Desk) -> None:
    desk.click(Side.LEARN, "Fermín")
    assert "…" in desk.preview()
    known(desk)
    assert "…" not in desk.preview()


def test_whose_place_would_help_is_named_and_shown(small: Desk) -> None:
    people.enrol(
        small.workspace,
        factory.person("Rosa", "Ibarra", "rosa@example.com", department="Compras", level=Level.MANAGER),
        factory.answers(small.workspace, Role.MENTEE, ["Marketing digital"], ["Negociación"]),
    )
    small.make("Lucía", "Gonzalo")
    small.click(Side.LEARN, "Rosa")
    known(small)
    assert "Si Lucía Serrano tuviera 2 plazas, Rosa podría formar pareja con Lucía Serrano" in small.preview()
    press(small, "Ver las plazas de Lucía")
    assert small.went == [("people", ("capacity", small.who("Lucía")))]


def test_where_nobody_reaches_the_minimum_the_card_says_so_and_the_preview_what_a_pair_by_hand_gives(desk: Desk) -> None:
    edition = desk.workspace.snapshot().edition
    editions.save_edition(desk.workspace, replace(edition, minimum=100))
    known(desk)
    gonzalo = desk.item(Side.LEARN, "Gonzalo")
    assert gonzalo.third == "Nadie llega al mínimo"
    assert "lo mejor sería Lucía Serrano, 86,5 de los 100 que hacen falta" in gonzalo.sentence
    desk.click(Side.LEARN, "Gonzalo")
    known(desk)
    assert "Saldría 1 pareja en lugar de 0, con 86 puntos en lugar de 0." in desk.preview()
    assert "…" not in desk.preview()


def test_more_teachers_than_places_have_no_change_to_propose(small: Desk) -> None:
    people.enrol(
        small.workspace,
        factory.person("Rosa", "Ibarra", "rosa@example.com", department="Compras", level=Level.JUNIOR),
        factory.answers(small.workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"]),
    )
    small.make("Lucía", "Gonzalo")
    small.click(Side.TEACH, "Rosa")
    known(small)
    assert "Hay más personas que enseñan que plazas" in small.preview()
    assert "Qué lo arreglaría" not in labels(small.screen.board.preview)
    assert not small.screen.commands["spot"].isVisible()
    assert small.item(Side.TEACH, "Rosa").third == "No queda a quien enseñar"


def test_topics_that_nobody_offers_lead_to_those_not_covered(small: Desk) -> None:
    topic = next(one.id for one in small.workspace.snapshot().topics.values() if one.name == "Accesibilidad y discapacidad")
    wants = small.workspace.snapshot().enrolments[small.who("Gonzalo")].wants
    people.withdraw(small.workspace, small.who("Lucía"), factory.TODAY)
    change(small, "Gonzalo", wants=tuple(replace(want, topic_id=topic) for want in wants))
    small.click(Side.LEARN, "Gonzalo")
    known(small)
    assert "…" not in small.preview()
    press(small, "Ver los temas sin cubrir")
    assert small.went == [("coverage", ("person", small.who("Gonzalo")))]


def test_an_enrolment_that_lacks_something_is_completed_from_the_line_itself(desk: Desk) -> None:
    hugo = desk.who("Hugo")
    change(desk, "Hugo", notice=None)
    item = desk.item(Side.TEACH, "Hugo")
    assert (item.kind, item.third, item.act) == (Kind.UNREADY, "Falta la información RGPD", "Completar")

    def at_the_word(view: object, index: object) -> QPoint:
        return view.cards.act_rect(QRectF(view.visualRect(index)), item).center().toPoint()  # type: ignore[attr-defined]

    desk.click(Side.TEACH, "Hugo", at=at_the_word)
    assert desk.went == [("people", ("missing", hugo))]


def test_an_enrolment_that_lacks_something_is_completed_from_the_preview(desk: Desk) -> None:
    change(desk, "Hugo", notice=None)
    desk.click(Side.TEACH, "Hugo")
    assert "Aún no se puede emparejar a Hugo" in desk.preview()
    press(desk, "Completar la inscripción")
    assert desk.went == [("people", ("missing", desk.who("Hugo")))]


def test_every_reason_on_the_board_has_a_change_or_says_that_there_is_none(desk: Desk) -> None:
    snapshot = desk.workspace.snapshot()
    pairs.use_completion(desk.workspace, pairs.complete(snapshot))
    alone: list[PersonId] = [*desk.screen.seen.free(Side.TEACH), *desk.screen.seen.free(Side.LEARN)]
    assert alone
    for person_id in dict.fromkeys(alone):
        desk.screen.show_target(person_id)
        known(desk)
        assert "…" not in desk.preview()


def test_somebody_withdrawn_while_it_is_worked_out_leaves_no_dots(desk: Desk) -> None:
    desk.click(Side.LEARN, "Fermín")
    people.withdraw(desk.workspace, desk.who("Fermín"), factory.TODAY)
    known(desk)
    assert "…" not in desk.preview()


def test_the_way_out_is_reached_and_taken_by_keys_alone(desk: Desk) -> None:
    known(desk)
    desk.screen.show_target(desk.who("Fermín"))
    known(desk)
    desk.screen.board.columns[Side.TEACH].view.setFocus()
    for _step in range(6):
        focused = desk.screen.focusWidget()
        if isinstance(focused, Button) and focused.label == "Ver las horas de Fermín":
            break
        desk.screen.focusNextChild()
    desk.key(Qt.Key.Key_Space)
    assert desk.went == [("people", ("hours", desk.who("Fermín")))]


def test_the_topics_not_covered_are_a_click_away(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.screen.coverage_button, Qt.MouseButton.LeftButton)
    assert desk.went == [("coverage", None)]
