# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Días sin sesiones*: closures of the firm and the local holidays of its sites, beside the days of the edition."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.sites import Closure, LocalDay, Site, SiteId
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme import editions
from revmentor_desktop.ui.programme import days
from revmentor_desktop.ui.programme.days_card import DaysCard, Hint
from revmentor_desktop.ui.programme.days_dialog import DaysDialog
from revmentor_desktop.ui.programme.forms import column
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button, IconButton
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel


class DayRow(QWidget):
    """A day or stretch, what it is called, and a button to remove it (``removed(key)``)."""

    removed = Signal(object)

    def __init__(self, theme: Theme, key: object, when: str, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(PlainLabel(theme, name, "strong", wrap=True))
        texts.addWidget(PlainLabel(theme, when, "caption", "text2", wrap=True))
        row.addLayout(texts, 1)
        self.button = IconButton(theme, "trash-2", tip, small=True, writes=True)
        row.addWidget(self.button)
        self.button.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.removed.emit(self._key)


class SiteDays(QWidget):
    """The local holidays of one site."""

    def __init__(self, theme: Theme, notices: Notices, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._notices, self.site_id = theme, notices, site.id
        self.dialog: DaysDialog | None = None
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.name = PlainLabel(theme, site.name, "h3", wrap=True)
        self.add = Button(theme, _("Add local holiday…"), "plus", "quiet", small=True, writes=True)
        head.addWidget(self.name, 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column_.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column_.addLayout(self._rows)
        self._shown: tuple[LocalDay, ...] | None = None
        self.add.clicked.connect(self.ask)
        self.show_site(site)

    def show_site(self, site: Site) -> None:
        """Show the days of the site as they are now."""
        self.name.setText(site.name)
        if site.local_days == self._shown:
            return
        self._shown = site.local_days
        clear(self._rows)
        for local in site.local_days:
            when = formats.weekday_long_date(local.day, current())
            tip = _("Remove {name}, {day}").format(name=local.name, day=formats.day_and_month(local.day, current()))
            row = DayRow(self._theme, local, when[:1].upper() + when[1:], local.name, tip)
            row.removed.connect(self._remove)
            self._rows.addWidget(row)
        if not site.local_days:
            self._rows.addWidget(PlainLabel(self._theme, _("None noted yet."), "caption", "text2"))

    def ask(self) -> None:
        """Ask for a day and its name."""
        site = self._site()
        edition = self._notices.workspace.snapshot().edition
        self.dialog = DaysDialog(
            self._theme,
            self.window(),
            edition.start,
            title=_("Local holiday of {site}").format(site=site.name),
            text=_("Each town has two of its own a year. They are in the bulletin of its province."),
            act=_("Add local holiday"),
            several=False,
        )
        self.dialog.accepted.connect(self._add)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _add(self) -> None:
        if self.dialog is None:
            return
        local, site = LocalDay(self.dialog.start(), self.dialog.name()), self._site()
        kept = tuple(sorted({*site.local_days, local}))
        told = _("Local holiday added: {name}").format(name=local.name)
        self._notices.attempt(partial(editions.save_site, self._notices.workspace, replace(site, local_days=kept)), told)

    def _remove(self, local: object) -> None:
        site = self._site()
        kept = tuple(each for each in site.local_days if each != local)
        told = _("Local holiday removed: {name}").format(name=local.name if isinstance(local, LocalDay) else "")
        if self._notices.attempt(partial(editions.save_site, self._notices.workspace, replace(site, local_days=kept)), told):
            self.add.setFocus()

    def _site(self) -> Site:
        return self._notices.workspace.snapshot().sites[self.site_id]


class ClosureKeeper(QObject):
    """Closes and opens days, from the months and from the list."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices, self._workspace = notices, notices.workspace

    def toggle(self, first: date, last: date) -> None:
        """Open the days when a closure covers the first, else close them; a day that nobody can change says why."""
        shown = days.calendar(self._workspace)
        mark = shown.marks.get(first)
        if mark is not None and mark.closed:
            opened = partial(editions.open_days, self._workspace, first, last)
            self._notices.attempt(opened, _("Open again: {days}").format(days=days.span_text(first, last)))
        elif first == last and not shown.works(first):
            self._notices.told.emit(_("{day}: nothing to close.").format(day=days.day_text(first, shown)))
        else:
            self.close(first, last, _("Closure"))

    def close(self, first: date, last: date, name: str) -> None:
        """Close a stretch of days."""
        told = _("Closed: {days}").format(days=days.span_text(first, last))
        self._notices.attempt(partial(editions.add_closure, self._workspace, first, last, name), told)

    def remove(self, closure: Closure) -> None:
        """Open all days of a closure."""
        told = _("Open again: {days}").format(days=days.span_text(closure.start, closure.end))
        self._notices.attempt(partial(editions.remove_closure, self._workspace, closure.id), told)


class DaysSection(SectionPage):
    """Lists of closures and local holidays beside the months."""

    def __init__(self, theme: Theme, notices: Notices, closures: ClosureKeeper, add_closure: Action, parent: QWidget | None = None) -> None:
        self._theme, self._notices, self._closures = theme, notices, closures
        self._workspace = notices.workspace
        self._shown: tuple[Closure, ...] | None = None
        self.sites: dict[SiteId, SiteDays] = {}
        self.august = Banner(
            theme,
            "info",
            _("Do you close in August?"),
            _("The edition goes through August and nothing is closed then."),
            action=_("Close in August"),
            writes=True,
        )
        self.days = DaysCard(theme)
        self._closure_card = Card(theme, _("Closures of the firm"), padding=18)
        self.add = Button(theme, add_closure.label, "plus", small=True).follow(add_closure)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._local = Card(theme, _("Local holidays"), padding=18)
        self._site_list = QVBoxLayout()
        self._site_list.setSpacing(10)
        self._no_sites = PlainLabel(
            theme, _("They are noted by site. Sites come from the answers of the people."), "caption", "text2", wrap=True
        )
        super().__init__(theme, self._make_form(), self.days, parent)
        self.august.acted.connect(self._close_august)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        snapshot = self._workspace.snapshot()
        edition = snapshot.edition
        self.days.show_days(days.calendar(self._workspace))
        self._proposal = days.august_without_closure(edition.start, edition.end, snapshot.closures)
        self.august.setVisible(self._proposal is not None)
        self._show_closures(snapshot.closures)
        self._show_sites()

    def rows(self) -> tuple[DayRow, ...]:
        """Return the rows of the closures."""
        found = (self._list.itemAt(place) for place in range(self._list.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, DayRow))

    _proposal: tuple[date, date] | None

    def _make_form(self) -> QWidget:
        card = self._closure_card
        card.note.hide()
        card.body.setContentsMargins(18, 18 - 2 * RING, 18, 18)
        card.add_to_head(self.add)
        card.body.addWidget(self.august)
        card.body.addLayout(self._list)
        self._local.body.setSpacing(10)
        self._local.body.addWidget(self._no_sites)
        self._local.body.addLayout(self._site_list)
        return column(card, self._local)

    def _show_closures(self, closures: tuple[Closure, ...]) -> None:
        if closures == self._shown:
            return
        self._shown = closures
        focused = any(row.button.hasFocus() for row in self.rows())
        clear(self._list)
        for closure in closures:
            when = days.long_span(closure.start, closure.end)
            tip = _("Remove the closure {name}, {days}").format(name=closure.name, days=days.span_text(closure.start, closure.end))
            row = DayRow(self._theme, closure, when, closure.name, tip)
            row.removed.connect(self._closures.remove)
            self._list.addWidget(row)
        if not closures:
            self._list.addWidget(PlainLabel(self._theme, _("None noted yet."), "caption", "text2"))
            self._list.addWidget(Hint(self._theme, _("Click a day of the calendar, or add several days in a row.")))
        if focused:
            self.add.setFocus()

    def _show_sites(self) -> None:
        sites = self._workspace.snapshot().sites
        if set(sites) != set(self.sites):
            clear(self._site_list)
            self.sites = {}
            for number, site in enumerate(sites.values()):
                if number:
                    self._site_list.addWidget(Line())
                self.sites[site.id] = SiteDays(self._theme, self._notices, site)
                self._site_list.addWidget(self.sites[site.id])
        for site in sites.values():
            self.sites[site.id].show_site(site)
        self._no_sites.setVisible(not sites)

    def _close_august(self) -> None:
        if self._proposal is not None:
            self._closures.close(*self._proposal, _("August holidays"))


def closure_dialog(theme: Theme, parent: QWidget, day: date) -> DaysDialog:
    """Return the dialog that asks for a closure."""
    return DaysDialog(
        theme,
        parent,
        day,
        title=_("Close several days"),
        text=_("No session is planned on these days. Those that are there already turn to clashes; none is moved by itself."),
        act=_("Add closure"),
        several=True,
    )
