# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a file of a released schema holds: some rows in every table, the same each time it is made.

Written by the store alone: neither another list of topics nor a better plan may ever change it. A schema with new tables adds to it.
"""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from revmentor_desktop.domain.agreements import Agreement, AgreementId, AgreementState, DocumentLanguage
from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.editions import Edition, EditionId, Firm, LegalBasis, Weights
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, NoticeWay, Role
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, GenerationBand, Level, Person, PersonId
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog, SessionState, Unplaced
from revmentor_desktop.domain.sites import Closure, ClosureId, LocalDay, Site, SiteId, SummerHours
from revmentor_desktop.domain.topics import Area, AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.store import (
    agreements,
    counters,
    drafts,
    editions,
    enrolments,
    firm,
    pairs,
    people,
    scenarios,
    sessions,
    sites,
    topics,
)
from revmentor_desktop.store.migrations import runner

PASSWORD = "una contraseña de prueba"
START, END = date(2027, 1, 18), date(2027, 7, 18)
FIRM = Firm(
    "Probetas Reunidas, S. L.",
    "Huesca",
    "B00000000",
    "Calle de Ejemplo, 4",
    "rrhh@example.com",
    LegalBasis.CONSENT,
    36,
    "Ana Gil",
    "RR. HH.",
    "ana@example.com",
    "Al revés",
    b"\x89PNG\r\n\x1a\n\0",
)
DAY = date(2027, 2, 3)


def fill(cx: Connection, version: int = runner.LATEST) -> None:
    """Put rows into every table that a schema has; what each schema added comes last, so that the older rows stay as they were."""
    firm.put(cx, FIRM)
    weights = Weights(30.0, 30.0, 15.0, 12.5, 7.5, 5.0)
    run = editions.add(cx, Edition(EditionId(0), "Piloto 2027", START, END, True, 6, 45, "AR", weights, 37.5, 1, 2, date(2027, 1, 11)))
    editions.set_current(cx, run)
    summer = SummerHours(date(2027, 7, 1), date(2027, 8, 31), 15 * 60)
    feast = (LocalDay(date(2027, 8, 10), "San Lorenzo"), LocalDay(date(2027, 4, 23), "San Jorge"))
    site = sites.add(cx, Site(SiteId(0), "Huesca, taller nº 2", "AR", "Europe/Madrid", feast, summer, 2))
    sites.add(cx, Site(SiteId(0), "Las Palmas", "CN", "Atlantic/Canary"))
    sites.add_closure(cx, Closure(ClosureId(0), date(2027, 3, 25), date(2027, 3, 29), "Semana Santa"))
    area = topics.add_area(cx, Area(AreaId(0), "Brecha digital", "Digital skills", position=1))
    names = (("Marketing digital", "Digital marketing"), ("Negociación", "Negotiation"), ("Ofimática", ""))
    known = [topics.add_topic(cx, Topic(TopicId(0), name, area, other, place)) for place, (name, other) in enumerate(names, 1)]
    everybody = _people(cx, site)
    for place, who in enumerate(everybody):
        enrolments.add(cx, _answers(run, who, place, known))
    people.add_exclusion(cx, Exclusion(ExclusionId(0), everybody[0], everybody[3], "Son familia"))
    _pairs(cx, run, everybody, known)
    drafts.put(cx, "person/new", '{"first_name": "Ma"}')
    counters.reach(cx, "example", 3)
    if version >= 1001:
        _scenarios(cx, run, everybody)


def _people(cx: Connection, site: SiteId) -> list[PersonId]:
    boss = people.add(cx, _person(1, "Gonzalo", "Prieto", Level.DIRECTOR, None, site, GenerationBand.FROM_44))
    rest = (("Lucía", "Núñez Güell", Level.JUNIOR), ("Itziar", "D’Angelo", Level.SPECIALIST), ("José Mª", "Sáez", Level.MANAGER))
    return [boss, *(people.add(cx, _person(code, first, last, level, boss, site)) for code, (first, last, level) in enumerate(rest, 2))]


def _person(
    code: int, first: str, last: str, level: Level, boss: PersonId | None, site: SiteId, band: GenerationBand | None = None
) -> Person:
    email = f"persona{code}@example.com" if code != 4 else None
    return Person(PersonId(0), code, first, last, email, code != 4, "Ventas", "Técnica", level, boss, site, ("es", "eu"), band)


def _answers(run: EditionId, who: PersonId, place: int, known: list[TopicId]) -> Enrolment:
    return Enrolment(
        EnrolmentId(0),
        run,
        who,
        (Role.MENTEE, Role.MENTOR, Role.EITHER, None)[place],
        "Aprender algo nuevo.\nDe verdad.",
        "",
        (Want(known[0], 3), Want(known[2], 1)),
        (Offer(known[1], 2),),
        (Window(0, 540, 660), Window(2, 900, 1020)),
        (Absence(date(2027, 2, 15), date(2027, 2, 19)),),
        (Modality.IN_PERSON, Modality.MIXED, Modality.VIRTUAL, Modality.MIXED)[place],
        1 + place % 3,
        "Mejor por la mañana" if place == 1 else "",
        Notice(date(2027, 1, 11), NoticeWay.PAPER) if place < 3 else None,
        date(2027, 3, 1) if place == 3 else None,
    )


def _pairs(cx: Connection, run: EditionId, everybody: list[PersonId], known: list[TopicId]) -> None:
    boss, lucia, itziar, _jose = everybody
    forced = Forced((Block.HOURS,), "Lo pidieron los dos por escrito")
    yes = (Answer.YES, DAY, Answer.YES, DAY, DAY, 86.25)
    first = pairs.add(cx, Pair(PairId(0), run, lucia, boss, PairState.ACTIVE, True, *yes, forced, "Vender más", "Contarlo bien", True))
    pairs.add(cx, Pair(PairId(0), run, itziar, boss, PairState.DECLINED, False, Answer.OTHER, DAY))
    log = SessionLog(DAY, 50, (known[0], known[2]), 4, True)
    at = [datetime(2027, 2, day, 9) for day in (3, 10, 17)]  # noqa: DTZ001 (wall time)
    sessions.add_many(
        cx,
        [
            Session(SessionId(0), first, 1, at[0], 45, SessionState.HELD, at[0], 0, True, None, log),
            Session(SessionId(0), first, 2, at[2], 45, SessionState.PLANNED, at[1], 1, True),
            Session(SessionId(0), first, 3, None, 45, SessionState.POSTPONED, at[2], 2, False, Unplaced.NO_SHARED_HOURS),
        ],
    )
    paper = (DocumentLanguage.SPANISH, AgreementState.SUPERSEDED, DAY, b"%PDF-1.7 \0\xff")
    agreements.add(cx, Agreement(AgreementId(0), first, "2027-P-01", 1, DAY, *paper))
    agreements.add(cx, Agreement(AgreementId(0), first, "2027-P-01", 2, DAY, DocumentLanguage.ENGLISH))


def _scenarios(cx: Connection, run: EditionId, everybody: list[PersonId]) -> None:
    boss, lucia, itziar, jose = everybody
    ended = Pair(PairId(0), run, itziar, jose, PairState.ENDED_EARLY, warnings_read=("same_department", "one_window"))
    pairs.add(cx, replace(ended, consulted_on=date(2027, 1, 12), over_on=date(2027, 2, 20), paused_on=date(2027, 2, 10)))
    kept = (ScenarioPair(lucia, boss, 86.25, fixed=True), ScenarioPair(itziar, jose, 54.5))
    scenarios.add(cx, Scenario(ScenarioId(0), "La más equitativa, de enero", date(2027, 1, 12), Aim.FAIREST, kept, run, 2))
    scenarios.add(cx, Scenario(ScenarioId(0), "Nadie", DAY, Aim.TOTAL, (), run, 0))
