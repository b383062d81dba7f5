# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What Inicio shows: the phase, the figures, the next tasks and what needs a look."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import cast

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.domain.editions import Firm
from revmentor_desktop.domain.pairs import PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionId, SessionState
from revmentor_desktop.programme import agreements, pairs, sessions
from revmentor_desktop.programme.coverage import Group, coverage
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.tracking.next_steps import Step, StepCode, next_steps
from revmentor_desktop.tracking.phases import Counts, Phase, phase_of
from revmentor_desktop.tracking.progress import Standing, Tally, next_session, of_week, standing, tally, without_log

__all__ = [
    "Alert",
    "Counts",
    "Findings",
    "Home",
    "Phase",
    "Standing",
    "Step",
    "StepCode",
    "Tally",
    "alerts",
    "counts_of",
    "findings",
    "firm_lacks",
    "free_learners",
    "free_teachers",
    "home",
    "next_session",
    "next_steps",
    "of_week",
    "phase_of",
    "standing",
    "tally",
    "without_log",
]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that needs a look. ``code`` and ``data`` make the sentence; the ids say where its button goes.

    Codes: ``pair_blocked`` (block), ``clash`` (cause), ``lonely`` (a reason of `Lonely` in ``data["why"]``), ``pair_warning`` (warning),
    ``topics_unmet`` (names), ``notice_missing``.
    """

    code: str
    red: bool
    data: Mapping[str, object]
    person_id: PersonId | None = None
    pair_id: PairId | None = None
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on Inicio, as codes and figures."""

    phase: Phase
    counts: Counts
    steps: tuple[Step, ...]
    alerts: tuple[Alert, ...]
    free_teachers: tuple[PersonId, ...]
    free_learners: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What takes longer to work out. ``possible`` counts the pairs that the completion would reach, those that stand among them;
    ``mean_score`` (0 to 100) is of the living pairs, ``None`` without any.
    """

    alerts: tuple[Alert, ...]
    possible: int
    mean_score: float | None

    @property
    def uncovered(self) -> int:
        """How many topics are wanted that nobody offers."""
        return sum(len(cast("Sequence[str]", alert.data["names"])) for alert in self.alerts if alert.code == "topics_unmet")


def free_teachers(snapshot: Snapshot) -> tuple[PersonId, ...]:
    """Return who may teach and has a place left, complete enrolments only."""
    drafts = {person.id for person in snapshot.drafts}
    used = Counter(pair.mentor_id for pair in snapshot.living_pairs)
    learning = {pair.mentee_id for pair in snapshot.living_pairs}
    found: list[PersonId] = []
    for person in snapshot.enrolled:
        enrolment = snapshot.enrolments[person.id]
        able = enrolment.role is not None and enrolment.role.teaches and snapshot.is_active(person.id) and person.id not in drafts
        if able and person.id not in learning and used[person.id] < enrolment.capacity:
            found.append(person.id)
    return tuple(found)


def free_learners(snapshot: Snapshot) -> tuple[PersonId, ...]:
    """Return who wants to learn and has no pair yet, complete enrolments only."""
    drafts = {person.id for person in snapshot.drafts}
    taken = {pair.mentee_id for pair in snapshot.living_pairs} | {pair.mentor_id for pair in snapshot.living_pairs}
    return tuple(
        person.id
        for person in snapshot.enrolled
        if (role := snapshot.enrolments[person.id].role) is not None
        and role.learns
        and snapshot.is_active(person.id)
        and person.id not in drafts
        and person.id not in taken
    )


def counts_of(snapshot: Snapshot, now: datetime) -> Counts:
    """Count what there is of everything in the edition."""
    states = Counter(pair.state for pair in snapshot.pairs)
    standings = Counter(standing(session, now) for session in snapshot.sessions)
    papers = Counter(agreement.state for agreement in agreements.current(snapshot))
    running = states[PairState.ACCEPTED] + states[PairState.ACTIVE] + states[PairState.PAUSED]
    return Counts(
        enrolled=sum(snapshot.is_active(person_id) for person_id in snapshot.enrolments),
        drafts=len(snapshot.drafts),
        learners_free=len(free_learners(snapshot)),
        teachers_free=len(free_teachers(snapshot)),
        proposed=states[PairState.PROPOSED],
        consulting=states[PairState.CONSULTING],
        accepted=running,
        living_pairs=len(snapshot.living_pairs),
        pairs_to_plan=len(sessions.pairs_to_plan(snapshot)),
        sessions=sum(session.state is not SessionState.CANCELLED for session in snapshot.sessions),
        sessions_held=standings[Standing.HELD],
        logs_missing=standings[Standing.NO_LOG],
        undated=standings[Standing.UNDATED] + standings[Standing.POSTPONED],
        clashes=len(sessions.clashes(snapshot, now.date())) if snapshot.sessions else 0,
        agreements_to_print=papers[AgreementState.DRAFT] + len(agreements.pairs_without_draft(snapshot)),
        agreements_printed=papers[AgreementState.PRINTED] + papers[AgreementState.SIGNED],
        firm_lacks=len(firm_lacks(snapshot.firm)),
    )


def firm_lacks(firm: Firm) -> tuple[str, ...]:
    """Name what the agreement and the data protection notice need of the firm and nobody gave yet: ``town hr_name privacy_contact``."""
    return tuple(name for name in ("town", "hr_name", "privacy_contact") if not getattr(firm, name).strip())


def home(snapshot: Snapshot, now: datetime) -> Home:
    """Return what Inicio shows at ``now``."""
    counts = counts_of(snapshot, now)
    return Home(
        phase=phase_of(snapshot.edition, counts, now.date()),
        counts=counts,
        steps=next_steps(counts),
        alerts=alerts(snapshot, now.date()),
        free_teachers=free_teachers(snapshot),
        free_learners=free_learners(snapshot),
    )


def findings(snapshot: Snapshot, today: date) -> Findings:
    """Work out what Inicio shows a little later; the first time takes up to a second, so it may run beside the window."""
    found = pairs.scores(snapshot)
    living = len(snapshot.living_pairs)
    possible = living
    if free_teachers(snapshot) and free_learners(snapshot):
        completion = pairs.complete(snapshot)
        possible = max(living, len(completion.fixed) + len(completion.new))
    return Findings(alerts(snapshot, today), possible, sum(found.values()) / len(found) if found else None)


def alerts(snapshot: Snapshot, today: date) -> tuple[Alert, ...]:
    """Return what needs a look, red first."""
    found = [*_pair_alerts(snapshot), *_clash_alerts(snapshot, today), *_lonely_alerts(snapshot), *_topic_alerts(snapshot)]
    return tuple(sorted(found, key=lambda alert: not alert.red))


def _pair_alerts(snapshot: Snapshot) -> list[Alert]:
    found: list[Alert] = []
    for pair in snapshot.living_pairs:
        block = pairs.block_of(snapshot, pair)
        if block is not None and pair.forced is None:
            found.append(Alert("pair_blocked", not block.forcible, MappingProxyType({"block": block}), pair_id=pair.id))
        elif pair.state is PairState.PROPOSED:
            warnings = pairs.assess(snapshot, pair.mentor_id, pair.mentee_id).warnings
            if "same_chain" in warnings:
                found.append(Alert("pair_warning", False, MappingProxyType({"warning": "same_chain"}), pair_id=pair.id))
    return found


def _clash_alerts(snapshot: Snapshot, today: date) -> list[Alert]:
    if not snapshot.sessions:
        return []
    return [
        Alert("clash", True, MappingProxyType({"cause": clash.code, **clash.data}), pair_id=clash.pair_id, session_id=session_id)
        for session_id, clash in sessions.clashes(snapshot, today).items()
    ]


def _lonely_alerts(snapshot: Snapshot) -> list[Alert]:
    telling = {"no_shared_hours", "no_candidates_teach", "below_minimum", "only_boss", "all_blocked"}
    return [
        Alert("lonely", reason.code == "no_shared_hours", MappingProxyType({"why": reason}), person_id=reason.person_id)
        for reason in pairs.lonely(snapshot)
        if reason.code in telling
    ]


def _topic_alerts(snapshot: Snapshot) -> list[Alert]:
    unmet = [snapshot.topics[cover.topic_id].name for cover in coverage(snapshot) if cover.group is Group.NOBODY]
    return [Alert("topics_unmet", False, MappingProxyType({"names": tuple(unmet)}))] if unmet else []
