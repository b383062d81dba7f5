# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Programa*: sections at the left, the form of one in the middle, at the right what it means."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme.actions import specs
from revmentor_desktop.ui.programme.criteria_section import CriteriaSection
from revmentor_desktop.ui.programme.days_dialog import DaysDialog
from revmentor_desktop.ui.programme.days_section import ClosureKeeper, DaysSection, closure_dialog
from revmentor_desktop.ui.programme.edition_section import EditionSection
from revmentor_desktop.ui.programme.firm_section import FirmSection
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.section_list import SectionList, SectionModel, sections
from revmentor_desktop.ui.programme.sites_section import SitesSection
from revmentor_desktop.ui.programme.topics_section import TopicsSection
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.editors import ComboBox
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.held import hold

LIST_FROM = 760
"""Width of the page (px at 100 %) from which the sections stand in a list at its left; under it they are one choice on top."""

AnySection = EditionSection | FirmSection | CriteriaSection | DaysSection | TopicsSection | SitesSection


class ProgrammeScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`).

    `show_target` takes the key of a section: edition, firm, criteria, days, topics or sites, or ``"minimum"`` (in criteria).
    Each is built when it is first shown.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "programme"
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._workspace = bridge.workspace
        self._actions = build_actions(theme, self, specs(), bridge.read_only)
        self._notices = Notices(bridge.workspace, self)
        self._closures = ClosureKeeper(self._notices, self)
        self.header = PageHeader(theme, _("Programme"))
        self._model = SectionModel(sections(), self)
        self.list = SectionList(theme, self._model)
        self.choice = ComboBox(theme)
        self._stack = QStackedWidget()
        self._built: dict[str, AnySection] = {}
        self._section = ""
        self.dialog: DaysDialog | None = None
        self._lay_out()
        self._connect()
        self._show_head()

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state of the file."""
        self._show_head()
        if not self._section:
            self.show_section("edition")
        for key, section in self._built.items():
            if key == self._section:
                section.refresh()

    def show_target(self, target: object) -> None:
        """Go to a section by its key, or to the least compatibility; others are ignored."""
        if target == "minimum":
            self._go_to_minimum()
            return
        if isinstance(target, str) and any(section.key == target for section in self._model.sections):
            self.show_section(target)
            self._focus_section()

    # Sections

    def current_section(self) -> str:
        """Return the key of the section in sight."""
        return self._section

    def show_section(self, key: str) -> None:
        """Show a section as it is now. Raises `KeyError` for an unknown one."""
        if key not in self._built:
            self._built[key] = self._build(key)
            hold(self._built[key], self._bridge.read_only)
            self._stack.addWidget(self._built[key])
        elif key != self._section:
            self._built[key].refresh()
        self._section = key
        self._stack.setCurrentWidget(self._built[key])
        row = next(row for row, section in enumerate(self._model.sections) if section.key == key)
        self.list.set_current(row)
        self.choice.select(key)
        for name, section in (("add_closure", {"edition", "days"}), ("choose_logo", {"firm"}), ("restore_weights", {"criteria"})):
            self._actions[name].setEnabled(key in section)
        self._actions["add_topic"].setEnabled(key == "topics")
        # What these two can do depends on what is kept too.
        if key in {"firm", "criteria"}:
            self._built[key].refresh()

    def section(self, key: str) -> AnySection:
        """Return a section, which is shown first if it never was."""
        if key not in self._built:
            self.show_section(key)
        return self._built[key]

    def show_next_section(self) -> None:
        """Go to the next section, round."""
        self._step(1)

    def show_previous_section(self) -> None:
        """Go to the section before, round."""
        self._step(-1)

    # What can be done

    def add_closure(self) -> None:
        """Ask for days to close."""
        edition = self._workspace.snapshot().edition
        first = min(max(edition.start, self._today()), edition.end)
        self.dialog = closure_dialog(self._theme, self.window(), first)
        self.dialog.accepted.connect(self._close_days)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def choose_logo(self) -> None:
        """Ask for a picture."""
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        folder = documents_folder()
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose logo"), str(folder if folder.is_dir() else folder.parent), kinds)
        section = self._built.get("firm")
        if name and isinstance(section, FirmSection):
            section.use_logo(Path(name))

    def remove_logo(self) -> None:
        """Print the initials again."""
        section = self._built.get("firm")
        if isinstance(section, FirmSection):
            section.remove_logo()

    def restore_weights(self) -> None:
        """Give the criteria their recommended weights."""
        section = self._built.get("criteria")
        if isinstance(section, CriteriaSection):
            section.restore()

    def add_topic(self) -> None:
        """Add the topic that is typed."""
        section = self._built.get("topics")
        if isinstance(section, TopicsSection):
            section.add()

    # Inside

    def _go_to_minimum(self) -> None:
        self.show_section("criteria")
        section = self._built["criteria"]
        if isinstance(section, CriteriaSection):
            section.minimum.editor.setFocus(Qt.FocusReason.TabFocusReason)
            section.reveal(section.minimum)

    def _build(self, key: str) -> AnySection:
        theme, notices, actions = self._theme, self._notices, self._actions
        if key == "firm":
            return FirmSection(theme, notices, self._today, (actions["choose_logo"], actions["remove_logo"]))
        if key == "criteria":
            return CriteriaSection(theme, notices, actions["restore_weights"], self._bridge)
        if key == "topics":
            return TopicsSection(theme, notices, actions["add_topic"])
        if key == "sites":
            sites = SitesSection(theme, notices)
            sites.people.clicked.connect(self._go_to_people)
            return sites
        section = (
            DaysSection(theme, notices, self._closures, actions["add_closure"])
            if key == "days"
            else EditionSection(theme, notices, actions["add_closure"])
        )
        section.days.toggled.connect(self._closures.toggle)
        return section

    def _lay_out(self) -> None:
        for section in self._model.sections:
            self.choice.addItem(section.text, section.key)
        self.choice.setAccessibleName(_("Section"))
        page = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(24, 0, 24, 20)
        self._row.setSpacing(12)
        self._row.addWidget(self.list)
        self._row.addWidget(self.choice)
        self._row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(page, 1)
        self._fit()

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_section)
        self.choice.activated.connect(self._choose)
        self._notices.saved.connect(self._say_saved)
        self._notices.told.connect(self._say)
        self._theme.changed.connect(self._fit)

    def _show_head(self) -> None:
        edition = self._workspace.snapshot().edition
        how = (
            edition.name if self._bridge.read_only else _("{edition} · saved by itself as each answer changes").format(edition=edition.name)
        )
        self.header.set_state(how)

    def _fit(self) -> None:
        wide = self.width() - 48 >= self._theme.px(LIST_FROM)
        self.list.setVisible(wide)
        self.choice.setVisible(not wide)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _step(self, by: int) -> None:
        keys = [section.key for section in self._model.sections]
        self.show_section(keys[(keys.index(self._section or keys[0]) + by) % len(keys)])
        (self.list.view if self.list.isVisible() else self.choice).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_section(self) -> None:
        """Give the keys to what is half typed there; without that, and unless something in the section has them, to its name."""
        shown = self._built[self._section]
        line = shown.recovered_line()
        focused = self.focusWidget()
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            shown.reveal(line)
        elif focused is None or not focused.hasFocus() or not shown.isAncestorOf(focused):
            (self.list.view if self.list.isVisible() else self.choice).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, _row: int) -> None:
        self.show_section(str(self.choice.currentData()))

    def _close_days(self) -> None:
        if self.dialog is not None:
            self._closures.close(self.dialog.start(), self.dialog.end(), self.dialog.name())

    def _go_to_people(self) -> None:
        self.go.emit("people", None)

    def _say_saved(self, text: str) -> None:
        self.toast.emit(text, self._bridge.undo_action)

    def _say(self, text: str) -> None:
        self.toast.emit(text, None)

    def _today(self) -> date:
        return self._clock().date()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._section:
            self.show_section("edition")
