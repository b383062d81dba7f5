# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pages of *Importar respuestas*: columns, namesakes, summary."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListView, QVBoxLayout, QWidget

from revmentor_desktop.domain.people import Person, PersonId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.imports import FIELDS, ImportPlan, ImportReport, RowPlan, Table
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.card import Card, Scroll, clear
from revmentor_desktop.ui.widgets.checks import RadioButton
from revmentor_desktop.ui.widgets.editors import ComboBox
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel
from revmentor_desktop.ui.words import import_problems, labels

SAMPLE = 5
"""Rows of a column that are shown as a sample."""


class ColumnRow(QWidget):
    """One column of the table: its heading, a sample, and the answer that it gives."""

    changed = Signal(int)

    def __init__(self, theme: Theme, column: int, heading: str, sample: Sequence[str]) -> None:
        super().__init__()
        self.column = column
        self.choice = ComboBox(theme)
        self.choice.addItem(_("Leave out"), "")
        for field in FIELDS:
            name = _field_name(field)
            self.choice.addItem(name[:1].upper() + name[1:], field)
        title = heading or _("Column {n}").format(n=column + 1)
        self.choice.setAccessibleName(_("What “{heading}” answers").format(heading=title))
        self.choice.setFixedWidth(theme.px(230))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(theme, title, "strong"))
        words.addWidget(ElidedLabel(theme, " · ".join(text for text in sample if text) or _("Empty column"), "caption", "text2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 4, 6)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.choice)
        self.choice.activated.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit(self.column)


class ColumnsPage(QWidget):
    """What each column answers; a field is answered by one column at most."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[ColumnRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.found = PlainLabel(theme, "", "h3", wrap=True)
        self.trouble = Banner(theme, "warn", "")
        self._scroll = Scroll(margins=(0, 0, 0, 0), spacing=0)
        column.addWidget(self.found)
        column.addWidget(
            PlainLabel(theme, _("Look whether each column is what it should be; change what is not."), "table", "text2", wrap=True)
        )
        column.addWidget(self.trouble)
        column.addWidget(self._scroll, 1)
        self.trouble.hide()

    def show_table(self, table: Table, columns: Mapping[str, int]) -> None:
        """Show the columns of a table and what they were recognised as."""
        clear(self._scroll.body)
        filled = [row for row in table.rows if any(row)]
        self.found.setText(
            plural(
                "{n} row, {known} of {columns} columns recognised", "{n} rows, {known} of {columns} columns recognised", len(filled)
            ).format(n=len(filled), known=len(columns), columns=len(table.headings))
        )
        fields = {column: field for field, column in columns.items()}
        self._rows = []
        for number, heading in enumerate(table.headings):
            row = ColumnRow(self._theme, number, heading, [cells[number] for cells in filled[:SAMPLE]])
            row.choice.select(fields.get(number, ""))
            row.changed.connect(self._keep_single)
            self._rows.append(row)
            self._scroll.body.addWidget(row)
            self._scroll.body.addWidget(Line())
        self._scroll.body.addStretch(1)

    def rows(self) -> tuple[ColumnRow, ...]:
        """Return the columns in their order."""
        return tuple(self._rows)

    def columns(self) -> dict[str, int]:
        """Return field → column as chosen."""
        return {str(row.choice.currentData()): row.column for row in self._rows if row.choice.currentData()}

    def say_trouble(self, title: str, text: str) -> None:
        """Say why it cannot go on like this; empty: it can."""
        self.trouble.say("warn", title, text)
        self.trouble.setVisible(bool(title))

    def _keep_single(self, column: int) -> None:
        chosen = next(row.choice.currentData() for row in self._rows if row.column == column)
        for row in self._rows:
            if row.column != column and chosen and row.choice.currentData() == chosen:
                row.choice.select("")
        self.say_trouble("", "")


class NamesakeCard(Card):
    """Somebody of the table beside those of the file who are called the same."""

    def __init__(self, theme: Theme, row: RowPlan, namesakes: Sequence[Person]) -> None:
        super().__init__(theme, kind="quiet", padding=12)
        self.row = row.answers.row
        answers = row.answers
        self.other = RadioButton(theme, _("Another person of the same name"))
        self.other.setChecked(True)
        self.same = {person.id: RadioButton(theme, _same_text(person, len(namesakes))) for person in namesakes}
        name = f"{answers.first_name} {answers.last_name}"
        self.body.addWidget(PlainLabel(theme, name, "h3", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        details = [(_("In the table, row {row}").format(row=answers.row), (answers.email, answers.position, answers.department))]
        details += [(_("In the file"), (person.email, person.position, person.department)) for person in namesakes]
        for place, (title, lines) in enumerate(details):
            grid.addWidget(PlainLabel(theme, title, "label", "text2"), 0, place)
            for number, text in enumerate(lines, 1):
                grid.addWidget(ElidedLabel(theme, text or "–", "table", "text" if number == 1 else "text2"), number, place)
            grid.setColumnStretch(place, 1)
        self.body.addLayout(grid)
        for button in (self.other, *self.same.values()):
            self.body.addWidget(button)

    def choice(self) -> PersonId | None:
        """Return whom the row is about, ``None`` for another person."""
        return next((person_id for person_id, button in self.same.items() if button.isChecked()), None)


class NamesakesPage(QWidget):
    """The same name with another e-mail, side by side: the program never decides that."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[NamesakeCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, _("Are they the same person?"), "h3"))
        text = _(
            "They are called the same but have another e-mail. If they are the same person, the answers of the table are added to theirs."
        )
        column.addWidget(PlainLabel(theme, text, "table", "text2", wrap=True))
        self._scroll = Scroll(spacing=10)
        column.addWidget(self._scroll, 1)

    def show_namesakes(self, snapshot: Snapshot, plan: ImportPlan) -> bool:
        """Show the rows to decide about; returns whether there are any."""
        clear(self._scroll.body)
        rows = [row for row in plan.rows if row.match is None and row.namesakes]
        self._cards = [NamesakeCard(self._theme, row, [snapshot.people[one] for one in row.namesakes]) for row in rows]
        for card in self._cards:
            self._scroll.body.addWidget(card)
        self._scroll.body.addStretch(1)
        return bool(rows)

    def cards(self) -> tuple[NamesakeCard, ...]:
        """Return what is to be decided."""
        return tuple(self._cards)

    def same(self) -> dict[int, PersonId]:
        """Return by row whom it is about, for those said to be the same person."""
        return {card.row: choice for card in self._cards if (choice := card.choice()) is not None}


class SummaryPage(QWidget):
    """What the import will do, row by row what was not read, and the copy that is made first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.trouble = Banner(theme, "danger", "")
        self.figures = PlainLabel(theme, "", "h2", wrap=True)
        self.copy = Banner(theme, "info", "", icon="copy")
        self.drafts = PlainLabel(theme, "", "table", "text2", wrap=True)
        self._heading = PlainLabel(theme, "", "label", "text2")
        self._items = QStandardItemModel(self)
        self.remarks = QListView()
        self.remarks.setModel(self._items)
        self.remarks.setWordWrap(True)
        self.remarks.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.remarks.setResizeMode(QListView.ResizeMode.Adjust)
        self.remarks.setSpacing(2)
        self.remarks.setAccessibleName(_("What to look at"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.trouble, self.figures, self.drafts, self.copy, self._heading):
            column.addWidget(widget)
        column.addWidget(self.remarks, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.trouble.hide()

    def show_report(self, report: ImportReport, copy_name: str) -> None:
        """Show the figures, the remarks, and the name of the copy."""
        self.figures.setText(import_problems.summary(report.added, report.updated, len(report.rejected)))
        lines: list[str] = []
        if report.drafts:
            lines.append(
                plural(
                    "{n} stays a draft until its answers are complete.", "{n} stay drafts until their answers are complete.", report.drafts
                ).format(n=report.drafts)
            )
        if report.unchanged:
            lines.append(
                plural("{n} is in the file already, the same.", "{n} are in the file already, the same.", report.unchanged).format(
                    n=report.unchanged
                )
            )
        self.drafts.setText(" ".join(lines))
        self.drafts.setVisible(bool(lines))
        self.copy.say("info", _("A copy of the file is made first"), _("It is called “{name}”.").format(name=copy_name), icon="copy")
        self.copy.setVisible(bool(report.added + report.updated))
        self._items.clear()
        # One sentence may be about several rows: it is said once.
        for sentence in dict.fromkeys(import_problems.sentence(problem) for problem in report.rejected):
            self._add("circle-x", "danger", sentence)
        for sentence in dict.fromkeys(import_problems.sentence(problem) for problem in report.warnings):
            self._add("triangle-alert", "warn_icon", sentence)
        number = self._items.rowCount()
        self._heading.setText(plural("{n} thing to look at", "{n} things to look at", number).format(n=number))
        self._heading.setVisible(bool(number))
        self.remarks.setVisible(bool(number))
        self._rest.setVisible(not number)
        self.trouble.hide()

    def sentences(self) -> tuple[str, ...]:
        """Return the remarks as they are read."""
        return tuple(self._items.item(row).text() for row in range(self._items.rowCount()))

    def _add(self, icon: str, token: str, text: str) -> None:
        item = QStandardItem(self._theme.icon(icon, token), text)
        item.setFont(self._theme.font("table"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._items.appendRow(item)


def _same_text(person: Person, number: int) -> str:
    if number == 1:
        return _("The same person")
    return _("The same person as {who}").format(who=person.email or f"#{person.code}")


def _field_name(field: str) -> str:
    return _("moment of the answer") if field == "answered_on" else labels.answer_field(field)
