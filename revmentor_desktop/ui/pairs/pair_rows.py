# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The formed pairs as rows of a list: pure, so that it is tested without a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.pairs import Criterion, Match
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.pairs.items import couple_warnings
from revmentor_desktop.ui.widgets.looks import Look, pair_look
from revmentor_desktop.ui.words import pairing

FILTERS = ("all", "proposed", "warned")
"""Pieces of the filter over the list."""

_ORDER = (PairState.PROPOSED, PairState.CONSULTING, PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED)


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two: ``said_yes`` puts the tick; ``second`` is the line below the name."""

    person_id: PersonId
    name: str
    first_name: str
    initials: str
    role: Role | None
    said_yes: bool
    second: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """One formed pair as the list shows it. ``warnings`` and ``block`` are in words; ``locked``: nothing automatic changes it;
    ``stopped``: what blocks it cannot be forced, so that it cannot go on.
    """

    pair_id: PairId
    mentor: Half
    mentee: Half
    learn: float
    give_back: float
    score: float
    state: PairState
    locked: bool
    forced: bool
    warnings: tuple[str, ...]
    block: str
    stopped: bool

    @property
    def look(self) -> Look:
        """The chip of its state."""
        return pair_look(self.state)

    @property
    def names(self) -> str:
        """«Lucía y Gonzalo»."""
        return formats.joined([self.mentor.first_name, self.mentee.first_name], current())

    @property
    def open_to_answers(self) -> bool:
        """Whether the two can still say yes or no."""
        return self.state in {PairState.PROPOSED, PairState.CONSULTING}

    @property
    def warned(self) -> bool:
        """Whether something about it needs a look."""
        return bool(self.warnings or self.block or self.forced)

    @property
    def sentence(self) -> str:
        """The whole row, as it is read to who cannot see it."""
        parts = [
            _("{mentor} teaches {mentee}").format(mentor=self.mentor.name, mentee=self.mentee.name),
            _("{n} of 100").format(n=formats.number(self.score, current())),
            self._state_words(),
            _("fixed") if self.locked else _("not fixed"),
            _("forced") if self.forced else "",
            self.block,
            *self.warnings,
        ]
        return ", ".join(part for part in parts if part)

    def _state_words(self) -> str:
        if self.state is PairState.ACCEPTED:
            return _("accepted by both")
        text = self.look.text
        said = [half.first_name for half in (self.mentor, self.mentee) if half.said_yes]
        if self.open_to_answers and said:
            return f"{text[:1].lower()}{text[1:]}, " + _("{name} has accepted").format(name=said[0])
        return text[:1].lower() + text[1:]


def rows_of(board: Board) -> tuple[PairRow, ...]:
    """Return the living pairs, those that wait for something first, within a state the newest first."""
    ordered = sorted(board.snapshot.living_pairs, key=lambda pair: (_ORDER.index(pair.state), -pair.id))
    return tuple(_row(board, pair) for pair in ordered)


def matching(rows: Iterable[PairRow], wanted: str) -> tuple[PairRow, ...]:
    """Return the rows that a piece of the filter leaves."""
    tests = {"all": lambda _row: True, "proposed": lambda row: row.state is PairState.PROPOSED, "warned": lambda row: row.warned}
    return tuple(row for row in rows if tests[wanted](row))


def _row(board: Board, pair: Pair) -> PairRow:
    couple = Couple(pair.mentor_id, pair.mentee_id)
    judged, block = board.judge(couple), board.block(pair)
    # Once both have accepted, that somebody has two pairs is no news any more.
    codes = [code for code in judged.warnings if code != "second_pair" or pair.state in {PairState.PROPOSED, PairState.CONSULTING}]
    by_name = judged.by_name
    return PairRow(
        pair_id=pair.id,
        mentor=_half(board, pair.mentor_id, pair.mentor_answer, by_name["learn"]),
        mentee=_half(board, pair.mentee_id, pair.mentee_answer, by_name["give_back"]),
        learn=by_name["learn"].value,
        give_back=by_name["give_back"].value,
        score=judged.score,
        state=pair.state,
        locked=pair.fixed,
        forced=pair.forced is not None,
        warnings=couple_warnings(board, couple, codes),
        block=pairing.block(block) if block else "",
        stopped=block is not None and not block.forcible,
    )


def _half(board: Board, person_id: PersonId, said: Answer, gives: Criterion) -> Half:
    person = board.person(person_id)
    return Half(
        person_id, person.short_name, person.first_name, person.initials, board.role(person_id), said is Answer.YES, _brings(board, gives)
    )


def _brings(board: Board, gives: Criterion) -> str:
    """Return the first topic that one brings the other; what is only near it says so by the short arrow."""
    topics, matches = board.snapshot.topics, cast("Sequence[Match]", gives.data.get("matches", ()))
    if any(match.via is None for match in matches):
        return pairing.criterion_reason(gives, topics)
    if matches:
        return topics[matches[0].via or matches[0].topic_id].name
    return _("Asks for no topic") if gives.reason == "no_wants" else _("No topic asked for")
