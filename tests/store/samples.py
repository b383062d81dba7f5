# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Files and records for the tests of the store: a small programme, and Hypothesis strategies within the domain's limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from sqlalchemy import Connection

from revmentor_desktop.domain.agreements import Agreement, AgreementId, AgreementState, DocumentLanguage, number_for
from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.editions import Edition, EditionId, Firm, LegalBasis, Weights
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, NoticeWay, Role
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import GenerationBand, Level, Person, PersonId
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.domain.sessions import Session, SessionId, SessionLog, SessionState, Unplaced
from revmentor_desktop.domain.sites import REGIONS, Closure, ClosureId, LocalDay, Site, SiteId, SummerHours
from revmentor_desktop.domain.topics import Area, AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.store import agreements, editions, enrolments, pairs, people, scenarios, sessions, topics
from revmentor_desktop.store.file import ProgrammeFile

START = date(2027, 1, 18)


def edition(name: str = "Piloto 2027") -> Edition:
    return Edition(EditionId(0), name, START, date(2027, 7, 18))


def person(code: int, name: str = "Ana") -> Person:
    return Person(PersonId(0), code, name, "Núñez", f"ana{code}@example.es", languages=("es", "ca"))


def fill(cx: Connection, count: int = 4) -> EditionId:
    """Add an edition with people, a pair, sessions and an agreement; returns the edition's id."""
    run = editions.add(cx, edition())
    editions.set_current(cx, run)
    area = topics.add_area(cx, Area(AreaId(0), "Brecha digital"))
    known = [topics.add_topic(cx, Topic(TopicId(0), f"Tema {place}", area)) for place in range(3)]
    everybody = [people.add(cx, person(people.next_code(cx))) for _ in range(count)]
    for who in everybody:
        windows = tuple(Window(day, 540, 660) for day in range(5))
        answers = {"wants": tuple(Want(each, 2) for each in known), "offers": tuple(Offer(each, 3) for each in known)}
        enrolments.add(cx, Enrolment(EnrolmentId(0), run, who, Role.EITHER, windows=windows, notice=Notice(START), **answers))
    pair = pairs.add(cx, Pair(PairId(0), run, everybody[0], everybody[1], PairState.ACCEPTED))
    starts = [datetime(2027, 2, day, 9) for day in range(1, 6)]  # noqa: DTZ001 (wall time)
    log = SessionLog(starts[0].date(), 60, (known[0],), 5)
    planned = [Session(SessionId(0), pair, number, start, 60, log=log) for number, start in enumerate(starts, 1)]
    sessions.add_many(cx, planned)
    number = number_for(2027, agreements.next_running(cx, 2027))
    agreements.add(cx, Agreement(AgreementId(0), pair, number, 1, START, pdf=b"%PDF-1.7 \0\xff"))
    couple = ScenarioPair(everybody[0], everybody[1], 61.5, fixed=True)
    scenarios.add(cx, Scenario(ScenarioId(0), "Propuesta de enero", START, Aim.TOTAL, (couple,), run, 1))
    return run


def made(path: Path) -> Path:
    """Make a closed file with `fill` in it."""
    with ProgrammeFile.create(path) as file, file.transaction() as work:
        fill(work.connection)
    return path


class _UndoneError(Exception):
    pass


@contextmanager
def scratch(file: ProgrammeFile) -> Iterator[Connection]:
    """Work in a transaction that is rolled back at the end, so that the next example finds the file as it was."""
    try:
        with file.transaction() as work:
            yield work.connection
            raise _UndoneError
    except _UndoneError:
        pass


