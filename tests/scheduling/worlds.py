# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small worlds to plan in: people from a line of hours, and the pairs of the example firm."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import Closure, ClosureId, LocalDay, Site, SiteId, SummerHours
from revmentor_desktop.scheduling.plan import Busy, Limits, PairTask, PersonTime, Placed

ZARAGOZA = Site(SiteId(1), "Zaragoza", "AR")
PAMPLONA = Site(SiteId(2), "Pamplona", "AR")
MADRID = Site(SiteId(3), "Madrid", "AR")
LAS_PALMAS = Site(SiteId(4), "Las Palmas", "CN", time_zone="Atlantic/Canary")
SITES = {site.id: site for site in (ZARAGOZA, PAMPLONA, MADRID, LAS_PALMAS)}
START, END = date(2027, 1, 18), date(2027, 7, 18)
LETTERS = "LMXJVSD"

PEOPLE = {
    "Mercedes": ("L 09:00-11:00; J 16:00-18:00", ZARAGOZA),
    "Ramón": ("M 12:00-14:00; X 09:00-10:00", ZARAGOZA),
    "Itziar": ("L 16:00-18:00; X 16:00-18:00; V 09:00-11:00", PAMPLONA),
    "Joaquín": ("V 07:00-09:00", ZARAGOZA),
    "Pilar": ("M 09:00-11:00; J 09:00-11:00", ZARAGOZA),
    "Andreu": ("L 09:00-10:00; M 09:00-10:00; X 09:00-10:00", ZARAGOZA),
    "Concepción": ("M 12:00-14:00; J 12:00-14:00", ZARAGOZA),
    "Bernardo": ("L 07:00-09:00; V 07:00-09:00", ZARAGOZA),
    "Teresa": ("M 09:00-11:00; X 12:00-14:00; V 12:00-14:00", ZARAGOZA),
    "Gonzalo": ("L 16:00-18:00; J 16:00-18:00", MADRID),
    "Amparo": ("X 16:00-18:00; V 09:00-11:00", ZARAGOZA),
    "Lucía": ("L 16:00-18:00; X 16:00-18:00; J 16:00-18:00", PAMPLONA),
    "Marcos": ("L 09:00-11:00; M 09:00-11:00; V 07:00-09:00", ZARAGOZA),
    "Nerea": ("M 09:00-11:00; X 12:00-14:00", ZARAGOZA),
    "Youssef": ("V 07:00-09:00; L 07:00-09:00", ZARAGOZA),
    "Paula": ("M 12:00-14:00; J 12:00-14:00; X 09:00-10:00", ZARAGOZA),
    "Álvaro": ("X 16:00-18:00; J 16:00-18:00; L 09:00-11:00", ZARAGOZA),
    "Sara": ("L 16:00-18:00; J 16:00-18:00", MADRID),
    "Inés": ("M 09:00-11:00; J 09:00-11:00; V 07:00-09:00", ZARAGOZA),
    "Wei": ("L 09:00-10:00; X 09:00-10:00; V 09:00-11:00", ZARAGOZA),
    "Carla": ("V 09:00-11:00; M 12:00-14:00", ZARAGOZA),
    "Rocío": ("L 09:00-11:00; M 12:00-14:00", ZARAGOZA),
    "Tomás": ("V 07:00-09:00; M 12:00-14:00", ZARAGOZA),
}
PAIRS = (
    *(("Paula", "Concepción"), ("Marcos", "Bernardo"), ("Marcos", "Teresa"), ("Paula", "Andreu"), ("Álvaro", "Rocío")),
    *(("Sara", "Itziar"), ("Lucía", "Gonzalo"), ("Inés", "Joaquín"), ("Nerea", "Pilar"), ("Youssef", "Tomás")),
    *(("Lucía", "Mercedes"), ("Carla", "Ramón"), ("Wei", "Amparo")),
)


def windows(text: str) -> tuple[Window, ...]:
    """Read hours as the example firm writes them: ``L 09:00-11:00; J 16:00-18:00``."""
    found: list[Window] = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        letter, hours = part.split()
        start, end = (int(each[:2]) * 60 + int(each[3:]) for each in hours.split("-"))
        found.append(Window(LETTERS.index(letter), start, end))
    return tuple(found)


