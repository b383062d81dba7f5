# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done when something dragged was let go: the same actions as by key, and explanations where the rules say no."""

from revmentor_desktop.domain.pairs import Block, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import swapping
from revmentor_desktop.programme.swapping import Swap, SwapSide
from revmentor_desktop.ui.pairs.board import Couple
from revmentor_desktop.ui.pairs.choice import Choice
from revmentor_desktop.ui.pairs.drag import Carried, Deed, Landing, swap_side
from revmentor_desktop.ui.pairs.judged import hard_words, names_of
from revmentor_desktop.ui.pairs.page import BoardPage
from revmentor_desktop.ui.widgets.dialog import Question, ask, tell


class Deeds:
    """Does on a page what landings say."""

    def __init__(self, page: BoardPage) -> None:
        self._page = page

    def do(self, carried: Carried, landing: Landing) -> None:
        """Do what letting go there does, or explain why nothing is done."""
        does = {
            Deed.PAIR: self._pair,
            Deed.FORCE: self._offer_force,
            Deed.REFUSE: self._refuse,
            Deed.UNPAIR: self._unpair,
            Deed.SWAP: self._swap,
            Deed.WITHDRAW: self._offer_withdraw,
            Deed.END: self._offer_end,
            Deed.GONE: self._say_gone,
        }
        does[landing.deed](carried, landing)

    # On a person

    def _pair(self, carried: Carried, landing: Landing) -> None:
        if landing.couple is not None:
            self._look_at(carried, landing.couple)
            self._page.commands["pair"].trigger()

    def _offer_force(self, carried: Carried, landing: Landing) -> None:
        couple = landing.couple
        if couple is None:
            return
        self._look_at(carried, couple)
        text = f"{self._rules(landing.blocks)} " + _("You may force it with a reason, and it stays noted.")
        if ask(self._page.theme, self._page, Question(self._cannot(couple), text, _("Leave it"), _("Force…"))):
            self._page.commands["force"].trigger()

    def _refuse(self, carried: Carried, landing: Landing) -> None:
        if landing.couple is None:
            # The programme refuses it, and that is said.
            self._swap(carried, landing)
            return
        if landing.swap is not None:
            self._explain_swap(landing)
            return
        self._look_at(carried, landing.couple)
        # Of everything against it only what cannot be forced: the rest would not matter.
        hard = next(block for block in landing.blocks if not block.forcible)
        # Of an incompatibility no more than that it was noted.
        more = "" if hard is Block.EXCLUSION else hard_words(hard)
        tell(self._page.theme, self._page, self._cannot(landing.couple), f"{self._rules((hard,))} {more}".strip(), _("Close"))

    def _look_at(self, carried: Carried, couple: Couple) -> None:
        other = couple.mentee_id if carried.person_id == couple.mentor_id else couple.mentor_id
        self._page.choose(Choice(carried.side, carried.person_id, other))

    def _rules(self, blocks: tuple[Block, ...]) -> str:
        return " ".join(f"{self._page.seen.block_words(block)}." for block in blocks)

    def _cannot(self, couple: Couple) -> str:
        return _("{names} cannot be a pair").format(names=names_of(self._page.seen, couple))

    # Out of a pair

    def _unpair(self, carried: Carried, landing: Landing) -> None:
        pair = self._page.seen.pair(landing.pair_id) if landing.pair_id else None
        if pair is None:
            self._say_gone(carried, landing)
            return
        self._page.desk.unpair(pair)
        self._page.take_snapshot()
        # Who was taken out is looked at next, with whom else they could be.
        self._page.choose(Choice(carried.side, carried.person_id).still_true(self._page.seen))

    def _offer_withdraw(self, carried: Carried, landing: Landing) -> None:
        names = self._choose_pair(landing)
        title = _("{names} are being consulted").format(names=names)
        text = _("From the consultation on, a pair counts as fixed. Taken back, it is a proposal again, without answers, and can be moved.")
        if ask(self._page.theme, self._page, Question(title, text, _("Leave it as it is"), _("Take the consultation back"))):
            self._page.commands["withdraw"].trigger()

    def _offer_end(self, carried: Carried, landing: Landing) -> None:
        names = self._choose_pair(landing)
        if carried.pair_id == landing.pair_id:
            # The question that follows says everything.
            self._page.commands["end_early"].trigger()
            return
        title = _("{names} have accepted").format(names=names)
        text = _("An accepted pair does not change by dragging. It can be ended early: held sessions and papers stay.")
        if ask(self._page.theme, self._page, Question(title, text, _("Leave it as it is"), _("End early…"))):
            self._page.commands["end_early"].trigger()

    def _choose_pair(self, landing: Landing) -> str:
        pair = self._page.seen.pair(landing.pair_id) if landing.pair_id else None
        if pair is None:
            return ""
        self._page.choose(Choice(pair_id=pair.id))
        return names_of(self._page.seen, Couple(pair.mentor_id, pair.mentee_id))

    # Into another pair

    def _swap(self, carried: Carried, landing: Landing) -> None:
        if landing.pair_id is not None:
            swap_in(self._page, carried.person_id, landing.pair_id, carried.pair_id, swap_side(carried.side))

    def _explain_swap(self, landing: Landing) -> None:
        if landing.couple is None:
            return
        hard = tuple(block for block in landing.blocks if not block.forcible)
        text = self._rules(hard[:1] or landing.blocks)
        if not hard:
            text += " " + _("A pair is forced by itself: undo the pairs first, then drag one person onto the other.")
        tell(self._page.theme, self._page, self._cannot(landing.couple), f"{text} " + _("Nothing was changed."), _("Close"))

    # What changed meanwhile

    def _say_gone(self, carried: Carried, landing: Landing) -> None:
        del landing
        board = self._page.seen
        person = board.snapshot.people.get(carried.person_id)
        if person is None:
            text = _("Whoever you were dragging is no longer in the programme. Nothing was changed.")
        elif carried.pair_id is not None:
            text = _("The pair of {name} changed while you were dragging. Nothing else was changed.").format(name=person.first_name)
        else:
            text = _("{name} can no longer be paired: that changed while you were dragging.").format(name=person.first_name)
        self._page.choose(self._page.choice.still_true(board))
        self._page.toast.emit(text, None)


