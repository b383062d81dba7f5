# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is done with an open file as a whole: copy it, save it elsewhere, examine it, go back to a copy, look into one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from revmentor_desktop.i18n import _, formats, plural
from revmentor_desktop.programme import backups, drafts, files, passwords, places, preferences
from revmentor_desktop.programme.backups import Copy, Restored
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.copies.copy_key import CopyKey, key_for
from revmentor_desktop.ui.locking.actions import lock_spec
from revmentor_desktop.ui.program.host import Host
from revmentor_desktop.ui.program.opened import Kind, OpenProgramme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.dialog import tell
from revmentor_desktop.ui.words import copies as words
from revmentor_desktop.ui.words import errors

_FILTER = "*.revmentor"


class FileDesk(QObject):
    """Works on the open programme of a `Program`; a viewer's window asks for what concerns its own file."""

    def __init__(self, program: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program

    # What the menu *Archivo y copias* offers

    def actions(self, opened: OpenProgramme) -> list[QAction | None]:
        """Return the actions of the window of an open file, ``None`` for a line."""
        program, window = self._program, opened.window
        copy = (_("Save a copy…"), "save", "", partial(self.save_copy, opened))
        if opened.kind is Kind.VIEWED:
            close = self._action(window, (_("Close"), "x", "Ctrl+W", window.close))
            return [self._action(window, copy), close, *self._locking(opened)]
        wanted: list[tuple[str, str, str, Callable[[], object]] | None] = [
            (_("Create a programme…"), "folder-plus", "", program.create),
            (_("Open…"), "folder-open", "Ctrl+O", program.choose_file),
            copy,
            (_("Check the file"), "shield-check", "", partial(self.check_file, opened)),
        ]
        if opened.kind is Kind.OWN and not opened.workspace.read_only:
            wanted.append((_("Password…"), "key-round", "", program.ask_password_change))
        rest: list[tuple[str, str, str, Callable[[], object]] | None] = [
            None,
            (_("Preferences…"), "palette", "Ctrl+,", program.ask_preferences),
            None,
            (_("Quit"), "log-out", "Ctrl+Q", self.quit),
        ]
        made = [None if entry is None else self._action(window, entry) for entry in wanted]
        return [*made, *self._locking(opened), *(None if entry is None else self._action(window, entry) for entry in rest)]

    def go(self, opened: OpenProgramme, key: str, target: object) -> None:
        """Do what a screen of a window asks of the program (keys of `navigation`)."""
        program = self._program
        asked: dict[str, Callable[[], object]] = {
            navigation.CREATE: program.create,
            navigation.OPEN: program.choose_file,
            navigation.SAVE_COPY: partial(self.save_copy, opened),
            navigation.CHECK_FILE: partial(self.check_file, opened),
            navigation.PASSWORD: program.ask_password_change,
            navigation.LOCK: program.lock,
            navigation.PREFERENCES: program.ask_preferences,
            navigation.QUIT: self.quit,
        }
        if key in asked:
            asked[key]()
        elif key == navigation.OPEN_FILE and isinstance(target, Path):
            program.open_path(target)
        elif key == navigation.VIEW_COPY and isinstance(target, Copy):
            self._view(opened, target)
        elif key == navigation.RESTORE_COPY and isinstance(target, Copy):
            self.restore(target)

    def _locking(self, opened: OpenProgramme) -> list[QAction | None]:
        if not opened.workspace.encrypted:
            return []
        lock = Action(self._program.theme, lock_spec(), opened.window)
        lock.triggered.connect(self._program.lock)
        return [lock]

    # Copies

    def save_copy(self, opened: OpenProgramme) -> None:
        """Let the person choose where a copy of an open file goes, and write it."""
        source = opened.workspace.path
        today = formats.numeric_date(self._program.clock().date(), "es").replace("/", "-")
        target = self._chosen(opened.window, _("Save a copy"), source.with_name(f"{source.stem} {today}.revmentor"))
        if target is None:
            return
        try:
            opened.workspace.copy_to(target, replace=True)
        except StoreError as error:
            self._program.tell_refusal(error)
            return
        opened.window.toast(_("Copy saved as {name}").format(name=target.name), None)

    def save_elsewhere(self) -> None:
        """Let the person choose another place for the open file, write it there as it stands, and go on with that one."""
        opened = self._program.current
        if opened is None:
            return
        folder = preferences.documents_folder()
        proposed = (folder if folder.is_dir() else Path.home()) / opened.workspace.path.name
        target = self._chosen(opened.window, _("Save it elsewhere"), proposed)
        if target is None:
            return
        key, screen = opened.workspace.key, opened.window.current_key()
        try:
            # What is being typed goes along.
            opened.keep_typed()
            opened.workspace.copy_to(target, replace=True)
        except StoreError as error:
            self._program.tell_refusal(error)
            return
        self._program.forsake_open()
        # The screens were asked for the last time what is half typed, and the file took nothing.
        with suppress(StoreError):
            drafts.carry(opened.workspace.unkept, target, key)
        self._program.show_again(target, key, screen, said=_("You are working in {name} now").format(name=target.name))

    def move_to_documents(self) -> None:
        """Put the open file into the documents folder and go on there."""
        opened = self._program.current
        if opened is None:
            return
        path, key, screen = opened.workspace.path, opened.workspace.key, opened.window.current_key()
        self._program.show_wait(path, _("Opening {name}…").format(name=path.stem))
        try:
            folder = preferences.documents_folder()
            with suppress(OSError):
                # Not everybody has one; nobody should have to make it for this.
                folder.mkdir(parents=True, exist_ok=True)
            moved = places.move(path, folder)
        except StoreError as error:
            self._program.show_again(path, key, screen)
            self._program.tell_refusal(error)
            return
        name = moved.path.name
        self._program.show_again(moved.path, key, screen, said="" if moved.left else _("{name} is in Documents now").format(name=name))
        if moved.left:
            # Two files of one name, and only one of them goes on: not for a notice that goes away by itself.
            happened = _("{name} is in Documents now, and the old file could not be removed.").format(name=name)
            todo = _("You are working in the one in Documents. Delete the other one, in “{folder}”, so that nobody takes it for this one.")
            tell(self._program.theme, self._program.window, happened, todo.format(folder=path.parent.name), _("Close"))

    # Going back

    def restore(self, copy: Copy) -> None:
        """Put a copy in the place of the open file, which is set aside; the state of now is kept as a copy, too."""
        opened = self._program.current
        found = None if opened is None else self._key_for(opened, copy)
        if opened is None or found is None:
            return
        path, key, screen = opened.workspace.path, opened.workspace.key, opened.window.current_key()
        opened.workspace.take_precaution()
        self._program.show_wait(path, _("Going back to the copy"))
        self._program.runner.run(
            self,
            partial(_restored, copy.path, path, self._program.clock(), found.key, key),
            partial(self._take_restored, found.key or key, screen),
            partial(self._take_refusal, path, key, screen),
        )

    # Looking

    def work(self) -> None:
        """Open for working what is only looked at."""
        opened = self._program.current
        if opened is not None:
            self._program.show_again(opened.workspace.path, opened.workspace.key, opened.window.current_key())

    def recover(self) -> None:
        """Ask what to do about the damaged file that is looked at."""
        opened = self._program.current
        if opened is not None:
            self._program.recover(opened.workspace.path, opened.workspace.key)

    def check_file(self, opened: OpenProgramme | None = None) -> None:
        """Examine an open file whole (without one: the one that is worked in) and say what was found."""
        opened = opened or self._program.current
        if opened is None:
            return
        theme, window = self._program.theme, opened.window
        snapshot = opened.workspace.snapshot()
        faults = opened.workspace.examine()
        if faults:
            text = "\n".join(errors.fault(fault) for fault in faults)
            tell(theme, window, _("The file is damaged"), text, _("Close"))
            return
        people = plural("{n} person", "{n} people", len(snapshot.people)).format(n=len(snapshot.people))
        pairs = plural("{n} pair", "{n} pairs", len(snapshot.pairs)).format(n=len(snapshot.pairs))
        sessions = plural("{n} session", "{n} sessions", len(snapshot.sessions)).format(n=len(snapshot.sessions))
        text = _("{people}, {pairs} and {sessions}, all readable and consistent.").format(people=people, pairs=pairs, sessions=sessions)
        tell(theme, window, _("The file is sound"), text, _("Close"))

    def quit(self) -> None:
        """Close the window in sight, and with it the program."""
        if self._program.window is not None:
            self._program.window.close()

    # Inside

    def _view(self, opened: OpenProgramme, copy: Copy) -> None:
        found = self._key_for(opened, copy)
        if found is not None:
            when = words.in_sentence(copy.when, self._program.clock().date())
            self._program.view(copy.path, found.key, _("Copy {when}, open to consult only").format(when=when))

    def _key_for(self, opened: OpenProgramme, copy: Copy) -> CopyKey | None:
        return key_for(self._program.theme, opened.window, opened.workspace, copy, self._program.clock().date())

    def _take_restored(self, key: files.Secret | None, screen: str, answer: object) -> None:
        if isinstance(answer, Restored):
            said = _("Recovered. What was there before is kept as “{name}”").format(name=answer.set_aside.name if answer.set_aside else "")
            self._program.show_again(answer.path, key, screen, said=said)

    def _take_refusal(self, path: Path, key: files.Secret | None, screen: str, error: Exception) -> None:
        self._program.show_again(path, key, screen)
        if not isinstance(error, StoreError):
            raise error
        self._program.tell_refusal(error)

    def _chosen(self, window: QWidget, title: str, proposed: Path) -> Path | None:
        wanted = _("Programmes of RevMentor") + f" ({_FILTER})"
        name, _filter = QFileDialog.getSaveFileName(window, title, str(proposed), wanted)
        if not name:
            return None
        return Path(name) if name.endswith(".revmentor") else Path(f"{name}.revmentor")

    def _action(self, window: QWidget, entry: tuple[str, str, str, Callable[[], object]]) -> QAction:
        text, icon, keys, slot = entry
        action = QAction(self._program.theme.icon(icon), text, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(_Called(slot, action).call)
        return action


class _Called(QObject):
    """Calls ``slot`` without what a signal carries."""

    def __init__(self, slot: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._slot = slot

    def call(self) -> None:
        """Call it."""
        self._slot()


def _restored(copy: Path, path: Path, now: datetime, key: files.Secret | None, own: files.Secret | None, _progress: Progress) -> Restored:
    restored = backups.restore(copy, path, now, key)
    passwords.keep_password(path, own)
    return restored
