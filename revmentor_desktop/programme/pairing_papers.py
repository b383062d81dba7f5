# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The papers about pairs that stay in the house: the pairing sheet and the comparison of proposals.

Neither tells an incompatibility or who preferred another option: nothing of these is handed on to the page, and the reasons
why somebody is without a pair are worked out as if there were none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from revmentor_desktop.documents import pairing as paper
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.availability import shared
from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import current
from revmentor_desktop.pairing.criteria import matched_topics
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.agreements import topic_name
from revmentor_desktop.programme.snapshot import Snapshot

PRINTED = (PairState.PROPOSED, PairState.CONSULTING, PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED, PairState.COMPLETED)
"""Pairs that stand on the sheet: not those that are over before their time or were not accepted."""

_PLAIN_REASONS: Mapping[str, str] = {"only_boss": "no_possible", "all_blocked": "no_possible", "not_paired_yet": "open"}


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One proposal as its card shows it.

    ``pairs`` are the proposed ones as (mentor, mentee, score, whether it is marked: it is in no other proposal), in the order of the
    card. ``mentees`` and ``either`` count those who get a mentor, ``total`` and ``worst`` (``None`` without any) are in
    points, ``left_out`` those who stay without a pair.
    """

    title: str
    pairs: tuple[tuple[PersonId, PersonId, float, bool], ...]
    mentees: int
    either: int
    total: float
    worst: float | None
    left_out: tuple[PersonId, ...]


def matching_sheet_pdf(snapshot: Snapshot, today: date, language: str | None = None) -> bytes:
    """Return the pairing sheet as PDF, in the language of the window unless another is given. May run beside the window."""
    return paper.pairing_sheet_pdf(sheet_data(snapshot, today, language or current()))


def comparison_pdf(snapshot: Snapshot, shown: Sequence[ShownProposal], today: date, language: str | None = None) -> bytes:
    """Return up to three proposals beside one another as PDF, in the language of the window unless another is given.

    May run beside the window.
    """
    columns = tuple(_column(snapshot, proposal, shown) for proposal in shown)
    return paper.comparison_pdf(paper.ComparisonData(snapshot.firm, snapshot.edition, today, language or current(), columns))


def sheet_data(snapshot: Snapshot, today: date, language: str) -> paper.SheetData:
    """Return what the pairing sheet says of an edition."""
    return paper.SheetData(
        firm=snapshot.firm,
        edition=snapshot.edition,
        day=today,
        language=language,
        pairs=tuple(_facts(snapshot, pair, language) for pair in snapshot.pairs if pair.state in PRINTED),
        alone=_alone(snapshot),
    )


def _facts(snapshot: Snapshot, pair: Pair, language: str) -> paper.PairFacts:
    judged = pairs.assess(snapshot, pair.mentor_id, pair.mentee_id)
    mentor, mentee = snapshot.enrolments.get(pair.mentor_id), snapshot.enrolments.get(pair.mentee_id)
    warnings = [code for code in judged.warnings if code in paper.WARNINGS and pair.state.living]
    return paper.PairFacts(
        mentor=snapshot.people[pair.mentor_id],
        mentee=snapshot.people[pair.mentee_id],
        state=pair.state,
        score=judged.score,
        accepted_score=pair.accepted_score,
        taught=_topics(snapshot, pair.mentee_id, pair.mentor_id, language),
        given_back=_topics(snapshot, pair.mentor_id, pair.mentee_id, language),
        windows=shared(mentor.windows, mentee.windows) if mentor and mentee else (),
        warnings=tuple((code, code in pair.warnings_read) for code in warnings),
        forced=pair.forced,
    )


def _topics(snapshot: Snapshot, learner: PersonId, teacher: PersonId, language: str) -> paper.Topics:
    """Return the topics that one asked for and the other knows, best first; only where there is none, those near to them."""
    learning, teaching = snapshot.enrolments.get(learner), snapshot.enrolments.get(teacher)
    if learning is None or teaching is None:
        return paper.Topics()
    matches = matched_topics(learning.wants, teaching.offers, snapshot.topics)
    exact = [match.topic_id for match in matches if match.via is None]
    chosen = exact or dict.fromkeys(match.via for match in matches if match.via is not None)
    names = tuple(topic_name(snapshot.topics, topic_id, DocumentLanguage(language)) for topic_id in chosen)
    return paper.Topics(names, near=bool(names) and not exact)


def _alone(snapshot: Snapshot) -> tuple[paper.AloneFacts, ...]:
    """Return who is without a pair, with reasons in which no incompatibility and no refusal has a part.

    They are left out of the calculation, not only of the words: otherwise the reason would tell them to who knows the others' answers.
    """
    printed = tuple(pair for pair in snapshot.pairs if pair.state in PRINTED)
    paired = {person_id for pair in printed for person_id in (pair.mentor_id, pair.mentee_id)}
    reasons = pairs.lonely(replace(snapshot, exclusions=(), pairs=printed))
    return tuple(
        paper.AloneFacts(snapshot.people[why.person_id], snapshot.enrolments[why.person_id].role, _PLAIN_REASONS.get(why.code, why.code))
        for why in reasons
        if why.code != "withdrawn" and why.person_id not in paired
    )


def _column(snapshot: Snapshot, proposal: ShownProposal, shown: Sequence[ShownProposal]) -> paper.ShownColumn:
    couples = [frozenset((mentor, mentee) for mentor, mentee, _score, _differs in one.pairs) for one in shown]
    everywhere = couples[0].intersection(*couples[1:])
    people = snapshot.people
    return paper.ShownColumn(
        title=proposal.title,
        pairs=tuple(
            paper.ShownPair(people[mentor], people[mentee], score, differs, len(shown) > 1 and (mentor, mentee) in everywhere)
            for mentor, mentee, score, differs in proposal.pairs
        ),
        mentees=proposal.mentees,
        either=proposal.either,
        total=proposal.total,
        worst=proposal.worst,
        left_out=tuple(people[person_id] for person_id in proposal.left_out if snapshot.is_active(person_id)),
    )
