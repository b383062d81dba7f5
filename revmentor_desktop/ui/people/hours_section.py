# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Horario*: when somebody can meet, how, with how many, and when they are away."""

from collections.abc import Callable
from datetime import date

from revmentor_desktop.domain.availability import Absence, Window, total_minutes
from revmentor_desktop.domain.enrolments import CAPACITY_LIMIT, Modality
from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.ui.people import hours_text
from revmentor_desktop.ui.people.absence_list import AbsenceList, Stretch
from revmentor_desktop.ui.people.binder import Binder, RefusedError
from revmentor_desktop.ui.people.section import Section, choice_of, heading
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.week_grid import WeekGrid


class HoursSection(Section):
    """The grid of the week, the same hours as text, way of meeting, pairs at once and absences."""

    def __init__(self, theme: Theme, binder: Binder, today: Callable[[], date]) -> None:
        super().__init__(theme, binder, "hours")
        self._today = today
        self.total = PlainLabel(theme, "", "caption", "text2")
        self.grid = WeekGrid(theme)
        self.exact = Field(
            theme,
            _("The same hours, written"),
            LineEdit(theme),
            help_text=_("For hours that the grid does not show: L 07:15-08:00; S 10:00-12:00"),
        )
        self.add_text("windows", self.exact, self._shown_hours, self._change_hours)
        self.modality_choice = choice_of(theme, _modalities(), _("Way of meeting"))
        self.modality = Field(theme, _("Way of meeting"), self.modality_choice)
        numbers = [(str(number), str(number)) for number in range(1, CAPACITY_LIMIT + 1)]
        self.capacity_choice = choice_of(theme, numbers, _("How many people they can teach at once"))
        self.capacity = Field(theme, _("How many people they can teach at once"), self.capacity_choice)
        self.absence_list = AbsenceList(theme)
        self.absences = Field(theme, _("Planned absences"), self.absence_list)
        self.required["windows"] = None
        self.places["windows"] = self.grid
        self._lay_out()
        self.grid.changed.connect(self._mark)
        self.modality_choice.changed.connect(self._choose_modality)
        self.capacity_choice.changed.connect(self._choose_capacity)
        self.absence_list.changed.connect(self._change_absences)

    def show_answers(self, *, anew: bool) -> None:
        """Show what is kept."""
        super().show_answers(anew=anew)
        enrolment, edition = self.keeper.enrolment, self.keeper.snapshot.edition
        if self.grid.windows() != enrolment.windows or anew:
            self.grid.set_windows(enrolment.windows)
        hours = formats.number(total_minutes(enrolment.windows) / 60, current(), 1)
        self.total.setText(_("{hours} h a week").format(hours=hours) if enrolment.windows else _("No hours yet"))
        self.modality_choice.set_current(enrolment.modality)
        self.capacity_choice.set_current(str(enrolment.capacity))
        self.capacity.setVisible(enrolment.role is None or enrolment.role.teaches)
        typed = self.keeper.typed("absences")
        stretches = _read_stretches(typed.text) if typed else tuple((a.start, a.end) for a in enrolment.absences)
        self.absence_list.show_absences(stretches, max(self._today(), edition.start))
        self.absences.set_error(typed.sentence if typed else None)

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say that no hour is marked yet."""
        super().show_missing(missing)
        self._title.setText(_("{label} (required)").format(label=_("When they can")) if "windows" in missing else _("When they can"))

    def is_complete(self, missing: tuple[str, ...]) -> bool:
        """Whether there are hours and no absence is wrong."""
        return super().is_complete(missing) and not self.absences.error()

    def _lay_out(self) -> None:
        self._title = PlainLabel(self.theme, _("When they can"), "h3")
        head = heading(self.theme, "", self.total)
        head.insertWidget(0, self._title)
        self.put(head)
        self.column.addSpacing(-6)
        self.put(self.grid)
        self.column.addSpacing(-6)
        how = PlainLabel(self.theme, _("Drag to mark hours; again to clear them. Right click copies a day."), "caption", "text2", wrap=True)
        if self.keeper.workspace.read_only:
            self.exact.set_help("")
        else:
            self.put(how)
        for field in (self.exact, self.modality, self.capacity, self.absences):
            self.put(field)

    def _shown_hours(self) -> str:
        return hours_text.written(self.keeper.enrolment.windows)

    def _change_hours(self, text: str) -> None:
        try:
            windows = hours_text.read(text)
        except hours_text.UnreadableHoursError as error:
            sentence = _("“{part}” could not be read. Write it like L 09:00-11:00; J 16:00-18:00").format(part=error.part)
            raise RefusedError(sentence) from error
        self.keeper.change_answers(windows=windows)

    def _mark(self, windows: tuple[Window, ...]) -> None:
        # What is marked takes the place of what was written, right or wrong.
        if self.binder.attempt("windows", self.change_answers(windows=windows), self.exact):
            self.texts["windows"].show_answer(anew=True)

    def _choose_modality(self, key: str) -> None:
        self.binder.attempt("modality", self.change_answers(modality=Modality(key)), self.modality)

    def _choose_capacity(self, key: str) -> None:
        self.binder.attempt("capacity", self.change_answers(capacity=int(key)), self.capacity)

    def _change_absences(self, stretches: tuple[Stretch, ...]) -> None:
        def change() -> None:
            self.keeper.change_answers(absences=tuple(Absence(start, end) for start, end in stretches))

        self.binder.attempt("absences", change, self.absences, _written_stretches(stretches))


def _modalities() -> list[tuple[str, str]]:
    words = {
        Modality.IN_PERSON: context("modality", "In person"),
        Modality.VIRTUAL: context("modality", "Virtual"),
        Modality.MIXED: context("modality", "Mixed"),
    }
    return [(modality.value, word) for modality, word in words.items()]


def _written_stretches(stretches: tuple[Stretch, ...]) -> str:
    return " ".join(f"{start.isoformat()}/{end.isoformat()}" for start, end in stretches)


def _read_stretches(text: str) -> tuple[Stretch, ...]:
    try:
        days = [[date.fromisoformat(day) for day in part.split("/")] for part in text.split()]
        return tuple((start, end) for start, end in days)
    except ValueError:
        return ()
