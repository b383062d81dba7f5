# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Inicio* says what comes next, and each of its buttons lands on the spot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.topics import Want
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.home.screen import HomeScreen
from revmentor_desktop.ui.theme import Theme
from tests import factory
from tests.factory import NOW
from tests.ui.home import situations

Open = Callable[..., HomeScreen]
APRIL = datetime(2027, 4, 20, 10, 42)  # noqa: DTZ001 — wall time


def gone_to(qtbot: QtBot, screen: HomeScreen, button: QAbstractButton) -> list[object]:
    """Click a button and return where the screen asks to go."""
    with qtbot.waitSignal(screen.go, timeout=1000) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return list(asked.args or ())


def titles(screen: HomeScreen) -> list[str]:
    """What the tasks say."""
    return [row.task.title for row in screen.tasks.rows()]


def test_an_empty_edition_asks_for_people_and_goes_to_the_import(qtbot: QtBot, workspace: Workspace, open_home: Open) -> None:
    screen = open_home(workspace)
    assert titles(screen) == ["Inscribe a las primeras personas", "Completa los datos de la empresa"]
    assert screen.tasks.rows()[1].task.reason == "A los acuerdos les falta el contacto de protección de datos."
    assert gone_to(qtbot, screen, screen.tasks.rows()[0].button) == ["people", "import"]
    assert gone_to(qtbot, screen, screen.tasks.rows()[1].button) == ["programme", "firm"]
    assert screen.people.isHidden()


def test_only_the_first_task_has_the_primary_button(example: Workspace, open_home: Open) -> None:
    made = situations.pair_up(example)
    pairs.unpair(example, made[-1])
    screen = open_home(example)
    variants = [row.button.property("variant") for row in screen.tasks.rows()]
    assert variants == ["primary", *["secondary"] * (len(variants) - 1)]
    assert len(variants) > 1


