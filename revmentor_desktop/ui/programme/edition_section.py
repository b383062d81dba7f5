# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Edición*: its name, dates, sessions and limits, and at once whether they fit."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.editions import Edition
from revmentor_desktop.domain.people import NAME_LIMIT
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import editions
from revmentor_desktop.ui.programme import days, words
from revmentor_desktop.ui.programme.days_card import DaysCard
from revmentor_desktop.ui.programme.forms import column, side_by_side
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.optional_date import OptionalDate
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.programme.setting_row import SettingRow
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.checks import Switch
from revmentor_desktop.ui.widgets.chip import Chip
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.looks import Look
from revmentor_desktop.ui.words import regions

_ANY = 999
"""Fields take more than the rules allow, so that a wrong number stays in sight with its sentence."""


class EditionSection(SectionPage):
    """The form of the current edition beside its days. ``days`` emits ``toggled``."""

    def __init__(self, theme: Theme, notices: Notices, add_closure: Action, parent: QWidget | None = None) -> None:
        self._workspace = notices.workspace
        edition = self._edition()
        self.name = Field(theme, _("Name"), LineEdit(theme, limit=NAME_LIMIT))
        self.closes_edit = OptionalDate(theme, _("Enrolment closes"), edition.start - timedelta(days=14))
        self.closes = Field(theme, _("Enrolment closes"), self.closes_edit)
        self.start = Field(theme, _("Starts"), DateEdit(theme, edition.start))
        self.end = Field(theme, _("Ends"), DateEdit(theme, edition.end))
        self.sessions = Field(theme, _("Sessions of each pair"), NumberEdit(theme, 0, 0, _ANY, unit=_("sessions")))
        self.minutes = Field(theme, _("Length"), NumberEdit(theme, 0, 0, _ANY, unit=_("minutes")))
        self.region_edit = ComboBox(theme)
        for code, name in regions.all_regions():
            self.region_edit.addItem(name, code)
        self.region = Field(theme, _("Autonomous community"), self.region_edit, help_text=_("Each site can have another."))
        self.per_person = Field(theme, _("Each person, at most"), NumberEdit(theme, 0, 0, _ANY, unit=_("a week")))
        self.per_pair = Field(theme, _("Each pair, at most"), NumberEdit(theme, 0, 0, _ANY, unit=_("a week")))
        self.pilot = Switch(theme, _("It is a pilot"))
        self.pilot_chip = Chip(theme, Look(_("Pilot"), "accent", "flask-conical"))
        self.answer = Banner(theme, "info", "")
        self.days = DaysCard(theme, add_closure)
        super().__init__(theme, self._make_form(theme), self.days, parent)
        self.keeper = notices.keeper(self._edition, editions.save_edition, self, "edition")
        self._bind()
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        edition = self._edition()
        self.keeper.show_record()
        self.closes_edit.suggest(edition.start - timedelta(days=14))
        self.pilot_chip.setVisible(edition.is_pilot)
        self.answer.say(*words.fits(editions.fit(self._workspace, edition), edition))
        self.days.show_days(days.calendar(self._workspace))

    def _edition(self) -> Edition:
        return self._workspace.snapshot().edition

    def _make_form(self, theme: Theme) -> QWidget:
        data = Card(theme, _("Data of the edition"), padding=18)
        data.add_to_head(self.pilot_chip)
        data.note.hide()
        data.body.setSpacing(12)
        for pair in ((self.name, self.closes), (self.start, self.end), (self.sessions, self.minutes)):
            data.body.addLayout(side_by_side(*pair))
        data.body.addWidget(self.region)
        data.body.addWidget(self.answer)
        during = Card(theme, _("While it lasts"), padding=18)
        during.body.setSpacing(12)
        during.body.addLayout(side_by_side(self.per_person, self.per_pair))
        pilot = SettingRow(theme, _("It is a pilot"), _("The first edition, small, to try and adjust before going wide."), self.pilot)
        during.body.addWidget(pilot)
        return column(data, during)

    def _bind(self) -> None:
        for name, field in (
            ("name", self.name),
            ("enrolment_closes", self.closes),
            ("start", self.start),
            ("end", self.end),
            ("sessions", self.sessions),
            ("minutes", self.minutes),
            ("region", self.region),
        ):
            self.keeper.bind(name, field.label(), field.editor, field)
        self.keeper.bind("per_person_week", _("Sessions of each person a week"), self.per_person.editor, self.per_person)
        self.keeper.bind("per_pair_week", _("Sessions of each pair a week"), self.per_pair.editor, self.per_pair)
        self.keeper.bind("is_pilot", _("It is a pilot"), self.pilot)
