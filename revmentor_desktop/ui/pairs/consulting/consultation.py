# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Asking both people of pairs, the messages for it, and what they say: one at a time or all in one list."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import letters, pairs
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import DOCUMENTS
from revmentor_desktop.ui.pairs.consulting.answers_dialog import AnswersDialog
from revmentor_desktop.ui.pairs.consulting.asked import Asked, everybody_asked, marked_again
from revmentor_desktop.ui.pairs.consulting.letters_dialog import ChooseFolder, LettersDialog, ask_folder
from revmentor_desktop.ui.pairs.consulting.warnings_dialog import Unread, WarningsDialog
from revmentor_desktop.ui.pairs.deeds import Deeds
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import errors, pairing

Read = Mapping[PairId, frozenset[str]]


class Consultation(Deeds):
    """Each deed is one action of the programme, and one notice. Nobody is accepted over a warning that nobody has read.

    ``choose_folder`` asks where drafts of messages are saved.
    """

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], page: QWidget) -> None:
        super().__init__(theme, bridge, clock, page)
        self.choose_folder: ChooseFolder = ask_folder
        self._prepare = QAction(_("Prepare agreement"), self)
        self._prepare.triggered.connect(self._go_to_agreement)
        self._write = QAction(_("Prepare messages"), self)
        self._write.triggered.connect(self._write_to_asked)
        self._for_later: tuple[Asked, ...] = ()
        self._go_on = QAction(_("Note answers"), self)
        self._go_on.triggered.connect(self.note_all)

    # Asking

    def consult(self, pair_ids: Sequence[PairId]) -> None:
        """Start asking both people of each pair; the notice offers the messages for it."""
        if not pair_ids or not self.did(lambda: pairs.consult(self.workspace, pair_ids, self.today())):
            return
        self._write.setData(tuple(pair_ids))
        text = plural("{n} pair in consultation", "{n} pairs in consultation", len(pair_ids)).format(n=len(pair_ids))
        self.said.emit(text, self._write)

    def withdraw(self, pair: Pair) -> None:
        """Take a consultation back."""
        if self.did(lambda: pairs.stop_consulting(self.workspace, pair.id)):
            self.say(_("{names} are a proposal again").format(names=self.names(pair)))

    def write(self, pair_ids: Sequence[PairId]) -> None:
        """Show the messages to everybody of these pairs who has not answered; they are made of names."""
        if self.bridge.hides_names:
            self.said.emit(_("Show the names first: the messages are made of them."), None)
            return
        open_ones = [pair_id for pair_id in letters.to_ask(self.snapshot()) if pair_id in pair_ids]
        if not open_ones:
            self.said.emit(_("Nobody of these is waiting to be asked"), None)
            return
        dialog = LettersDialog(self.theme, self.page, self.bridge, open_ones, letters.reply_by(self.today()), self.choose_folder)
        dialog.exec()
        dialog.deleteLater()

    # Answers

    def note(self, pair: Pair, person_id: PersonId, said: Answer) -> None:
        """Note what one of the two said."""
        other_said = pair.mentee_answer if person_id == pair.mentor_id else pair.mentor_answer
        both = [pair.id] if said is Answer.YES and other_said is Answer.YES else []
        read = self._read_before(both)
        if read is None:
            return
        ticked = read.get(pair.id, frozenset())
        state = self.tried(lambda: pairs.answer(self.workspace, pair.id, person_id, said, self.today(), ticked))
        if state is not None:
            self._say_noted(pair, person_id, said, state)

    def accept(self, pair_ids: Sequence[PairId]) -> None:
        """Note the yes of both people of each pair."""
        chosen = [self.snapshot().pair(pair_id) for pair_id in pair_ids]
        read = self._read_before(pair_ids)
        if not chosen or read is None or not self.did(lambda: pairs.accept_both(self.workspace, pair_ids, self.today(), read)):
            return
        if len(chosen) == 1:
            self._say_accepted(chosen[0])
        else:
            self.say(plural("{n} pair accepted", "{n} pairs accepted", len(chosen)).format(n=len(chosen)))

    def note_all(self) -> None:
        """Show everybody who was asked, and note what is marked there in one action."""
        dialog = AnswersDialog(self.theme, self.page, marked_again(everybody_asked(self.snapshot()), self._for_later))
        self._for_later = ()
        while dialog.exec() == QDialog.DialogCode.Accepted:
            # What was marked stays, until it could be noted.
            read = self._read_before(dialog.accepted_pairs())
            if read is not None and self._noted_all(dialog, read):
                break
        else:
            self._leave_for_later(tuple(row for row in dialog.view.asked.rows if row.changed))
        dialog.deleteLater()

    def read_warning(self, pair_id: PairId, code: str) -> None:
        """Keep that a warning of a pair was read."""
        self.did(lambda: pairs.read_warnings(self.workspace, pair_id, (code,)))

    # Inside

    def _read_before(self, pair_ids: Sequence[PairId]) -> Read | None:
        """Have the unread warnings of pairs ticked before they are accepted; ``None`` when they are not."""
        snapshot = self.snapshot()
        left = [(pair, pairs.unread(snapshot, pair)) for pair in (snapshot.pair(pair_id) for pair_id in pair_ids)]
        shown = [
            Unread(pair.id, _in_full(snapshot, pair), tuple((code, pairing.warning_sentence(code)) for code in codes))
            for pair, codes in left
            if codes and not self._stopped(pair)
        ]
        if not shown:
            return {}
        dialog = WarningsDialog(self.theme, self.page, shown)
        ticked = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.read() if ticked else None

    def _stopped(self, pair: Pair) -> bool:
        """Tell whether a pair can't go on anyway, so that nobody is asked to read its warnings."""
        block = pairs.block_of(self.snapshot(), pair)
        return block is not None and not block.forcible

    def _leave_for_later(self, rows: tuple[Asked, ...]) -> None:
        self._for_later = rows
        if rows:
            text = plural("{n} answer marked, not noted yet", "{n} answers marked, not noted yet", len(rows)).format(n=len(rows))
            self.said.emit(text, self._go_on)

    def _noted_all(self, dialog: AnswersDialog, read: Read) -> bool:
        said = dialog.said()
        try:
            states = pairs.note_answers(self.workspace, said, self.today(), read)
        except (DomainError, StoreError) as error:
            dialog.say_refused(*(self.bridge.shown(part) for part in errors.sentence(error)))
            return False
        accepted = sum(state is PairState.ACCEPTED for state in states.values())
        text = plural("{n} answer noted", "{n} answers noted", len(said)).format(n=len(said))
        more = plural("{n} pair accepted", "{n} pairs accepted", accepted).format(n=accepted) if accepted else ""
        self.say(" \u00b7 ".join(part for part in (text, more) if part))
        return True

    def _say_noted(self, pair: Pair, person_id: PersonId, said: Answer, state: PairState) -> None:
        people = self.snapshot().people
        names = {"name": people[person_id].first_name, "names": self.names(pair)}
        other = pair.mentee_id if person_id == pair.mentor_id else pair.mentor_id
        if state is PairState.ACCEPTED:
            self._say_accepted(pair)
        elif state is PairState.DECLINED:
            self.say(_("{names} do not go on as a pair; both are free again").format(**names))
        elif said is Answer.YES:
            self.say(_("{name} accepts; {other} has not answered yet").format(name=names["name"], other=people[other].first_name))
        else:
            self.say(_("Noted: no answer yet from {name}").format(**names))

    def _say_accepted(self, pair: Pair) -> None:
        self._prepare.setData(pair.id)
        self.said.emit(_("{names} accept").format(names=self.names(pair)), self._prepare)

    def _go_to_agreement(self) -> None:
        self.go.emit(DOCUMENTS, ("pair", self._prepare.data()))

    def _write_to_asked(self) -> None:
        self.write(self._write.data())


def _in_full(snapshot: Snapshot, pair: Pair) -> str:
    """Return both names with their surnames: in a list of many pairs several share their first names."""
    return formats.joined([snapshot.people[one].short_name for one in (pair.mentor_id, pair.mentee_id)], current())
