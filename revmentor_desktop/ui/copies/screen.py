# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Archivo y copias*: where the file lies, the copies made of it and the ways back to them, and what lies outside this computer."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import backups, file_notes
from revmentor_desktop.programme.backups import Restored
from revmentor_desktop.programme.copy_plan import Standing
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.actions import specs
from revmentor_desktop.ui.copies.keeper import CopyKeeper, Round, keeper_of
from revmentor_desktop.ui.copies.list_card import ListCard
from revmentor_desktop.ui.copies.notices import Notices
from revmentor_desktop.ui.copies.outside_flow import ChooseFolder, OutsideFlow, ask_folder, lies_apart
from revmentor_desktop.ui.copies.reading import Reading
from revmentor_desktop.ui.copies.restore_dialog import ChooseTarget, ask_target
from revmentor_desktop.ui.copies.restore_flow import RestoreFlow
from revmentor_desktop.ui.copies.rows import Row, Sound
from revmentor_desktop.ui.copies.side_cards import OutsideCard, OwnFileCard, ProgramCard
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action, build_actions
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.words import copies as words
from revmentor_desktop.ui.words import errors

_WIDE_FROM = 820
"""Width of the screen from which the cards stand beside the list."""
_SIDE, _MARGIN, _GAP, _FOOT, _LOWEST = 352, 24, 14, 20, 320
_MOST = 16777215


class CopiesScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`). `show_target` takes the path of a copy, or ``"outside"``.

    What only the program can do is asked for by ``go`` with the keys of `navigation`: ``VIEW_COPY`` and ``RESTORE_COPY`` (the copy),
    ``OPEN_FILE`` (a path), ``SAVE_COPY``, ``CHECK_FILE``, ``PASSWORD``, ``CREATE``, ``OPEN``, ``PREFERENCES``, ``QUIT``.
    ``choose_folder``, ``choose_target`` and ``lies_apart`` ask the person or the system and may be replaced, ``copies_folder`` too.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = navigation.COPIES
        self.choose_folder: ChooseFolder = ask_folder
        self.choose_target: ChooseTarget = ask_target
        self.lies_apart: Callable[[Path, Path], bool] = lies_apart
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._keeper: CopyKeeper | None = None
        self._wide: bool | None = None
        self._actions = build_actions(theme, self, specs())
        self.header = PageHeader(theme, _("File and copies"))
        self.notices = Notices(theme)
        self.copies = ListCard(theme, self._actions)
        self.file = OwnFileCard(theme, self._actions)
        self.outside = OutsideCard(theme, self._actions)
        self.program = ProgramCard(theme, self._actions)
        self.reading = Reading(bridge, self)
        self.outside_flow = OutsideFlow(theme, bridge, clock, self)
        self.restore_flow = RestoreFlow(theme, bridge, clock, self)
        self._restored: Path | None = None
        self._open_restored = QAction(_("Open the file"), self)
        self._lay_out()
        self._connect()
        self.refresh(frozenset())

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state; the list is read beside the window when everything may have changed."""
        self._find_keeper()
        self._show()
        if not changed and self.isVisible():
            self.read_again()

    def show_target(self, target: object) -> None:
        """Choose the copy at a path, or go to what lies outside this computer."""
        if isinstance(target, Path):
            self.copies.select(target)
        elif target == "outside":
            self.outside.stick.setFocus(Qt.FocusReason.TabFocusReason)

    # Actions

    def make_copy(self) -> None:
        """Make a copy now, unless nothing changed since the newest."""
        if self._keeper is not None:
            self.notices.hide_outcome()
            self._keeper.make_now(self._tell_made)

    def copy_outside(self) -> None:
        """Put a checked copy on a stick."""
        self.notices.hide_outcome()
        self.outside_flow.start(self.choose_folder, self.lies_apart)

    def view_copy(self) -> None:
        """Look into the chosen copy."""
        row = self.copies.current()
        if row is not None and self._actions["view"].isEnabled():
            self.go.emit(navigation.VIEW_COPY, row.copy)

    def restore_copy(self) -> None:
        """Go back to the chosen copy."""
        row = self.copies.current()
        if row is not None:
            self.notices.hide_outcome()
            self.restore_flow.start(row.copy, self.choose_target)

    def open_folder(self) -> None:
        """Show where the copies lie."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.copies_folder())))

    def choose_second(self) -> None:
        """Let copies go into a second folder too."""
        keeper = self._keeper
        if keeper is None:
            return
        folder = self.choose_folder(self, _("Choose a second folder for the copies"), keeper.second_folder or Path.home())
        if folder is None:
            return
        if folder == self.copies_folder():
            self.notices.say_refusal(_("That is where the copies lie already."), _("Choose a folder on another disk."))
            return
        keeper.choose_second_folder(folder)

    def remove_second(self) -> None:
        """Let copies go into the usual place only."""
        if self._keeper is not None:
            self._keeper.choose_second_folder(None)
            self.toast.emit(_("No more copies go there. Those that are there stay."), None)

    def ask_program(self) -> None:
        """Ask for what only the program can do: the key of the action that was triggered is that of `navigation`."""
        action = self.sender()
        if isinstance(action, Action):
            self.go.emit(action.key, None)

    def read_again(self, *, afresh: bool = False) -> None:
        """Read beside the window what copies there are; ``afresh``: look into each of them again."""
        self.reading.read(self.copies_folder(), None if self._keeper is None else self._keeper.second_folder, afresh=afresh)

    def copies_folder(self) -> Path:
        """Return where the copies lie."""
        return backups.copies_folder() if self._keeper is None else self._keeper.folder

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        page = Scroll(margins=(_MARGIN, 2, _MARGIN, _FOOT), spacing=_GAP)
        column.addWidget(page, 1)
        page.body.addWidget(self.notices)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_GAP)
        self._side = QWidget()
        cards = QVBoxLayout(self._side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(_GAP)
        for card in (self.file, self.outside, self.program):
            cards.addWidget(card)
        cards.addStretch(1)
        column_of_list = QVBoxLayout()
        column_of_list.addWidget(self.copies, 1)
        column_of_list.addStretch(0)
        self._row.addLayout(column_of_list, 1)
        self._row.addWidget(self._side)
        page.body.addLayout(self._row, 1)
        self._page = page
        page.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.header.set_actions([], self._actions["make"])
        self._fit()

    def _connect(self) -> None:
        self.copies.chosen.connect(self._update_actions)
        self.copies.opened.connect(self.view_copy)
        self.copies.menu_asked.connect(self._open_menu)
        self.reading.changed.connect(self._show_list)
        self.outside_flow.password_asked.connect(self._actions[navigation.PASSWORD].trigger)
        self.restore_flow.in_place_asked.connect(partial(self.go.emit, navigation.RESTORE_COPY))
        self.restore_flow.finished.connect(self._tell_restored)
        self.outside_flow.finished.connect(self._tell_outside)
        for flow in (self.outside_flow, self.restore_flow):
            flow.began.connect(self.notices.show_work)
            flow.began.connect(self._update_actions)
            flow.refused.connect(self.notices.say_refusal)
            flow.refused.connect(self._update_actions)
        self.notices.try_again.connect(self.make_copy)
        self.notices.settled.connect(self._fit_soon)
        self._open_restored.triggered.connect(self._ask_to_open)
        self._theme.changed.connect(self._fit)

    def _find_keeper(self) -> None:
        if self._keeper is None:
            self._keeper = keeper_of(self._bridge)
            if self._keeper is not None:
                self._keeper.changed.connect(self._take_news)

    def _take_news(self) -> None:
        self._show()
        if self.isVisible() and self._keeper is not None and not self._keeper.busy:
            self.read_again()

    def _show(self) -> None:
        workspace, keeper, today = self._bridge.workspace, self._keeper, self._clock().date()
        octets, written = _of_file(workspace.path)
        self.file.show_file(workspace.path, octets, workspace.saved_at or written, today, encrypted=workspace.encrypted)
        self._actions[navigation.PASSWORD].set_label(_("Password and key…") if workspace.encrypted else _("Set a password…"))
        last = file_notes.day(workspace.file_uuid, file_notes.OUTSIDE_DAY)
        self.outside.show_outside(last, today, due=keeper is not None and keeper.outside_is_due)
        trouble = words.second_failure(keeper.second.why) if keeper is not None and keeper.second.failing_since else ""
        self.outside.show_second(None if keeper is None else keeper.second_folder, trouble)
        self._show_trouble()
        self._show_state()
        self._update_actions()

    def _show_trouble(self) -> None:
        keeper = self._keeper
        if keeper is None or keeper.copying.failing_since is None:
            self.notices.say_trouble("", "", late=False)
            return
        self.notices.say_trouble(words.failure(keeper.copying.why), words.remedy(keeper.copying.why), late=keeper.standing is Standing.LATE)

    def _show_list(self) -> None:
        rows, keeper = self.reading.rows, self._keeper
        if self.reading.refused is not None:
            self.copies.say_empty(*errors.sentence(self.reading.refused), can_make=False)
        elif keeper is not None:
            text = _("They are made by themselves while you work. You can also make one now.")
            self.copies.say_empty(_("There are no copies yet"), text, can_make=True)
        elif self._bridge.read_only:
            self.copies.say_empty(_("There are no copies of this file here"), "", can_make=False)
        else:
            text = _("In your own programme they are made by themselves while you work.")
            self.copies.say_empty(_("No copies are made of the example"), text, can_make=False)
        self.copies.show_rows(rows, self._clock().date())
        self._show_state()
        self._update_actions()

    def _show_state(self) -> None:
        rows, today = self.reading.rows, self._clock().date()
        self.copies.say_state(self.reading.checking, self._thinned())
        if rows:
            self.header.set_state(_("The newest copy is {when}.").format(when=words.in_sentence(rows[0].copy.when, today)))
        elif self.reading.read_once:
            self.header.set_state(self.copies.empty_title())

    def _thinned(self) -> str:
        uuid = self._bridge.workspace.file_uuid
        number, day = file_notes.get(uuid, file_notes.THINNED), file_notes.day(uuid, file_notes.THINNED_DAY)
        if not isinstance(number, int) or day is None:
            return ""
        text = plural("On {day} {n} old copy went for lack of room.", "On {day} {n} old copies went for lack of room.", number)
        return text.format(n=number, day=formats.short_date(day, current()))

    def _update_actions(self) -> None:
        keeper, row = self._keeper, self.copies.current()
        busy = self.outside_flow.busy or self.restore_flow.busy
        copying = keeper is not None and keeper.busy
        self._actions["make"].setEnabled(keeper is not None and not copying)
        self._actions["make"].set_label(_("Making a copy…") if copying else _("Make a copy now"))
        self._actions["outside"].setEnabled(not busy and (keeper is not None or bool(self._bridge.read_only)))
        for key in ("second", "no_second"):
            self._actions[key].setEnabled(keeper is not None)
        self._actions["view"].setEnabled(_usable(row))
        self._actions["restore"].setEnabled(_usable(row) and not busy)
        bad = _("This copy has gone bad. Choose another one.")
        self._actions["view"].set_tip(
            _("Look into the chosen copy in another window, changing nothing") if _usable(row) or not row else bad
        )
        self._actions["restore"].set_tip(_("Go back to the chosen copy") if _usable(row) or not row else bad)
        self._actions["folder"].setEnabled(bool(self.reading.rows))
        self._actions[navigation.PASSWORD].setEnabled(not self._bridge.read_only)
        self._actions[navigation.LOCK].setEnabled(self._bridge.workspace.encrypted)

    # How it ended

    def _tell_made(self, found: Round) -> None:
        if found.first.why:
            return
        if found.first.made is None:
            self.toast.emit(_("Nothing has changed since the newest copy, so it is enough."), None)
        else:
            self.copies.select(found.first.made.path)
            self.toast.emit(_("Copy made and checked"), None)

    def _tell_outside(self, target: Path, apart: bool) -> None:
        name = target.name
        if apart:
            self.notices.say_outcome(
                "ok", _("You can pull the stick out now"), _("“{name}” is on it and has been read back.").format(name=name)
            )
        else:
            title = _("The copy lies on the same disk as your file")
            text = _("If the computer is lost, both are. “{name}” has been saved; choose a stick or another disk too.").format(name=name)
            self.notices.say_outcome("warn", title, text)
        self._show()

    def _tell_restored(self, restored: Restored) -> None:
        self.notices.hide_work()
        self._restored = restored.path
        self.toast.emit(_("Recovered into {name}").format(name=restored.path.name), self._open_restored)
        self._update_actions()

    def _ask_to_open(self) -> None:
        if self._restored is not None:
            self.go.emit(navigation.OPEN_FILE, self._restored)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self._actions["view"], self._actions["restore"]])
        menu.addSeparator()
        menu.addAction(self._actions["folder"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    # Room

    def _make_room(self, _low: int, high: int) -> None:
        # The cards keep their right edge, in line with the buttons of the head, whether there is a scroll bar or not.
        bar = self._page.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self._page.body.setContentsMargins(_MARGIN, 2, _MARGIN - bar, _FOOT)

    def _fit(self) -> None:
        wide = self.width() >= self._theme.px(_WIDE_FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(self._theme.px(_SIDE) if wide else 0)
        self._side.setMaximumWidth(self._theme.px(_SIDE) if wide else _MOST)
        # Beside the cards the list ends where the page does, with its buttons in sight, however long the cards are.
        above = self.notices.height() + _GAP if self.notices.isVisible() else 0
        room = self._page.viewport().height() - above - 2 - _FOOT
        self.copies.setMaximumHeight(max(self._theme.px(_LOWEST), room) if wide else _MOST)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._read_if_shown)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Said once; whoever comes back has seen it.
        self.notices.hide_outcome()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _read_if_shown(self) -> None:
        if self.isVisible():
            # A disk goes bad without a word: whoever comes to see gets to know.
            self.read_again(afresh=True)


def _usable(row: Row | None) -> bool:
    return row is not None and row.sound is not Sound.BAD


def _of_file(path: Path) -> tuple[int | None, datetime | None]:
    """Return size and moment of writing, by asking the folder: the file itself is never opened."""
    try:
        state = path.stat()
    except OSError:
        return None, None
    return state.st_size, datetime.fromtimestamp(state.st_mtime)  # noqa: DTZ006 - wall time, as the program keeps it
