# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One running program: the first page or one open programme, the files it opens and closes, and its preferences."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from revmentor_desktop.i18n import _, formats, plural
from revmentor_desktop.programme import files, preferences
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.home import counts_of
from revmentor_desktop.programme.workspace import ActionName, Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.language import speak
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, PAIRS, PEOPLE
from revmentor_desktop.ui.screens import makers
from revmentor_desktop.ui.start.create_dialog import ask_creation
from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.start.preferences_dialog import ask_preferences
from revmentor_desktop.ui.theme import Mode, Theme
from revmentor_desktop.ui.widgets.dialog import Question, ask, tell
from revmentor_desktop.ui.words import action_names, errors

Clock = Callable[[], datetime]
_LAYOUT_PASSES = 3


class OpenProgramme(QObject):
    """An open file with its window. ``close`` lets go of both. ``copy_asked``: a screen wants a copy of the file saved."""

    copy_asked = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.bridge = Bridge(workspace, self)
        self.window = MainWindow(theme, with_history=True)
        self._clock = clock
        self.bridge.undo_action = self.window.undo_action
        self.window.set_search(workspace.snapshot)
        for key, make in makers(theme, self.bridge, clock).items():
            self.window.add_place(key, make)
        self.window.left.connect(self._go)
        self.window.undo_action.triggered.connect(self._undo)
        self.window.redo_action.triggered.connect(self._redo)
        self.bridge.changed.connect(self._show)
        self._show(frozenset())

    def close(self) -> None:
        """Stop the work, close the window, then the file. Raises `StoreError` when the seal can't be written."""
        self.leave()
        self.bridge.close()
        self.window.deleteLater()
        self.workspace.close()

    def leave(self) -> None:
        """Take the window out of sight; what is being typed in it is taken as when its field is left."""
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        # Screens keep what is half typed when they go out of sight.
        self.window.hide()

    def _go(self, key: str, _target: object) -> None:
        if key == "save_copy":
            self.copy_asked.emit()

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
            self.window.toast(words.format(name=action_names.sentence(name)), None)

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
        saved = self.workspace.saved_at
        window.set_saved(_("Saved at {hour}").format(hour=formats.hour(saved)) if saved else _("Everything saved"))
        undo, redo = self.workspace.next_undo, self.workspace.next_redo
        window.set_history(action_names.sentence(undo) if undo else "", action_names.sentence(redo) if redo else "")


