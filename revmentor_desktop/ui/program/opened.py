# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""An open file with its window: what the window says around the screens, undo and redo, and what went wrong with the file."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.i18n import _, formats
from revmentor_desktop.programme import file_notes
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.home import counts_of
from revmentor_desktop.programme.workspace import ActionName, Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.change_places import place_of
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from revmentor_desktop.ui.half_typed import HalfTyped
from revmentor_desktop.ui.locking.proposal import PasswordProposal, ProposalFacts
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, PAIRS, PEOPLE
from revmentor_desktop.ui.place_notice import PlaceNotice
from revmentor_desktop.ui.screens import makers
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.undo_keys import UndoKeys
from revmentor_desktop.ui.words import action_names, errors, viewing

Clock = Callable[[], datetime]
LOOK_MILLISECONDS = 5_000
"""Between two looks at whether the file still lies where it was opened."""
_WORLD = frozenset({"busy", "full", "io", "missing", "moved", "permission", "read_only"})
"""What another place for the file would mend."""


class Kind(Enum):
    """What an open file is to the person: their own, the example, one in a window beside it to look at, or a copy for pictures."""

    OWN = "own"
    EXAMPLE = "example"
    VIEWED = "viewed"
    TOUR = "tour"


class OpenProgramme(QObject):
    """An open file with its window. ``close`` lets go of both.

    ``asked(key, target)``: a screen asks the program for something (`navigation`); ``password_asked``, ``move_asked``: a notice does.
    """

    asked = Signal(str, object)
    password_asked = Signal()
    move_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        clock: Clock,
        parent: QObject | None = None,
        *,
        kind: Kind = Kind.OWN,
        copies: Path | None = None,
    ) -> None:
        """``copies``: where backup copies are made by themselves; without it none are."""
        super().__init__(parent)
        self.workspace, self.kind = workspace, kind
        self.bridge = Bridge(workspace, self)
        self.window = MainWindow(theme, with_history=True)
        self._clock = clock
        self.bridge.undo_action = self.window.undo_action
        UndoKeys(self.window)
        self.window.set_search(self.bridge.snapshot)
        self.window.cover.shown = self.bridge.shown
        self.window.names_hidden.connect(self.bridge.hide_names)
        self.keeper = CopyKeeper(self.bridge, clock, copies) if copies is not None and not workspace.read_only else None
        if self.keeper is not None:
            workspace.add_precaution(self.keeper.before_risk)
        for key, make in makers(theme, self.bridge, clock).items():
            self.window.add_place(key, make)
        self._proposal, self._place = PasswordProposal(theme), PlaceNotice(theme)
        for notice in (self._place, self._proposal):
            self.window.add_notice(notice)
        self._away = False
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MILLISECONDS)
        self._connect()
        self._show(frozenset())
        self.window.show_example_band(kind is Kind.EXAMPLE)
        if workspace.read_only:
            self.show_why(*viewing.band(workspace.read_only))

    def begin(self) -> None:
        """Start what goes on beside the work, once the window is there: copies, and watching whether the file is still in its place."""
        if self.keeper is not None:
            self.keeper.start()
            told = file_notes.flag(self.workspace.file_uuid, file_notes.CLOUD_TOLD)
            self._place.look(self.workspace.path, already_told=told)
        if not self.workspace.read_only:
            self._watch.start()
        if not self.bridge.hides_names:
            # It names whose form waits.
            HalfTyped(self.workspace, self.window.toast, self.window.show_screen, self).say()

    def close(self) -> None:
        """Stop the work, close the window, make a copy if much changed, then close the file. Raises `StoreError` when the seal fails."""
        self.leave()
        if self.keeper is not None:
            self.keeper.at_close()
        self.let_go()
        self.window.deleteLater()
        self.workspace.close()

    def forsake(self) -> None:
        """Close what has been saved elsewhere, whatever becomes of it."""
        self.let_go()
        self.window.hide()
        self.window.deleteLater()
        with suppress(StoreError):
            self.workspace.close()

    def let_go(self) -> None:
        """Stop the work and listen no longer; the file stays open."""
        if self.keeper is not None:
            self.keeper.stop()
            self.workspace.remove_precaution(self.keeper.before_risk)
        self._watch.stop()
        self.bridge.close()
        self.workspace.remove_trouble_listener(self._take_trouble)

    def keep_typed(self) -> None:
        """Take what is being typed as when its field is left."""
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def show_why(self, text: str, button_text: str) -> None:
        """Say on top why the file is only read."""
        self.window.show_viewing_band(text, button_text, why=self.workspace.read_only)

    def leave(self) -> None:
        """Take the window out of sight; what is being typed in it is taken as when its field is left."""
        self.keep_typed()
        # Screens keep what is half typed when they go out of sight.
        self.window.hide()

    def look(self) -> None:
        """See whether the file still lies where it was opened, and say when it does not, and when it is back."""
        away, self._away = self._away, self.workspace.is_moved()
        if self._away:
            self._take_trouble(StoreError("moved"))
        elif away:
            self._take_trouble(None)

    def _connect(self) -> None:
        self.window.left.connect(self._go)
        self.window.undo_action.triggered.connect(self._undo)
        self.window.redo_action.triggered.connect(self._redo)
        self.bridge.changed.connect(self._show)
        self.workspace.add_trouble_listener(self._take_trouble)
        self._watch.timeout.connect(self.look)
        self.window.edition_chosen.connect(self.workspace.choose_edition)
        self._proposal.accepted.connect(self._propose)
        self._proposal.declined.connect(self._note_proposal)
        self._place.told.connect(self._note_place)
        self._place.move_asked.connect(self.move_asked)

    def _propose(self) -> None:
        self._note_proposal()
        self.password_asked.emit()

    def _note_proposal(self) -> None:
        file_notes.put(self.workspace.file_uuid, file_notes.PASSWORD_PROPOSED, value=True)

    def _note_place(self) -> None:
        file_notes.put(self.workspace.file_uuid, file_notes.CLOUD_TOLD, value=True)

    def _take_trouble(self, error: StoreError | None) -> None:
        """Say on top that nothing can be saved, or that all is well again."""
        if error is None:
            self.window.hide_trouble()
        elif error.code in _WORLD:
            self.window.show_trouble(" ".join(errors.sentence(error)), _("Save it elsewhere…"))

    def _go(self, key: str, target: object) -> None:
        self.asked.emit(key, target)

    def _undo(self) -> None:
        self._take(self.workspace.undo, _("Undone: {name}"))

    def _redo(self) -> None:
        self._take(self.workspace.redo, _("Done again: {name}"))

    def _take(self, step: Callable[[], ActionName | None], words: str) -> None:
        try:
            name = step()
        except StoreError as error:
            self.window.toast(" ".join(errors.sentence(error)), None)
            return
        if name is not None:
            place = place_of(name)
            if place is not None:
                self.window.show_screen(*place)
            self.window.toast(words.format(name=_("the last change") if self.bridge.hides_names else action_names.sentence(name)), None)

    def _show(self, changed: frozenset[str]) -> None:
        """Redraw, and say beside the places what waits there."""
        snapshot = self.workspace.snapshot()
        window, counts = self.window, counts_of(snapshot, self._clock())
        window.refresh(changed)
        window.set_names(snapshot.edition.name, snapshot.firm.name)
        window.sidebar.set_editions([(edition.id, edition.name) for edition in snapshot.editions], snapshot.edition.id)
        window.set_count(PEOPLE, str(counts.enrolled) if counts.enrolled else "")
        window.set_count(PAIRS, str(counts.living_pairs) if counts.living_pairs else "")
        window.set_count(CALENDAR, str(counts.clashes or counts.logs_missing or ""), "danger" if counts.clashes else "warn")
        window.set_count(DOCUMENTS, str(counts.agreements_to_print or ""), "warn")
        self._proposal.consider(
            ProposalFacts(
                people=len(snapshot.people),
                example=self.kind is not Kind.OWN,
                encrypted=self.workspace.encrypted,
                read_only=bool(self.workspace.read_only),
                proposed=file_notes.flag(self.workspace.file_uuid, file_notes.PASSWORD_PROPOSED),
            )
        )
        saved = self.workspace.saved_at
        window.set_saved(_("Saved at {hour}").format(hour=formats.hour(saved)) if saved else _("Everything saved"))
        undo, redo, barrier = self.workspace.next_undo, self.workspace.next_redo, self.workspace.barrier
        window.set_history(
            action_names.sentence(undo) if undo else "",
            action_names.sentence(redo) if redo else "",
            action_names.barrier(barrier) if barrier and not undo else "",
        )
