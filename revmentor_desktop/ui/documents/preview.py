# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The card at the right: one paper as it will come out of the printer, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget
from typing_extensions import override

from revmentor_desktop.domain.agreements import AgreementState, DocumentLanguage
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.documents.desk import FIT_PAGE, FIT_WIDTH, ZOOMS, Desk
from revmentor_desktop.ui.documents.rows import Kind, Row
from revmentor_desktop.ui.documents.words import GOALS, PLACES, fate, lacking, way
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import EmptyState
from revmentor_desktop.ui.widgets.button import RING, Button, IconButton
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.chip import Chip
from revmentor_desktop.ui.widgets.editors import ComboBox
from revmentor_desktop.ui.widgets.held import hold
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel, tip_text
from revmentor_desktop.ui.widgets.looks import agreement_look

_CHIP_FROM, _TITLE_FROM, _NUMBER_FROM = 690, 590, 530
"""Widths of the card under which the chip, then the word before the number, then the number (the list has it) give way."""


class Preview(Card):
    """``language_chosen(DocumentLanguage)`` for the draft in sight. To fill in what it lacks: ``went(place, target)``, ``goals_asked``."""

    language_chosen = Signal(object)
    went = Signal(str, object)
    goals_asked = Signal()

    def __init__(self, theme: Theme, actions: dict[str, Action]) -> None:
        super().__init__(theme, padding=0)
        self.body.setSpacing(0)
        self._theme, self._actions = theme, actions
        self._row: Row | None = None
        self._kind, self._lacks = Kind.AGREEMENT, tuple[str, ...]()
        self._pdf = b""
        self.heading = ElidedLabel(theme, "", "h3")
        self.chip = Chip(theme, agreement_look(AgreementState.DRAFT))
        self.languages = ComboBox(theme)
        self.zooms = ComboBox(theme)
        self.pages = PlainLabel(theme, "", "table", "text2")
        self.desk = Desk(theme, self)
        self.fate = ElidedLabel(theme, "", "table", "text2")
        self._back = IconButton(theme, "chevron-left", "", small=True).follow(actions["previous"])
        self._forth = IconButton(theme, "chevron-right", "", small=True).follow(actions["next"])
        self.complete = Button(theme, "", variant="quiet", small=True, writes=True)
        self._print = Button(theme, actions["print_this"].label).follow(actions["print_this"])
        self._mark = QLabel()
        self._nothing = EmptyState(theme, "file-text", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_row(None, Kind.AGREEMENT, ())

    # What the screen asks

    def show_row(self, row: Row | None, kind: Kind, lacks: Sequence[str]) -> None:
        """Say which paper it is; its pages come with `show_pdf`. ``lacks``: what should be filled in first."""
        if row is None or self._row is None or (row.agreement_id, kind) != (self._row.agreement_id, self._kind):
            self._clear(_("Choose one in the list to see it") if row is None else "")
        self._row, self._kind, self._lacks = row, kind, tuple(lacks)
        self._name()
        self._say_fate()
        if row is not None:
            self.chip.set_look(agreement_look(row.agreement.state))
            self.languages.select(row.agreement.language.value)
        self._fit()

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages; the same ones again leave the place and the zoom alone."""
        if pdf != self._pdf:
            self._pdf = pdf
            self.desk.show_pdf(pdf)
            if self._row is not None:
                self.desk.setAccessibleName(_("Preview of {paper}").format(paper=self._row.tip))
                self.desk.setAccessibleDescription(self.desk.text())
        self._stack.setCurrentWidget(self.desk)

    def show_refusal(self, happened: str, todo: str) -> None:
        """Say why there is nothing to see."""
        self._clear(happened, todo)

    def pdf(self) -> bytes:
        """Return the bytes that are shown, empty while there are none."""
        return self._pdf

    def page_text(self) -> str:
        """Return «1 de 2»."""
        return self.pages.text()

    def hold(self, read_only: str) -> None:
        """Let the language be read only, and lead to nothing to fill in, when the file can't be changed."""
        hold(self.languages, read_only)
        hold(self.complete, read_only)

    def step_page(self, step: int) -> None:
        """Go so many pages on, or back."""
        self.desk.go_to_page(self.desk.page() + step)

    def step_zoom(self, step: int) -> None:
        """Show at the next size above what is shown now, or below."""
        now = round(self.desk.zoom_now())
        larger, smaller = [zoom for zoom in ZOOMS if zoom > now], [zoom for zoom in ZOOMS if zoom < now]
        found = larger[:1] if step > 0 else smaller[-1:]
        if found:
            self.set_zoom(str(found[0]))

    def set_zoom(self, zoom: str) -> None:
        """Show at another size (see `Desk.set_zoom`)."""
        self.zooms.select(zoom)
        self.desk.set_zoom(zoom)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, as one reads."""
        return (self._back, self._forth, self.languages, self.zooms, self.desk, self.complete, self._print)

    # Inside

    def _lay_out(self) -> None:
        for language, name in ((DocumentLanguage.SPANISH, _("Spanish")), (DocumentLanguage.ENGLISH, _("English"))):
            self.languages.addItem(name, language.value)
        self.languages.setAccessibleName(_("Language of this document"))
        self.languages.setToolTip(tip_text(_("Language of this document")))
        self.languages.setMinimumContentsLength(5)
        for zoom, name in ((FIT_WIDTH, _("Fit the width")), (FIT_PAGE, _("Whole page")), *((str(z), f"{z}\u00a0%") for z in ZOOMS)):
            self.zooms.addItem(name, zoom)
        self.zooms.setAccessibleName(_("Zoom"))
        self.zooms.setToolTip(tip_text(_("Zoom (Ctrl with + and −)")))
        self.zooms.setMinimumContentsLength(9)
        self.body.addLayout(self._head_row())
        self.body.addWidget(Line())
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self._nothing)
        self._stack.setProperty("ground", "sunken")
        self._stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        edge = QHBoxLayout()
        edge.setContentsMargins(1, 0, 1, 0)
        edge.addWidget(self._stack)
        self.body.addLayout(edge, 1)
        self.body.addWidget(Line())
        self.body.addLayout(self._foot_row())

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        turn = QHBoxLayout()
        turn.setSpacing(0)
        turn.addWidget(self._back)
        turn.addWidget(self.pages)
        turn.addWidget(self._forth)
        row.addWidget(self.heading)
        row.addWidget(self.chip)
        row.addStretch(1)
        row.addLayout(turn)
        row.addWidget(self.languages)
        row.addWidget(self.zooms)
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8 - RING, 12 - RING, 8 - RING)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.fate, 1)
        row.addWidget(self.complete)
        row.addWidget(self._print)
        return row

    def _connect(self) -> None:
        self.desk.page_changed.connect(self._show_page)
        self.desk.zoom_asked.connect(self.step_zoom)
        self.zooms.activated.connect(self._take_zoom)
        self.languages.activated.connect(self._take_language)
        self.complete.clicked.connect(self._go_and_complete)
        self._theme.changed.connect(self._say_fate)

    def _clear(self, happened: str, todo: str = "") -> None:
        self._pdf = b""
        self._nothing.say(happened, todo)
        self._stack.setCurrentWidget(self._nothing)
        self._show_page(0, 0)

    def _name(self) -> None:
        number = self._row.agreement.number if self._row else ""
        words = _("Agreement {number}") if self._kind is Kind.AGREEMENT else _("Calendar {number}")
        self.heading.setText(number if self.width() < self._theme.px(_TITLE_FROM) or not number else words.format(number=number))

    def _say_fate(self) -> None:
        text = fate(self._row, self._kind) if self._row else ""
        warned = bool(self._lacks)
        self.fate.setText(lacking(self._lacks) if warned else text)
        self.fate.set_tone("warn" if warned else "text2")
        self._mark.setPixmap(self._theme.pixmap("triangle-alert" if warned else "info", "warn_icon" if warned else "info", 16))
        self._mark.setVisible(bool(text))
        self.complete.setVisible(warned)
        if warned:
            self.complete.set_label(way(self._place()))

    def _fit(self) -> None:
        draft = self._row is not None and self._row.is_draft
        self.languages.setVisible(draft)
        self.chip.setVisible(self._row is not None and self._kind is Kind.AGREEMENT and self.width() >= self._theme.px(_CHIP_FROM))
        self.heading.setVisible(self.width() >= self._theme.px(_NUMBER_FROM))
        self._name()

    def _show_page(self, page: int, pages: int) -> None:
        self.pages.setText(_("{page} of {pages}").format(page=page, pages=pages) if pages else "–")
        self._actions["previous"].setEnabled(page > 1)
        self._actions["next"].setEnabled(page < pages)

    def _take_zoom(self) -> None:
        self.desk.set_zoom(self.zooms.currentData())

    def _go_and_complete(self) -> None:
        if self._row is not None and self._lacks:
            place = self._place()
            if place == GOALS:
                self.goals_asked.emit()
            else:
                self.went.emit(place, None if place == "programme" else ("pair", self._row.pair_id))

    def _place(self) -> str:
        """Return where to go first: what can be filled in without leaving comes before the rest."""
        places = [PLACES[field] for field in self._lacks]
        return GOALS if GOALS in places else places[0]

    def _take_language(self) -> None:
        self.language_chosen.emit(DocumentLanguage(self.languages.currentData()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
