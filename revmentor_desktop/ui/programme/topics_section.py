# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Áreas y temas*: what can be learnt, beside where asking and offering do not meet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import NAME_LIMIT
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import people
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.notices import Notices
from revmentor_desktop.ui.programme.section_page import SectionPage
from revmentor_desktop.ui.programme.topic_rows import TopicRow, TopicsList, TopicsModel, offered_text, topic_rows, wanted_text
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.held import Vanishing
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.words import errors

_NAMED = 6
"""Topics named in each list of the meaning; the rest are counted."""


class TopicLine(LineEdit):
    """A line whose Enter adds what is typed."""

    def __init__(self, theme: Theme, add: Action) -> None:
        super().__init__(theme, placeholder=_("For example, Logistics"), limit=NAME_LIMIT)
        self._add = add

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add.trigger()
            return
        super().keyPressEvent(event)


class Adding(Vanishing, QWidget):
    """The line to add to the list; where nothing can be added, it is not there."""


class Unmet(Card):
    """Topics that are asked for and not offered, and the other way round."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("What it means"), padding=18, parent=parent)
        self._theme = theme
        self._lists: list[tuple[PlainLabel, QVBoxLayout]] = []
        self.body.setSpacing(6)
        for title in (_("Asked for, and nobody teaches it"), _("Offered, and nobody asks for it")):
            rows = QVBoxLayout()
            rows.setSpacing(3)
            heading = PlainLabel(theme, title, "h3", wrap=True)
            self.body.addWidget(heading)
            self.body.addLayout(rows)
            self.body.addSpacing(10)
            self._lists.append((heading, rows))
        text = _("A topic that nobody teaches counts a little when somebody teaches another of its area. Your own match only themselves.")
        self.body.addWidget(PlainLabel(theme, text, "caption", "text2", wrap=True))
        self.body.addStretch(1)
        self._shown: tuple[tuple[str, ...], ...] = ()

    def lists(self) -> tuple[tuple[str, ...], ...]:
        """Return the lines of both lists."""
        return self._shown

    def show_topics(self, rows: tuple[TopicRow, ...]) -> None:
        """Show what does not meet among these topics."""
        asked = sorted((row for row in rows if row.wants and not row.offers), key=lambda row: (-row.wants, row.name))
        offered = sorted((row for row in rows if row.offers and not row.wants), key=lambda row: (-row.offers, row.name))
        shown = (
            tuple(f"{row.name} · {wanted_text(row.wants)}" for row in asked),
            tuple(f"{row.name} · {offered_text(row.offers)}" for row in offered),
        )
        if shown == self._shown and self._lists[0][1].count():
            return
        self._shown = shown
        for (_heading, layout), lines in zip(self._lists, shown, strict=True):
            clear(layout)
            for line in lines[:_NAMED] or (_("None."),):
                layout.addWidget(PlainLabel(self._theme, line, "table", "text2", wrap=True))
            more = len(lines) - _NAMED
            if more > 0:
                layout.addWidget(PlainLabel(self._theme, plural("and {n} more", "and {n} more", more).format(n=more), "table", "text2"))


class TopicsSection(SectionPage):
    """The list with a line to add to it."""

    def __init__(self, theme: Theme, notices: Notices, add: Action, parent: QWidget | None = None) -> None:
        self._notices, self._workspace, self._look = notices, notices.workspace, theme
        self.model = TopicsModel()
        self.list = TopicsList(theme, self.model)
        self.line = TopicLine(theme, add)
        self.field = Field(theme, _("New topic"), self.line)
        self.add_button = Button(theme, add.label, "plus").follow(add)
        self.unmet = Unmet(theme)
        super().__init__(theme, self._make_form(theme), self.unmet, parent)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        rows = topic_rows(self._workspace.snapshot())
        self.model.show_rows(rows)
        self.unmet.show_topics(rows)

    def add(self) -> None:
        """Add the topic that is typed; one that is there already is shown."""
        known = set(self._workspace.snapshot().topics)
        try:
            topic_id = people.add_topic(self._workspace, self.line.text())
        except DomainError as error:
            self.field.set_error(words.refusal(error, "topic"))
            self.line.setFocus()
            return
        except StoreError as error:
            self.field.set_error(" ".join(errors.sentence(error)).strip())
            return
        self.field.set_error(None)
        self.line.clear()
        self.refresh()
        self._show(topic_id)
        name = self._workspace.snapshot().topics[topic_id].name
        if topic_id in known:
            self._notices.told.emit(_("{name} is there already").format(name=name))
        else:
            self._notices.saved.emit(_("Topic added: {name}").format(name=name))

    def _show(self, topic_id: TopicId) -> None:
        index = self.model.index(self.model.row_of(topic_id), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _restyle(self) -> None:
        # The button is level with the editor, which stands under the label of its field.
        self._above.changeSize(0, self._look.line_height("label") + 4 - RING)

    def _make_form(self, theme: Theme) -> QWidget:
        card = Card(theme, _("Areas and topics"), padding=18)
        note = _("↓ people who want to learn it · ↑ people who can teach it")
        card.body.addWidget(PlainLabel(theme, note, "caption", "text2", wrap=True))
        adding = Adding()
        row = QHBoxLayout(adding)
        row.setContentsMargins(0, 0, -RING, 0)
        row.setSpacing(8 - RING)
        row.addWidget(self.field, 1)
        beside = QVBoxLayout()
        self._above = QSpacerItem(0, 0)
        beside.addItem(self._above)
        beside.addWidget(self.add_button)
        beside.addStretch(1)
        row.addLayout(beside)
        card.body.addWidget(adding)
        card.body.addWidget(self.list, 1)
        return card
