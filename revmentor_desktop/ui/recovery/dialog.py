# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The dialog about a damaged file: its newest sound copy and what can be salvaged, side by side; the person chooses.

It looks and works beside the window and says how far it is. The damaged file is kept whatever is chosen.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import recovery
from revmentor_desktop.programme.copy_names import free_name
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.files import Secret
from revmentor_desktop.programme.recovery import Options, Recovered, SoundCopy
from revmentor_desktop.ui.background import Job, Progress, Runner
from revmentor_desktop.ui.locking.attempts import Attempts
from revmentor_desktop.ui.locking.dialogs import AskPasswordDialog
from revmentor_desktop.ui.recovery import words
from revmentor_desktop.ui.recovery.option_card import OptionCard, wrapped
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.checks import CheckBox
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.progress import ProgressStrip
from revmentor_desktop.ui.words import errors

Clock = Callable[[], datetime]
ChooseCopy = Callable[[QWidget, Path], Path | None]
"""Asks the person for a copy, beginning in a folder; ``None``: not now."""


class Way(Enum):
    """What the person chose."""

    COPY = "copy"
    SALVAGED = "salvaged"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Damaged:
    """The damaged file, its password if it has one, and the folder of copies (None: the program's own)."""

    path: Path
    password: Secret | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer. ``recovered`` is the file to open now and where the damaged one lies; None for looking at the damaged one."""

    way: Way
    recovered: Recovered | None = None


def ask_copy(parent: QWidget, folder: Path) -> Path | None:
    """Open the system's choice of a file."""
    name, _filter = QFileDialog.getOpenFileName(parent, _("Look for a copy"), str(folder), _("Programmes of RevMentor") + " (*.revmentor)")
    return Path(name) if name else None


