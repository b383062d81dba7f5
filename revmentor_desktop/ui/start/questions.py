# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The five questions of *Crear programa*, one page each."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.domain.editions import Edition, EditionId
from revmentor_desktop.domain.people import checked_email, checked_name, checked_text
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.ui.start.form_page import FormPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.checks import CheckBox
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.words.regions import all_regions

REGION_PROPOSED = "MD"
MONTHS = 6
"""Length of an edition that is proposed."""
SESSIONS, MINUTES = 10, 60


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def next_monday(today: date) -> date:
    """Return the first Monday after ``today``."""
    return today + timedelta(days=7 - today.weekday())


class FirmPage(FormPage):
    """Name of the firm and its town."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("What is your firm called?"), _("As it signs: the name heads every agreement."))
        self.name = LineEdit(theme, limit=200, placeholder=_("Talleres Albor, S. L."))
        self.town = LineEdit(theme, limit=200, placeholder=_("Zaragoza"))
        self.add_field("name", Field(theme, _("Name of the firm"), self.name, required=True))
        self.add_field("town", Field(theme, _("Town"), self.town, help_text=_("It stands before the date where people sign.")))
        self.name.textChanged.connect(self._mark)
        self.name.textChanged.connect(self.changed)

    def _mark(self) -> None:
        self.fields["name"].set_missing(not self.name.text().strip())
        self.clear_errors()

    def check(self) -> bool:
        """Refuse an empty name."""
        return self.tried(
            {
                "name": partial(checked_name, "firm", self.name.text()),
                "town": partial(checked_text, "town", self.town.text(), 120),
            },
            _("Write the name of the firm."),
        )


class EditionPage(FormPage):
    """Name of the edition, and whether it is a pilot."""

    def __init__(self, theme: Theme, year: int) -> None:
        super().__init__(
            theme,
            _("What will you call this edition?"),
            _("Every time you run the programme is an edition. The first one is often a pilot."),
        )
        self.name = LineEdit(theme, _("Pilot {year}").format(year=year), limit=200)
        self.pilot = CheckBox(theme, _("It is a pilot, to try it with a few pairs"))
        self.pilot.setChecked(True)
        self.add_field("name", Field(theme, _("Name of the edition"), self.name, required=True))
        self.fields["name"].set_missing(False)
        self.column.addWidget(self.pilot)
        self.name.textChanged.connect(self._mark)
        self.name.textChanged.connect(self.changed)

    def _mark(self) -> None:
        self.fields["name"].set_missing(not self.name.text().strip())
        self.clear_errors()

    def check(self) -> bool:
        """Refuse an empty name."""
        return self.tried({"name": partial(checked_name, "edition", self.name.text())}, _("Write the name of the edition."))


class DatesPage(FormPage):
    """First and last day of the sessions. Until somebody chooses the end it follows the start."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, _("From when to when?"), _("First and last day on which there may be sessions. Six months are usual."))
        self._today = today
        start = next_monday(today)
        self.start, self.end = DateEdit(theme, start), DateEdit(theme, months_later(start, MONTHS))
        self._chosen_end = self._following = False
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor in (("start", _("First day"), self.start), ("end", _("Last day"), self.end)):
            self.fields[name] = Field(theme, label, editor)
            row.addWidget(self.fields[name], 1)
        self.column.addLayout(row)
        self.summary = PlainLabel(theme, "", "table", "text2", wrap=True)
        self.column.addWidget(self.summary)
        self.start.dateChanged.connect(self._start_changed)
        self.end.dateChanged.connect(self._end_changed)
        self._tell()

    @property
    def days(self) -> int:
        """Days from the first to the last, below one when they are turned round."""
        return (self.end.value() - self.start.value()).days

    def check(self) -> bool:
        """Refuse an end before the start."""
        return self.tried({"end": self._edition})

    def _edition(self) -> Edition:
        return Edition(EditionId(0), "-", self.start.value(), self.end.value())

    def _start_changed(self) -> None:
        if not self._chosen_end:
            self._following = True
            self.end.set_value(months_later(self.start.value(), MONTHS))
            self._following = False
        self._tell()

    def _end_changed(self) -> None:
        self._chosen_end = self._chosen_end or not self._following
        self._tell()

    def _tell(self) -> None:
        self.clear_errors()
        weeks = -(-(self.days + 1) // 7)
        words = plural("From {start} to {end}: {n} week.", "From {start} to {end}: {n} weeks.", weeks)
        start, end = (formats.weekday_long_date(editor.value(), current()) for editor in (self.start, self.end))
        said = words.format(start=start, end=end, n=weeks) if self.days > 0 else ""
        over = _("That is over already: look whether the year is right.") if self.end.value() < self._today else ""
        self.summary.setText(f"{said} {over}".strip() if said else "")
        self.changed.emit()


class RhythmPage(FormPage):
    """How many sessions and how long, with what that means."""

    def __init__(self, theme: Theme, dates: DatesPage) -> None:
        super().__init__(
            theme, _("How many sessions, and how long?"), _("Of each pair. Ten sessions of one hour are what works for most firms.")
        )
        self._dates = dates
        self.sessions = NumberEdit(theme, SESSIONS, 1, 40, unit=_("sessions"))
        self.minutes = NumberEdit(theme, MINUTES, 15, 240, unit=_("minutes"))
        self.minutes.setSingleStep(15)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor in (("sessions", _("Sessions"), self.sessions), ("minutes", _("Length of each"), self.minutes)):
            self.fields[name] = Field(theme, label, editor)
            row.addWidget(self.fields[name], 1)
        self.column.addLayout(row)
        self.rhythm = PlainLabel(theme, "", "table", "text2", wrap=True)
        self.column.addWidget(self.rhythm)
        self.sessions.valueChanged.connect(self._tell)
        self.minutes.valueChanged.connect(self._tell)
        dates.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        sessions, days = self.sessions.value(), max(self._dates.days, 0)
        hours = formats.number(sessions * self.minutes.value() / 60, current(), 1)
        if sessions == 1:
            rhythm = _("A single session")
        elif (apart := days // sessions) >= 1:
            rhythm = plural("One every day", "One every {n} days", apart).format(n=apart)
        else:
            rhythm = _("More than one a day: they do not fit")
        text = _("{rhythm}, {hours} hours for each pair in all.").format(rhythm=rhythm, hours=hours)
        self.rhythm.setText(text)


class PlacePage(FormPage):
    """The community, whose holidays count, and the person of HR who signs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            _("Where are you, and who signs for HR?"),
            _("There are no sessions on the holidays of the community. The person of HR signs each agreement."),
        )
        self.region = ComboBox(theme)
        for code, name in all_regions():
            self.region.addItem(name, code)
        self.region.select(REGION_PROPOSED)
        self.hr_name, self.hr_position, self.hr_email = (LineEdit(theme, limit=254) for _place in range(3))
        self.hr_email.setPlaceholderText("ana@empresa.es")
        self.add_field("region", Field(theme, _("Community"), self.region))
        self._add_row(("hr_name", _("Who signs for HR"), self.hr_name), ("hr_position", _("Their post"), self.hr_position))
        self.add_field("hr_email", Field(theme, _("Their e-mail"), self.hr_email))
        self.hr_email.textChanged.connect(self.clear_errors)

    def check(self) -> bool:
        """Refuse what is no e-mail; all three may stay empty for now."""
        return self.tried(
            {
                "hr_name": partial(checked_text, "hr_name", self.hr_name.text(), 120),
                "hr_position": partial(checked_text, "hr_position", self.hr_position.text(), 120),
                "hr_email": self._check_email,
            }
        )

    def _check_email(self) -> None:
        if self.hr_email.text().strip():
            checked_email(self.hr_email.text())

    def _add_row(self, *parts: tuple[str, str, QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, editor in parts:
            self.fields[name] = Field(self.theme, label, editor)
            row.addWidget(self.fields[name], 1)
        self.column.addLayout(row)
