# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Which actions can be done now, and in which words."""

from collections.abc import Mapping, Sequence

from revmentor_desktop.domain.pairs import Block, PairState
from revmentor_desktop.i18n import _, context, plural
from revmentor_desktop.ui.pairs.board import Board, Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.drag import half_of
from revmentor_desktop.ui.pairs.pair_rows import PairRow
from revmentor_desktop.ui.widgets.actions import Action

Actions = Mapping[str, Action]


def enable_possible(actions: Actions, board: Board, choice: Choice) -> None:
    """Set the actions that concern a person and a possible partner."""
    partner = choice.partner(board)
    blocks = partner.blocks if partner else ()
    forcible = bool(blocks) and all(block.forcible for block in blocks)
    actions["pair"].setEnabled(partner is not None and (not blocks or forcible))
    actions["force"].setEnabled(forcible)
    actions["reason"].setEnabled(Block.EXCLUSION in blocks)
    actions["hours"].setEnabled(choice.couple(board) is not None)
    actions["form"].setEnabled(choice.person_id is not None)
    actions["clear"].setEnabled(choice.person_id is not None or choice.pair_id is not None)
    actions["why"].setEnabled(choice.couple(board) is not None or choice.person_id is not None)


def enable_pairs(actions: Actions, board: Board, choice: Choice, rows: Sequence[PairRow]) -> None:
    """Set the actions that concern the selected pairs."""
    pair = choice.pair(board)
    state = pair.state if pair else None
    one = len(rows) <= 1
    advancing = [row for row in rows if row.open_to_answers and not row.stopped]
    proposals = [row for row in advancing if row.state is PairState.PROPOSED]
    open_ones = advancing
    actions["consult"].setEnabled(bool(proposals))
    actions["consult"].set_label(
        _("Consult") if one else plural("Consult {n} pair", "Consult {n} pairs", len(proposals)).format(n=len(proposals))
    )
    actions["accept"].setEnabled(bool(open_ones))
    text = plural("Note that {n} pair accepts", "Note that {n} pairs accept", len(open_ones)).format(n=len(open_ones))
    actions["accept"].set_label(_("Note that both accept") if one else text)
    actions["lock"].setEnabled(one and state is PairState.PROPOSED)
    actions["lock"].set_label(context("pair", "Release") if pair is not None and pair.locked else context("pair", "Fix"))
    actions["goals"].setEnabled(one and pair is not None)
    actions["agreement"].setEnabled(one and state is not None and state.has_sessions)
    actions["withdraw"].setEnabled(one and state is PairState.CONSULTING)
    block = board.block(pair) if pair is not None else None
    stopped = state is PairState.CONSULTING and block is not None and not block.forcible
    actions["unpair"].setEnabled(one and (state is PairState.PROPOSED or stopped))
    for key, side in (("swap_mentor", Side.TEACH), ("swap_mentee", Side.LEARN)):
        actions[key].setEnabled(one and state is PairState.PROPOSED)
        if pair is not None:
            actions[key].set_label(_("Change {name} for…").format(name=board.person(half_of(pair, side)).first_name))
    actions["letters"].setEnabled(any(row.state is PairState.CONSULTING for row in rows))
    running = one and state is not None and state.has_sessions
    for key in ("completed", "end_early"):
        actions[key].setEnabled(running)
    actions["pause"].setEnabled(running and state is not PairState.PAUSED)
    actions["resume"].setEnabled(running and state is PairState.PAUSED)
    over = choice.over(board)
    free = {*board.free(Side.TEACH), *board.free(Side.LEARN)}
    actions["again"].setEnabled(one and over is not None and not free.isdisjoint((over.mentor_id, over.mentee_id)))


NAMED = ("complete", "compare", "print", "reason", "letters", "goals")
"""What shows, prints, saves or writes what is made of names or is private to somebody."""


def hold_named(actions: Actions, board: Board) -> None:
    """While names are hidden, let nothing be done that is made of them."""
    if board.snapshot.hidden:
        for key in NAMED:
            actions[key].setEnabled(False)


def foot_of(actions: Actions, board: Board, choice: Choice) -> tuple[str, ...]:
    """Return the actions that stand in the foot of the preview besides the hours: the next step, and no other."""
    pair = choice.pair(board)
    if pair is None:
        # What can never be a pair has no button for it: the words beside say why.
        return tuple(key for key in ("force", "reason", "pair") if actions[key].isEnabled())[:1]
    block = board.block(pair)
    stopped = block is not None and not block.forcible
    if pair.state is PairState.PROPOSED:
        return ("unpair",) if stopped else ("consult",)
    if pair.state is PairState.CONSULTING:
        return ("unpair",) if stopped else ("accept",)
    if stopped:
        return ("end_early",)
    return ("resume",) if pair.state is PairState.PAUSED else ("agreement",)
