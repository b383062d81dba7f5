# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a user does on the board, for the tests of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import pairs
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.pairs.completion.dialog import ProposalsDialog
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.pair_rows import PairRow
from revmentor_desktop.ui.pairs.screen import PairsScreen
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import Dialog
from tests import factory
from tests.dialogs import answering

Asked = TypeVar("Asked", bound=Dialog)


class Desk:
    """A board in sight, with short ways to click and to look."""

    def __init__(self, qtbot: QtBot, theme: Theme, bridge: Bridge) -> None:
        self.qtbot, self.bridge, self.workspace = qtbot, bridge, bridge.workspace
        self.screen = PairsScreen(theme, bridge, lambda: factory.NOW)
        self.heard: list[tuple[str, object]] = []
        self.went: list[tuple[str, object]] = []
        self.screen.toast.connect(self._hear)
        self.screen.go.connect(self._go)
        bridge.changed.connect(self.screen.refresh)
        qtbot.addWidget(self.screen)
        self.screen.resize(1158, 690)
        self.screen.show()
        qtbot.waitExposed(self.screen)

    def _hear(self, text: str, action: object) -> None:
        self.heard.append((text, action))

    def _go(self, place: str, target: object) -> None:
        self.went.append((place, target))

    # People

    def who(self, name: str) -> PersonId:
        return next(person.id for person in self.workspace.snapshot().people.values() if person.short_name.startswith(name))

    def items(self, side: Side, *kinds: Kind) -> list[Item]:
        listed = self.screen.board.columns[side].view.people.records
        return [item for item in listed if not kinds or item.kind in kinds]

    def item(self, side: Side, name: str) -> Item:
        return next(item for item in self.items(side) if item.name.startswith(name))

    def click(self, side: Side, name: str, *, at: Callable[..., QPoint] | None = None) -> None:
        view = self.screen.board.columns[side].view
        index = view.people.place_of(self.item(side, name).person_id)
        view.scrollTo(index)
        point = at(view, index) if at else view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.screen.focusWidget() or self.screen, key, modifier)

    def preview(self) -> str:
        return "\n".join(self.screen.board.preview.texts())

    # Pairs

    def make(self, mentor: str, mentee: str) -> PairId:
        return pairs.make_pair(self.workspace, self.who(mentor), self.who(mentee))

    def rows(self) -> tuple[PairRow, ...]:
        return self.screen.board.list.rows()

    def click_part(self, row: PairRow, part: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        view = self.screen.board.list.view
        view.scrollTo(view.pairs.place_of(row.pair_id))
        places = view.places_of(row)
        rect = getattr(places, part) if part else places.mentor_words
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, rect.center().toPoint())

    def choose_in_menu(self, text: str, submenu: str = "") -> None:
        menu = next(menu for menu in self.screen.findChildren(QMenu) if menu.isVisible())
        shown = menu
        if submenu:
            action = next(action for action in menu.actions() if action.text() == submenu)
            inner = action.menu()
            assert isinstance(inner, QMenu)
            shown = inner
            menu.setActiveAction(action)
            shown.popup(QPoint(0, 0))
        action = next(action for action in shown.actions() if action.text() == text)
        shown.setActiveAction(action)
        self.qtbot.keyClick(shown, Qt.Key.Key_Return)
        menu.close()

    def menu_texts(self) -> list[str]:
        menu = next(menu for menu in self.screen.findChildren(QMenu) if menu.isVisible())
        texts = [action.text() for action in menu.actions() if action.text()]
        menu.close()
        return texts

    # Dialogs

    def proposals(self) -> ProposalsDialog:
        """The proposals, as soon as they stand there."""
        self.qtbot.waitUntil(lambda: self.screen.completer.dialog is not None, timeout=20_000)
        dialog = self.screen.completer.dialog
        assert dialog is not None
        return dialog

    def in_dialog(self, kind: type[Asked], do: Callable[[Asked], None], start: Callable[[], None]) -> None:
        """Do ``start``, which opens a dialog and waits for it, and ``do`` in the dialog."""

        def act(dialog: QDialog) -> None:
            assert isinstance(dialog, kind), f"{type(dialog).__name__} opened, and not {kind.__name__}"
            do(dialog)

        with answering(act):
            start()
