# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Asking both people of a pair, and what they say. HR decides, both accept; a refusal has no reason, and whose it was is kept nowhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import fitting
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import pairs

ASKED = (PairState.PROPOSED, PairState.CONSULTING)
"""States in which an answer can be noted."""
Read = Mapping[PairId, Collection[str]]
"""Codes of the warnings ticked as read just now, by pair."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said of one pair."""

    pair_id: PairId
    person_id: PersonId
    answer: Answer


def consult(workspace: Workspace, pair_ids: Iterable[PairId], today: date) -> None:
    """Start asking both people of each pair: *en consulta*, all or none, in one action.

    Raises `DomainError`: ``not_proposed``, ``blocked`` by something that can't be forced, ``not_offered``, ``gone``.
    """
    snapshot = workspace.snapshot()
    chosen = [fitting.pair_of(snapshot, pair_id) for pair_id in dict.fromkeys(pair_ids)]
    for pair in chosen:
        if pair.state is not PairState.PROPOSED:
            raise DomainError("pair", "not_proposed", state=pair.state, **fitting.names(snapshot, pair))
        fitting.check_may_advance(snapshot, pair)
    with workspace.action("consult", pairs=len(chosen), pair_ids=tuple(pair.id for pair in chosen)) as cx:
        for pair in chosen:
            pairs.update(cx, replace(pair, state=PairState.CONSULTING, consulted_on=today))


def stop_consulting(workspace: Workspace, pair_id: PairId) -> None:
    """Take a consultation back: *propuesta* again, without answers. Raises `DomainError` ``not_consulting``, ``gone``."""
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    if pair.state is not PairState.CONSULTING:
        raise DomainError("pair", "not_consulting", state=pair.state)
    with workspace.action("stop_consulting", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, _without_answers(replace(pair, state=PairState.PROPOSED, consulted_on=None)))


def read_warnings(workspace: Workspace, pair_id: PairId, codes: Collection[str]) -> None:
    """Note that HR has read these warnings of a pair; what is no warning of it today is left out. Raises `DomainError` ``gone``."""
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    changed = fitting.with_read(snapshot, pair, codes)
    if changed != pair:
        with workspace.action("read_warnings", **fitting.about(snapshot, pair)) as cx:
            pairs.update(cx, changed)


def answer(
    workspace: Workspace, pair_id: PairId, person_id: PersonId, said: Answer, today: date, read: Collection[str] = frozenset()
) -> PairState:
    """Note what one of the two said; returns the pair's state afterwards.

    Two yes make it *aceptada*. «Prefiero otra opción» makes it *no aceptada*, and who said it is kept nowhere. ``read`` are codes of
    warnings ticked as read. Raises `DomainError`: ``not_consulting``, ``blocked``, ``not_offered``, ``unread_warnings`` (pair_id,
    warnings, mentor, mentee), ``not_in_pair``, ``gone``.
    """
    snapshot = workspace.snapshot()
    pair = fitting.pair_of(snapshot, pair_id)
    changed = answered(snapshot, pair, {person_id: said}, today, read)
    with workspace.action("answer", **fitting.about(snapshot, pair)) as cx:
        pairs.update(cx, changed)
    return changed.state


def note_answers(workspace: Workspace, said: Sequence[Said], today: date, read: Read | None = None) -> dict[PairId, PairState]:
    """Note what several people said, in one action, all or none; returns each pair's state afterwards. Raises like `answer`.

    Whoever is named twice counts with what is said last. One «prefiero otra opción» decides, whatever the other says.
    """
    by_pair: dict[PairId, dict[PersonId, Answer]] = {}
    for each in said:
        by_pair.setdefault(each.pair_id, {})[each.person_id] = each.answer
    changed = _all_answered(workspace.snapshot(), by_pair, today, read or {})
    with workspace.action("note_answers", answers=sum(map(len, by_pair.values())), pair_ids=tuple(pair.id for pair in changed)) as cx:
        for pair in changed:
            pairs.update(cx, pair)
    return {pair.id: pair.state for pair in changed}