def wall(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time of 2027."""
    return datetime.combine(date(2027, month, day), time(hour, minute))


def person(number: int, hours: str, site: Site | None = ZARAGOZA, *absences: Absence) -> PersonTime:
    return PersonTime(PersonId(number), windows(hours), absences, site)


def task(mentor: PersonTime, mentee: PersonTime, number: int = 1, sessions: int = 10, **changes: object) -> PairTask:
    plain = PairTask(PairId(number), mentor, mentee, START, END, tuple(range(1, sessions + 1)), 60)
    return replace(plain, **changes)  # pyright: ignore[reportArgumentType]


def example_tasks() -> tuple[PairTask, ...]:
    """The thirteen pairs of the example firm, ten sessions each."""
    ids = {name: number for number, name in enumerate(PEOPLE, start=1)}
    people = {name: person(ids[name], *PEOPLE[name]) for name in PEOPLE}
    return tuple(task(people[mentor], people[mentee], number) for number, (mentor, mentee) in enumerate(PAIRS, start=1))


def busy_of(placed: Placed, tasks: dict[PairId, PairTask]) -> Busy:
    """A placed session as one that stands."""
    its = tasks[placed.pair_id]
    return Busy(its.person_ids, placed.start, placed.minutes, its.room_of, its.pair_id, its.time_zone)


def instants(start: datetime, minutes: int, zone: str) -> tuple[datetime, datetime]:
    """Begin and end of a session with their zone, to compare across clocks."""
    begin = start.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    return begin, begin + timedelta(minutes=minutes)


def in_zone(start: datetime, zone: str, other: str) -> datetime:
    return start.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(other)).replace(tzinfo=None)


# Random small worlds: about five weeks around Easter 2027 (Maundy Thursday 25 and Good Friday 26 March in Aragón).

FIRST, LAST = date(2027, 3, 8), date(2027, 4, 11)

_days = st.integers(0, (LAST - FIRST).days).map(lambda n: FIRST + timedelta(days=n))
_window = st.builds(
    lambda weekday, start, length: Window(weekday, start * 30, start * 30 + length * 30),
    st.integers(0, 4),
    st.integers(16, 24),
    st.integers(1, 5),
)
_absence = st.builds(lambda day, length: Absence(day, day + timedelta(days=length)), _days, st.integers(0, 4))
_site = st.builds(
    Site,
    st.sampled_from([SiteId(1), SiteId(2)]),
    st.just("Centro"),
    st.sampled_from(["AR", "CT", "CN"]),
    st.sampled_from(["Europe/Madrid", "Atlantic/Canary"]),
    st.lists(st.builds(LocalDay, _days, st.just("Patrón")), max_size=2).map(tuple),
    st.none() | st.builds(lambda day, until: SummerHours(day, day + timedelta(days=10), until), _days, st.sampled_from([570, 600, 690])),
    st.none() | st.integers(1, 2),
)
_closures = st.lists(
    st.builds(lambda day, length: Closure(ClosureId(1), day, day + timedelta(days=length), "Cierre"), _days, st.integers(0, 5)), max_size=1
)
_limits = st.builds(Limits, st.integers(1, 2), st.integers(1, 3))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[tuple[PairTask, ...], Limits, tuple[Closure, ...], dict[SiteId, Site]]:
    """A few pairs that share mentors, sites and rooms; tasks, limits, closures and sites."""
    places = {site.id: site for site in draw(st.lists(_site, min_size=1, max_size=2, unique_by=lambda site: site.id))}
    site = st.sampled_from([*places.values(), None])
    count = draw(st.integers(1, 4))
    people = [
        PersonTime(
            PersonId(n), tuple(draw(st.lists(_window, min_size=1, max_size=4))), tuple(draw(st.lists(_absence, max_size=2))), draw(site)
        )
        for n in range(1, 3 + count)
    ]
    tasks = [
        PairTask(
            PairId(n),
            people[draw(st.integers(0, 1))],
            people[1 + n],
            draw(st.sampled_from([FIRST, FIRST + timedelta(days=9)])),
            LAST,
            tuple(range(1, draw(st.integers(1, 5)) + 1)),
            draw(st.sampled_from([30, 60, 90])),
            draw(st.booleans()),
            draw(st.sampled_from(sorted(places))),
        )
        for n in range(1, count + 1)
    ]
    return tuple(tasks), draw(_limits), tuple(draw(_closures)), places
