# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the preview says of two people, paired or not, in words."""

from revmentor_desktop.domain.pairs import Answer, Block, Pair, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.pairs import Partner
from revmentor_desktop.ui.pairs.board import Board, Couple, Side
from revmentor_desktop.ui.pairs.consulting.asked import answers_until_now
from revmentor_desktop.ui.pairs.consulting.warnings_view import WarningWords
from revmentor_desktop.ui.pairs.criterion_view import CriterionWords
from revmentor_desktop.ui.pairs.items import cost_told
from revmentor_desktop.ui.pairs.preview import Judged, Note, Shown
from revmentor_desktop.ui.words import costs, pairing


def judged_partner(board: Board, couple: Couple, partner: Partner) -> Judged:
    """Return what is said of two people who are no pair."""
    if partner.block is None:
        told = _cost(board, couple, partner)
        foot = (told.text, told.detail, told.icon, "warn_icon" if told.tone == "warn" else told.tone)
    elif all(block.forcible for block in partner.blocks):
        foot = (board.block_words(partner.block), _("You may force it with a reason, and it stays noted."), "ban", "danger")
    else:
        hard = next(block for block in partner.blocks if not block.forcible)
        foot = (board.block_words(hard), hard_words(hard, hidden=board.snapshot.hidden), "ban", "danger")
    return _judged(board, couple, None, foot)


def _cost(board: Board, couple: Couple, partner: Partner) -> costs.Told:
    """Return what the pair costs the rest, with its figures."""
    side = Side.LEARN if partner.as_mentor else Side.TEACH
    found, ids = board.findings, (couple.mentor_id, couple.mentee_id)
    person_id = couple.mentor_id if side is Side.TEACH else couple.mentee_id
    cost = found.cost(person_id, ids)
    if cost is None or found.whole is None:
        return cost_told(board, side, couple)
    return costs.full(cost, found.whole, found.moves.get(ids, ()), board.called)


def judged_pair(board: Board, pair: Pair) -> Judged:
    """Return what is said of a formed pair."""
    couple = Couple(pair.mentor_id, pair.mentee_id)
    return _judged(board, couple, pair, _pair_foot(board, pair))


def names_of(board: Board, couple: Couple) -> str:
    """Return «Lucía y Gonzalo»."""
    return formats.joined([board.person(couple.mentor_id).first_name, board.person(couple.mentee_id).first_name], current())


def _judged(board: Board, couple: Couple, pair: Pair | None, foot: tuple[str, str, str, str]) -> Judged:
    assessment = board.judge(couple)
    language = current()
    criteria = tuple(
        CriterionWords(
            pairing.criterion_name(one.name),
            formats.number(one.points, language),
            formats.number(one.share, language),
            one.value,
            pairing.criterion_reason(one, board.snapshot.topics),
        )
        for one in assessment.criteria
    )
    # Of a formed pair each warning is ticked as read.
    notes = _pair_notes(board, pair) if pair is not None else [Note(pairing.warning_sentence(code)) for code in assessment.warnings]
    read = frozenset(pair.warnings_read) if pair is not None else frozenset[str]()
    codes = assessment.warnings if pair is not None else ()
    warnings = tuple(WarningWords(code, pairing.warning_sentence(code), code in read) for code in codes)
    mentor = _shown(board, couple.mentor_id, pair is not None and pair.mentor_answer is Answer.YES)
    mentee = _shown(board, couple.mentee_id, pair is not None and pair.mentee_answer is Answer.YES)
    return Judged(mentor, mentee, assessment, criteria, tuple(notes), *foot, warnings)


def _shown(board: Board, person_id: PersonId, said_yes: bool) -> Shown:
    person, site = board.person(person_id), board.snapshot.site_of(person_id)
    second = " \u00b7 ".join(part for part in (person.department, site.name if site else "") if part)
    return Shown(person.short_name, second, person.initials, board.role(person_id), said_yes)


def _pair_notes(board: Board, pair: Pair) -> list[Note]:
    notes: list[Note] = []
    block = board.block(pair)
    if block is not None:
        if block.forcible:
            words = _("{block}: it was possible when the pair was formed. Look whether it still works.")
            notes.append(Note(words.format(block=board.block_words(block))))
        else:
            notes.append(Note(_stopped_words(pair.state).format(block=board.block_words(block)), "ban", "danger"))
    if pair.forced is not None:
        rules = formats.joined([pairing.block(rule) for rule in pair.forced.blocks], current())
        notes.append(Note(_("Forced ({rules}): {reason}").format(rules=rules, reason=pair.forced.reason)))
    return notes


def _stopped_words(state: PairState) -> str:
    if state in {PairState.PROPOSED, PairState.CONSULTING}:
        return _("{block}: this pair cannot go on. Undo it.")
    return _("{block}: these two should not go on as a pair. End it early.")


def _pair_foot(board: Board, pair: Pair) -> tuple[str, str, str, str]:
    if pair.state is PairState.PROPOSED:
        locked = _("Fixed: nothing automatic changes it.") if pair.locked else _("Not fixed: completing automatically may change it.")
        return _("Proposed, not asked yet"), locked, "circle-dashed", "text2"
    if pair.state is PairState.CONSULTING:
        return _("In consultation"), answers_until_now(board.snapshot, pair), "messages-square", "info"
    return pairing_state(pair), _accepted_words(board, pair), "circle-check", "ok"


def pairing_state(pair: Pair) -> str:
    """Return how an accepted pair stands, with its day."""
    if pair.accepted_on is None:
        return _("Accepted by both")
    return _("Accepted on {day}").format(day=formats.day_and_month(pair.accepted_on, current()))


def _accepted_words(board: Board, pair: Pair) -> str:
    now = formats.number(board.judge(Couple(pair.mentor_id, pair.mentee_id)).score, current())
    then = now if pair.accepted_score is None else formats.number(pair.accepted_score, current())
    if then != now:
        return _("That day the compatibility was {then}; today it is {now}.").format(then=then, now=now)
    agreement = board.snapshot.agreement_of(pair.id)
    return _("The agreement has not been prepared yet.") if agreement is None else _("Agreement {number}.").format(number=agreement.number)


def hard_words(block: Block, *, hidden: bool = False) -> str:
    """Return what to do about a rule that cannot be passed over, or why it stands; of an incompatibility nothing with hidden names."""
    if hidden and block is Block.EXCLUSION:
        return ""
    sentences = {
        Block.EXCLUSION: _("It was noted that these two must not be paired."),
        Block.BOSS: _("Nobody is paired with their direct boss or report."),
        Block.DRAFT: _("Complete the enrolment first."),
        Block.NO_NOTICE: _("Give them the data protection notice first, and note its date."),
        Block.WITHDRAWN: _("Bring the person back into the edition first."),
        Block.NOT_ENROLLED: _("Enrol the person in this edition first."),
    }
    return sentences.get(block, "")
