# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The papers of the pairs as rows of a list: pure, so that it is tested without a window."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.domain.agreements import Agreement, AgreementId, AgreementState, DocumentLanguage
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.programme import agreements
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.widgets.looks import Look, agreement_look

ALWAYS_OFFERED = (AgreementState.DRAFT, AgreementState.PRINTED)
"""States that the filter names even when no agreement is in them."""


class Kind(StrEnum):
    """What is printed for each pair."""

    AGREEMENT = "agreement"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Row:
    """One paper of one pair. ``second`` stands under the names; ``look`` is the chip, ``None`` without one."""

    agreement: Agreement
    names: str
    whole_names: str
    initials: tuple[str, str]
    roles: tuple[Role, Role]
    second: str
    look: Look | None

    @property
    def agreement_id(self) -> AgreementId:
        """Which agreement it is, or whose pair's calendar."""
        return self.agreement.id

    @property
    def pair_id(self) -> PairId:
        """Whose paper it is."""
        return self.agreement.pair_id

    @property
    def is_draft(self) -> bool:
        """Whether its content still follows the data of the pair."""
        return self.agreement.state is AgreementState.DRAFT

    @property
    def tip(self) -> str:
        """Names with surnames, and the number."""
        return f"{self.whole_names} · {self.agreement.number}"

    def sentence(self, *, ticked: bool) -> str:
        """Say the whole row to who cannot see it."""
        state = self.look.text if self.look else ""
        parts = [self.whole_names, self.second, state[:1].lower() + state[1:], _("ticked") if ticked else _("not ticked")]
        return ", ".join(part for part in parts if part)


def rows_of(snapshot: Snapshot, kind: Kind) -> tuple[Row, ...]:
    """Return one row for each pair with an agreement, by number."""
    found = agreements.current(snapshot)
    firsts = Counter(_names(snapshot, agreement, whole=False) for agreement in found)
    return tuple(_row(snapshot, agreement, kind, firsts) for agreement in found)


def state_choices(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the pieces of the filter with their counts: (key, text); that of every state is ``all``."""
    counts = Counter(row.agreement.state for row in rows)
    shown = [state for state in AgreementState if state in ALWAYS_OFFERED or counts[state]]
    pieces = [(state.value, f"{agreement_look(state).text} {counts[state]}") for state in shown]
    return [("all", context("agreements", "All")), *pieces]


def _row(snapshot: Snapshot, agreement: Agreement, kind: Kind, firsts: Counter[str]) -> Row:
    pair = snapshot.pair(agreement.pair_id)
    people = (snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id])
    names = _names(snapshot, agreement, whole=False)
    whole = _names(snapshot, agreement, whole=True)
    return Row(
        agreement=agreement,
        # Two Lucías with a Gonzalo each are told apart by their surnames.
        names=names if firsts[names] == 1 else whole,
        whole_names=whole,
        initials=(people[0].initials, people[1].initials),
        roles=(_role(snapshot, pair.mentor_id, Role.MENTOR), _role(snapshot, pair.mentee_id, Role.MENTEE)),
        second=_second(snapshot, agreement, kind),
        look=agreement_look(agreement.state) if kind is Kind.AGREEMENT else _calendar_look(snapshot, agreement),
    )


def _names(snapshot: Snapshot, agreement: Agreement, *, whole: bool) -> str:
    pair = snapshot.pair(agreement.pair_id)
    people = (snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id])
    return formats.joined([person.short_name if whole else person.first_name for person in people], current())


def _role(snapshot: Snapshot, person_id: PersonId, place: Role) -> Role:
    enrolment = snapshot.enrolments.get(person_id)
    return enrolment.role if enrolment is not None and enrolment.role is not None else place


def _second(snapshot: Snapshot, agreement: Agreement, kind: Kind) -> str:
    parts = [agreement.number]
    if kind is Kind.CALENDAR:
        dated = _dated(snapshot, agreement)
        if dated:
            parts.append(plural("{n} date", "{n} dates", dated).format(n=dated))
    elif agreement.printed_on is not None:
        parts.append(formats.short_date(agreement.printed_on, current()))
    if agreement.language.value != current():
        parts.append(_("in English") if agreement.language is DocumentLanguage.ENGLISH else _("in Spanish"))
    return " · ".join(parts)


def _dated(snapshot: Snapshot, agreement: Agreement) -> int:
    return sum(session.start is not None for session in snapshot.sessions_of(agreement.pair_id))


def _calendar_look(snapshot: Snapshot, agreement: Agreement) -> Look | None:
    return None if _dated(snapshot, agreement) else Look(_("No dates"), "warn", "calendar-x")
