# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Personas sin pareja*: who may teach and who wants to learn, each one a way to the board."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Person, PersonId
from revmentor_desktop.i18n import _, context, plural
from revmentor_desktop.programme.home import free_learners, free_teachers
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import PlainLabel, tip_text
from revmentor_desktop.ui.widgets.link import GAP, Link
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_box, paint_text

SHOWN = 10
"""People in sight on each side before «+ 3»."""
SIDE, WIDTH, NAME = 36, 62, 18


class PersonButton(QAbstractButton):
    """An avatar with the first name below. ``person_id`` ``None``: the tile that stands for the rest."""

    def __init__(
        self, theme: Theme, initials: str, name: str, role: Role | None, person_id: PersonId | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._initials, self._name, self._role = theme, initials, name, role
        self.person_id = person_id
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(SIDE + NAME) + 12)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(SIDE)
        if self.underMouse():
            paint_box(painter, QRectF(self.rect()), 8, theme.color("surface2"), theme.color("border"))
        place = QRectF((self.width() - side) / 2, 5, side, side)
        paint_avatar(painter, place, self._initials, self._role, theme, faded=self.person_id is None)
        words = QRectF(2, place.bottom() + 3, self.width() - 4, theme.px(NAME))
        paint_text(painter, words, self._name, theme, "caption", "text", Qt.AlignmentFlag.AlignCenter)
        if self._ring and self.hasFocus():
            paint_box(painter, QRectF(self.rect()), 8, None, theme.color("focus"), 2)


class PeopleCard(Card):
    """``chosen(person_id)``; ``None``: all of them, on the board. ``topics_asked``: the topics not covered."""

    chosen = Signal(object)
    topics_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("People without a pair"), _("Click somebody to see who fits"), parent=parent)
        self._shown: tuple[tuple[Person, ...], tuple[Person, ...]] | None = None
        self._sides = QHBoxLayout()
        self._sides.setSpacing(24)
        self._teach, self._learn = FlowLayout(), FlowLayout()
        # The link at the foot keeps room for its ring; all else stands in line with its words.
        self.body.setContentsMargins(16 - GAP, 14, 16, 12)
        self.title.setContentsMargins(GAP, 0, 0, 0)
        self._sides.setContentsMargins(GAP, 0, 0, 0)
        for text, flow in ((context("home", "Can teach"), self._teach), (context("home", "Want to learn"), self._learn)):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(PlainLabel(theme, text, "label", "text2"))
            holder = QWidget()
            holder.setLayout(flow)
            column.addWidget(holder)
            column.addStretch(1)
            self._sides.addLayout(column, 1)
        self.body.addLayout(self._sides)
        self.topics = Link(theme, _("Topics not covered"))
        self.topics.clicked.connect(self.topics_asked)
        foot = QHBoxLayout()
        foot.addWidget(self.topics)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self._buttons: list[PersonButton] = []

    def show_people(self, snapshot: Snapshot) -> None:
        """Show who is free. Somebody who would do either stands only among those who can teach."""
        teach = tuple(snapshot.people[person_id] for person_id in free_teachers(snapshot))
        learn = tuple(snapshot.people[person_id] for person_id in free_learners(snapshot) if snapshot.people[person_id] not in teach)
        if (teach, learn) == self._shown:
            return
        self._shown = (teach, learn)
        self._buttons = []
        self._fill(self._teach, teach, snapshot)
        self._fill(self._learn, learn, snapshot)

    def show_topics(self, uncovered: int) -> None:
        """Say how many topics nobody offers."""
        words = plural("{n} topic that nobody offers", "{n} topics that nobody offers", uncovered).format(n=uncovered)
        self.topics.set_label(words if uncovered else _("Topics not covered"))

    def set_narrow(self, narrow: bool) -> None:
        """Put the two sides one under the other, or side by side."""
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(8 if narrow else 24)
        self.note.setVisible(not narrow)

    def people(self) -> tuple[PersonButton, ...]:
        """Return those in sight, teachers first."""
        return tuple(self._buttons)

    def _fill(self, flow: FlowLayout, people: Sequence[Person], snapshot: Snapshot) -> None:
        clear(flow)
        shown = people if len(people) <= SHOWN else people[: SHOWN - 1]
        for person in shown:
            # A pseudonym is no longer than its sign: the number.
            first = "" if snapshot.hidden else person.first_name
            button = PersonButton(self._theme, person.initials, first, snapshot.enrolments[person.id].role, person.id)
            post = "" if snapshot.hidden else person.position
            about = ", ".join(part for part in (person.full_name, post, person.department) if part)
            button.setAccessibleName(_("{name}: see who fits").format(name=about))
            button.setToolTip(tip_text(about))
            self._add(flow, button)
        rest = len(people) - len(shown)
        if rest:
            button = PersonButton(self._theme, f"+{rest}", _("See all"), None, None)
            button.setAccessibleName(plural("See {n} more", "See {n} more", rest).format(n=rest))
            self._add(flow, button)
        if not people:
            flow.addWidget(PlainLabel(self._theme, _("Nobody free"), "table", "text2"))

    def _add(self, flow: FlowLayout, button: PersonButton) -> None:
        button.clicked.connect(self._choose)
        self._buttons.append(button)
        flow.addWidget(button)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, PersonButton):
            self.chosen.emit(button.person_id)
