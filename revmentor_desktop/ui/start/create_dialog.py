# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Crear programa*: five questions, one per page, and where to keep the file. It answers with what was chosen and makes nothing."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.start.file_page import FilePage
from revmentor_desktop.ui.start.form_page import FormPage
from revmentor_desktop.ui.start.questions import DatesPage, EditionPage, FirmPage, PlacePage, RhythmPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.paint import paint_box
from revmentor_desktop.ui.words import errors

QUESTIONS = 5
WIDTH, HEIGHT = 620, 430


@dataclass(frozen=True, slots=True)
class Creation:
    """What the person answered: where the file goes, the firm and its first edition."""

    path: Path
    firm: Firm
    edition: Edition


class Steps(QWidget):
    """How far one is, as a line of pieces."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme, self._count, self._done = theme, count, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_done(self, done: int) -> None:
        """Fill so many pieces."""
        self._done = done
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap = QPainter(self), 6
        width = (self.width() - gap * (self._count - 1)) / self._count
        for place in range(self._count):
            token = "accent" if place < self._done else "track"
            paint_box(painter, QRectF(place * (width + gap), 0, width, 4), 2, self._theme.color(token))


class CreateDialog(QDialog):
    """Enter goes on, Esc leaves. Going back loses nothing; `creation` is the answer once it was accepted."""

    def __init__(self, theme: Theme, parent: QWidget | None, today: date) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModal(True)
        self.setProperty("plain", "true")
        self.setWindowTitle(_("Create programme"))
        self.setMinimumSize(min(theme.px(WIDTH), 640), min(theme.px(HEIGHT), 370))
        self.resize(min(theme.px(WIDTH), 980), min(theme.px(HEIGHT), 660))
        self.firm, self.edition = FirmPage(theme), EditionPage(theme, today.year)
        self.dates = DatesPage(theme, today)
        self.rhythm, self.place, self.file = RhythmPage(theme, self.dates), PlacePage(theme), FilePage(theme)
        self.pages: tuple[FormPage, ...] = (self.firm, self.edition, self.dates, self.rhythm, self.place, self.file)
        self.cancel, self.back = Button(theme, _("Cancel"), variant="plain"), Button(theme, _("Back"), "chevron-left")
        self.next = Button(theme, _("Next"), variant="primary")
        self._progress = PlainLabel(theme, "", "caption", "text2")
        self._title = PlainLabel(theme, "", "h1", wrap=True)
        self._hint = PlainLabel(theme, "", "table", "text2", wrap=True)
        self._steps, self._stack = Steps(theme, QUESTIONS), QStackedWidget()
        self._build()
        self.next.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._show(0)

    @property
    def page(self) -> FormPage:
        """The page in sight."""
        return self.pages[self._stack.currentIndex()]

    @property
    def progress(self) -> str:
        """How far one is, in words."""
        return self._progress.text()

    def go_on(self) -> None:
        """Go to the next page, or accept on the last one; stay where something is wrong."""
        if not self.page.check():
            self.page.focus_first()
            return
        place = self._stack.currentIndex()
        if place == len(self.pages) - 1:
            self._accept()
            return
        self._show(place + 1)

    def go_back(self) -> None:
        """Go to the page before; nothing is checked and nothing lost."""
        place = self._stack.currentIndex()
        if place:
            self._show(place - 1)

    def creation(self) -> Creation:
        """Return the answers as records. Raises `DomainError` for an edition that can't be."""
        edition = Edition(
            id=EditionId(0),
            name=" ".join(self.edition.name.text().split()),
            start=self.dates.start.value(),
            end=self.dates.end.value(),
            is_pilot=self.edition.pilot.isChecked(),
            sessions=self.rhythm.sessions.value(),
            minutes=self.rhythm.minutes.value(),
            region=str(self.place.region.currentData()),
        )
        firm = Firm(
            name=" ".join(self.firm.name.text().split()),
            town=self.firm.town.text().strip(),
            hr_name=self.place.hr_name.text().strip(),
            hr_position=self.place.hr_position.text().strip(),
            hr_email=self.place.hr_email.text().strip().lower(),
        )
        # Whoever signs is whom people ask about their data, until the firm says otherwise.
        return Creation(self.file.path, replace(firm, privacy_contact=firm.hr_email), edition)

    def _accept(self) -> None:
        try:
            self.creation()
        except DomainError as error:
            self.file.fields["name"].set_error(errors.domain(error))
            return
        self.accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 0)
        head.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._steps, 1)
        line.addWidget(self._progress)
        head.addLayout(line)
        head.addSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        column.addLayout(head)
        scroll = Scroll(margins=(24, 14, 24, 10))
        for page in self.pages:
            page.column.addStretch(1)
            self._stack.addWidget(page)
        scroll.body.addWidget(self._stack)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24 - RING, 14 - RING)
        foot.setSpacing(6)
        note = _("You can change all of this later, under Programme.")
        foot.addWidget(PlainLabel(self._theme, note, "caption", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # The words of the plain button stand in line with what is above.
        row.addSpacing(-(14 + RING))
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        foot.addLayout(row)
        return foot

    def _show(self, place: int) -> None:
        page = self.pages[place]
        if page is self.file:
            self.file.propose(self.firm.name.text(), self.edition.name.text())
        self._stack.setCurrentIndex(place)
        # The stack is only as high as the page in sight: the others take no part in scrolling.
        for other in self.pages:
            vertical = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._stack.updateGeometry()
        self._title.setText(page.title)
        self._hint.setText(page.hint)
        self._steps.set_done(place + 1)
        last = place == len(self.pages) - 1
        self._progress.setText(_("Last step") if last else _("{n} of {total}").format(n=place + 1, total=QUESTIONS))
        self.back.setVisible(place > 0)
        self.next.set_label(_("Create programme") if last else _("Next"))
        page.focus_first()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.focus_first()


def ask_creation(theme: Theme, parent: QWidget | None, today: date) -> Creation | None:
    """Ask the questions and wait. Returns the answers, ``None`` when the person left."""
    dialog = CreateDialog(theme, parent, today)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.creation() if accepted else None
    dialog.deleteLater()
    return answer
