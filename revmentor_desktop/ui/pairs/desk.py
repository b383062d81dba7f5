# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done with pairs: each deed is one action of the programme, and one notice with its undo."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.domain.pairs import Forced, Pair, PairId
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.pairs import Completion
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.pairs.consulting.consultation import Consultation
from revmentor_desktop.ui.pairs.over import left_words
from revmentor_desktop.ui.text_drafts import GoalsDraft
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask
from revmentor_desktop.ui.widgets.goals_dialog import Aim, GoalsDialog


class Desk(Consultation):
    """Forming pairs, and the rest of a pair's life; `Consultation` asks both people."""

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(theme, bridge, clock, page)
        self._unpair = QAction(_("Undo"), self)
        self._unpair.triggered.connect(self._unpair_newest)

    # Forming

    def pair_up(self, couple: Couple, forced: Forced | None = None) -> PairId | None:
        """Form a pair. Returns ``None`` when it was refused, which has been said."""
        pair_id = self.tried(lambda: pairs.make_pair(self.workspace, couple.mentor_id, couple.mentee_id, forced))
        if pair_id is None:
            return None
        self._unpair.setData(pair_id)
        pair = self.snapshot().pair(pair_id)
        text = _("Pair formed: {names}").format(names=self.names(pair))
        rest = left_words(self.snapshot(), pair)
        self.said.emit(f"{text}. {rest}" if rest else text, self.bridge.undo_action or self._unpair)
        return pair_id

    def use(self, completion: Completion) -> None:
        """Take a proposal over."""
        if self.did(lambda: pairs.use_completion(self.workspace, completion)):
            added = sum(one.kept is None for one in completion.new)
            self.say(plural("{n} new pair, as a proposal", "{n} new pairs, as proposals", added).format(n=added))

    def unpair(self, pair: Pair) -> None:
        """Undo a proposal."""
        if self.did(lambda: pairs.unpair(self.workspace, pair.id)):
            self.say(_("Pair undone: {names}").format(names=self.names(pair)))

    # The rest of a pair's life

    def set_locked(self, pair: Pair, locked: bool) -> None:
        """Fix a pair, or release it."""
        if self.did(lambda: pairs.set_locked(self.workspace, pair.id, locked)):
            text = _("Fixed: {names}") if locked else _("Released: {names}")
            self.say(text.format(names=self.names(pair)))

    def pause(self, pair: Pair) -> None:
        """Let an accepted pair rest."""
        if self.did(lambda: pairs.pause(self.workspace, pair.id, self.today())):
            self.say(_("Paused: {names}").format(names=self.names(pair)))

    def resume(self, pair: Pair) -> None:
        """Go on with a paused pair."""
        if self.did(lambda: pairs.resume(self.workspace, pair.id)):
            self.say(_("Going on: {names}").format(names=self.names(pair)))

    def complete(self, pair: Pair) -> None:
        """Call a pair completed; sessions that would be cancelled are asked about."""
        open_ones = self._sessions(pair, SessionState.PLANNED, SessionState.POSTPONED)
        if open_ones:
            title = _("Call the pair of {names} completed?").format(names=self.names(pair))
            text = plural("{n} planned session is cancelled.", "{n} planned sessions are cancelled.", open_ones).format(n=open_ones)
            if not ask(self.theme, self.page, Question(title, text, _("Keep the pair"), _("Call it completed"))):
                return
        if self.did(lambda: pairs.complete_pair(self.workspace, pair.id, self.today())):
            self.say(_("Pair completed: {names}").format(names=self.names(pair)))

    def end_early(self, pair: Pair) -> None:
        """End an accepted pair, after saying what that means."""
        open_ones = self._sessions(pair, SessionState.PLANNED, SessionState.POSTPONED)
        held = self._sessions(pair, SessionState.HELD)
        parts = [
            plural("{n} planned session is cancelled.", "{n} planned sessions are cancelled.", open_ones).format(n=open_ones)
            if open_ones
            else "",
            plural("The {n} held session stays.", "The {n} held sessions stay.", held).format(n=held) if held else "",
            _("Nobody has to give a reason, and the papers stay. Both can have another pair."),
        ]
        title = _("End the pair of {names} early?").format(names=self.names(pair))
        question = Question(title, " ".join(part for part in parts if part), _("Keep the pair"), _("End the pair"), danger=True)
        if ask(self.theme, self.page, question) and self.did(lambda: pairs.end_early(self.workspace, pair.id, self.today())):
            text = _("Pair ended: {names}").format(names=self.names(pair))
            rest = left_words(self.snapshot(), self.snapshot().pair(pair.id))
            self.say(f"{text}. {rest}" if rest else text)

    def edit_goals(self, board: Board, pair: Pair) -> None:
        """Ask for the goals that the agreement prints."""
        mentor, mentee = board.person(pair.mentor_id).first_name, board.person(pair.mentee_id).first_name
        aims = Aim(mentor, pair.mentor_goal), Aim(mentee, pair.mentee_goal)
        dialog = GoalsDialog(self.theme, self.page, self.names(pair), *aims, read_only=self.bridge.read_only)
        GoalsDraft(self.theme, self.workspace, pair.id, dialog)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        mentor, mentee = dialog.mentor_goal(), dialog.mentee_goal()
        dialog.deleteLater()
        if accepted and self.did(lambda: pairs.set_goals(self.workspace, pair.id, mentor, mentee)):
            self.say(_("Goals saved: {names}").format(names=self.names(pair)))

    # Inside

    def _sessions(self, pair: Pair, *states: SessionState) -> int:
        return sum(one.state in states for one in self.snapshot().sessions_of(pair.id))

    def _unpair_newest(self) -> None:
        pair_id = self._unpair.data()
        if any(pair.id == pair_id for pair in self.snapshot().pairs):
            self.did(lambda: pairs.unpair(self.workspace, pair_id))
