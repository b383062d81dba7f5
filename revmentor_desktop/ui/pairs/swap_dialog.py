# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Putting another person in the place of a half of a proposal by key: a list to type in, and Enter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.ui.pairs.board import Board, Couple, Side
from revmentor_desktop.ui.pairs.column import PeopleView
from revmentor_desktop.ui.pairs.drag import half_of
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.swap_choices import Candidate, candidates
from revmentor_desktop.ui.pairs.swap_words import effect
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import SearchField
from revmentor_desktop.ui.widgets.labels import PlainLabel

_LEAST_LIST, _HEIGHT = 90, 580
"""Heights in px at 100 %: of the list in the lowest window, of the dialog where there is room."""


class SwapDialog(Dialog):
    """Lists who could take the place. Accepted, ``chosen`` is who does."""

    def __init__(self, theme: Theme, parent: QWidget | None, board: Board, pair: Pair, side: Side) -> None:
        leaving = board.person(half_of(pair, side)).first_name
        stays = board.person(half_of(pair, side.opposite)).first_name
        points = formats.number(board.judge(Couple(pair.mentor_id, pair.mentee_id)).score, current())
        title = _("Who takes the place of {name}?").format(name=leaving)
        text = _("In the pair with {other}, which has {n} of 100. Both pairs change at once, and it can be undone.")
        super().__init__(theme, parent, title, text.format(other=stays, n=points), safe=_("Leave it as it is"), act=_("Swap"))
        self._board = board
        self._all = candidates(board, pair, side)
        self._listed: list[Candidate | None] = []
        self.chosen: Candidate | None = None
        self.search = SearchField(theme, _("Find a person"))
        self.people = PeopleView(theme)
        self.people.setAccessibleName(title)
        self._told = PlainLabel(theme, "", "table", "text2", wrap=True)
        self._fill()
        self._filter()
        room = parent.window().height() if parent is not None else theme.px(_HEIGHT)
        self.resize(self.minimumWidth(), min(theme.px(_HEIGHT), room - 2 * theme.px(16)))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def told(self) -> str:
        """Return what is said of the person that is marked."""
        return self._told.text()

    def _fill(self) -> None:
        self.people.setMinimumHeight(self.theme.px(_LEAST_LIST))
        self._told.setMinimumHeight(self.theme.line_height("table"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self._told)
        self.search.textChanged.connect(self._filter)
        self.people.picked.connect(self._mark)
        self.people.entered.connect(self.accept)
        self.people.cards.show_ring = True

    def _filter(self) -> None:
        found = [one for one in self._all if one.is_called(self.search.text())]
        can, cannot = [one for one in found if one.possible], [one for one in found if not one.possible]
        heading = [Item(Kind.HEADING, _("Cannot take the place"))] if cannot else []
        self._listed = [*can, *([None] if cannot else []), *cannot]
        self.people.people.show_records([*(one.item for one in can), *heading, *(one.item for one in cannot)])
        self.people.setCurrentIndex(self.people.people.index(0 if can else 1, 0))
        self._mark()

    def _mark(self) -> None:
        row = self.people.currentIndex().row()
        marked = self._listed[row] if 0 <= row < len(self._listed) else None
        self.chosen = marked if marked is not None and marked.possible else None
        self.act.setEnabled(self.chosen is not None)
        if marked is None:
            self._told.setText(_("Nobody is called so.") if self._all else _("There is nobody who could take the place."))
        elif self.chosen is None or marked.landing.swap is None:
            self._told.setText(f"{marked.item.third}.")
        else:
            self._told.setText(effect(self._board, marked.landing.swap))

    @override
    def accept(self) -> None:
        if self.chosen is not None:
            super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self.focusWidget() is self.search:
            # The arrows walk through the list while one types.
            self.people.keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)
