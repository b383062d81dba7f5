# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list over the window as the user has it: opened, typed into, moved in, and left, by keys and by clicks."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import Screen, destinations
from revmentor_desktop.ui.search.palette import SearchPalette
from revmentor_desktop.ui.search.results import Group
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import ActionSpec, build_actions
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.labels import PlainLabel

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class GreedyField(QLineEdit):
    """A line that wants every key for itself, as some systems make it want Ctrl+K."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Page(QWidget):
    """A screen with a field to have the focus, one thing to do and one that can't be done now."""

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        self.header = PageHeader(theme, key)
        self.field = GreedyField()
        self.targets: list[object] = []
        self.done = 0
        column = QVBoxLayout(self)
        column.addWidget(self.header)
        column.addWidget(self.field)
        self.made = build_actions(
            theme, self, [ActionSpec("a", f"Barrer {key}", "x", "Del", "Con escoba", "sweep"), ActionSpec("b", "Barnizar")]
        )
        self.made["b"].setEnabled(False)

    def sweep(self) -> None:
        self.done += 1

    def refresh(self, changed: frozenset[str]) -> None: ...

    def show_target(self, target: object) -> None:
        self.targets.append(target)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, example: Workspace) -> Iterator[MainWindow]:
    """The window over the example, its first screen's field with the focus."""
    made = MainWindow(theme, with_history=True)
    for place in destinations():
        made.add_screen(cast("Screen", Page(theme, place.key)))
    made.set_search(example.snapshot)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    page(made, "home").field.setFocus()
    yield made
    made.hide()


@pytest.fixture
def palette(qtbot: QtBot, window: MainWindow) -> SearchPalette:
    """The list, opened by its keys."""
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.search.palette.isVisible()
    return window.search.palette


def page(window: MainWindow, key: str) -> Page:
    found = window.screen_of(key)
    assert isinstance(found, Page)
    return found


def current(palette: SearchPalette) -> str:
    entry = palette.current()
    assert entry is not None
    return entry.title


def row_of(palette: SearchPalette, title: str) -> QPoint:
    """Return the middle of a row of the list."""
    for row in range(palette.model.rowCount()):
        if palette.model.index(row).data() == title:
            return palette.list.visualRect(palette.model.index(row)).center()
    raise KeyError(title)


def test_typing_and_enter_go_to_a_person(qtbot: QtBot, window: MainWindow, palette: SearchPalette, example: Workspace) -> None:
    qtbot.keyClicks(palette.field, "lucia serr")
    assert current(palette) == "Lucía Serrano Pombo"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    lucia = next(person.id for person in example.snapshot().people.values() if person.full_name == "Lucía Serrano Pombo")
    assert not palette.isVisible()
    assert window.current_key() == "people"
    assert page(window, "people").targets == [("person", lucia)]


def test_the_keys_open_it_from_inside_a_field(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(page(window, "home").field, Qt.Key.Key_K, CONTROL)
    assert window.search.palette.field.hasFocus()


def test_nothing_typed_shows_places_and_actions(palette: SearchPalette) -> None:
    assert [entry.title for entry in palette.entries()[:6]] == [place.text for place in destinations()]
    assert palette.entries()[0].keys == "Ctrl+1"
    assert {entry.group for entry in palette.entries()} == {Group.PLACES, Group.ACTIONS}


def test_the_arrows_skip_the_names_of_groups_and_go_round(qtbot: QtBot, palette: SearchPalette) -> None:
    titles = [entry.title for entry in palette.entries()]
    seen = [current(palette)]
    for _step in titles:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(current(palette))
    assert seen == [*titles, titles[0]]
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert current(palette) == titles[-1]


def test_the_page_keys_stop_at_the_ends(qtbot: QtBot, palette: SearchPalette) -> None:
    for key, place in ((Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageDown, 6), (Qt.Key.Key_PageDown, -1)):
        qtbot.keyClick(palette.field, key)
        assert current(palette) == palette.entries()[place].title


def test_esc_closes_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert page(window, "home").field.hasFocus()


def test_the_same_keys_close_it_again_and_it_opens_empty(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "zzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_K, CONTROL)
    assert not palette.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert palette.field.text() == ""
    assert palette.entries()


def test_an_action_of_the_screen_is_run(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "barrer")
    (entry,) = palette.entries()
    assert (entry.detail, bool(entry.keys)) == ("Con escoba", True)
    qtbot.keyClick(palette.field, Qt.Key.Key_Enter)
    assert page(window, "home").done == 1
    assert not palette.isVisible()


def test_what_cannot_be_done_now_is_not_offered(qtbot: QtBot, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "barnizar")
    assert palette.entries() == ()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_undo_would_undo_is_found_by_its_name(qtbot: QtBot, window: MainWindow) -> None:
    window.set_history("emparejar a Wei y Amparo", "")
    with qtbot.waitSignal(window.undo_action.triggered):
        window.open_search()
        qtbot.keyClicks(window.search.palette.field, "emparejar a wei")
        qtbot.keyClick(window.search.palette.field, Qt.Key.Key_Return)


def test_no_result_says_what_was_looked_for(qtbot: QtBot, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "zzz  nada")
    assert "Nada coincide con “zzz nada”." in [label.text() for label in palette.nothing.findChildren(PlainLabel)]
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.current() is None


def test_a_section_of_the_programme_is_a_place(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "criterios")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current_key() == "programme"
    assert page(window, "programme").targets == ["criteria"]


def test_a_click_goes_there_and_a_click_on_a_group_does_not(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=row_of(palette, "Ir a"))
    assert palette.isVisible()
    qtbot.mouseClick(palette.list.viewport(), LEFT, pos=row_of(palette, "Calendario"))
    assert window.current_key() == "calendar"


def test_a_click_beside_it_closes_it(qtbot: QtBot, palette: SearchPalette) -> None:
    qtbot.mouseClick(palette, LEFT, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()


def test_the_keys_of_the_screen_behind_rest_while_it_is_open(qtbot: QtBot, window: MainWindow, palette: SearchPalette) -> None:
    for key, modifier in ((Qt.Key.Key_3, CONTROL), (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F6, CONTROL)):
        qtbot.keyClick(palette.field, key, modifier)
    assert window.current_key() == "home"
    assert page(window, "home").done == 0
    assert palette.field.hasFocus()


def test_the_field_of_the_sidebar_opens_it_in_the_rail_too(qtbot: QtBot, window: MainWindow) -> None:
    for width in (1366, 900):
        window.resize(width, 600)
        qtbot.mouseClick(window.sidebar.search_button, LEFT)
        assert window.search.palette.field.hasFocus()
        window.search.palette.dismiss()
        assert page(window, "home").field.hasFocus()


def test_it_stays_inside_the_smallest_window(window: MainWindow, palette: SearchPalette) -> None:
    window.resize(660, 380)
    assert palette.geometry() == window.rect()
    assert window.rect().contains(palette.box.geometry())
    assert palette.box.width() == 560


def test_rows_are_read_with_all_they_show(qtbot: QtBot, palette: SearchPalette) -> None:
    qtbot.keyClicks(palette.field, "lucia")
    spoken = palette.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Lucía Serrano Pombo, Técnica de marketing digital · Marketing, Personas"


def test_it_paints_in_dark_and_in_large(window: MainWindow, palette: SearchPalette, theme: Theme) -> None:
    theme.set_text_size(200)
    assert window.rect().contains(palette.box.geometry())
    assert not window.grab().isNull()
