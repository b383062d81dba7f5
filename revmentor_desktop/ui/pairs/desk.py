# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done with formed pairs: each deed is one action of the programme, and one notice with its undo."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.pairs import Completion
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import DOCUMENTS
from revmentor_desktop.ui.pairs.board import Board, Couple
from revmentor_desktop.ui.text_drafts import GoalsDraft
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask
from revmentor_desktop.ui.widgets.goals_dialog import Aim, GoalsDialog
from revmentor_desktop.ui.words import errors

Result = TypeVar("Result")


class Desk(QObject):
    """``said(text, action)``: a notice, with the action of its button or ``None``. ``go(place, target)`` leads to another screen."""

    said = Signal(str, object)
    go = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._bridge, self._clock, self._page = theme, bridge, clock, page
        self._workspace = bridge.workspace
        self._unpair = QAction(_("Undo"), self)
        self._unpair.triggered.connect(self._unpair_newest)
        self._prepare = QAction(_("Prepare agreement"), self)
        self._prepare.triggered.connect(self._go_to_agreement)

    # Forming

    def pair_up(self, couple: Couple, forced: Forced | None = None) -> PairId | None:
        """Form a pair. Returns ``None`` when it was refused, which has been said."""
        pair_id = self._tried(lambda: pairs.make_pair(self._workspace, couple.mentor_id, couple.mentee_id, forced))
        if pair_id is None:
            return None
        self._unpair.setData(pair_id)
        text = _("Pair formed: {names}").format(names=self._names(self._workspace.snapshot().pair(pair_id)))
        self.said.emit(text, self._bridge.undo_action or self._unpair)
        return pair_id

    def use(self, completion: Completion) -> None:
        """Take a proposal over."""
        if self._did(lambda: pairs.use_completion(self._workspace, completion)):
            added = sum(one.kept is None for one in completion.new)
            self._say(plural("{n} new pair, as a proposal", "{n} new pairs, as proposals", added).format(n=added))

    def unpair(self, pair: Pair) -> None:
        """Undo a proposal."""
        if self._did(lambda: pairs.unpair(self._workspace, pair.id)):
            self._say(_("Pair undone: {names}").format(names=self._names(pair)))

    # Consulting

    def consult(self, pair_ids: Sequence[PairId]) -> None:
        """Start asking both people of each pair."""
        if pair_ids and self._did(lambda: pairs.consult(self._workspace, pair_ids)):
            self._say(plural("{n} pair in consultation", "{n} pairs in consultation", len(pair_ids)).format(n=len(pair_ids)))

    def withdraw(self, pair: Pair) -> None:
        """Take a consultation back."""
        if self._did(lambda: pairs.stop_consulting(self._workspace, pair.id)):
            self._say(_("{names} are a proposal again").format(names=self._names(pair)))

    def note(self, pair: Pair, person_id: PersonId, said: Answer) -> None:
        """Note what one of the two said."""
        state = self._tried(lambda: pairs.answer(self._workspace, pair.id, person_id, said, self._clock().date()))
        if state is None:
            return
        people = self._workspace.snapshot().people
        names = {"name": people[person_id].first_name, "names": self._names(pair)}
        other = pair.mentee_id if person_id == pair.mentor_id else pair.mentor_id
        if state is PairState.ACCEPTED:
            self._say_accepted(pair)
        elif state is PairState.DECLINED:
            self._say(_("{names} do not go on as a pair; both are free again").format(**names))
        elif said is Answer.YES:
            self._say(_("{name} accepts; {other} has not answered yet").format(name=names["name"], other=people[other].first_name))
        else:
            self._say(_("Noted: no answer yet from {name}").format(**names))

    def accept(self, pair_ids: Sequence[PairId]) -> None:
        """Note the yes of both people of each pair."""
        chosen = [self._workspace.snapshot().pair(pair_id) for pair_id in pair_ids]
        if not chosen or not self._did(lambda: pairs.accept_both(self._workspace, pair_ids, self._clock().date())):
            return
        if len(chosen) == 1:
            self._say_accepted(chosen[0])
        else:
            self._say(plural("{n} pair accepted", "{n} pairs accepted", len(chosen)).format(n=len(chosen)))

    # The rest of a pair's life

    def set_locked(self, pair: Pair, locked: bool) -> None:
        """Fix a pair, or release it."""
        if self._did(lambda: pairs.set_locked(self._workspace, pair.id, locked)):
            text = _("Fixed: {names}") if locked else _("Released: {names}")
            self._say(text.format(names=self._names(pair)))

    def end_early(self, pair: Pair) -> None:
        """End an accepted pair, after saying what that means."""
        sessions = self._workspace.snapshot().sessions_of(pair.id)
        open_ones = sum(one.state in {SessionState.PLANNED, SessionState.POSTPONED} for one in sessions)
        held = sum(one.state is SessionState.HELD for one in sessions)
        parts = [
            plural("{n} planned session is cancelled.", "{n} planned sessions are cancelled.", open_ones).format(n=open_ones)
            if open_ones
            else "",
            plural("The {n} held session stays.", "The {n} held sessions stay.", held).format(n=held) if held else "",
            _("Nobody has to give a reason, and the papers stay. Both can have another pair."),
        ]
        title = _("End the pair of {names} early?").format(names=self._names(pair))
        question = Question(title, " ".join(part for part in parts if part), _("Keep the pair"), _("End the pair"), danger=True)
        if ask(self._theme, self._page, question) and self._did(lambda: pairs.end_early(self._workspace, pair.id)):
            self._say(_("Pair ended: {names}").format(names=self._names(pair)))

    def edit_goals(self, board: Board, pair: Pair) -> None:
        """Ask for the goals that the agreement prints."""
        mentor, mentee = board.person(pair.mentor_id).first_name, board.person(pair.mentee_id).first_name
        aims = Aim(mentor, pair.mentor_goal), Aim(mentee, pair.mentee_goal)
        dialog = GoalsDialog(self._theme, self._page, self._names(pair), *aims, read_only=self._bridge.read_only)
        GoalsDraft(self._theme, self._workspace, pair.id, dialog)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        mentor, mentee = dialog.mentor_goal(), dialog.mentee_goal()
        dialog.deleteLater()
        if accepted and self._did(lambda: pairs.set_goals(self._workspace, pair.id, mentor, mentee)):
            self._say(_("Goals saved: {names}").format(names=self._names(pair)))

    # Inside

    def _tried(self, deed: Callable[[], Result]) -> Result | None:
        try:
            return deed()
        except (DomainError, StoreError) as error:
            self.said.emit(" ".join(part for part in errors.sentence(error) if part), None)
            return None

    def _did(self, deed: Callable[[], object]) -> bool:
        def done() -> bool:
            deed()
            return True

        return self._tried(done) is True

    def _say(self, text: str) -> None:
        self.said.emit(text, self._bridge.undo_action)

    def _say_accepted(self, pair: Pair) -> None:
        self._prepare.setData(pair.id)
        self.said.emit(_("{names} accept").format(names=self._names(pair)), self._prepare)

    def _names(self, pair: Pair) -> str:
        people = self._workspace.snapshot().people
        return formats.joined([people[pair.mentor_id].first_name, people[pair.mentee_id].first_name], current())

    def _unpair_newest(self) -> None:
        pair_id = self._unpair.data()
        if any(pair.id == pair_id for pair in self._workspace.snapshot().pairs):
            self._did(lambda: pairs.unpair(self._workspace, pair_id))

    def _go_to_agreement(self) -> None:
        self.go.emit(DOCUMENTS, ("pair", self._prepare.data()))