class Program(QObject):
    """Shows the first page or one programme; opens, makes, copies and checks files. ``ended``: the last window closed."""

    ended = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock
        self._preferences = preferences.load()
        self._open: OpenProgramme | None = None
        self._start: StartPage | None = None
        self._waiting: QWidget | None = None
        self._example_folder: tempfile.TemporaryDirectory[str] | None = None

    def start(self, path: Path | None = None, *, example: bool = False, instead_of: QWidget | None = None) -> None:
        """Show the file at ``path``, the example, or the first page, in the place of another window."""
        self._waiting = instead_of
        if example:
            self.try_example()
        elif path is not None:
            self.open_path(path)
        else:
            self._show_start()

    @property
    def current(self) -> OpenProgramme | None:
        """The open programme, ``None`` on the first page."""
        return self._open

    @property
    def window(self) -> QWidget | None:
        """The window in sight."""
        return self._open.window if self._open else self._start

    def open_path(self, path: Path) -> bool:
        """Open a file instead of what is shown; what can't be opened is said, and everything stays as it was."""
        if self._open is not None and path.exists() and self._open.workspace.path.samefile(path):
            return True
        try:
            workspace = files.open_file(path)
        except StoreError as error:
            self._refused(error, path)
            return False
        self._remember(path)
        self._show(workspace, example=False)
        return True

    def try_example(self) -> None:
        """Open a fresh copy of the example, in a folder of its own that nobody has to look after."""
        folder = tempfile.TemporaryDirectory(prefix="revmentor-", ignore_cleanup_errors=True)
        path = Path(folder.name) / _("example.revmentor")
        try:
            files.make_example(path)
            self._show(files.open_file(path), example=True)
            # The one before goes with its folder; this one when the program ends or another is opened.
            self._example_folder = folder
        except StoreError as error:
            self._refused(error, path)

    def create(self) -> None:
        """Ask the five questions, make the programme and open it."""
        creation = ask_creation(self._theme, self.window, self._clock().date())
        if creation is None:
            return
        try:
            workspace = files.create(creation.path, creation.firm, creation.edition)
        except StoreError as error:
            self._refused(error, creation.path)
            return
        self._remember(creation.path)
        self._show(workspace, example=False)

    def choose_file(self) -> None:
        """Let the person choose a file to open."""
        wanted = [*(Path(name).parent for name in self._preferences.recent[:1]), preferences.documents_folder()]
        # Of a folder that is not there the dialog makes a file name.
        folder = next((folder for folder in wanted if folder.is_dir()), Path.home())
        name, _filter = QFileDialog.getOpenFileName(
            self.window, _("Open a programme"), str(folder), _("Programmes of RevMentor") + " (*.revmentor)"
        )
        if name:
            self.open_path(Path(name))

    def save_copy(self) -> None:
        """Let the person choose where a copy of the open file goes, and write it."""
        if self._open is None:
            return
        source = self._open.workspace.path
        today = formats.numeric_date(self._clock().date(), "es").replace("/", "-")
        proposed = source.with_name(f"{source.stem} {today}.revmentor")
        name, _filter = QFileDialog.getSaveFileName(
            self.window, _("Save a copy"), str(proposed), _("Programmes of RevMentor") + " (*.revmentor)"
        )
        if not name:
            return
        target = Path(name) if name.endswith(".revmentor") else Path(f"{name}.revmentor")
        try:
            self._open.workspace.copy_to(target, replace=True)
        except StoreError as error:
            self._refused(error, target)
            return
        self._open.window.toast(_("Copy saved as {name}").format(name=target.name), None)

    def check_file(self) -> None:
        """Examine the open file whole and say what was found."""
        if self._open is None:
            return
        snapshot = self._open.workspace.snapshot()
        faults = self._open.workspace.examine()
        if faults:
            text = "\n".join(errors.fault(fault) for fault in faults)
            tell(self._theme, self.window, _("The file is damaged"), text, _("Close"))
            return
        people = plural("{n} person", "{n} people", len(snapshot.people)).format(n=len(snapshot.people))
        pairs = plural("{n} pair", "{n} pairs", len(snapshot.pairs)).format(n=len(snapshot.pairs))
        sessions = plural("{n} session", "{n} sessions", len(snapshot.sessions)).format(n=len(snapshot.sessions))
        text = _("{people}, {pairs} and {sessions}, all readable and consistent.").format(people=people, pairs=pairs, sessions=sessions)
        tell(self._theme, self.window, _("The file is sound"), text, _("Close"))

    def ask_preferences(self) -> None:
        """Let the person choose language, theme and size of text; they apply at once."""
        chosen = ask_preferences(self._theme, self.window, self._preferences)
        if chosen is None or chosen == self._preferences:
            return
        language_changed = chosen.language != self._preferences.language
        self._preferences = chosen
        preferences.save(chosen)
        self._theme.set_mode(Mode(chosen.theme))
        self._theme.set_text_size(chosen.text_size)
        if language_changed:
            application = QApplication.instance()
            if isinstance(application, QApplication):
                speak(application, chosen.language)
            # The words of a window are set once: build it anew on the same open file.
            QTimer.singleShot(0, self._rebuild)

    def end(self) -> None:
        """Close what is open."""
        self._close_open()
        if self._example_folder is not None:
            self._example_folder.cleanup()
            self._example_folder = None
        if self._start is not None:
            self._start.hide()
            self._start.deleteLater()
            self._start = None
        self.ended.emit()

    def _show(self, workspace: Workspace, *, example: bool) -> OpenProgramme:
        before = self.window
        self._close_open()
        self._open = opened = OpenProgramme(self._theme, workspace, self._clock, self)
        opened.window.add_file_actions(self._file_actions(opened.window))
        opened.window.show_example_band(example)
        opened.window.closing.connect(self.end)
        opened.window.create_asked.connect(self.create)
        opened.copy_asked.connect(self.save_copy)
        opened.window.edition_chosen.connect(workspace.choose_edition)
        opened.window.setProperty("example", example)
        self._place(opened.window, before)
        if self._start is not None:
            self._start.hide()
            self._start.deleteLater()
            self._start = None
        return opened

    def _show_start(self) -> None:
        page = StartPage(self._theme, self._preferences.recent)
        page.create_asked.connect(self.create)
        page.open_asked.connect(self.choose_file)
        page.example_asked.connect(self.try_example)
        page.file_chosen.connect(self._open_named)
        page.preferences_asked.connect(self.ask_preferences)
        page.closing.connect(self.end)
        self._place(page, self._start)
        self._start = page

    def _place(self, window: QWidget, before: QWidget | None) -> None:
        before = before or self._waiting
        self._waiting = None
        if before is not None:
            window.setGeometry(before.geometry())
            window.setWindowState(before.windowState())
        else:
            window.resize(1366, 690)
        window.show()
        # Laid out whole before its first paint: what one layout asks of another would come after it.
        for _pass in range(_LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _rebuild(self) -> None:
        if self._open is None:
            old = self._start
            self._show_start()
            if old is not None:
                old.hide()
                old.deleteLater()
            return
        opened, example = self._open, bool(self._open.window.property("example"))
        # Before the new window reads what is half typed.
        opened.leave()
        opened.bridge.close()
        self._waiting = before = opened.window
        before.closing.disconnect(self.end)
        self._open = None
        built = self._show(opened.workspace, example=example)
        built.window.show_screen(before.current_key())
        before.deleteLater()

    def _close_open(self) -> None:
        if self._open is None:
            return
        opened, self._open = self._open, None
        try:
            opened.close()
        except StoreError as error:
            tell(self._theme, None, *errors.sentence(error), _("Close"))

    def _open_named(self, name: str) -> None:
        path = Path(name)
        if not path.exists():
            kept = tuple(known for known in self._preferences.recent if known != name)
            self._preferences = replace(self._preferences, recent=kept)
            preferences.save(self._preferences)
        self.open_path(path)

    def _remember(self, path: Path) -> None:
        self._preferences = preferences.with_recent(self._preferences, path.resolve())
        preferences.save(self._preferences)

    def _refused(self, error: StoreError, path: Path) -> None:
        happened, todo = errors.sentence(error)
        if self.window is None:
            self._show_start()
        if error.code == "in_use":
            question = Question(happened, todo, _("Close"), _("Try again"))
            if ask(self._theme, self.window, question):
                QTimer.singleShot(0, _Retry(self, path).run)
            return
        tell(self._theme, self.window, happened, todo, _("Close"))

    def _file_actions(self, window: QWidget) -> list[QAction | None]:
        wanted: tuple[tuple[str, str, str, Callable[[], None]] | None, ...] = (
            (_("Create a programme…"), "folder-plus", "", self.create),
            (_("Open…"), "folder-open", "Ctrl+O", self.choose_file),
            (_("Save a copy…"), "save", "", self.save_copy),
            (_("Check the file"), "shield-check", "", self.check_file),
            None,
            (_("Preferences…"), "palette", "Ctrl+,", self.ask_preferences),
            None,
            (_("Quit"), "log-out", "Ctrl+Q", self._quit),
        )
        found: list[QAction | None] = []
        for entry in wanted:
            if entry is None:
                found.append(None)
                continue
            text, icon, keys, slot = entry
            action = QAction(self._theme.icon(icon), text, window)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            found.append(action)
        return found

    def _quit(self) -> None:
        if self.window is not None:
            self.window.close()


class _Retry(QObject):
    """Opens a file again after the question has closed."""

    def __init__(self, program: Program, path: Path) -> None:
        super().__init__(program)
        self._program, self._path = program, path

    def run(self) -> None:
        """Open it."""
        self._program.open_path(self._path)
        self.deleteLater()
