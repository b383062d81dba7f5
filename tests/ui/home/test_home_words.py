# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The texts of *Inicio*: figures by phase, facts under the phases, joined names."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.programme import people
from revmentor_desktop.programme.home import Alert, Findings, Phase, counts_of, findings, next_steps, phase_of
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.home.figures import PhaseStanding, Situation, figures, phases, weeks
from revmentor_desktop.ui.home.words import and_more, notices, tasks
from revmentor_desktop.ui.words.moments import capital, moment
from revmentor_desktop.ui.words.regions import all_regions, region
from tests import factory
from tests.factory import NOW
from tests.ui.home import situations


def situation(workspace: Workspace, now: datetime = NOW, found: Findings | None = None) -> Situation:
    """What the texts are made of, at a moment."""
    snapshot = workspace.snapshot()
    counts = counts_of(snapshot, now)
    return Situation(snapshot, counts, phase_of(snapshot.edition, counts, now.date()), now, found)


def test_while_people_enrol_the_figures_are_about_people(workspace: Workspace) -> None:
    of = situation(workspace)
    assert of.phase is Phase.ENROLMENT
    assert [figure.label for figure in figures(of)] == [
        "Personas inscritas",
        "Inscripciones completas",
        "Departamentos",
        "Faltan para el arranque",
    ]
    assert figures(of)[0].note == "Nadie todavía"


def test_while_pairing_the_split_of_the_people_and_the_state_of_the_pairs_are_told(example: Workspace) -> None:
    made = situations.pair_up(example)
    situations.accept(example, made[:3])
    people_, formed, accepted, start = figures(situation(example, found=Findings((), 13, 61.4)))
    assert people_.note == "12 enseñan · 12 aprenden · 4 ambos"
    assert (formed.value, formed.unit, formed.note) == ("13", "de 13 posibles", "Compatibilidad media 61 de 100")
    assert (accepted.value, accepted.unit, accepted.note) == ("3", "de 13", "10 propuestas")
    assert (start.value, start.unit, start.note) == ("6", "días", "Lunes 18 de enero")


def test_while_sessions_run_the_figures_are_about_sessions(example: Workspace) -> None:
    situations.plan(example)
    april = datetime(2027, 4, 20, 10, 0)  # noqa: DTZ001 — wall time
    situations.log_until(example, april)
    of = situation(example, april)
    held, hours, agreements, rating = figures(of)
    assert of.phase is Phase.SESSIONS
    assert held.unit == "de 130"
    assert held.note == f"Previstas a esta fecha: {held.value}"
    assert (hours.value, hours.note) == (held.value, "Media de 60 min por sesión")
    assert agreements.note == "Todos impresos"
    assert (rating.value, rating.unit) == ("4", "de 5")


def test_there_are_always_six_phases_and_one_is_present(example: Workspace) -> None:
    found = phases(situation(example))
    assert [phase.name for phase in found] == ["Preparación", "Inscripción", "Emparejamiento", "Acuerdos", "Sesiones", "Evaluación"]
    assert [phase.standing for phase in found].count(PhaseStanding.NOW) == 1
    assert all(phase.fact for phase in found)


@given(days=st.integers(1, 700), at=st.integers(-100, 900))
def test_the_week_is_never_outside_the_edition(days: int, at: int) -> None:
    edition: Edition = replace(factory.EDITION, end=factory.EDITION.start + timedelta(days=days))
    week, total = weeks(edition, edition.start + timedelta(days=at))
    assert 1 <= week <= total


def test_the_first_and_the_last_day_are_the_first_and_the_last_week() -> None:
    assert weeks(factory.EDITION, factory.EDITION.start) == (1, 26)
    assert weeks(factory.EDITION, factory.EDITION.end) == (26, 26)


@pytest.mark.parametrize(
    ("names", "text"),
    [(["Sara", "Itziar"], "Sara e Itziar"), (["a", "b", "c"], "a, b y c"), (["a", "b", "c", "d", "e"], "a, b, c y 2 más")],
)
def test_long_lists_of_names_are_counted(names: list[str], text: str) -> None:
    assert and_more(names) == text


def test_every_alert_of_the_example_becomes_a_whole_notice(example: Workspace) -> None:
    situations.pair_up(example)
    snapshot = example.snapshot()
    for notice in notices(findings(snapshot, NOW.date()).alerts, snapshot):
        assert notice.title
        assert notice.detail.endswith(".")
        assert "{" not in notice.title + notice.detail
        assert notice.button
        assert notice.tone in {"danger", "warn", "info"}


def test_topics_that_nobody_offers_lead_to_whom_to_invite(workspace: Workspace) -> None:
    alert = Alert("topics_unmet", False, {"names": ("Sostenibilidad", "Gestión de equipos")})
    (notice,) = notices([alert], workspace.snapshot())
    assert notice.title == "2 temas que nadie ofrece"
    assert notice.detail == "Sostenibilidad y gestión de equipos."
    assert (notice.place, notice.target, notice.button) == ("coverage", None, "Ver a quién invitar")


def test_people_of_whom_no_pair_can_come_are_answered_with_enrolling_more(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    people.add_exclusion(workspace, mentor, mentee)
    snapshot = workspace.snapshot()
    found = findings(snapshot, NOW.date())
    steps = next_steps(counts_of(snapshot, NOW), found.possible)
    task, _firm = tasks(steps, snapshot, NOW, found)
    assert found.possible == 0
    assert (task.title, task.place, task.target) == ("Inscribe a más personas", "people", "import")


def test_a_moment_is_said_as_one_says_it_today() -> None:
    today = date(2027, 1, 12)
    assert moment(datetime(2027, 1, 12, 10, 42), today) == "hoy a las 10:42"  # noqa: DTZ001
    assert moment(datetime(2027, 1, 11, 17, 20), today) == "ayer a las 17:20"  # noqa: DTZ001
    assert moment(datetime(2027, 1, 2, 9, 5), today) == "2 ene a las 09:05"  # noqa: DTZ001
    assert moment(datetime(2026, 1, 2, 9, 5), today) == "02/01/2026"  # noqa: DTZ001
    assert capital("hoy a las 10:42") == "Hoy a las 10:42"


def test_the_nineteen_communities_have_a_name_of_their_own() -> None:
    assert len({name for _code, name in all_regions()}) == 19
    assert region("AR") == "Aragón"
    assert all(len(name) > 2 for _code, name in all_regions())


def test_initials_keep_their_capitals_in_the_middle_of_a_sentence(workspace: Workspace) -> None:
    alert = Alert("topics_unmet", False, {"names": ("Sostenibilidad", "SAP")})
    (notice,) = notices([alert], workspace.snapshot())
    assert notice.detail == "Sostenibilidad y SAP."