class RecoveryDialog(Dialog):
    """Looks at the damaged file when it is shown first. After ``accepted``, `choice` says what was chosen; it has been done then."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, damaged: Damaged, runner: Runner, clock: Clock, choose_copy: ChooseCopy = ask_copy
    ) -> None:
        super().__init__(theme, parent, _("This file is damaged"), safe=_("Close"), width=780)
        self.choice: Choice | None = None
        self.options: Options | None = None
        self._damaged, self._runner, self._clock, self._choose_copy = damaged, runner, clock, choose_copy
        self._job: Job | None = None
        self._attempts = Attempts()
        self._begun = clock()
        self._found = wrapped(theme, _("“{name}” has not been changed.").format(name=damaged.path.name), "table")
        self._refusal = Banner(theme, "danger", "")
        self.progress = ProgressStrip(theme, "")
        self._cards = QWidget()
        self.copy_card = OptionCard(theme, _("The last sound copy"), "history")
        self.salvage_card = OptionCard(theme, _("What can be salvaged"), "list-filter")
        self.beside = CheckBox(theme, _("Leave it where it is and recover into a new file beside it"))
        self._kept = wrapped(theme, "", "caption")
        self.view = Button(theme, _("Open to consult only"), "eye")
        self.search = Button(theme, _("Look for a copy…"), "folder-open")
        self._fill()
        self._connect()
        self._look()

    @override
    def reject(self) -> None:
        """Close; while something is being made, stop it first and stay."""
        if self._job is not None:
            self._job.cancel()
            if self.options is not None:
                return
        super().reject()

    @Slot()
    def choose_copy_of_theirs(self) -> None:
        """Let the person show a copy that lies elsewhere, and look at it."""
        chosen = self._choose_copy(self, self._damaged.path.parent)
        if chosen is not None:
            known, password = self.options, self._damaged.password
            self._run(_("Looking at the copy"), lambda _progress: recovery.sound_copy(chosen, password, known), self._take_copy)

    @Slot()
    def look_at_it(self) -> None:
        """Choose to look at the damaged file."""
        self.choice = Choice(Way.VIEW)
        self.accept()

    @Slot()
    def recover_copy(self) -> None:
        """Go back to the copy; ask first for the password without which none can be read."""
        copy = self.options.copy if self.options is not None else None
        if copy is None:
            self._unlock()
            return
        path, now, password, target = self._damaged.path, self._clock(), self._damaged.password, self._target()
        self._run(
            _("Going back to the copy"),
            lambda _progress: Choice(Way.COPY, recovery.use_copy(path, copy, now, password=password, target=target)),
            self._take_choice,
        )

    @Slot()
    def recover_salvaged(self) -> None:
        """Go on with what can be salvaged."""
        copy = self.options.copy if self.options is not None else None
        lender = None if copy is None or copy.related is False else copy
        path, now, password, target = self._damaged.path, self._clock(), self._damaged.password, self._target()

        def work(progress: Progress) -> Choice:
            watch = _watch(progress)
            made = recovery.use_salvaged(path, now, password=password, copy=lender, target=target, watch=watch)
            return Choice(Way.SALVAGED, made)

        self._run(_("Salvaging what can be read"), work, self._take_choice)

    @property
    def password(self) -> Secret | None:
        """What opens the file and its copies, as far as it is known now."""
        return self._damaged.password

    def _unlock(self) -> None:
        damaged = self._damaged
        dialog = AskPasswordDialog(self.theme, self, damaged.path.stem, title=_("Password of the copies"))
        dialog.submitted.connect(partial(self._take_password, dialog))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._look()

    def _take_password(self, dialog: AskPasswordDialog, secret: str) -> None:
        if recovery.opens_copies(self._damaged.path, secret, self._damaged.folder):
            self._damaged = replace(self._damaged, password=secret)
            dialog.accept()
        else:
            dialog.show_wrong(self._attempts.wrong(self._damaged.path))

    def is_busy(self) -> bool:
        """Whether something is being looked at or made."""
        return self._job is not None

    def _fill(self) -> None:
        self.body.addWidget(self._found)
        self.body.addWidget(self._refusal)
        self._refusal.hide()
        self.body.addWidget(self.progress)
        row = QHBoxLayout(self._cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (self.copy_card, self.salvage_card):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(card, 1)
        self.body.addWidget(self._cards)
        words_below = QVBoxLayout()
        words_below.setSpacing(2)
        words_below.addWidget(self.beside)
        words_below.addWidget(self._kept)
        self.body.addLayout(words_below)
        self.body.addStretch(1)
        self.foot.insertSpacing(0, -RING)
        self.foot.insertWidget(1, self.view)
        self.foot.insertWidget(2, self.search)

    def _connect(self) -> None:
        self.copy_card.chosen.connect(self.recover_copy)
        self.salvage_card.chosen.connect(self.recover_salvaged)
        self.view.clicked.connect(self.look_at_it)
        self.search.clicked.connect(self.choose_copy_of_theirs)
        self.beside.toggled.connect(self._say_where)
        self.progress.cancelled.connect(self.reject)

    def _look(self) -> None:
        damaged = self._damaged

        def work(progress: Progress) -> Options:
            return recovery.options(damaged.path, damaged.password, damaged.folder, _watch(progress))

        self._run(_("Looking for copies and for what can be salvaged"), work, self._take_options)

    def _run(self, title: str, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        self._refusal.hide()
        self.progress.restart(title)
        self._job = self._runner.run(self, work, done, self._take_refusal)
        self._job.progressed.connect(self.progress.show_progress)
        self._job.cancelled.connect(self._ended)
        self._show()

    @Slot(object)
    def _take_options(self, result: object) -> None:
        if isinstance(result, Options):
            self.options = result
        self._ended()

    @Slot(object)
    def _take_copy(self, result: object) -> None:
        if isinstance(result, SoundCopy) and self.options is not None:
            self.options = replace(self.options, copy=result)
        self._ended()

    @Slot(object)
    def _take_choice(self, result: object) -> None:
        self._job = None
        if isinstance(result, Choice):
            self.choice = result
            self.accept()

    @Slot(object)
    def _take_refusal(self, error: object) -> None:
        if isinstance(error, StoreError):
            self._refusal.say("danger", *errors.sentence(error))
            self._refusal.show()
            self._ended()
        elif isinstance(error, Exception):
            self._ended()
            raise error

    @Slot()
    def _ended(self) -> None:
        self._job = None
        self._show()
        # Once what is shown now has its place, and with the ring: it came there by itself.
        QTimer.singleShot(0, self, self._go_to_the_best)

    @Slot()
    def _go_to_the_best(self) -> None:
        best = [card.button for card in (self.salvage_card, self.copy_card) if card.button.property("variant") == "primary"]
        for button in (*best, self.search):
            if button.isVisibleTo(self) and button.isEnabled() and button.property("variant") == "primary":
                button.setFocus(Qt.FocusReason.TabFocusReason)
                button.show_ring()
                return

    def _show(self) -> None:
        """Show what is known, or how far the work is."""
        options, busy = self.options, self._job is not None
        self.progress.setVisible(busy)
        self._cards.setVisible(options is not None)
        for widget in (self._cards, self.beside, self.view, self.search):
            widget.setEnabled(not busy)
        self.progress.cancel.setVisible(options is not None)
        self.search.setVisible(options is not None)
        self.view.setVisible(options is not None and options.can_view)
        any_way = options is not None and not options.is_lost
        self.beside.setVisible(any_way)
        self._kept.setVisible(options is not None)
        self.search.set_variant("primary" if options is not None and options.is_lost else "secondary")
        if options is not None:
            self._show_options(options)
        self._fit()

    def _show_options(self, options: Options) -> None:
        today = self._begun.date()
        self._found.setText(f"{words.found(options.faults)} " + _("“{name}” has not been changed.").format(name=options.path.name))
        salvage, copy = options.salvage, options.copy
        sure = salvage is not None and salvage.proven
        if copy is not None:
            notes = (words.copy_note(copy, salvage),)
            first = not sure and copy.related is not False
            self.copy_card.say(words.moment(copy.when, today), words.copy_figures(copy), notes, _("Recover the copy"), first=first)
        else:
            verb = _("Type the password…") if options.locked else ""
            self.copy_card.say("", "", (words.no_copy(options),), verb, first=options.locked and not sure)
        if salvage is not None:
            when = _("Written {when}").format(when=words.moment(salvage.when, today).lower())
            first = sure or (copy is None and not options.locked)
            notes = words.salvage_notes(salvage, copy, today)
            self.salvage_card.say(when, words.salvage_figures(salvage), notes, _("Recover what was salvaged"), first=first)
        else:
            self.salvage_card.say("", "", (words.no_salvage(options),), "")
        self._say_where()

    @Slot()
    def _say_where(self) -> None:
        path, target = self._damaged.path, self._target()
        if self.options is not None and self.options.is_lost:
            self._kept.setText(words.nothing_left())
        elif target is not None:
            self._kept.setText(words.stays(target.name))
        else:
            self._kept.setText(words.kept(recovery.set_aside_name(path, self._clock()), path.parent.name or str(path.parent)))
        self._fit()

    def _target(self) -> Path | None:
        path = self._damaged.path
        return free_name(path.parent, path.stem, _("recovered"), self._clock().date()) if self.beside.isChecked() else None

    def _fit(self) -> None:
        # Words are as high as they are wide only once the events under way are over.
        QTimer.singleShot(0, self, self._resize)

    @Slot()
    def _resize(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


def _watch(progress: Progress) -> Callable[[int, int], None]:
    def watch(done: int, total: int) -> None:
        progress.check()
        progress.report(done, total)

    return watch


def ask_recovery(theme: Theme, parent: QWidget | None, damaged: Damaged, runner: Runner, clock: Clock) -> Choice | None:
    """Show the dialog and wait; ``None``: leave everything as it is."""
    dialog = RecoveryDialog(theme, parent, damaged, runner, clock)
    dialog.exec()
    dialog.deleteLater()
    return dialog.choice
