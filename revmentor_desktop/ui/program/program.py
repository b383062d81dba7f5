# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One running program: the first page, a locked file or one open programme, and windows in which other files are only looked at."""

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import backups, files, preferences
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.leftovers import private_folder
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Runner
from revmentor_desktop.ui.language import speak
from revmentor_desktop.ui.program.file_desk import FileDesk
from revmentor_desktop.ui.program.lock_desk import LockDesk, Opening
from revmentor_desktop.ui.program.opened import Clock, Kind, OpenProgramme
from revmentor_desktop.ui.program.recovery_desk import RecoveryDesk
from revmentor_desktop.ui.program.refusals import Way, way_on
from revmentor_desktop.ui.start.create_dialog import ask_creation
from revmentor_desktop.ui.start.opening import OpeningWindow
from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.start.preferences_dialog import ask_preferences
from revmentor_desktop.ui.theme import Mode, Theme
from revmentor_desktop.ui.widgets.dialog import tell
from revmentor_desktop.ui.words import errors, viewing

_LAYOUT_PASSES = 3
_ASIDE = 36


class Program(QObject):
    """Shows one window at a time, and viewers besides; opens, makes and closes files. ``ended``: the last window closed.

    ``files`` has what is done with the open file as a whole, ``locks`` its password, ``recovery`` what is done with a damaged one.
    """

    ended = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self.clock = theme, clock
        self.runner = Runner(self)
        self._preferences = preferences.load()
        self._open: OpenProgramme | None = None
        self._viewers: list[OpenProgramme] = []
        self._hides_names = False
        self._page: QWidget | None = None
        self._waiting: QWidget | None = None
        self._example_folder = ExitStack()
        self.files = FileDesk(self, self)
        self.locks = LockDesk(self, self)
        self.recovery = RecoveryDesk(self, self)

    def start(self, path: Path | None = None, *, example: bool = False, instead_of: QWidget | None = None) -> None:
        """Show the file at ``path``, the example, or the first page, in the place of another window."""
        self._waiting = instead_of
        if example:
            self.try_example()
        elif path is not None:
            self.open_path(path)
        else:
            self.show_start()

    # What is in sight

    @property
    def current(self) -> OpenProgramme | None:
        """The open programme, ``None`` on the first page and while it is locked."""
        return self._open

    @property
    def window(self) -> QWidget | None:
        """The window in sight."""
        return self._open.window if self._open else self._page

    @property
    def viewers(self) -> tuple[OpenProgramme, ...]:
        """The files that are only looked at, each in a window of its own."""
        return tuple(self._viewers)

    def show_start(self) -> None:
        """Show the first page instead of what is in sight."""
        page = StartPage(self.theme, self._preferences.recent)
        page.create_asked.connect(self.create)
        page.open_asked.connect(self.choose_file)
        page.example_asked.connect(self.try_example)
        page.file_chosen.connect(self._open_named)
        page.preferences_asked.connect(self.ask_preferences)
        page.closing.connect(self.end)
        self.show_page(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page that stands for the whole program instead of what is in sight; an open file is closed."""
        before = self.window
        self.close_open()
        self._place(page, before)
        self._drop_page()
        self._page = page

    def show_wait(self, path: Path, words: str) -> None:
        """Show what is being done with a file that is closed meanwhile; whoever closes that page leaves once it is done."""
        page = OpeningWindow(self.theme, path.stem, words=words)
        page.setWindowTitle(f"{path.stem} \N{EN DASH} RevMentor")
        page.closed.connect(self.end)
        self.show_page(page)

    def show_workspace(self, workspace: Workspace, kind: Kind = Kind.OWN) -> OpenProgramme:
        """Show an open file in its window instead of what is in sight."""
        before = self.window
        self.close_open()
        self._open = opened = self._built(workspace, kind)
        opened.window.closing.connect(self.end)
        opened.window.create_asked.connect(self.create)
        self.locks.watch(opened)
        self._place(opened.window, before)
        self._drop_page()
        opened.begin()
        return opened

    # Ways to a file

    def open_path(self, path: Path, *, anyway: bool = False) -> bool:
        """Open a file instead of what is shown; what can't be opened is said, and everything stays as it was."""
        if self._open is not None and path.exists() and self._open.workspace.path.samefile(path) and not self._open.workspace.read_only:
            return True
        try:
            workspace = files.open_file(path, anyway=anyway)
        except StoreError as error:
            self.refused(error, path, anyway=anyway)
            return False
        self.remember(path)
        self.show_workspace(workspace)
        return True

    def consult(
        self, path: Path, password: files.Secret | None = None, refusal: StoreError | None = None, *, damaged: bool = False
    ) -> bool:
        """Open a file to look at it only, instead of what is shown. ``refusal``: why it could not be opened for working."""
        try:
            workspace = files.open_to_read(path, password, despite_faults=damaged)
        except StoreError as error:
            if error.code == "password" and password is None:
                self.locks.ask(path, Opening(to_read=True, refusal=refusal))
            else:
                self.refused(error, path)
            return False
        self.show_consulted(workspace, refusal)
        return True

    def show_consulted(self, workspace: Workspace, refusal: StoreError | None) -> OpenProgramme:
        """Show a file that is open to look at only; ``refusal``: why it could not be opened for working."""
        opened = self.show_workspace(workspace)
        holder = refusal.data if refusal is not None and refusal.code == "in_use" else None
        opened.show_why(*viewing.band(workspace.read_only, holder))
        return opened

    def view(self, path: Path, password: files.Secret | None = None, said: str = "") -> bool:
        """Open another file in a window of its own, to look at it beside the one that is worked in. ``said``: what it is."""
        for known in self._viewers:
            if known.workspace.path == path.resolve():
                known.window.raise_()
                known.window.activateWindow()
                return True
        try:
            workspace = files.open_to_read(path, password)
        except StoreError as error:
            self.tell_refusal(error)
            return False
        opened = self._built(workspace, Kind.VIEWED)
        opened.window.closing.connect(self._viewer_closes)
        opened.show_why(said or _("Open to consult only: {name}").format(name=path.stem), "")
        self._viewers.append(opened)
        if self._open is not None:
            # Beside the one that is worked in, which would be taken for this one if it were covered.
            step = self.theme.px(_ASIDE)
            opened.window.setGeometry(self._open.window.geometry().adjusted(step, step, 0, 0))
        self._lay_out(opened.window)
        return True

    def try_example(self) -> None:
        """Open a fresh copy of the example, in a folder of its own that nobody has to look after."""
        folder = ExitStack()
        path = folder.enter_context(private_folder()) / _("example.revmentor")
        try:
            files.make_example(path)
            self.show_workspace(files.open_file(path), Kind.EXAMPLE)
            # The one before goes with its folder; this one when the program ends or another is opened.
            self._example_folder, folder = folder, self._example_folder
        except StoreError as error:
            self.refused(error, path)
        finally:
            folder.close()

    def create(self) -> None:
        """Ask the five questions, make the programme and open it."""
        creation = ask_creation(self.theme, self.window, self.clock().date())
        if creation is None:
            return
        try:
            workspace = files.create(creation.path, creation.firm, creation.edition)
        except StoreError as error:
            self.refused(error, creation.path)
            return
        self.remember(creation.path)
        self.show_workspace(workspace)

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

    def refused(self, error: StoreError, path: Path, *, anyway: bool = False) -> None:
        """Say why a file can't be opened, and go the way that the person chooses. The first page shows when nothing does."""
        if self.window is None and error.code != "password":
            self.show_start()
        way = way_on(self.theme, self.window, error)
        if way is Way.UNLOCK:
            self.locks.ask(path, Opening(anyway=anyway))
        elif way is Way.RECOVER:
            self.recovery.begin(path)
        elif way is Way.TO_READ:
            self.consult(path, refusal=error)
        elif way in {Way.AGAIN, Way.ANYWAY}:
            QTimer.singleShot(0, _Retry(self, path, anyway=way is Way.ANYWAY).run)

    def tell_refusal(self, error: StoreError) -> None:
        """Say what went wrong with a file other than the open one."""
        happened, todo = errors.sentence(error)
        tell(self.theme, self.window, happened, todo, _("Close"))

    def remember(self, path: Path) -> None:
        """Keep a path among the files opened last."""
        self._preferences = preferences.with_recent(self._preferences, path.resolve())
        preferences.save(self._preferences)

    def show_again(self, path: Path, key: files.Secret | None, screen: str, *, said: str = "", anyway: bool = False) -> bool:
        """Open a file that was closed for a moment, on the screen where the person was."""
        try:
            workspace = files.open_file(path, key, anyway=anyway)
        except StoreError as error:
            self.refused(error, path)
            return False
        self.remember(path)
        opened = self.show_workspace(workspace)
        if screen:
            opened.window.show_screen(screen)
        if said:
            opened.window.toast(said, None)
        return True

    def recover(self, path: Path, secret: files.Secret | None = None) -> None:
        """Ask what to do about a damaged file."""
        self.recovery.begin(path, secret)

    def lock(self) -> None:
        """Lock the open file, if it has a password."""
        self.locks.lock()

    def ask_password_change(self) -> None:
        """Let the person set, change or remove the password of the open file."""
        self.locks.ask_change()

    # Around them

    def ask_preferences(self) -> None:
        """Let the person choose language, theme and size of text; they apply at once."""
        chosen = ask_preferences(self.theme, self.window, self._preferences)
        if chosen is None or chosen == self._preferences:
            return
        language_changed = chosen.language != self._preferences.language
        self._preferences = chosen
        preferences.save(chosen)
        self.theme.set_mode(Mode(chosen.theme))
        self.theme.set_text_size(chosen.text_size)
        if language_changed:
            application = QApplication.instance()
            if isinstance(application, QApplication):
                speak(application, chosen.language)
            # The words of a window are set once: build it anew on the same open file.
            QTimer.singleShot(0, self._rebuild)

    def close_open(self) -> None:
        """Close the open file and its window, if there is one; what can't be written is said."""
        if self._open is None:
            return
        opened, self._open = self._open, None
        self.locks.unwatch()
        try:
            opened.close()
        except StoreError as error:
            self.tell_refusal(error)

    def forsake_open(self) -> None:
        """Let go of the open file, which has been saved elsewhere, whatever becomes of it."""
        if self._open is not None:
            opened, self._open = self._open, None
            self._waiting = opened.window
            self.locks.unwatch()
            opened.forsake()

    def close_viewers(self) -> None:
        """Close all windows in which files are only looked at."""
        viewers, self._viewers = self._viewers, []
        for opened in viewers:
            opened.close()

    def end(self) -> None:
        """Close what is open."""
        self.close_viewers()
        self.close_open()
        self.runner.close()
        self._example_folder.close()
        self._drop_page()
        self.ended.emit()

    # Inside

    def _built(self, workspace: Workspace, kind: Kind) -> OpenProgramme:
        copies = backups.copies_folder() if kind is Kind.OWN else None
        opened = OpenProgramme(self.theme, workspace, self.clock, self, kind=kind, copies=copies)
        if self._hides_names:
            # Locked and opened again, or saved elsewhere: whoever looks on still does.
            opened.window.toggle_names()
        opened.window.names_hidden.connect(self._note_names)
        opened.window.add_file_actions(self.files.actions(opened))
        opened.asked.connect(partial(self.files.go, opened))
        opened.window.work_asked.connect(self.files.work)
        opened.window.recover_asked.connect(self.files.recover)
        opened.window.elsewhere_asked.connect(self.files.save_elsewhere)
        opened.password_asked.connect(self.ask_password_change)
        opened.move_asked.connect(self.files.move_to_documents)
        return opened

    def _note_names(self, hidden: bool) -> None:
        self._hides_names = hidden

    def _place(self, window: QWidget, before: QWidget | None) -> None:
        waiting, self._waiting = self._waiting, None
        before = before or waiting
        if before is not None:
            window.setGeometry(before.geometry())
            window.setWindowState(before.windowState())
        else:
            window.resize(1366, 690)
        self._lay_out(window)
        if waiting is not None:
            # Whoever waits for an answer over the new one must not have it behind.
            waiting.hide()

    def _lay_out(self, window: QWidget) -> None:
        window.show()
        # Laid out whole before its first paint: what one layout asks of another would come after it.
        for _pass in range(_LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _drop_page(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.hide()
            page.deleteLater()

    def _rebuild(self) -> None:
        if self._open is None:
            self.show_start()
            return
        opened = self._open
        # Before the new window reads what is half typed.
        opened.leave()
        opened.let_go()
        self._waiting = before = opened.window
        before.closing.disconnect(self.end)
        self._open = None
        built = self.show_workspace(opened.workspace, opened.kind)
        built.window.show_screen(before.current_key())
        before.deleteLater()

    def _open_named(self, name: str) -> None:
        path = Path(name)
        if not path.exists():
            kept = tuple(known for known in self._preferences.recent if known != name)
            self._preferences = replace(self._preferences, recent=kept)
            preferences.save(self._preferences)
        self.open_path(path)

    def _viewer_closes(self) -> None:
        window = self.sender()
        for opened in [viewer for viewer in self._viewers if viewer.window is window]:
            self._viewers.remove(opened)
            opened.close()


class _Retry(QObject):
    """Opens a file again after the question has closed."""

    def __init__(self, program: Program, path: Path, *, anyway: bool) -> None:
        super().__init__(program)
        self._program, self._path, self._anyway = program, path, anyway

    def run(self) -> None:
        """Open it."""
        self._program.open_path(self._path, anyway=self._anyway)
        self.deleteLater()
