# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The word, tone and icon of each role and state, the same on every screen."""

from dataclasses import dataclass

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.i18n import _, context


@dataclass(frozen=True, slots=True)
class Look:
    """How a state shows: its word, the tone of its chip, and its icon (may be empty)."""

    text: str
    tone: str
    icon: str = ""


def role_look(role: Role | None) -> Look:
    """Return the look of a role; without one, «Sin papel»."""
    if role is None:
        return Look(_("No role yet"), "plain")
    return {
        Role.MENTOR: Look(_("Mentor"), "mentor"),
        Role.MENTEE: Look(_("Mentee"), "mentee"),
        Role.EITHER: Look(context("role", "Both"), "accent"),
    }[role]


def pair_look(state: PairState) -> Look:
    """Return the look of where a pair stands."""
    return {
        PairState.PROPOSED: Look(context("pair", "Proposed"), "plain"),
        PairState.CONSULTING: Look(context("pair", "In consultation"), "info"),
        PairState.ACCEPTED: Look(context("pair", "Accepted"), "accent", "check"),
        PairState.ACTIVE: Look(context("pair", "Under way"), "ok", "play"),
        PairState.PAUSED: Look(context("pair", "Paused"), "warn", "hourglass"),
        PairState.COMPLETED: Look(context("pair", "Completed"), "ok", "circle-check"),
        PairState.ENDED_EARLY: Look(context("pair", "Ended early"), "gray", "circle-x"),
        PairState.DECLINED: Look(context("pair", "Not accepted"), "gray", "ban"),
    }[state]


def agreement_look(state: AgreementState) -> Look:
    """Return the look of where an agreement stands."""
    return {
        AgreementState.DRAFT: Look(context("agreement", "Draft"), "plain", "file-pen"),
        AgreementState.PRINTED: Look(context("agreement", "Printed"), "info", "printer"),
        AgreementState.SIGNED: Look(context("agreement", "Signed"), "ok", "file-check"),
        AgreementState.SUPERSEDED: Look(context("agreement", "Superseded"), "gray", "file-clock"),
    }[state]


def session_look(state: SessionState, *, lacks_log: bool = False) -> Look:
    """Return the look of where a session stands; ``lacks_log``: its day has passed and there is no acta."""
    if lacks_log:
        return Look(context("session", "Acta missing"), "warn", "pencil-line")
    return {
        SessionState.PLANNED: Look(context("session", "Planned"), "accent", "circle"),
        SessionState.HELD: Look(context("session", "Held"), "ok", "circle-check"),
        SessionState.POSTPONED: Look(context("session", "Postponed"), "plain", "corner-up-right"),
        SessionState.CANCELLED: Look(context("session", "Cancelled"), "gray", "ban"),
        SessionState.MISSED: Look(context("session", "Not held"), "danger", "circle-x"),
    }[state]
