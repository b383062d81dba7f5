# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Temas sin cubrir*: topics at the left; at the right who wants one, who offers it and whom to invite."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.enrolments import Enrolment
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _
from revmentor_desktop.programme.coverage import Cover, Group, coverage, invitees, other_enrolments
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.coverage import invitation, words
from revmentor_desktop.ui.coverage.actions import specs
from revmentor_desktop.ui.coverage.list_card import ListCard
from revmentor_desktop.ui.coverage.person_row import Shown
from revmentor_desktop.ui.coverage.topic_panel import TopicPanel
from revmentor_desktop.ui.navigation import COVERAGE, PAIRS, PEOPLE
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.panel_page import PanelPage


class CoverageScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`); it only looks, and copies texts.

    `show_target` takes ``("topic", id)``, or ``("person", id)``: the first topic not covered that somebody wants. It ``go``es to pairs
    and to people, ``("person", id)``.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = COVERAGE
        self._theme, self._bridge, self._workspace = theme, bridge, bridge.workspace
        self._covers: tuple[Cover, ...] = ()
        self._others: tuple[Enrolment, ...] = ()
        self._seen: Snapshot | None = None
        self._looked = False
        self._commands = build_actions(theme, self, specs())
        self.header = PageHeader(theme, _("Topics not covered"))
        self.header.set_actions([self._commands["back"]])
        self.card = ListCard(theme, self._commands["people"])
        self.panel = TopicPanel(theme, self._commands["copy"])
        self._page = PanelPage(theme, self.card, self.panel)
        # What the person closed stays closed until they open it again.
        self._closed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._page, 1)
        self._connect()
        self.refresh(frozenset())

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state."""
        snapshot = self._bridge.snapshot()
        if snapshot is self._seen:
            return
        if snapshot.hidden and (self._seen is None or not self._seen.hidden):
            # Somebody's name may have been looked for.
            self.card.search.clear()
        had_focus = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._seen, self._covers, self._others = snapshot, coverage(snapshot), other_enrolments(self._workspace)
        self.header.set_state(words.state(self._covers))
        self.card.show_covers(self._covers, snapshot)
        if not self._looked and self._covers:
            self._looked = True
            self.card.show_group(next(group for group in Group if any(cover.group is group for cover in self._covers)))
        if had_focus and self.focusWidget() is None:
            self.card.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, target: object) -> None:
        """Go to a topic, or to what somebody wants and nobody offers; others are ignored."""
        match target:
            case ("topic", int() as topic_id):
                found = self.card.select(TopicId(topic_id))
            case ("person", int() as person_id):
                found = self._show_wants(PersonId(person_id))
            case _:
                return
        if found:
            self.open_topic()
            self.card.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Actions

    def go_back(self) -> None:
        """Go to the board."""
        self.go.emit(PAIRS, None)

    def go_to_people(self) -> None:
        """Go to the enrolments."""
        self.go.emit(PEOPLE, None)

    def focus_filter(self) -> None:
        """Go to the filter."""
        self.card.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.card.search.selectAll()

    def copy_open(self) -> None:
        """Copy the invitation without a name for the topic in sight."""
        cover = self.card.current()
        if cover is not None and cover.wanted:
            self._copy(
                invitation.to_all(cover, self._workspace.snapshot()), _("Open invitation copied. Paste it into an e-mail or a notice.")
            )

    def open_topic(self) -> None:
        """Show the panel of the current topic, over the list where there is no room beside it."""
        self._closed = False
        self._show_topic()
        if self.card.current() is not None:
            self._page.open_panel()

    # Inside

    def _connect(self) -> None:
        self.card.chosen.connect(self._show_topic)
        self.card.opened.connect(self.open_topic)
        self.card.menu_asked.connect(self._open_menu)
        self.panel.closed.connect(self._close_topic)
        self.panel.person_chosen.connect(self._open_person)
        self.panel.copied.connect(self._copy_row)

    def _show_topic(self) -> None:
        cover, snapshot = self.card.current(), self._seen
        self._commands["copy"].setEnabled(cover is not None and bool(cover.wanted))
        if cover is None or snapshot is None:
            self._page.close_panel()
            return
        asked = invitees(snapshot, cover.topic_id, self._others) if cover.gap is not None else ()
        self.panel.show_topic(cover, asked, snapshot)
        if not self._closed and (not self._page.is_over() or self.panel.isVisibleTo(self)):
            self._page.open_panel()

    def _close_topic(self) -> None:
        self._closed = True
        self.card.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_wants(self, person_id: PersonId) -> bool:
        wanted = [cover for cover in self._covers if cover.gap is not None and any(one.person_id == person_id for one in cover.wanted)]
        return bool(wanted) and self.card.select(wanted[0].topic_id)

    def _open_person(self, person_id: PersonId) -> None:
        self.go.emit(PEOPLE, ("person", person_id))

    def _copy_row(self, shown: object) -> None:
        if self._bridge.hides_names:
            self.toast.emit(_("Show the names first: the invitation is made of them."), None)
        elif isinstance(shown, Shown):
            self._copy(shown.text, _("Text for {name} copied. Paste it into an e-mail.").format(name=shown.person.short_name))

    def _copy(self, text: str, told: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.toast.emit(told, None)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self._commands["copy"])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _fit(self) -> None:
        if self._page.is_over() and not self._closed and not self.panel.isAncestorOf(self.focusWidget() or self):
            self._page.close_panel()
        elif not self._page.is_over():
            self._show_topic()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_topic)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
