# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Shows a board and what is chosen on it: the heads and lists of the columns, the preview, the list of pairs."""

from functools import partial

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.ui.pairs.alone_words import alone_words
from revmentor_desktop.ui.pairs.board import Board, Side
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.items import Item, fit_items, people_items
from revmentor_desktop.ui.pairs.judged import judged_pair, judged_partner
from revmentor_desktop.ui.pairs.layout import BoardLayout
from revmentor_desktop.ui.pairs.over import over_words
from revmentor_desktop.ui.pairs.pair_rows import rows_of
from revmentor_desktop.ui.widgets.held import is_held


def show_columns(layout: BoardLayout, board: Board, choice: Choice) -> None:
    """Show both columns: of whoever is chosen the opposite one holds the suggestions."""
    looks_for = choice.person_id is not None and not choice.waiting(board)
    layout.set_suggesting(choice.side.opposite if looks_for else Side.LEARN)
    for side, column in layout.columns.items():
        suggests = looks_for and side is choice.side.opposite
        if suggests and choice.person_id is not None:
            items = _suggestions(board, choice.side, choice.person_id)
            title = _("They fit with {name}").format(name=board.person(choice.person_id).first_name)
            empty = "" if board.fits(choice.side, choice.person_id).possible else _("Nobody can be a pair now.")
            hint = "" if empty else _("From more to less compatibility")
            column.say(title, "", hint, closes=True)
            column.show_items(items, choice.partner_id, empty)
            continue
        items = board.once(("people", side, board.findings.stage_of_reasons()), partial(people_items, board, side))
        number, drags = len(board.free(side)), looks_for and not is_held(column.view)
        todo = _("Drag to a person, or choose one") if drags else _("Choose somebody to see who fits")
        title = context("column", "Can teach") if side is Side.TEACH else context("column", "Want to learn")
        column.say(title, str(number), todo if number else "", closes=False)
        chosen = choice.person_id if side is choice.side else None
        column.show_items(items, chosen, _empty_column(board, side, items))


def _suggestions(board: Board, side: Side, person_id: PersonId) -> tuple[Item, ...]:
    stage = board.findings.stage_of_costs(person_id)
    return board.once(("suggestions", side, person_id, stage), partial(fit_items, board, side, person_id))


def show_pairs(layout: BoardLayout, board: Board, choice: Choice) -> None:
    """Show the formed pairs."""
    layout.list.show_rows(board.once("rows", partial(rows_of, board)), choice.pair_id)


def show_preview(layout: BoardLayout, board: Board, choice: Choice) -> None:
    """Show the two people that are looked at, or a sentence of why there are none."""
    pair, partner, couple = choice.pair(board), choice.partner(board), choice.couple(board)
    if pair is not None:
        layout.preview.show_judged(judged_pair(board, pair))
    elif partner is not None and couple is not None:
        layout.preview.show_judged(judged_partner(board, couple, partner))
    elif (over := choice.over(board)) is not None:
        layout.preview.show_sentence(*over_words(board.snapshot, over), way_out=True)
    elif choice.person_id is not None:
        layout.preview.show_alone(alone_words(board, choice.side, choice.person_id, waiting=choice.waiting(board)))
    else:
        layout.preview.show_sentence(*_nobody_chosen(board))


def state_line(board: Board) -> str:
    """Return the line below the title, in numbers."""
    formed = len(board.snapshot.living_pairs)
    alone = len(board.free(Side.LEARN)) + sum(board.role(person_id) is Role.MENTEE for person_id in board.not_ready(Side.LEARN))
    parts = [plural("{n} formed", "{n} formed", formed).format(n=formed)]
    if alone:
        parts.append(plural("{n} person still to pair", "{n} people still to pair", alone).format(n=alone))
    mean = board.mean()
    if mean is not None:
        parts.append(_("mean compatibility {n} of 100").format(n=formats.number(mean, current())))
    return " \u00b7 ".join(parts)


def _nobody_chosen(board: Board) -> tuple[str, str]:
    teachers, learners = board.free(Side.TEACH), board.free(Side.LEARN)
    if not board.snapshot.living_pairs and not (teachers and learners):
        return _("Pairing needs at least one person who teaches and another who learns."), _("Add them in People.")
    if not learners:
        return _("Everybody who wants to learn has a pair"), _("Choose a pair below to see why they fit.")
    if not teachers:
        return _("Nobody who teaches has a place left"), _("Choose a pair below to see why they fit.")
    return _("Who fits with whom?"), _("Choose somebody at the left or the right, and see who fits best and why.")


def _empty_column(board: Board, side: Side, items: tuple[Item, ...]) -> str:
    if board.free(side) or (items and board.snapshot.living_pairs):
        return ""
    if side is Side.TEACH:
        return _("Nobody who teaches is free.")
    return _("Nobody is waiting to learn.")