def column_hint(state: PairState) -> str:
    """Return what letting one of a pair go in a column does, as the columns say it."""
    if state is PairState.PROPOSED:
        return _("Drop here to undo the pair")
    return _("Drop here to take the consultation back") if state is PairState.CONSULTING else _("Drop here to end the pair early")


def drop_words(deed: Deed) -> str:
    """Return what letting go now does, as the preview says it; empty: nothing."""
    words = {
        Deed.PAIR: _("Drop to pair up"),
        Deed.FORCE: _("Drop to see why not"),
        Deed.REFUSE: _("Drop to see why not"),
        Deed.UNPAIR: _("Drop to undo the pair"),
        Deed.SWAP: _("Drop to swap"),
        Deed.WITHDRAW: _("Drop to take the consultation back"),
        Deed.END: _("Drop to end the pair early"),
    }
    return words.get(deed, "")


def swap_in(page: BoardPage, person_id: PersonId, pair_id: PairId, leaving: PairId | None, side: SwapSide) -> Swap | None:
    """Put somebody in the place of the half of that side of a proposal (see `swapping.swap`), and say so; ``None``: refused, and said."""
    desk = page.desk
    done = desk.tried(lambda: swapping.swap(page.bridge.workspace, person_id, pair_id, leaving, side))
    if done is None:
        return None
    page.take_snapshot()
    page.board.list.reveal(pair_id)
    page.choose(Choice(pair_id=pair_id))
    names = "; ".join(desk.names(page.seen.snapshot.pair(one.pair_id)) for one in done.pairs)
    desk.say(_("Swapped: {pairs}").format(pairs=names))
    return done
