# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the agreements lack before they are printed, each with the way to where it is filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.ui.documents.rows import Row
from revmentor_desktop.ui.documents.words import GOALS, PLACES, lack, way
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

OF_THE_FIRM = ("hr_name", "town")
"""Lacks that are the same for every agreement."""
_ROWS_SHOWN = 5


class Choice(StrEnum):
    """What is printed."""

    READY = "ready"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the rows that are ready, and what each of the others lacks."""

    ready: tuple[Row, ...]
    lacks: Mapping[Row, tuple[str, ...]]

    @property
    def all(self) -> tuple[Row, ...]:
        """Every row, by number."""
        return tuple(sorted((*self.ready, *self.lacks), key=lambda row: row.agreement.number))


class CheckDialog(Dialog):
    """``decided(Choice)``: print those. To fill something in: ``went(place, target)``, ``goals_asked(Row)``."""

    decided = Signal(object)
    went = Signal(str, object)
    goals_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None, checked: Checked) -> None:
        ready, lacking = len(checked.ready), len(checked.lacks)
        alone = ready + lacking == 1
        title = _("Something is missing in this one") if alone else ", ".join((
            plural("{n} ready", "{n} ready", ready).format(n=ready) if ready else _("None ready"),
            plural("{n} to complete", "{n} to complete", lacking).format(n=lacking),
        ))  # fmt: skip
        text = _("What is missing is left blank on paper, to be written by hand.")
        act = plural("Print {n}", "Print {n}", ready).format(n=ready) if ready else ""
        super().__init__(theme, parent, title, text, safe=_("Go back"), act=act, width=520)
        self.print_all = Button(theme, _("Print it as it is") if alone else _("Print all"))
        self.foot.insertWidget(self.foot.indexOf(self.act), self.print_all)
        self._list = Scroll(spacing=10)
        self._list.setFrameShape(Scroll.Shape.NoFrame)
        self.body.addWidget(self._list)
        self._fill(checked)
        self.act.clicked.connect(self._choose_ready)
        self.print_all.clicked.connect(self._choose_all)

    def _fill(self, checked: Checked) -> None:
        firm = [field for field in OF_THE_FIRM if any(field in fields for fields in checked.lacks.values())]
        if firm:
            self._list.body.addWidget(self._entry(_("All of them"), firm, None))
        for row, fields in checked.lacks.items():
            own = [field for field in fields if field not in OF_THE_FIRM]
            if own:
                self._list.body.addWidget(self._entry(f"{row.agreement.number} · {row.names}", own, row))
        self._list.body.addStretch(1)
        rows = min(_ROWS_SHOWN, self._list.body.count() - 1)
        self._list.setMinimumHeight(self.theme.px(46) * rows + 10 * (rows - 1))
        if rows < _ROWS_SHOWN:
            # A short list is no higher than its rows.
            self._list.setMaximumHeight(max(self._list.minimumHeight(), self._list.body.sizeHint().height()))

    def _entry(self, title: str, fields: Sequence[str], row: Row | None) -> QWidget:
        entry = QWidget()
        line = QHBoxLayout(entry)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(self.theme, title, "strong"))
        what = formats.joined([lack(field) for field in fields], current())
        words.addWidget(PlainLabel(self.theme, _("Missing: {what}").format(what=what), "caption", "text2", wrap=True))
        line.addLayout(words, 1)
        for place in dict.fromkeys(PLACES[field] for field in fields):
            line.addWidget(Way(self.theme, self, place, row))
        return entry

    def _choose_ready(self) -> None:
        self.decided.emit(Choice.READY)

    def _choose_all(self) -> None:
        self.accept()
        self.decided.emit(Choice.ALL)


class Way(Button):
    """A button of the dialog that goes to a place, or to the goals of a pair."""

    def __init__(self, theme: Theme, dialog: CheckDialog, place: str, row: Row | None) -> None:
        super().__init__(theme, way(place), variant="quiet", small=True)
        self._dialog, self.place, self._row = dialog, place, row
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._dialog.reject()
        if self.place == GOALS and self._row is not None:
            self._dialog.goals_asked.emit(self._row)
        else:
            self._dialog.went.emit(self.place, ("pair", self._row.pair_id) if self._row is not None else None)
