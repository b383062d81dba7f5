# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Everybody who was asked about a pair, and what is being noted of them: pure, so that it is tested without a window."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.programme.answers import Said
from revmentor_desktop.programme.snapshot import Snapshot

ORDER = (Answer.YES, Answer.OTHER, Answer.NOT_YET)
"""The three answers, from left to right."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One person of a pair in consultation. ``kept`` is what the file says, since ``since``; ``mark`` what the list says now.

    ``first``: begins its pair (who learns); ``moot``: the other one prefers another option, so that no answer is needed.
    """

    pair_id: PairId
    person_id: PersonId
    name: str
    initials: str
    role: Role | None
    other: str
    teaches: bool
    kept: Answer
    since: date | None
    asked_on: date | None
    mark: Answer
    moot: bool = False

    @property
    def first(self) -> bool:
        """Whether the pair begins with this person."""
        return not self.teaches

    @property
    def changed(self) -> bool:
        """Whether there is something to note."""
        return self.mark is not self.kept

    @property
    def relation(self) -> str:
        """«Aprende con Lucía Serrano»."""
        sentence = _("Teaches {name}") if self.teaches else _("Learns with {name}")
        return sentence.format(name=self.other)

    @property
    def history(self) -> str:
        """What is known until now, with its day."""
        if self.moot:
            return _("no answer needed any more")
        if self.kept is Answer.YES and self.since is not None:
            return _("accepted on {day}").format(day=formats.short_date(self.since, current()))
        if self.asked_on is not None:
            return _("asked on {day}").format(day=formats.short_date(self.asked_on, current()))
        return ""

    @property
    def sentence(self) -> str:
        """The whole row, as it is read to who cannot see it."""
        noted = _("to be noted") if self.changed else ""
        return ", ".join(part for part in (self.name, self.relation, self.history, answer_word(self.mark), noted) if part)


def answer_word(answer: Answer) -> str:
    """Return an answer in a word or three."""
    words = {Answer.YES: _("Accepts"), Answer.OTHER: _("Prefers another option"), Answer.NOT_YET: context("answer", "Not yet")}
    return words[answer]


def short_answer(answer: Answer) -> str:
    """Return an answer as short as it can be said."""
    return _("Another option") if answer is Answer.OTHER else answer_word(answer)


def everybody_asked(snapshot: Snapshot) -> tuple[Asked, ...]:
    """Return both people of every pair in consultation, who learns first."""
    found: list[Asked] = []
    for pair in snapshot.living_pairs:
        if pair.state is PairState.CONSULTING:
            found += [_asked(snapshot, pair, pair.mentee_id), _asked(snapshot, pair, pair.mentor_id)]
    return tuple(found)


def marked(rows: Sequence[Asked], place: int, answer: Answer) -> tuple[Asked, ...]:
    """Return the rows with one of them marked; the other half of its pair is moot while somebody prefers another option."""
    chosen = rows[place]
    new = [replace(row, mark=answer) if row is chosen else row for row in rows]
    stopped = {(row.pair_id, row.person_id) for row in new if row.mark is Answer.OTHER}
    return tuple(replace(row, moot=any(pair_id == row.pair_id and who != row.person_id for pair_id, who in stopped)) for row in new)


def marked_again(rows: Sequence[Asked], left: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return the rows with the marks of ``left``, of everybody of whom nothing else is known by now."""
    marks = {(one.pair_id, one.person_id): one for one in left}
    again = tuple(rows)
    for place, row in enumerate(rows):
        before = marks.get((row.pair_id, row.person_id))
        if before is not None and (before.kept, before.asked_on) == (row.kept, row.asked_on):
            again = marked(again, place, before.mark)
    return again


def to_note(rows: Sequence[Asked]) -> tuple[Said, ...]:
    """Return what is to be noted: of a pair that does not go on only that."""
    said: list[Said] = []
    for pair_id, group in groupby(rows, key=_pair_id):
        both = tuple(group)
        no = next((row for row in both if row.mark is Answer.OTHER), None)
        chosen = (no,) if no is not None else tuple(row for row in both if row.changed)
        said += [Said(pair_id, row.person_id, row.mark) for row in chosen]
    return tuple(said)


def becoming_accepted(rows: Sequence[Asked]) -> tuple[PairId, ...]:
    """Return the pairs in which both accept once this is noted."""
    pair_ids = dict.fromkeys(row.pair_id for row in rows)
    return tuple(one for one in pair_ids if all(row.mark is Answer.YES for row in rows if row.pair_id == one))


def summary(rows: Sequence[Asked]) -> str:
    """Return «7 aceptan · 1 prefiere otra opción · 4 sin respuesta»."""
    yes = sum(row.mark is Answer.YES and not row.moot for row in rows)
    other = sum(row.mark is Answer.OTHER for row in rows)
    open_ones = sum(row.mark is Answer.NOT_YET and not row.moot for row in rows)
    parts = (
        plural("{n} accepts", "{n} accept", yes).format(n=yes),
        plural("{n} prefers another option", "{n} prefer another option", other).format(n=other) if other else "",
        plural("{n} without answer", "{n} without answer", open_ones).format(n=open_ones),
    )
    return " \u00b7 ".join(part for part in parts if part)


def answers_until_now(snapshot: Snapshot, pair: Pair) -> str:
    """Return what both have said of a pair in consultation: «Paula aceptó el 12 de enero. Sin respuesta de Concepción.»."""
    said = (
        (pair.mentee_id, pair.mentee_answer, pair.mentee_answer_on),
        (pair.mentor_id, pair.mentor_answer, pair.mentor_answer_on),
    )
    parts: list[str] = []
    for person_id, answer, day in said:
        if answer is Answer.YES and day is not None:
            name, when = snapshot.people[person_id].first_name, formats.day_and_month(day, current())
            parts.append(_("{name} accepted on {day}").format(name=name, day=when) + ".")
    waiting = [snapshot.people[person_id].first_name for person_id, answer, _day in said if answer is not Answer.YES]
    if waiting:
        parts.append(_("No answer yet from {names}.").format(names=formats.joined(waiting, current())))
    return " ".join(parts)


def _asked(snapshot: Snapshot, pair: Pair, person_id: PersonId) -> Asked:
    teaches = person_id == pair.mentor_id
    person, other = snapshot.people[person_id], snapshot.people[pair.mentee_id if teaches else pair.mentor_id]
    enrolment = snapshot.enrolments.get(person_id)
    kept = pair.mentor_answer if teaches else pair.mentee_answer
    return Asked(
        pair_id=pair.id,
        person_id=person_id,
        name=person.short_name,
        initials=person.initials,
        role=enrolment.role if enrolment else None,
        other=other.short_name,
        teaches=teaches,
        kept=kept,
        since=pair.mentor_answer_on if teaches else pair.mentee_answer_on,
        asked_on=pair.consulted_on,
        mark=kept,
    )


def _pair_id(row: Asked) -> PairId:
    return row.pair_id