def test_the_completion_is_proposed_with_the_number_of_pairs_that_it_would_form(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    row = screen.tasks.rows()[0]
    assert row.task.title == "Forma las parejas"
    assert row.task.reason == "Puedes formar 13. El programa te propone cómo."
    assert screen.figures[1].words == ("Parejas formadas", "0", "de 13 posibles", "Ninguna todavía")
    assert gone_to(qtbot, screen, row.button) == ["pairs", "complete"]


def test_drafts_are_named_with_what_they_lack(qtbot: QtBot, workspace: Workspace, open_home: Open) -> None:
    answers = factory.answers(workspace, Role.MENTEE, ["Negociación"], notice=None)
    diego = people.enrol(workspace, factory.person("Diego", "Amor Gil"), answers)
    screen = open_home(workspace)
    row = screen.tasks.rows()[0]
    assert row.task.title == "Termina 1 inscripción"
    assert row.task.reason == "Diego Amor: falta información RGPD."
    assert gone_to(qtbot, screen, row.button) == ["people", ("missing", diego)]


def test_proposed_and_consulted_pairs_are_gone_to_one_by_one(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    made = situations.pair_up(example)
    pairs.consult(example, made[:2], factory.TODAY)
    screen = open_home(example)
    assert titles(screen)[-2:] == ["Consulta a 11 parejas propuestas", "Anota qué dicen 2 parejas"]
    assert gone_to(qtbot, screen, screen.tasks.rows()[-2].button) == ["pairs", ("pair", made[2])]
    assert gone_to(qtbot, screen, screen.tasks.rows()[-1].button) == ["pairs", ("pair", made[0])]


def test_accepted_pairs_are_planned_and_their_agreements_printed(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    situations.accept(example, situations.pair_up(example))
    screen = open_home(example)
    assert titles(screen) == ["Planifica las sesiones de 13 parejas", "Imprime 13 acuerdos"]
    assert gone_to(qtbot, screen, screen.tasks.rows()[0].button) == ["calendar", "plan"]
    assert gone_to(qtbot, screen, screen.tasks.rows()[1].button) == ["documents", None]


def test_the_oldest_session_without_acta_comes_first(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    screen = open_home(example, APRIL)
    oldest = min((s for s in example.snapshot().sessions if s.start), key=lambda s: (s.start, s.pair_id))
    assert screen.tasks.rows()[0].task.title.endswith("actas pendientes")
    assert gone_to(qtbot, screen, screen.tasks.rows()[0].button) == ["calendar", ("session", oldest.id)]


def test_a_clash_is_the_first_task_and_a_red_notice(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    session = next(s for s in example.snapshot().sessions if s.start)
    mentor = example.snapshot().pair(session.pair_id).mentor_id
    enrolment = example.snapshot().enrolments[mentor]
    people.save_enrolment(example, replace(enrolment, windows=(Window(5, 540, 600),)))
    screen = open_home(example)
    assert screen.tasks.rows()[0].task.title.startswith("Resuelve ")
    place, target = gone_to(qtbot, screen, screen.tasks.rows()[0].button)
    assert (place, target) == ("calendar", ("session", target[1]))  # type: ignore[index]
    assert screen.notices.rows()[0].notice.tone == "danger"
    assert gone_to(qtbot, screen, screen.notices.rows()[0].link)[0] == "calendar"


def test_when_all_is_done_it_says_when_the_next_appointment_is(example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    screen = open_home(example)
    first = min(s.start for s in example.snapshot().sessions if s.start)
    assert screen.tasks.rows() == ()
    assert first.date().isoformat() == "2027-01-18"
    assert "Todo al día. Próxima cita: lunes 18 de enero" in screen.tasks.said()


def test_somebody_who_meets_nobody_is_a_red_notice_that_opens_their_form(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    row = screen.notices.rows()[0]
    assert (row.notice.tone, row.notice.title) == ("danger", "Fermín Olmo no coincide con nadie")
    fermin = next(person.id for person in example.snapshot().people.values() if person.first_name == "Fermín")
    assert gone_to(qtbot, screen, row.link) == ["people", ("hours", fermin)]


def test_an_avatar_opens_the_board_with_that_person(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    button = screen.people.people()[0]
    assert gone_to(qtbot, screen, button) == ["pairs", ("person", button.person_id)]
    rest = next(button for button in screen.people.people() if button.person_id is None)
    assert gone_to(qtbot, screen, rest) == ["pairs", None]


def test_nobody_stands_on_both_sides_of_the_people_without_a_pair(example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    ids = [button.person_id for button in screen.people.people() if button.person_id is not None]
    assert len(ids) == len(set(ids))


def test_while_sessions_run_the_week_is_shown_and_a_session_can_be_opened(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    situations.log_until(example, APRIL)
    screen = open_home(example, APRIL)
    assert screen.people.isHidden()
    assert screen.week.title.text() == "Esta semana"
    button = screen.week.events()[0]
    assert gone_to(qtbot, screen, button) == ["calendar", ("session", button.event_shown.session_id)]


def test_before_the_first_session_its_week_is_shown(example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    screen = open_home(example)
    assert screen.week.title.text() == "Próxima semana con sesiones"
    assert {button.event_shown.day.isoformat()[:7] for button in screen.week.events()} == {"2027-01"}


@pytest.mark.parametrize(("place", "key"), [(0, "programme"), (1, "people"), (2, "pairs"), (3, "documents"), (4, "calendar")])
def test_a_phase_opens_its_screen(qtbot: QtBot, example: Workspace, open_home: Open, place: int, key: str) -> None:
    screen = open_home(example)
    assert gone_to(qtbot, screen, screen.stepper.buttons()[place]) == [key, None]


def test_a_phase_is_read_with_where_it_stands(example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    names = [button.accessibleName() for button in screen.stepper.buttons()]
    assert names[1] == "2. Inscripción, hecha: 28 personas"
    assert names[2] == "3. Emparejamiento, fase actual: 0 de 13 parejas"


def test_the_head_has_the_date_and_two_ways_to_bring_people_in(qtbot: QtBot, workspace: Workspace, open_home: Open) -> None:
    screen = open_home(workspace)
    assert screen.header.state() == "Martes 12 de enero de 2027"
    buttons = screen.header.secondary_buttons()
    assert [gone_to(qtbot, screen, button) for button in buttons] == [["people", "import"], ["people", "new"]]
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["people", "new"]


def test_the_file_is_named_and_a_copy_can_be_asked_for(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    assert screen.file.words[1].startswith("ejemplo.revmentor, en ")
    assert screen.file.words[2] == "28 personas · 0 parejas · 0 sesiones"
    assert gone_to(qtbot, screen, screen.file.copy) == ["save_copy", None]


def test_a_change_is_shown_and_the_focus_stays_among_the_tasks(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    screen.tasks.rows()[0].button.setFocus()
    situations.pair_up(example)
    screen.refresh(frozenset({"pairs"}))
    assert screen.tasks.rows()[0].task.title == "Consulta a 13 parejas propuestas"
    assert screen.tasks.rows()[0].button.hasFocus()


def test_what_takes_longer_leaves_its_place_until_it_is_there(qtbot: QtBot, theme: Theme, example: Workspace) -> None:
    bridge = Bridge(example)
    screen = HomeScreen(theme, bridge, lambda: NOW)
    qtbot.addWidget(screen)
    assert screen.notices.note.text() == "…"
    assert screen.figures[1].words[2] == "de … posibles"
    bridge.close()


def test_more_notices_than_fit_are_shown_on_demand(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    snapshot = example.snapshot()
    for hour, person in enumerate(snapshot.enrolled[:8]):
        enrolment = snapshot.enrolments[person.id]
        people.save_enrolment(example, replace(enrolment, windows=(Window(6, 60 * hour, 60 * hour + 60),)))
    screen = open_home(example)
    assert len(screen.notices.rows()) == 3
    more = screen.notices.more()
    assert more is not None
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(screen.notices.rows()) > 3


def test_of_fewer_than_five_ratings_only_the_number_is_told(example: Workspace, open_home: Open) -> None:
    situations.plan(example)
    day = min(s.start for s in example.snapshot().sessions if s.start) + timedelta(hours=2)
    situations.log_until(example, day)
    screen = open_home(example, day)
    label, value, _unit, note = screen.figures[3].words
    assert (label, value) == ("Satisfacción", "–")
    assert note.startswith("Con 5 valoraciones se verá; hay ")


def test_it_fits_a_narrow_window_in_one_column(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    screen.resize(608, 380)
    qtbot.waitUntil(lambda: screen.tasks.width() <= 608 - 48 and screen.notices.x() == screen.tasks.x())
    assert screen.tasks.y() < screen.notices.y() < screen.people.y()


def test_topics_that_nobody_offers_are_counted_and_gone_to(qtbot: QtBot, example: Workspace, open_home: Open) -> None:
    screen = open_home(example)
    assert screen.people.topics.label == "Temas sin cubrir"
    snapshot = example.snapshot()
    gonzalo = next(person.id for person in snapshot.enrolled if person.first_name == "Gonzalo")
    topic = next(topic.id for topic in snapshot.topics.values() if topic.name == "Accesibilidad y discapacidad")
    answers = snapshot.enrolments[gonzalo]
    people.save_enrolment(example, replace(answers, wants=(*answers.wants, Want(topic, 3))))
    screen.refresh(frozenset({"enrolment"}))
    qtbot.waitUntil(lambda: screen.people.topics.label == "1 tema que nadie ofrece", timeout=10_000)
    assert gone_to(qtbot, screen, screen.people.topics) == ["coverage", None]
    notice = next(row for row in screen.notices.rows() if row.notice.title == "1 tema que nadie ofrece")
    assert notice.link.label == "Ver a quién invitar"
    assert gone_to(qtbot, screen, notice.link) == ["coverage", None]
