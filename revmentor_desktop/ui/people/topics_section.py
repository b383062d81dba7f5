# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Temas*: what somebody wants to learn and can teach, why they take part and what they expect."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.topics import Offer, TopicId, Want
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import people
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.people.binder import Binder
from revmentor_desktop.ui.people.section import Section, heading, order_tabs
from revmentor_desktop.ui.people.topic_picker import TopicPicker
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING
from revmentor_desktop.ui.widgets.chip import Pill
from revmentor_desktop.ui.widgets.editors import TextEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from revmentor_desktop.ui.widgets.topic_chip import TopicChip

FIRST_DEGREE = 2
"""Priority or level that a topic has when it is added."""

Graded = tuple[tuple[TopicId, int], ...]


class TopicList(QWidget):
    """Chips and «Añadir tema». ``changed(tuple of (topic id, degree))``, ``named(text)`` for a topic that is not in the list."""

    changed = Signal(object)
    named = Signal(str)

    def __init__(self, theme: Theme, title: str, note: str, *, wanted: bool) -> None:
        super().__init__()
        self._theme, self._title, self._wanted = theme, title, wanted
        self._topics: Graded = ()
        self._chips: list[TopicChip] = []
        self._snapshot: Snapshot | None = None
        self._heading = PlainLabel(theme, title, "h3")
        self.add = Pill(theme, _("Add topic"), adds=True)
        self.add.setAccessibleName(f"{title}: {self.add.text()}")
        self.picker = TopicPicker(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = heading(theme, "", ElidedLabel(theme, note, "caption", "text2"))
        head.insertWidget(0, self._heading)
        head.setContentsMargins(RING, 0, RING, 0)
        column.addLayout(head)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=-2, line_gap=-2)
        self._flow.addWidget(self.add)
        column.addWidget(self._box)
        self.add.clicked.connect(self.open_picker)
        self.picker.picked.connect(self._picked)
        self.picker.named.connect(self._named)

    def chips(self) -> tuple[TopicChip, ...]:
        """Return the chips in their order."""
        return tuple(self._chips)

    def set_missing(self, missing: bool) -> None:
        """Say in the title that at least one topic has to be there."""
        self._heading.setText(_("{label} (required)").format(label=self._title) if missing else self._title)

    def show_topics(self, snapshot: Snapshot, topics: Sequence[tuple[TopicId, int]]) -> None:
        """Show the topics of somebody."""
        self._snapshot = snapshot
        same = [topic_id for topic_id, _degree in topics] == [chip.topic_id for chip in self._chips]
        self._topics = tuple(topics)
        if same:
            for chip, (_topic_id, degree) in zip(self._chips, topics, strict=True):
                chip.set_degree(degree)
            return
        self._rebuild(snapshot)

    def open_picker(self) -> None:
        """Open the list of topics under the button."""
        if self._snapshot is not None:
            self.picker.offer(self._snapshot, {topic_id for topic_id, _degree in self._topics})
            self.picker.open_at(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def add_topic(self, topic_id: TopicId) -> None:
        """Add a topic at the middle degree."""
        if all(topic_id != present for present, _degree in self._topics):
            self.changed.emit((*self._topics, (topic_id, FIRST_DEGREE)))
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.add.hasFocus():
            self.open_picker()
            return
        super().keyPressEvent(event)

    def _rebuild(self, snapshot: Snapshot) -> None:
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for topic_id, degree in self._topics:
            topic = snapshot.topics.get(topic_id)
            chip = TopicChip(self._theme, topic_id, topic.name if topic else "", degree, wanted=self._wanted, parent=self._box)
            chip.degree_changed.connect(self._regrade)
            chip.removed.connect(self._remove)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        order_tabs(self._chips, self.add)
        # The box may keep its size: it would not be laid out anew, and the button stay under the first chip.
        self._flow.invalidate()
        self._flow.activate()
        self._box.updateGeometry()
        if focused >= 0:
            target = self._chips[min(focused, len(self._chips) - 1)] if self._chips else self.add
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _picked(self, topic_id: int) -> None:
        self.add_topic(TopicId(topic_id))

    def _named(self, text: str) -> None:
        self.named.emit(text)

    def _regrade(self, topic_id: int, degree: int) -> None:
        self.changed.emit(tuple((present, degree if present == topic_id else before) for present, before in self._topics))

    def _remove(self, topic_id: int) -> None:
        self.changed.emit(tuple((present, degree) for present, degree in self._topics if present != topic_id))


class TopicsSection(Section):
    """Wants in plum, offers in indigo, motivation and expectation."""

    def __init__(self, theme: Theme, binder: Binder) -> None:
        super().__init__(theme, binder, "topics")
        self.wants = TopicList(theme, _("Wants to learn"), _("The dots are the priority"), wanted=True)
        self.offers = TopicList(theme, _("Can teach"), _("The dots are the level"), wanted=False)
        self.motivation = Field(theme, _("Why they want to take part"), TextEdit(theme, lines=3))
        self.expectation = Field(theme, _("What they expect at the end"), TextEdit(theme, lines=2))
        for key, field in (("motivation", self.motivation), ("expectation", self.expectation)):
            self.add_text(key, field, partial(self._shown, key), partial(self._change, key))
        self.required |= {"wants": None, "offers": None}
        self.places |= {"wants": self.wants.add, "offers": self.offers.add}
        for widget in (self.wants, self.offers):
            self.put(widget, ringed=True)
        for widget in (self.motivation, self.expectation):
            self.put(widget)
        self.wants.changed.connect(self._set_wants)
        self.offers.changed.connect(self._set_offers)
        self.wants.named.connect(self._want_own)
        self.offers.named.connect(self._offer_own)

    def show_answers(self, *, anew: bool) -> None:
        """Show the topics and texts that are kept."""
        super().show_answers(anew=anew)
        enrolment, snapshot = self.keeper.enrolment, self.keeper.snapshot
        self.wants.show_topics(snapshot, [(want.topic_id, want.priority) for want in enrolment.wants])
        self.offers.show_topics(snapshot, [(offer.topic_id, offer.level) for offer in enrolment.offers])

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say over the chips that one is needed."""
        super().show_missing(missing)
        self.wants.set_missing("wants" in missing)
        self.offers.set_missing("offers" in missing)

    def is_complete(self, missing: tuple[str, ...]) -> bool:
        """Whether the topics that the role asks for are there; without a role nobody knows which."""
        return super().is_complete(missing) and self.keeper.enrolment.role is not None

    def _shown(self, key: str) -> str:
        return str(getattr(self.keeper.enrolment, key))

    def _change(self, key: str, text: str) -> None:
        self.keeper.change_answers(**{key: text})

    def _set_wants(self, topics: Graded) -> None:
        self.binder.attempt("wants", self.change_answers(wants=tuple(Want(topic, degree) for topic, degree in topics)))

    def _set_offers(self, topics: Graded) -> None:
        self.binder.attempt("offers", self.change_answers(offers=tuple(Offer(topic, degree) for topic, degree in topics)))

    def _want_own(self, text: str) -> None:
        self.binder.attempt("wants", partial(self._add_own, self.wants, text))

    def _offer_own(self, text: str) -> None:
        self.binder.attempt("offers", partial(self._add_own, self.offers, text))

    def _add_own(self, topics: TopicList, text: str) -> None:
        topics.add_topic(people.add_topic(self.keeper.workspace, text))