def accept_both(workspace: Workspace, pair_ids: Iterable[PairId], today: date, read: Read | None = None) -> None:
    """Note in one action that both people of each pair said yes. Raises like `answer`."""
    snapshot = workspace.snapshot()
    chosen = [fitting.pair_of(snapshot, pair_id) for pair_id in dict.fromkeys(pair_ids)]
    both = {pair.id: {pair.mentor_id: Answer.YES, pair.mentee_id: Answer.YES} for pair in chosen}
    changed = _all_answered(snapshot, both, today, read or {})
    with workspace.action("accept_both", pairs=len(changed), pair_ids=tuple(pair.id for pair in changed)) as cx:
        for pair in changed:
            pairs.update(cx, pair)


def _all_answered(snapshot: Snapshot, said: Mapping[PairId, Mapping[PersonId, Answer]], today: date, read: Read) -> list[Pair]:
    found = [(fitting.pair_of(snapshot, pair_id), theirs) for pair_id, theirs in said.items()]
    return [answered(snapshot, pair, theirs, today, read.get(pair.id, ())) for pair, theirs in found]


def answered(snapshot: Snapshot, pair: Pair, said: Mapping[PersonId, Answer], today: date, read: Collection[str] = ()) -> Pair:
    """Return a pair as it stands after what one or both of its people said. Raises like `answer`."""
    if pair.state not in ASKED:
        raise DomainError("pair", "not_consulting", state=pair.state, **fitting.names(snapshot, pair))
    if not all(pair.has(person_id) for person_id in said):
        raise DomainError("pair", "not_in_pair", **fitting.names(snapshot, pair))
    if Answer.OTHER in said.values():
        return _without_answers(replace(pair, state=PairState.DECLINED, locked=False, over_on=today))
    if Answer.YES in said.values() or pair.state is PairState.PROPOSED:
        fitting.check_may_advance(snapshot, pair)
    asked = replace(pair, state=PairState.CONSULTING, consulted_on=pair.consulted_on or today)
    changed = _with_answers(fitting.with_read(snapshot, asked, read), said, today)
    if not changed.mentor_answer == changed.mentee_answer == Answer.YES:
        return changed
    left = fitting.unread(snapshot, changed)
    if left:
        raise DomainError("pair", "unread_warnings", pair_id=pair.id, warnings=left, **fitting.names(snapshot, pair))
    return accepted(snapshot, changed, today)


def accepted(snapshot: Snapshot, pair: Pair, today: date) -> Pair:
    """Return a pair to which both said yes by ``today``, with its score of that day. Warnings are not asked about."""
    return replace(
        pair,
        state=PairState.ACCEPTED,
        mentor_answer=Answer.YES,
        mentor_answer_on=pair.mentor_answer_on or today,
        mentee_answer=Answer.YES,
        mentee_answer_on=pair.mentee_answer_on or today,
        consulted_on=pair.consulted_on or today,
        accepted_on=today,
        accepted_score=fitting.score(snapshot, pair.mentor_id, pair.mentee_id),
    )


def _with_answers(pair: Pair, said: Mapping[PersonId, Answer], today: date) -> Pair:
    mentor, mentee = said.get(pair.mentor_id, pair.mentor_answer), said.get(pair.mentee_id, pair.mentee_answer)
    return replace(
        pair,
        mentor_answer=mentor,
        mentor_answer_on=_day_of(mentor, pair.mentor_answer_on, today),
        mentee_answer=mentee,
        mentee_answer_on=_day_of(mentee, pair.mentee_answer_on, today),
    )


def _day_of(said: Answer, before: date | None, today: date) -> date | None:
    """A yes keeps the day on which it was first said; no answer has none."""
    return (before or today) if said is Answer.YES else None


def _without_answers(pair: Pair) -> Pair:
    return replace(pair, mentor_answer=Answer.NOT_YET, mentor_answer_on=None, mentee_answer=Answer.NOT_YET, mentee_answer_on=None)
