# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""In which phase an edition is, from what is there; nobody has to say so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.editions import Edition


class Phase(StrEnum):
    """The phases of an edition, in order (domain.md §3)."""

    PREPARATION = "preparation"
    ENROLMENT = "enrolment"
    PAIRING = "pairing"
    AGREEMENTS = "agreements"
    SESSIONS = "sessions"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything there is in the edition; ``firm_lacks``: data of the firm that its papers need and nobody gave yet."""

    enrolled: int = 0
    drafts: int = 0
    learners_free: int = 0
    teachers_free: int = 0
    proposed: int = 0
    consulting: int = 0
    accepted: int = 0
    living_pairs: int = 0
    pairs_to_plan: int = 0
    sessions: int = 0
    sessions_held: int = 0
    logs_missing: int = 0
    undated: int = 0
    clashes: int = 0
    agreements_to_print: int = 0
    agreements_printed: int = 0
    firm_lacks: int = 0


def phase_of(edition: Edition, counts: Counts, today: date) -> Phase:
    """Return the phase in which most of the work is now."""
    if counts.enrolled == 0:
        return Phase.ENROLMENT
    if today > edition.end:
        return Phase.EVALUATION
    if counts.sessions_held or (counts.sessions and not counts.agreements_to_print and not counts.pairs_to_plan and today >= edition.start):
        return Phase.SESSIONS
    if counts.accepted and not counts.proposed and not counts.consulting:
        return Phase.AGREEMENTS
    return Phase.PAIRING if counts.enrolled > counts.drafts else Phase.ENROLMENT
