# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The formed pairs as rows of a list: pure, so that it is tested without a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import Criterion, Match
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.pairs.items import couple_warnings, quiet_warnings
from revmentor_desktop.ui.widgets.looks import Look, pair_look
from revmentor_desktop.ui.words import pairing

FILTERS = ("all", "proposed", "warned")
"""Pieces of the filter over the list."""
OVER = "over"
"""One more, while there are pairs that are over."""

_ORDER = (PairState.PROPOSED, PairState.CONSULTING, PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED)


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two: ``said_yes`` puts the tick, since ``said_on``; ``second`` is the line below the name."""

    person_id: PersonId
    name: str
    first_name: str
    initials: str
    role: Role | None
    said_yes: bool
    second: str
    said_on: date | None = None

    @property
    def said(self) -> str:
        """«Marcos aceptó el 12 de enero», empty without a yes."""
        if not self.said_yes or self.said_on is None:
            return ""
        return _("{name} accepted on {day}").format(name=self.first_name, day=formats.day_and_month(self.said_on, current()))


@dataclass(frozen=True, slots=True)
class Team:
    """Several pairs of one mentor, whose rows stand together: ``first`` and ``last`` end the bracket around them."""

    mentor: str
    size: int
    first: bool = False
    last: bool = False

    @property
    def words(self) -> str:
        """«Equipo de Marcos: 2 personas», those who learn."""
        return plural("Team of {name}: {n} person", "Team of {name}: {n} people", self.size).format(name=self.mentor, n=self.size)

    @property
    def short(self) -> str:
        """«Equipo de 2», where the name stands above."""
        return _("Team of {n}").format(n=self.size)


@dataclass(frozen=True, slots=True)
class PairRow:
    """One formed pair as the list shows it. ``warnings`` and ``block`` are in words; ``locked``: nothing automatic changes it;
    ``stopped``: what blocks it cannot be forced, so that it cannot go on. ``team``: its mentor has more pairs. ``quiet``: warnings
    that do not mark the row.
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
    team: Team | None = None
    quiet: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether it is a pair no more."""
        return not self.state.living

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
            "" if self.over else _("fixed") if self.locked else _("not fixed"),
            _("forced") if self.forced else "",
            self.block,
            *self.warnings,
            *self.quiet,
            self.team.words if self.team else "",
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
    """Return the living pairs, those that wait for something first, within a state the newest first; those of a team together where
    the first of them stands. Pairs that are over come after them, the newest first.
    """
    ordered = sorted(board.snapshot.living_pairs, key=lambda pair: (_ORDER.index(pair.state), -pair.id))
    over = [pair for pair in board.snapshot.pairs if not pair.state.living]
    over.sort(key=lambda pair: (pair.over_on is None, -(pair.over_on or date.min).toordinal(), -pair.id))
    return (*_in_teams(board, ordered), *(_row(board, pair) for pair in over))


def matching(rows: Iterable[PairRow], wanted: str) -> tuple[PairRow, ...]:
    """Return the rows that a piece of the filter leaves."""
    if wanted == OVER:
        return tuple(row for row in rows if row.over)
    tests = {"all": lambda _row: True, "proposed": lambda row: row.state is PairState.PROPOSED, "warned": lambda row: row.warned}
    return _bracketed([row for row in rows if not row.over and tests[wanted](row)])


def _in_teams(board: Board, ordered: Sequence[Pair]) -> tuple[PairRow, ...]:
    by_mentor: dict[PersonId, list[Pair]] = {}
    for pair in ordered:
        by_mentor.setdefault(pair.mentor_id, []).append(pair)
    return _bracketed([_row(board, pair, len(group)) for group in by_mentor.values() for pair in group])


def row_of(board: Board, pair: Pair) -> PairRow:
    """Return the row of one pair by itself, outside its team."""
    return _row(board, pair)


def _bracketed(rows: Sequence[PairRow]) -> tuple[PairRow, ...]:
    """Return rows of which each knows whether its team begins or ends with it, as they stand now."""
    mentors = [row.mentor.person_id if row.team else None for row in rows]
    return tuple(
        replace(row, team=replace(row.team, first=before != own, last=after != own)) if row.team else row
        for row, before, own, after in zip(rows, [None, *mentors], mentors, [*mentors[1:], None], strict=False)
    )


def _row(board: Board, pair: Pair, team: int = 1) -> PairRow:
    couple = Couple(pair.mentor_id, pair.mentee_id)
    judged, block = board.judge(couple), board.block(pair) if pair.state.living else None
    codes = [code for code in judged.warnings if not _old_news(pair, code)]
    by_name = judged.by_name
    return PairRow(
        pair_id=pair.id,
        mentor=_half(board, pair.mentor_id, pair.mentor_answer, pair.mentor_answer_on, by_name["learn"]),
        mentee=_half(board, pair.mentee_id, pair.mentee_answer, pair.mentee_answer_on, by_name["give_back"]),
        learn=by_name["learn"].value,
        give_back=by_name["give_back"].value,
        score=judged.score,
        state=pair.state,
        locked=pair.fixed,
        forced=pair.forced is not None,
        warnings=couple_warnings(codes) if pair.state.living else (),
        block=board.block_words(block) if block else "",
        stopped=block is not None and not block.forcible,
        team=Team(board.person(pair.mentor_id).first_name, team) if team > 1 else None,
        quiet=quiet_warnings(codes) if pair.state.living else (),
    )


def _old_news(pair: Pair, code: str) -> bool:
    """Tell whether a warning is none any more once both have accepted: it was read, or that somebody has two pairs is known."""
    return pair.state not in {PairState.PROPOSED, PairState.CONSULTING} and (code in pair.warnings_read or code == "second_pair")


def _half(board: Board, person_id: PersonId, said: Answer, said_on: date | None, gives: Criterion) -> Half:
    person, yes = board.person(person_id), said is Answer.YES
    role, second = board.role(person_id), _brings(board, gives)
    return Half(person_id, person.short_name, person.first_name, person.initials, role, yes, second, said_on if yes else None)


def _brings(board: Board, gives: Criterion) -> str:
    """Return the first topic that one brings the other; what is only near it says so by the short arrow."""
    topics, matches = board.snapshot.topics, cast("Sequence[Match]", gives.data.get("matches", ()))
    if any(match.via is None for match in matches):
        return pairing.criterion_reason(gives, topics)
    if matches:
        return topics[matches[0].via or matches[0].topic_id].name
    return _("Asks for no topic") if gives.reason == "no_wants" else _("No topic asked for")