def texts(limit: int) -> st.SearchStrategy[str]:
    """Any text without NUL up to ``limit`` letters, the longest included."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.text(letters, max_size=min(limit, 40)) | st.just("ñ" * limit)


def optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=4).map(tuple)


days = st.dates()
spans = st.tuples(days, days).map(lambda two: (min(two), max(two)))
moments = st.datetimes().map(lambda moment: moment.replace(second=0, microsecond=0))
places = st.integers(-(10**9), 10**9)
shares = st.floats(0, 1e6)
windows = st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(1, 1440)).filter(lambda three: three[1] < three[2])

firms = st.builds(
    Firm,
    name=texts(400),
    town=texts(400),
    tax_number=texts(400),
    address=texts(4000),
    privacy_contact=texts(4000),
    legal_basis=st.sampled_from(LegalBasis),
    retention_months=st.integers(0, 1200),
    hr_name=texts(400),
    hr_position=texts(400),
    hr_email=texts(400),
    programme_name=texts(400),
    logo=st.binary(max_size=2000),
)
weights = st.builds(Weights, st.floats(1e-9, 1e308), shares, shares, shares, shares, shares)
editions_ = st.builds(
    Edition,
    id=st.just(0),
    name=texts(400).filter(lambda name: bool(name.strip() and name.strip(" "))),
    start=st.dates(START - timedelta(days=1098), START - timedelta(days=1)),
    end=st.just(START),
    is_pilot=st.booleans(),
    sessions=st.integers(1, 40),
    minutes=st.integers(15, 240),
    region=st.sampled_from(REGIONS),
    weights=weights,
    minimum=st.floats(0, 100),
    per_pair_week=st.integers(1, 7),
    per_person_week=st.integers(1, 14),
    enrolment_closes=optional(days),
)
summers = st.builds(lambda span, until: SummerHours(span[0], span[1], until), spans, st.integers(0, 1440))
sites_ = st.builds(
    Site,
    id=st.just(SiteId(0)),
    name=texts(400),
    region=st.sampled_from(REGIONS),
    time_zone=st.sampled_from(("Europe/Madrid", "Atlantic/Canary")),
    local_days=tuples(st.builds(LocalDay, days, texts(400))),
    summer_hours=optional(summers),
    rooms=optional(st.integers(0, 1000)),
)
closures = st.builds(lambda span, name: Closure(ClosureId(0), span[0], span[1], name), spans, texts(400))
areas = st.builds(Area, st.just(AreaId(0)), texts(400), texts(400), st.booleans(), places)
topics_ = st.builds(Topic, st.just(TopicId(0)), texts(400), st.none(), texts(400), places)


def persons(boss: PersonId, site: SiteId) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(0),
        code=st.integers(1000, 10**9),
        first_name=texts(120),
        last_name=texts(120),
        email=optional(texts(254)),
        uses_email=st.booleans(),
        department=texts(120),
        position=texts(120),
        level=optional(st.sampled_from(Level)),
        boss_id=st.sampled_from((None, boss)),
        site_id=st.sampled_from((None, site)),
        languages=tuples(texts(120)),
        band=optional(st.sampled_from(GenerationBand)),
    )


def answers(run: EditionId, who: PersonId, known: tuple[TopicId, ...]) -> st.SearchStrategy[Enrolment]:
    topic = st.sampled_from(known)
    return st.builds(
        Enrolment,
        id=st.just(0),
        edition_id=st.just(run),
        person_id=st.just(who),
        role=optional(st.sampled_from(Role)),
        motivation=texts(4000),
        expectation=texts(4000),
        wants=tuples(st.builds(Want, topic, st.integers(1, 3))),
        offers=tuples(st.builds(Offer, topic, st.integers(1, 3))),
        windows=tuples(windows.map(lambda three: Window(*three))),
        absences=tuples(spans.map(lambda span: Absence(*span))),
        modality=st.sampled_from(Modality),
        capacity=st.integers(1, 3),
        private_notes=texts(4000),
        notice=optional(st.builds(Notice, days, st.sampled_from(NoticeWay))),
        withdrawn_on=optional(days),
    )


forced = st.builds(
    Forced,
    tuples(st.sampled_from([block for block in Block if block.forcible])),
    texts(3900).map(lambda text: f"Lo pidió la gerente {text}"),
)


def couples(run: EditionId, mentor: PersonId, mentee: PersonId) -> st.SearchStrategy[Pair]:
    return st.builds(
        Pair,
        id=st.just(0),
        edition_id=st.just(run),
        mentor_id=st.just(mentor),
        mentee_id=st.just(mentee),
        state=st.sampled_from(PairState),
        locked=st.booleans(),
        mentor_answer=st.sampled_from(Answer),
        mentor_answer_on=optional(days),
        mentee_answer=st.sampled_from(Answer),
        mentee_answer_on=optional(days),
        accepted_on=optional(days),
        accepted_score=optional(st.floats(0, 100)),
        forced=optional(forced),
        mentor_goal=texts(4000),
        mentee_goal=texts(4000),
        in_person=st.sampled_from((None, True, False)),
        warnings_read=st.lists(st.text("abcz_", min_size=1, max_size=30), max_size=10).map(tuple),
        consulted_on=optional(days),
        over_on=optional(days),
        paused_on=optional(days),
    )


def kept(run: EditionId, people_: tuple[PersonId, ...]) -> st.SearchStrategy[Scenario]:
    two = st.lists(st.sampled_from(people_), min_size=2, max_size=2, unique=True)
    couple = st.builds(lambda both, score, fixed: ScenarioPair(both[0], both[1], score, fixed), two, st.floats(0, 100), st.booleans())
    return st.builds(
        Scenario,
        id=st.just(0),
        name=texts(120),
        made_on=days,
        objective=st.sampled_from(Aim),
        pairs=tuples(couple),
        edition_id=st.just(run),
        size=st.integers(0, 10**6),
    )


def meetings(pair: PairId, known: tuple[TopicId, ...]) -> st.SearchStrategy[Session]:
    log = st.builds(SessionLog, days, st.integers(1, 600), tuples(st.sampled_from(known)), optional(st.integers(1, 5)), st.booleans())
    return st.builds(
        Session,
        id=st.just(0),
        pair_id=st.just(pair),
        number=st.integers(1, 9999),
        start=optional(moments),
        minutes=st.integers(1, 1440),
        state=st.sampled_from(SessionState),
        baseline=optional(moments),
        postponements=st.integers(0, 9999),
        in_person=st.booleans(),
        unplaced=optional(st.sampled_from(Unplaced)),
        log=optional(log),
    )


def papers(pair: PairId) -> st.SearchStrategy[Agreement]:
    return st.builds(
        Agreement,
        id=st.just(0),
        pair_id=st.just(pair),
        number=st.builds(number_for, st.integers(2100, 9999), st.integers(1, 100000)),
        version=st.integers(1, 9999),
        created_on=days,
        language=st.sampled_from(DocumentLanguage),
        state=st.sampled_from(AgreementState),
        printed_on=optional(days),
        pdf=st.binary(max_size=2000),
    )
