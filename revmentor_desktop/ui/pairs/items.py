# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the two columns of people list, item by item: pure, so that it is tested without a window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import Partner
from revmentor_desktop.ui.pairs.board import Board, Couple, Side
from revmentor_desktop.ui.pairs.findings import Stage
from revmentor_desktop.ui.widgets.looks import role_look
from revmentor_desktop.ui.words import costs, labels, pairing, unlocking


class Kind(StrEnum):
    """How an item looks and what can be done with it."""

    CARD = "card"
    FIT = "fit"
    BLOCKED = "blocked"
    UNREADY = "unready"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a column. ``third`` is the last line, with its icon and colour token; ``side`` where the person stands.

    A suggestion has below it a line for a ``warning``, if there is one; ``detail`` is only read and in the tooltip. ``act`` is the
    word of what can be done in the line itself, at its right.
    """

    kind: Kind
    name: str
    person_id: PersonId | None = None
    initials: str = ""
    role: Role | None = None
    second: str = ""
    third: str = ""
    icon: str = ""
    tone: str = "text2"
    warning: str = ""
    detail: str = ""
    act: str = ""
    score: float | None = None
    forcible: bool = False
    side: Side = Side.TEACH

    @property
    def points(self) -> str:
        """The compatibility as a number, empty without one."""
        return "" if self.score is None else formats.number(self.score, current())

    @property
    def would_have(self) -> str:
        """«tendría 93», for who cannot be paired."""
        return _("would have {n}").format(n=self.points) if self.kind is Kind.BLOCKED else ""

    @property
    def sentence(self) -> str:
        """The whole item, as it is read to who cannot see it."""
        if self.kind is Kind.HEADING:
            return self.name
        parts = [self.name, "" if self.kind is Kind.UNREADY else role_look(self.role).text, self.second]
        if self.kind is Kind.FIT and self.score is not None:
            parts.append(_("Compatibility {n} of 100").format(n=self.points))
        parts += [self.third, self.warning, self.detail, self.would_have, _("it can be forced") if self.forcible else ""]
        return ", ".join(part for part in parts if part)


def people_items(board: Board, side: Side) -> tuple[Item, ...]:
    """Return a column as it stands with nobody selected on the other side: who is free, then who cannot be paired yet."""
    items = [_card(board, side, person_id) for person_id in board.free(side)]
    waiting = [_unready(board, side, person_id) for person_id in board.not_ready(side)]
    if waiting:
        items += [Item(Kind.HEADING, _("Cannot be paired yet")), *waiting]
    return tuple(items)


def fit_items(board: Board, side: Side, person_id: PersonId) -> tuple[Item, ...]:
    """Return the opposite column of somebody who stands on ``side``: suggestions, then who cannot be a pair."""
    fits = board.fits(side, person_id)

    def listed(partners: Iterable[Partner], make: Callable[[Board, Couple, Partner], Item]) -> list[Item]:
        return [make(board, Couple.of(side, person_id, one.person_id), one) for one in partners]

    items = listed(fits.possible, _fit)
    for heading, partners in ((_("Cannot be a pair"), fits.blocked), (_("Have a pair already"), fits.taken)):
        if partners:
            items += [Item(Kind.HEADING, heading), *listed(partners, _blocked)]
    return tuple(items)


def role_line(board: Board, person_id: PersonId, side: Side) -> str:
    """Return the second line of a person: department, and what tells them apart («hasta 2», «ambos», the level)."""
    person, enrolment = board.person(person_id), board.snapshot.enrolments.get(person_id)
    level = labels.level(person.level)
    own = level[:1].lower() + level[1:]
    if enrolment is not None and enrolment.role is Role.EITHER:
        look = role_look(enrolment.role).text
        own = look[:1].lower() + look[1:]
    elif enrolment is not None and side is Side.TEACH and enrolment.capacity > 1:
        taken = sum(pair.mentor_id == person_id for pair in board.snapshot.living_pairs)
        left = max(0, enrolment.capacity - taken)
        own = plural("{n} place left", "{n} places left", left).format(n=left) if taken else _("up to {n}").format(n=enrolment.capacity)
    # «Dirección» works in «Dirección»: once is enough.
    parts = (person.department, own) if folded(person.department) != folded(own) else (person.department,)
    return " \u00b7 ".join(part for part in parts if part)


def _card(board: Board, side: Side, person_id: PersonId) -> Item:
    second = role_line(board, person_id, side)
    reason = board.lonely(person_id)
    told = unlocking.short(reason) if reason is not None else ""
    if told and reason is not None:
        whole = unlocking.reason(reason, board.snapshot)
        return _person(
            board, Kind.CARD, person_id, side, second=second, third=told, icon="triangle-alert", tone="warn", detail=whole
        )  # fmt: skip
    return _person(board, Kind.CARD, person_id, side, second=second, third=_topics(board, side, person_id))


def _topics(board: Board, side: Side, person_id: PersonId) -> str:
    """Return what somebody offers or wants, the most first."""
    enrolment, topics = board.snapshot.enrolments[person_id], board.snapshot.topics
    if side is Side.TEACH:
        chosen = [offer.topic_id for offer in sorted(enrolment.offers, key=lambda offer: -offer.level)]
    else:
        chosen = [want.topic_id for want in sorted(enrolment.wants, key=lambda want: -want.priority)]
    names = [topics[topic_id].name for topic_id in chosen if topic_id in topics]
    return ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])


def _unready(board: Board, side: Side, person_id: PersonId) -> Item:
    missing = [labels.answer_field(field) for field in board.snapshot.missing(person_id)]
    lacks = plural("Missing: {answers}", "Still missing: {answers}", len(missing)).format(answers=formats.joined(missing, current()))
    if missing == [labels.answer_field("notice")]:
        lacks = pairing.block(Block.NO_NOTICE)
    return _person(board, Kind.UNREADY, person_id, side, third=lacks, tone="warn", act=_("Complete"))


def _fit(board: Board, couple: Couple, partner: Partner) -> Item:
    warnings = couple_warnings(partner.assessment.warnings)
    side = Side.TEACH if partner.as_mentor else Side.LEARN
    told = cost_told(board, side.opposite, couple)
    return _person(
        board,
        Kind.FIT,
        partner.person_id,
        side,
        second=role_line(board, partner.person_id, side),
        third=told.text,
        icon=told.icon,
        tone=told.tone,
        warning=warnings[0] if warnings else "",
        detail=", ".join(part for part in (told.detail, *quiet_warnings(partner.assessment.warnings)) if part),
        score=partner.assessment.score,
    )


def cost_told(board: Board, side: Side, couple: Couple) -> costs.Told:
    """Return in a few words what a pair of somebody who stands on ``side`` costs the rest, or how far that is."""
    person_id = couple.mentor_id if side is Side.TEACH else couple.mentee_id
    found = board.findings
    cost = found.cost(person_id, (couple.mentor_id, couple.mentee_id))
    if cost is not None and found.whole is not None:
        return costs.short(cost, found.whole, board.called)
    return costs.pending() if found.stage_of_costs(person_id) is Stage.PENDING else costs.failed()


def _blocked(board: Board, couple: Couple, partner: Partner) -> Item:
    del couple
    reason = board.block_words(partner.block) if partner.block else ""
    side = Side.TEACH if partner.as_mentor else Side.LEARN
    forcible = all(block.forcible for block in partner.blocks)
    return _person(
        board, Kind.BLOCKED, partner.person_id, side, third=reason, icon="ban", tone="danger", score=partner.assessment.score,
        forcible=forcible, act=_("Force…") if forcible else "",
    )  # fmt: skip


def couple_warnings(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the warnings of two people that mark them in a list, in a few words each, the most telling first."""
    return tuple(pairing.warning(code) for code in sorted(set(codes) - _QUIET, key=_TELLING.index))


def quiet_warnings(codes: Iterable[str]) -> tuple[str, ...]:
    """Return those that are only read: in the preview, in the tooltip, and before accepting."""
    return tuple(pairing.warning(code) for code in codes if code in _QUIET)


_TELLING = ("tried_before", "same_chain", "low_score", "paired_before", "same_department", "second_pair")
"""Warnings that mark a pair in a list, the most telling first."""
_QUIET = frozenset({"one_window"})
"""Most pairs of a firm have just one stretch in common: a mark that nearly all carry would tell nothing."""


def _person(board: Board, kind: Kind, person_id: PersonId, side: Side, **more: object) -> Item:
    person = board.person(person_id)
    role = board.role(person_id)
    return Item(kind, person.short_name, person_id, person.initials, role, side=side, **more)  # type: ignore[arg-type]
