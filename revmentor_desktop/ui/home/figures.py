# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The figures of *Inicio*: four by phase, and the fact under each phase. Texts only, so that they are tested without a window."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.home import Counts, Findings, Phase, tally
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.home.words import WAIT
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, PAIRS, PEOPLE, PROGRAMME
from revmentor_desktop.ui.words.moments import capital


@dataclass(frozen=True, slots=True)
class Figure:
    """One card: what is counted, the number, what it is compared to, a bar (0 to 1, ``None`` without one) and a line below."""

    label: str
    value: str
    unit: str = ""
    share: float | None = None
    note: str = ""


class PhaseStanding(StrEnum):
    """Where a phase stands."""

    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class PhaseFact:
    """One phase of the line on top: its word, how it stands, a date or count, and the place that it opens (empty: none)."""

    number: int
    name: str
    standing: PhaseStanding
    fact: str
    place: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the texts are made of. ``found`` is ``None`` while it is being worked out."""

    snapshot: Snapshot
    counts: Counts
    phase: Phase
    now: datetime
    found: Findings | None = None


def figures(of: Situation) -> tuple[Figure, Figure, Figure, Figure]:
    """Return the four figures that matter in the present phase."""
    if of.phase in {Phase.PREPARATION, Phase.ENROLMENT}:
        return _enrolled(of), _complete(of), _departments(of), _start(of)
    if of.phase is Phase.PAIRING:
        return _enrolled(of), _pairs(of), _accepted(of), _start(of)
    if of.phase is Phase.AGREEMENTS:
        return _accepted(of), _agreements(of), _planned(of), _start(of)
    return _held(of), _hours(of), _agreements(of), _rating(of)


def phases(of: Situation) -> tuple[PhaseFact, ...]:
    """Return the six phases in order."""
    order = tuple(Phase)
    present = order.index(of.phase)
    found: list[PhaseFact] = []
    for place, phase in enumerate(order):
        standing = PhaseStanding.DONE if place < present else PhaseStanding.NOW if place == present else PhaseStanding.TO_COME
        found.append(PhaseFact(place + 1, _name(phase), standing, _fact(of, phase, standing), _place(phase)))
    return tuple(found)


def weeks(edition: Edition, today: date) -> tuple[int, int]:
    """Return the week of the edition in which ``today`` is (1 is the first) and how many there are."""
    total = -(-((edition.end - edition.start).days + 1) // 7)
    return min(total, max(1, (today - edition.start).days // 7 + 1)), total


def _name(phase: Phase) -> str:
    names = {
        Phase.PREPARATION: _("Preparation"),
        Phase.ENROLMENT: _("Enrolment"),
        Phase.PAIRING: _("Pairing"),
        Phase.AGREEMENTS: _("Agreements"),
        Phase.SESSIONS: _("Sessions"),
        Phase.EVALUATION: _("Evaluation"),
    }
    return names[phase]


def _place(phase: Phase) -> str:
    places = {
        Phase.PREPARATION: PROGRAMME,
        Phase.ENROLMENT: PEOPLE,
        Phase.PAIRING: PAIRS,
        Phase.AGREEMENTS: DOCUMENTS,
        Phase.SESSIONS: CALENDAR,
    }
    return places.get(phase, "")


def _fact(of: Situation, phase: Phase, standing: PhaseStanding) -> str:
    facts = {
        Phase.PREPARATION: _preparation_fact,
        Phase.ENROLMENT: _enrolment_fact,
        Phase.PAIRING: _pairing_fact,
        Phase.AGREEMENTS: _agreements_fact,
        Phase.SESSIONS: _sessions_fact,
        Phase.EVALUATION: _evaluation_fact,
    }
    return facts[phase](of, standing)


def _preparation_fact(of: Situation, _standing: PhaseStanding) -> str:
    edition = of.snapshot.edition
    sessions = plural("{n} session", "{n} sessions", edition.sessions).format(n=edition.sessions)
    return _("{sessions} of {minutes} min").format(sessions=sessions, minutes=edition.minutes)


def _enrolment_fact(of: Situation, standing: PhaseStanding) -> str:
    counts, closes = of.counts, of.snapshot.edition.enrolment_closes
    if counts.drafts:
        complete = counts.enrolled - counts.drafts
        whole = plural("{n} complete", "{n} complete", complete).format(n=complete)
        drafts = plural("{n} draft", "{n} drafts", counts.drafts).format(n=counts.drafts)
        return f"{whole}, {drafts}"
    if standing is PhaseStanding.NOW and closes is not None:
        return _("Until {day}").format(day=_short(closes))
    return plural("{n} person", "{n} people", counts.enrolled).format(n=counts.enrolled)


def _pairing_fact(of: Situation, standing: PhaseStanding) -> str:
    if standing is PhaseStanding.NOW:
        return _("{n} of {total} pairs").format(n=of.counts.living_pairs, total=_possible(of))
    if standing is PhaseStanding.TO_COME:
        return _("Before {day}").format(day=_short(of.snapshot.edition.start))
    ever = _accepted_pairs(of)
    return plural("{n} pair", "{n} pairs", ever).format(n=ever)


def _agreements_fact(of: Situation, standing: PhaseStanding) -> str:
    counts = of.counts
    if standing is PhaseStanding.TO_COME and not counts.agreements_to_print and not counts.agreements_printed:
        return _("When pairs accept")
    if counts.agreements_to_print:
        return _("{n} to print").format(n=counts.agreements_to_print)
    return plural("{n} printed", "{n} printed", counts.agreements_printed).format(n=counts.agreements_printed)


def _sessions_fact(of: Situation, standing: PhaseStanding) -> str:
    edition = of.snapshot.edition
    if standing is PhaseStanding.NOW:
        week, total = weeks(edition, of.now.date())
        return _("Week {n} of {total}").format(n=week, total=total)
    if standing is PhaseStanding.TO_COME:
        return f"{_short(edition.start)} – {_short(edition.end)}"
    return _("{n} of {total} held").format(n=of.counts.sessions_held, total=of.counts.sessions)


def _evaluation_fact(of: Situation, standing: PhaseStanding) -> str:
    end = _short(of.snapshot.edition.end)
    return _("Ended on {day}").format(day=end) if standing is PhaseStanding.NOW else _("After {day}").format(day=end)


def _enrolled(of: Situation) -> Figure:
    active = [e for e in of.snapshot.enrolments.values() if e.withdrawn_on is None]
    roles = Counter(enrolment.role for enrolment in active)
    parts = [
        plural("{n} teaches", "{n} teach", roles[Role.MENTOR]).format(n=roles[Role.MENTOR]),
        plural("{n} learns", "{n} learn", roles[Role.MENTEE]).format(n=roles[Role.MENTEE]),
        plural("{n} either", "{n} either", roles[Role.EITHER]).format(n=roles[Role.EITHER]),
    ]
    note = " · ".join(parts) if active else _("Nobody yet")
    return Figure(_("People enrolled"), str(of.counts.enrolled), note=note)


def _complete(of: Situation) -> Figure:
    counts = of.counts
    complete = counts.enrolled - counts.drafts
    note = plural("{n} draft", "{n} drafts", counts.drafts).format(n=counts.drafts) if counts.drafts else _("No drafts")
    return Figure(_("Complete enrolments"), str(complete), _of(counts.enrolled), _share(complete, counts.enrolled), note)


def _departments(of: Situation) -> Figure:
    people = [person for person in of.snapshot.enrolled if of.snapshot.is_active(person.id)]
    departments = Counter(person.department for person in people if person.department)
    most = departments.most_common(1)
    note = _("Most from {department}: {n}").format(department=most[0][0], n=most[0][1]) if most else _("Nobody yet")
    return Figure(_("Departments"), str(len(departments)), note=note)


def _pairs(of: Situation) -> Figure:
    living, found = of.counts.living_pairs, of.found
    possible = _possible(of)
    unit = _("of {n} possible").format(n=possible)
    if not living:
        note = _("None yet")
    elif found is None or found.mean_score is None:
        note = _("Mean compatibility {n}").format(n=WAIT)
    else:
        note = _("Mean compatibility {n} of 100").format(n=round(found.mean_score))
    return Figure(_("Pairs formed"), str(living), unit, _share(living, None if found is None else found.possible), note)


def _accepted(of: Situation) -> Figure:
    counts = of.counts
    parts = [
        plural("{n} in consultation", "{n} in consultation", counts.consulting).format(n=counts.consulting) if counts.consulting else "",
        plural("{n} proposed", "{n} proposed", counts.proposed).format(n=counts.proposed) if counts.proposed else "",
    ]
    note = ", ".join(part for part in parts if part)
    if not note:
        note = _("All have answered") if counts.living_pairs else _("None yet")
    return Figure(_("Pairs accepted"), str(counts.accepted), _of(counts.living_pairs), _share(counts.accepted, counts.living_pairs), note)


def _start(of: Situation) -> Figure:
    edition, today = of.snapshot.edition, of.now.date()
    days = (edition.start - today).days
    if days > 0:
        return Figure(
            _("Until the start"),
            str(days),
            plural("day", "days", days),
            note=capital(formats.weekday_date(edition.start, current())),
        )
    week, total = weeks(edition, today)
    note = _("Ends on {day}").format(day=formats.day_and_month(edition.end, current()))
    return Figure(_("Week of the edition"), str(week), _of(total), _share(week, total), note)


def _agreements(of: Situation) -> Figure:
    counts = of.counts
    total = counts.agreements_printed + counts.agreements_to_print
    if counts.agreements_to_print:
        note = _("{n} to print").format(n=counts.agreements_to_print)
    else:
        note = _("All printed") if total else _("When pairs accept")
    return Figure(_("Agreements printed"), str(counts.agreements_printed), _of(total), _share(counts.agreements_printed, total), note)


def _planned(of: Situation) -> Figure:
    counts = of.counts
    if counts.pairs_to_plan:
        note = plural("{n} pair without plan", "{n} pairs without plan", counts.pairs_to_plan).format(n=counts.pairs_to_plan)
    elif counts.undated:
        note = plural("{n} without date", "{n} without date", counts.undated).format(n=counts.undated)
    else:
        note = _("All with a date") if counts.sessions else _("When pairs accept")
    total = counts.sessions + counts.pairs_to_plan * of.snapshot.edition.sessions
    dated = counts.sessions - counts.undated
    return Figure(_("Sessions planned"), str(dated), _of(total), _share(dated, total), note)


def _held(of: Situation) -> Figure:
    sums = tally(of.snapshot.sessions, of.now)
    note = _("Planned by today: {n}").format(n=sums.expected)
    return Figure(_("Sessions held"), str(sums.held), _of(sums.sessions), _share(sums.held, sums.sessions), note)


def _hours(of: Situation) -> Figure:
    sums = tally(of.snapshot.sessions, of.now)
    value = formats.number(sums.minutes / 60, current(), 1 if sums.minutes < 600 else 0)
    note = _("Mean of {n} min a session").format(n=round(sums.minutes / sums.held)) if sums.held else _("None yet")
    return Figure(_("Hours of mentoring"), value, _("h"), note=note)


def _rating(of: Situation) -> Figure:
    sums = tally(of.snapshot.sessions, of.now)
    if sums.rating is None:
        return Figure(_("Satisfaction"), "–", note=_("From 5 ratings on; there are {n}").format(n=sums.ratings))
    value = formats.number(sums.rating, current(), 1)
    note = plural("{n} acta with a rating", "{n} actas with a rating", sums.ratings).format(n=sums.ratings)
    return Figure(_("Satisfaction"), value, _of(5), sums.rating / 5, note)


def _accepted_pairs(of: Situation) -> int:
    states = {PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED, PairState.COMPLETED, PairState.ENDED_EARLY}
    return sum(pair.state in states for pair in of.snapshot.pairs)


def _possible(of: Situation) -> str:
    return WAIT if of.found is None else str(of.found.possible)


def _of(total: int) -> str:
    return _("of {n}").format(n=total)


def _share(part: int, total: int | None) -> float:
    return part / total if total else 0.0


def _short(day: date) -> str:
    return formats.short_date(day, current())
