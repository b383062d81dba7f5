# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The days of the edition as a card: the months, their legend and the names of the days off."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.programme import days
from revmentor_desktop.ui.programme.year_view import YearView
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.held import Vanishing
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text


class DaysList(QWidget):
    """The days off with their names, in order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[tuple[str, str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return day, name and tone of each row."""
        return self._rows

    def show_days(self, shown: days.Calendar) -> None:
        """Show other days off."""
        rows = tuple((days.span_text(run.start, run.end), run.text, "danger" if run.holiday else "warn") for run in days.runs(shown))
        if rows == self._rows:
            return
        self._rows = rows
        clear(self._grid)
        for number, (when, name, tone) in enumerate(rows):
            for column, label in enumerate((PlainLabel(self._theme, when, "label", tone), ElidedLabel(self._theme, name, "caption"))):
                self._grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignVCenter)
                # A layout shows what it is given a moment later, and what is hidden has no size: the list would get no room.
                label.show()
        self._grid.activate()


class LegendItem(QWidget):
    """A small day of one kind and what it stands for."""

    def __init__(self, theme: Theme, text: str, ground: str, ink: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text, self._ground, self._ink = theme, text, ground, ink
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.metrics("caption").horizontalAdvance(self._text) + self._theme.px(36), self._theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(13)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        paint_box(painter, box, 4, theme.color(self._ground))
        if self._ink:
            painter.fillRect(QRectF(box.left() + 3, box.bottom() - 3, box.width() - 6, 1.5), theme.color(self._ink))
        place = QRectF(box.right() + theme.px(8), 0, self.width() - side, self.height())
        paint_text(painter, place, self._text, theme, "caption", "text2")


class Hint(Vanishing, PlainLabel):
    """How something is changed; where nothing can be, it is not there."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, "caption", "text2", wrap=True)


class DaysCard(Card):
    """``toggled(first, last)``: close or open these days. With ``add_closure`` the head has its button."""

    toggled = Signal(object, object)

    def __init__(self, theme: Theme, add_closure: Action | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Days with and without sessions"), padding=18, parent=parent)
        self.list = DaysList(theme)
        self.view = YearView(theme, self.list)
        self.unconfirmed = Banner(
            theme,
            "info",
            _("Holidays to be confirmed with the bulletin"),
            _("Those of that year are worked out from the rules. Check them once the bulletin of your community is out."),
        )
        self.note.hide()
        if add_closure is not None:
            self.add_to_head(Button(theme, add_closure.label, "plus", small=True).follow(add_closure))
            # The button brings room for its ring; the title stands where those of other cards do.
            self.body.setContentsMargins(18, 18 - 2 * RING, 18, 18)
        self.body.addWidget(Hint(theme, _("Click a day to close it to sessions or open it again.")))
        self.body.addWidget(self.view)
        self.body.addStretch(1)
        self.body.addWidget(Line())
        legend = QWidget()
        flow = FlowLayout(legend)
        for item in (
            LegendItem(theme, _("With sessions"), "accent_soft"),
            LegendItem(theme, _("Start and end"), "accent"),
            LegendItem(theme, _("Holiday"), "danger_soft", "danger"),
            LegendItem(theme, _("Local or closure"), "warn_soft", "warn"),
        ):
            flow.addWidget(item)
        self.body.addWidget(legend)
        self.body.addWidget(self.unconfirmed)
        self.view.toggled.connect(self.toggled)

    def show_days(self, shown: days.Calendar) -> None:
        """Show the days of the edition."""
        self.list.show_days(shown)
        self.view.show_days(shown)
        self.unconfirmed.setVisible(not shown.all_confirmed())
