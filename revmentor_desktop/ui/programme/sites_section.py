# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Centros*: where people work, each site with its community, clock, rooms and summer hours."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.people import NAME_LIMIT
from revmentor_desktop.domain.sites import Site, SiteId, SummerHours
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import editions
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.forms import column, side_by_side
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.programme.setting_row import SettingRow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.checks import Switch
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.words import regions

_USUAL_UNTIL = 15 * 60
_HOURS = range(12 * 60, 19 * 60 + 1, 30)
MOST_ROOMS = 99


class SiteCard(Card):
    """The form of one site."""

    def __init__(self, theme: Theme, notices: Notices, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=18, parent=parent)
        self.heading = PlainLabel(theme, site.name, "h2", wrap=True)
        self._workspace, self.site_id = notices.workspace, site.id
        self.keeper = notices.keeper(self._site, save_with_clock, self, f"sites.{site.id}")
        self.name = Field(theme, _("Name"), LineEdit(theme, limit=NAME_LIMIT))
        self.region_edit, self.zone_edit, self.until_edit = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        self.region = Field(theme, _("Autonomous community"), self.region_edit)
        self.zone = Field(theme, _("Clock"), self.zone_edit)
        self.rooms_switch, self.summer_switch = Switch(theme, _("Limit the rooms")), Switch(theme, _("Shorter hours in summer"))
        self.rooms_edit = NumberEdit(theme, 1, 1, MOST_ROOMS, unit=_("at once"))
        self.rooms = Field(theme, _("Sessions in person at the same time"), self.rooms_edit)
        self.from_edit, self.to_edit = DateEdit(theme), DateEdit(theme)
        self.summer_from = Field(theme, _("From"), self.from_edit)
        self.summer_to = Field(theme, _("To, included"), self.to_edit)
        self.summer_until = Field(theme, _("Until"), self.until_edit)
        self._fill()
        self._lay_out(theme)
        self._connect()
        self.show_site()

    def show_site(self) -> None:
        """Show the site as it is now."""
        site = self._site()
        self.heading.setText(site.name)
        self.setAccessibleName(site.name)
        self.keeper.show_record()
        for switch, on in ((self.rooms_switch, site.rooms is not None), (self.summer_switch, site.summer_hours is not None)):
            blocked = switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(blocked)
            switch.update()
        self.rooms.setVisible(site.rooms is not None)
        if site.rooms is not None:
            self.rooms_edit.set_value(site.rooms)
        self._summer.setVisible(site.summer_hours is not None)
        if site.summer_hours is not None and not self.summer_to.error() and not self.summer_from.error():
            self.from_edit.set_value(site.summer_hours.start)
            self.to_edit.set_value(site.summer_hours.end)
            self.until_edit.select(site.summer_hours.until)

    def _fill(self) -> None:
        for code, name in regions.all_regions():
            self.region_edit.addItem(name, code)
        for zone in words.TIME_ZONES:
            self.zone_edit.addItem(words.time_zone(zone), zone)
        for minute in _HOURS:
            self.until_edit.addItem(formats.hour(minute), minute)
        self._summer = QWidget()
        row = QVBoxLayout(self._summer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(side_by_side(self.summer_from, self.summer_to))
        row.addLayout(side_by_side(self.summer_until, QWidget()))

    def _lay_out(self, theme: Theme) -> None:
        body = self.body
        body.setSpacing(12)
        body.addWidget(self.heading)
        body.addWidget(self.name)
        body.addLayout(side_by_side(self.region, self.zone))
        body.addWidget(
            SettingRow(theme, _("Limit the rooms"), _("So that not more sessions in person coincide than rooms."), self.rooms_switch)
        )
        body.addWidget(self.rooms)
        body.addWidget(Line())
        note = _("Every day of the stretch, no session ends after that hour.")
        body.addWidget(SettingRow(theme, _("Shorter hours in summer"), note, self.summer_switch))
        body.addWidget(self._summer)

    def _connect(self) -> None:
        for name, field in (("name", self.name), ("region", self.region), ("time_zone", self.zone)):
            self.keeper.bind(name, field.label(), field.editor, field)
        self.rooms_switch.toggled.connect(self._limit_rooms)
        self.rooms_edit.committed.connect(self._set_rooms)
        self.summer_switch.toggled.connect(self._shorten_summer)
        self.from_edit.committed.connect(self._set_summer_start)
        self.to_edit.committed.connect(self._set_summer_end)
        self.until_edit.activated.connect(self._set_until)

    def _site(self) -> Site:
        return self._workspace.snapshot().sites[self.site_id]

    def _limit_rooms(self, on: bool) -> None:
        self.keeper.change("rooms", 1 if on else None, words.saved(_("Limit the rooms") if on else _("No limit of rooms")))
        self.show_site()

    def _set_rooms(self, rooms: int) -> None:
        self.keeper.change("rooms", rooms, words.saved(self.rooms.label(), str(rooms)), self.rooms)

    def _shorten_summer(self, on: bool) -> None:
        year = self._workspace.snapshot().edition.end.year
        hours = SummerHours(date(year, 6, 15), date(year, 9, 15), _USUAL_UNTIL) if on else None
        told = words.saved(_("Shorter hours in summer") if on else _("The same hours in summer"))
        self.keeper.change("summer_hours", hours, told)
        self.show_site()

    def _set_summer_start(self, _day: object) -> None:
        self._set_summer(self.summer_from, "summer_start")

    def _set_summer_end(self, _day: object) -> None:
        self._set_summer(self.summer_to, "summer_end")

    def _set_until(self, _row: int) -> None:
        self._set_summer(self.summer_until, "summer_until")

    def _set_summer(self, field: Field, name: str) -> None:
        start, end, until = self.from_edit.value(), self.to_edit.value(), int(self.until_edit.currentData() or _USUAL_UNTIL)
        for each in (self.summer_from, self.summer_to):
            each.set_error(None)
        if end < start:
            field.set_error(words.ends_before(name))
            return
        told = words.saved(_("Shorter hours in summer"))
        self.keeper.change("summer_hours", SummerHours(start, end, until), told, field)


def save_with_clock(workspace: Workspace, changed: Site) -> None:
    """Keep a site; one that moves to or from the Canary Islands takes their clock, or the mainland's."""
    before = workspace.snapshot().sites[changed.id]
    if changed.region != before.region and "CN" in {changed.region, before.region}:
        changed = replace(changed, time_zone=words.TIME_ZONES[changed.region == "CN"])
    editions.save_site(workspace, changed)


class SiteMeaning(Card):
    """What the sites mean: who works there, and which days each has off that others have not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What it means"), padding=18, parent=parent)
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.body.addWidget(Line())
        text = _("A pair has no sessions on the days off of either site. Its hours are those of the mentor's site.")
        self.body.addWidget(PlainLabel(theme, text, "caption", "text2", wrap=True))
        self._shown: tuple[tuple[str, str, str], ...] = ()

    def show_sites(self, rows: tuple[tuple[str, str, str], ...]) -> None:
        """Show name, people and days of each site."""
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._rows)
        for number, (name, people, off) in enumerate(rows):
            if number:
                self._rows.addWidget(Line())
            row = QWidget()
            lines = QVBoxLayout(row)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(1)
            lines.addWidget(PlainLabel(self._theme, name, "strong", wrap=True))
            lines.addWidget(PlainLabel(self._theme, people, "caption", "text2", wrap=True))
            lines.addWidget(PlainLabel(self._theme, off, "caption", "text2", wrap=True))
            self._rows.addWidget(row)


class SitesSection(SectionPage):
    """A card for each site, beside what they mean. ``people`` leads to the people when there is no site."""

    def __init__(self, theme: Theme, notices: Notices, parent: QWidget | None = None) -> None:
        self._theme, self._notices, self._workspace = theme, notices, notices.workspace
        self.cards: dict[SiteId, SiteCard] = {}
        self.people = Button(theme, _("See the people"), "users")
        text = _("They are made from the site that each person gives on the form.")
        self.empty = EmptyState(theme, "map-pin", _("There are no sites yet"), text, (self.people,), boxed=True)
        self.meaning_card = SiteMeaning(theme)
        self._holder = QWidget()
        self._cards = QVBoxLayout(self._holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        super().__init__(theme, column(self.empty, self._holder), self.meaning_card, parent)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        sites = self._workspace.snapshot().sites
        if set(sites) != set(self.cards):
            clear(self._cards)
            self.cards = {}
            for site in sites.values():
                self.cards[site.id] = SiteCard(self._theme, self._notices, site)
                self._cards.addWidget(self.cards[site.id])
        for card in self.cards.values():
            card.show_site()
        self.empty.setVisible(not sites)
        self._holder.setVisible(bool(sites))
        self.meaning_card.setVisible(bool(sites))
        self.meaning_card.show_sites(tuple(self._meaning(site) for site in sites.values()))

    def _meaning(self, site: Site) -> tuple[str, str, str]:
        snapshot = self._workspace.snapshot()
        number = sum(1 for person in snapshot.enrolled if snapshot.is_active(person.id) and person.site_id == site.id)
        people = plural("{n} person", "{n} people", number).format(n=number) if number else _("Nobody enrolled works here")
        off = editions.site_days_off(self._workspace, site, snapshot.edition.start, snapshot.edition.end, current())
        own = [mark for mark in off.values() if mark.kind in {"regional", "local"}]
        names = [f"{formats.short_date(mark.day, current())} {mark.name}" for mark in own]
        days = _("Days of its own: {days}").format(days=", ".join(names)) if names else _("No days of its own")
        return site.name, f"{people} · {regions.region(site.region)}", days
