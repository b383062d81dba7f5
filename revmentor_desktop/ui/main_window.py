# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The window: sidebar, one screen at a time, the notice at the foot, and the keys that work everywhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bands import Bands
from revmentor_desktop.ui.curtain import Cover
from revmentor_desktop.ui.help_dialog import HelpDialog, HelpGroup
from revmentor_desktop.ui.navigation import CURTAIN, Screen, destinations, marked, places
from revmentor_desktop.ui.notices import Notices
from revmentor_desktop.ui.search.button import KEYS as SEARCH_KEYS
from revmentor_desktop.ui.search.search import Search
from revmentor_desktop.ui.sidebar import Sidebar
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action, ActionSpec
from revmentor_desktop.ui.widgets.held import held_sentence
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.side_panel import SidePanel
from revmentor_desktop.ui.widgets.toast import Toast

SMALLEST = QSize(660, 380)
"""Least size of the window in logical px."""
NOTICES_FROM = 400
"""Height of the window (px at 100 %) under which notices wait for more room."""
RAIL_UNDER = 1280
"""Width of the window under which the sidebar is a rail of icons."""


class MainWindow(QWidget):
    """Holds the screens and what they share.

    ``closing`` before it closes; ``edition_chosen(data)`` from the sidebar. From the bands on top: ``create_asked`` (a programme instead
    of the example), ``work_asked`` (open what is only read for working), ``recover_asked``, ``elsewhere_asked`` (save it in another place);
    ``left(key, target)``: somebody asked for a place that is none of the screens; ``names_hidden(bool)``: hide everybody's name, or
    show them again: whoever listens sees to it that the screens of `WITHOUT_NAMES` do, the others are behind a curtain.
    Screens not in sight are refreshed when they are shown.
    """

    closing = Signal()
    edition_chosen = Signal(object)
    create_asked = Signal()
    work_asked = Signal()
    recover_asked = Signal()
    elsewhere_asked = Signal()
    left = Signal(str, object)
    names_hidden = Signal(bool)

    def __init__(self, theme: Theme, *, with_history: bool = False) -> None:
        """``with_history``: show undo and redo in the heads of the screens (see `set_history`)."""
        super().__init__()
        self._theme, self._with_history = theme, with_history
        self._screens: dict[str, Screen] = {}
        self._makers: dict[str, Callable[[], Screen]] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._viewing, self._names, self._saved = False, ("", ""), ("", "ok")
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("RevMentor")
        self.setWindowIcon(theme.window_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 690)
        self.sidebar = Sidebar(theme, destinations())
        self._pages = QStackedWidget()
        self._bands = Bands(theme)
        self.undo_action = self._window_action(_("Undo"), "Ctrl+Z", "undo-2")
        self.redo_action = self._window_action(_("Redo"), "Ctrl+Y", "redo-2")
        self.search_action = self._window_action(_("Search"), SEARCH_KEYS, "search")
        self.names_action = self._window_action(_("Hide names"), "Ctrl+Shift+O", "eye-off")
        self.cover = Cover(theme, self.names_action)
        self._build()
        self._toast = Toast(theme, self._content)
        self.search = Search(theme, self)
        self._connect()
        self.set_history("", "")

    # Screens

    def add_screen(self, screen: Screen) -> None:
        """Take a screen in under its ``key`` (one of those of `navigation`). The first one added is shown."""
        if not isinstance(screen, QWidget):
            raise TypeError(type(screen))
        self._screens[screen.key] = screen
        self._stale[screen.key] = frozenset()
        if self._with_history:
            screen.header.set_history(self.undo_action, self.redo_action)
        screen.go.connect(self.show_screen)
        screen.toast.connect(self.toast)
        self._pages.addWidget(screen)
        if len(self._screens) == 1:
            self.show_screen(screen.key)

    def add_place(self, key: str, make: Callable[[], Screen]) -> None:
        """Take a screen in that is only made when it is first shown; the first one added is shown now."""
        self._makers[key] = make
        if len(self._makers) + len(self._screens) == 1:
            self.show_screen(key)

    def show_screen(self, key: str, target: object = None) -> None:
        """Show a screen, refreshed, and what it should select there. For an unknown key ``left`` is emitted."""
        place = key
        if self.cover.stands_before(key) and (key in self._screens or key in self._makers):
            key, target = CURTAIN, self.cover.stand_for(key, target)
            if key not in self._screens:
                self.add_screen(self.cover.curtain)
        self._make(key)
        screen = self._screens.get(key)
        if not isinstance(screen, QWidget):
            self.left.emit(key, target)
            return
        self._pages.setCurrentWidget(screen)
        self.sidebar.set_current(marked(place))
        if key in self._stale:
            screen.refresh(self._stale.pop(key))
        if target is not None:
            screen.show_target(target)

    def current_key(self) -> str:
        """Return the key of the screen in sight or behind the curtain, empty without one."""
        return self.cover.behind(self._shown_key())

    def _shown_key(self) -> str:
        shown = self._pages.currentWidget()
        return next((key for key, screen in self._screens.items() if screen is shown), "")

    def screen_of(self, key: str) -> Screen:
        """Return a screen, made now if it was not shown yet. Raises `KeyError`."""
        self._make(key)
        return self._screens[key]

    def refresh(self, changed: frozenset[str] = frozenset()) -> None:
        """Tell the screens what changed: at once the one in sight, the others when they are shown. Connect `Bridge.changed` to it."""
        for key in self._screens:
            # An empty set means everything, and stays so whatever comes on top.
            before = self._stale.get(key)
            self._stale[key] = frozenset() if not changed or before == frozenset() else changed | (before or frozenset())
        key = self._shown_key()
        if key:
            self._screens[key].refresh(self._stale.pop(key))

    # What is shown around them

    def set_names(self, edition: str, firm: str) -> None:
        """Say which edition of which firm is open."""
        self._names = (edition, firm)
        title = f"{edition} – {firm} – RevMentor"
        self.setWindowTitle(_("{title} (read only)").format(title=title) if self._viewing else title)
        self.sidebar.edition.set_names(edition, firm)

    def set_count(self, key: str, text: str, tone: str = "text2") -> None:
        """Show a count or state beside a place of the sidebar."""
        self.sidebar.set_count(key, text, tone)

    def set_saved(self, text: str, tone: str = "ok") -> None:
        """Say how the saving stands («Guardado a las 10:42»)."""
        self._saved = (text, tone)
        if self._viewing:
            self.sidebar.save_state.say(_("Consulting only"), "text2", "eye")
        elif self._bands.trouble.isVisibleTo(self):
            # What was saved before is, but nothing that is typed now.
            self.sidebar.save_state.say(_("Nothing can be saved now"), "danger", "triangle-alert")
        else:
            self.sidebar.save_state.say(text, tone)

    def set_history(self, undo: str, redo: str, barrier: str = "") -> None:
        """Name what undo and redo would do now; empty: nothing to undo. ``barrier``: why nothing before can be."""
        for action, name, word, why_not in ((self.undo_action, undo, _("Undo"), barrier), (self.redo_action, redo, _("Redo"), "")):
            action.setEnabled(bool(name) and not self._viewing)
            told = _("the last change") if name and self.cover.hides else name
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            said = held_sentence() if self._viewing else told or why_not
            action.setToolTip(tip_text(f"{word}: {said} ({keys})" if said else f"{word} ({keys})"))
            action.setStatusTip(told)

    def show_example_band(self, shown: bool) -> None:
        """Say on top that this is the example, with the way to a programme of one's own."""
        self._bands.show_example(shown)

    def show_viewing_band(self, text: str, button_text: str = "", *, why: str = "asked") -> None:
        """Say on top that the file is only read, and that everywhere in the window: title, save state, undo and redo.

        ``why`` is that of `Workspace.read_only`: it says whether the button emits ``work_asked``, ``recover_asked`` (damaged) or
        ``elsewhere_asked`` (medium). The words are those of `words.viewing`.
        """
        self._viewing = True
        self._bands.show_viewing(text, button_text, why)
        self.set_names(*self._names)
        self.set_saved("")
        self.set_history("", "")

    def add_notice(self, notice: QWidget) -> None:
        """Put something that may show itself between the bands and the screens."""
        self._notices.add(notice)

    def show_trouble(self, text: str, button_text: str = "") -> None:
        """Say on top, until `hide_trouble`, that the file can't be saved where it is; the button emits ``elsewhere_asked``."""
        self._bands.trouble.say(text, button_text)
        self.set_saved(*self._saved)
        self._fit_notices()

    def hide_trouble(self) -> None:
        """The file can be saved again."""
        self._bands.trouble.hide()
        self.set_saved(*self._saved)
        self._fit_notices()

    def bands(self) -> Bands:
        """Return the bands on top."""
        return self._bands

    def toast(self, text: str, action: object = None) -> None:
        """Say something at the foot of the content; ``action`` (a `QAction`, usually undo) becomes its button."""
        self._toast.show_text(self.cover.shown(text), action if isinstance(action, QAction) else None)

    def toast_widget(self) -> Toast:
        """Return the notice at the foot."""
        return self._toast

    def add_file_actions(self, actions: Sequence[QAction | None]) -> None:
        """Fill *Archivo y copias*; their shortcuts work everywhere. ``None`` is a line."""
        self.sidebar.set_file_actions(actions)
        for action in actions:
            if action is not None:
                self.addAction(action)

    # Names

    def toggle_names(self) -> None:
        """Hide everybody's name, or show them again; what can't be shown without stands behind a curtain."""
        behind = self.cover.turn()
        if self.cover.hides:
            self._toast.dismiss()
            self.search.palette.dismiss()
            self.show_screen(self.current_key())
        self._bands.show_hidden_names(self.cover.hides)
        self._fit_notices()
        self.names_hidden.emit(self.cover.hides)
        if behind is not None:
            self.show_screen(*behind)

    # Search, help and moving about

    def set_search(self, source: Callable[[], Snapshot]) -> None:
        """Let the search find what ``source`` returns when it is opened; until then it finds places and actions only."""
        self.search.set_source(source)

    def open_search(self) -> None:
        """Open the list of everything that can be found, with the actions of the screen in sight and of the window."""
        key = self._shown_key()
        own = self._screens[key].actions() if key else ()
        self.search.open([*own, *(action for action in self.actions() if self._can_be_found(action))])

    def open_help(self) -> HelpDialog:
        """Open the list of keys of the screen in sight."""
        dialog = HelpDialog(self._theme, self, self.help_groups())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def help_groups(self) -> tuple[HelpGroup, ...]:
        """Return the keys of the screen in sight and of the whole window, made from their actions."""
        key = self._shown_key()
        own = [action for action in self._screens[key].actions() if action.shortcut().toString()] if key else []
        name = next((place.text for place in places() if place.key == key), "")
        window = [
            action for action in self.actions() if action.shortcut().toString() and (self._with_history or not self._is_history(action))
        ]
        groups = (HelpGroup(name, tuple(own)), HelpGroup(_("Everywhere"), tuple(window)))
        return tuple(group for group in groups if group.actions)

    def open_context_menu(self) -> None:
        """Open the menu of what has the keys, as the menu key does; not every system sends it for Shift+F10."""
        widget = self.focusWidget()
        if widget is not None:
            middle = widget.rect().center()
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, widget.mapToGlobal(middle))
            QApplication.postEvent(widget, event)

    def next_region(self) -> None:
        """Move the focus to the next part: sidebar, head, content, panel."""
        self._step_region(1)

    def previous_region(self) -> None:
        """Move the focus to the part before."""
        self._step_region(-1)

    # Inside

    def _make(self, key: str) -> None:
        make = self._makers.pop(key, None)
        if make is not None:
            self.add_screen(make())

    def _can_be_found(self, action: QAction) -> bool:
        """Whether the search offers an action of the window; the places it offers by themselves."""
        if action is self.search_action or any(action.data() == place.key for place in destinations()):
            return False
        return self._with_history or not self._is_history(action)

    def _is_history(self, action: QAction) -> bool:
        return action in (self.undo_action, self.redo_action)

    def _window_action(self, text: str, keys: str, icon: str = "") -> Action:
        action = Action(self._theme, ActionSpec(keys, text, icon, keys), self)
        self.addAction(action)
        return action

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bands)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        self._notices = Notices()
        inner.addWidget(self._notices)
        inner.addWidget(self._pages)
        row.addWidget(self._content, 1)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_screen)
        self.sidebar.edition_chosen.connect(self.edition_chosen)
        self.sidebar.search_asked.connect(self.open_search)
        self.sidebar.help_asked.connect(self.open_help)
        self.search_action.triggered.connect(self.open_search)
        self.names_action.triggered.connect(self.toggle_names)
        self._bands.names_asked.connect(self.toggle_names)
        self.search.go.connect(self.show_screen)
        self._bands.create_asked.connect(self.create_asked)
        self._bands.work_asked.connect(self.work_asked)
        self._bands.recover_asked.connect(self.recover_asked)
        self._bands.elsewhere_asked.connect(self.elsewhere_asked)
        for number, place in enumerate(destinations(), 1):
            action = self._window_action(place.text, f"Ctrl+{number}")
            action.setData(place.key)
            action.triggered.connect(self._go_by_key)
        self._window_action(_("Next part of the window"), "F6").triggered.connect(self.next_region)
        self._window_action(_("Previous part of the window"), "Shift+F6").triggered.connect(self.previous_region)
        self._window_action(_("Menu of what is selected"), "Shift+F10").triggered.connect(self.open_context_menu)
        self._window_action(_("Help"), "F1", "circle-question-mark").triggered.connect(self.open_help)
        self._theme.changed.connect(self._fit)

    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_screen(action.data())
            self._enter_screen()

    def _enter_screen(self) -> None:
        """Give the keys to the screen in sight: to what had them there before, or to its list, or to the first thing under its head."""
        screen = self._pages.currentWidget()
        if screen is None:
            return
        header = self._screens[self._shown_key()].header
        within = [widget for widget in self._focusable() if screen.isAncestorOf(widget) and not header.isAncestorOf(widget)]
        before = screen.focusWidget()
        lists = [widget for widget in within if isinstance(widget, QAbstractItemView)]
        found = before if before in within else next(iter((*lists, *within)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _regions(self) -> list[list[QWidget]]:
        """Return the widgets of each part that take the focus, in tab order, parts without any left out."""
        screen = self._pages.currentWidget()
        if screen is None:
            return []
        header = self._screens[self._shown_key()].header
        panels = [panel for panel in screen.findChildren(SidePanel) if panel.isVisible()]
        parts: list[list[QWidget]] = [[], [], [], [], []]
        for widget in self._focusable():
            if self._bands.isAncestorOf(widget):
                parts[0].append(widget)
            elif self.sidebar.isAncestorOf(widget):
                parts[1].append(widget)
            elif header.isAncestorOf(widget):
                parts[2].append(widget)
            elif any(panel.isAncestorOf(widget) for panel in panels):
                parts[4].append(widget)
            elif screen.isAncestorOf(widget):
                parts[3].append(widget)
        return [part for part in parts if part]

    def _focusable(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _step_region(self, step: int) -> None:
        regions = self._regions()
        if not regions:
            return
        focused = self.focusWidget()
        present = next((place for place, part in enumerate(regions) if focused in part), -1 if step > 0 else 0)
        regions[(present + step) % len(regions)][0].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        self.sidebar.set_rail(self.width() < self._theme.px(RAIL_UNDER))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        key = self._shown_key()
        if key and self.focusWidget() is None:
            # Somewhere to start from for the keys, without a ring nobody asked for.
            self.sidebar.place(marked(key)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_notices(self) -> None:
        self._notices.set_room(not self.cover.hides and self._bands.trouble.isHidden() and self.height() >= self._theme.px(NOTICES_FROM))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._fit_notices()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
