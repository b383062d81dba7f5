# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why somebody chosen on the board can be paired with nobody, what would help, and where that is done."""

from dataclasses import dataclass

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import ChangeKind
from revmentor_desktop.ui.navigation import COVERAGE, PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.alone import AloneWords
from revmentor_desktop.ui.pairs.board import Board, Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.findings import Stage
from revmentor_desktop.ui.pairs.items import role_line
from revmentor_desktop.ui.words import labels, unlocking

_SPOTS = {
    ChangeKind.HOURS: "hours",
    ChangeKind.MODALITY: "modality",
    ChangeKind.PLACE: "capacity",
    ChangeKind.TOPIC: "offers",
}
"""Where in the form of somebody each kind of change is made."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """Where somebody without a possible pair can be helped: the word of the button, the place and what is shown there."""

    text: str
    place: str
    target: object


def alone_words(board: Board, side: Side, person_id: PersonId, *, waiting: bool) -> AloneWords:
    """Return what is said of somebody who stands on ``side``; ``waiting``: their enrolment is not complete."""
    person = board.person(person_id)
    if waiting:
        title, reason, mends = _("{name} cannot be paired yet"), _missing(board, person_id), ""
    else:
        title, reason, mends = _("No pair is possible for {name} now"), _reason(board, person_id), _mends(board, person_id)
    second = role_line(board, person_id, side)
    title = title.format(name=person.first_name)
    return AloneWords(person.short_name, second, person.initials, board.role(person_id), title, reason, mends)


def _missing(board: Board, person_id: PersonId) -> str:
    fields = [labels.answer_field(field) for field in board.snapshot.missing(person_id)]
    return plural("Missing: {answers}.", "Still missing: {answers}.", len(fields)).format(answers=formats.joined(fields, current()))


def _reason(board: Board, person_id: PersonId) -> str:
    stage, reason = board.findings.stage_of_reasons(), board.lonely(person_id)
    if stage is Stage.PENDING:
        return "…"
    if stage is Stage.FAILED:
        return _("Why could not be worked out. In the column is who would need a forced pair.")
    if reason is None or reason.code == "not_paired_yet":
        return _("Nobody else has a place left. In the column is who would need a forced pair.")
    return unlocking.reason(reason, board.snapshot)


def _mends(board: Board, person_id: PersonId) -> str:
    stage = board.findings.stage_of_unlock(person_id)
    if stage is Stage.PENDING:
        return "…"
    if stage is Stage.FAILED:
        return _("What would give {name} a pair could not be worked out.").format(name=board.person(person_id).first_name)
    return unlocking.unlock(board.findings.unlocks[person_id], board.snapshot) or ""


def way_out(board: Board, choice: Choice) -> WayOut | None:
    """Return where the smallest change is made that would give the chosen person a pair, ``None`` without one."""
    person_id = choice.person_id
    if person_id is None:
        return None
    if choice.waiting(board):
        return WayOut(_("Complete the enrolment"), PEOPLE, ("missing", person_id))
    if board.fits(choice.side, person_id).possible:
        return None
    found, reason = board.findings.unlocks.get(person_id), board.lonely(person_id)
    change = found.change if found is not None else None
    if change is not None and change.person_id is None:
        return WayOut(unlocking.spot(change, board.snapshot), PROGRAMME, "minimum")
    if change is not None:
        return WayOut(unlocking.spot(change, board.snapshot), PEOPLE, (_SPOTS[change.kind], change.person_id))
    if reason is not None and reason.code == "no_candidates_teach":
        return WayOut(_("See the topics not covered"), COVERAGE, ("person", person_id))
    return None
