# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The first page: three ways to begin, files opened last, and a file dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.theme import Theme

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """Two files, the second gone."""
    there = tmp_path / "Talleres Albor - Piloto 2027.revmentor"
    there.write_bytes(b"")
    return str(there), str(tmp_path / "Perdido.revmentor")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, files: tuple[str, ...]) -> StartPage:
    made = StartPage(theme, files)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("place", "signal"), [(0, "create_asked"), (1, "open_asked"), (2, "example_asked")])
def test_each_card_has_a_button_that_begins(qtbot: QtBot, page: StartPage, place: int, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(page.ways[place].button, LEFT)


def test_only_one_button_is_primary(page: StartPage) -> None:
    assert [card.button.property("variant") for card in page.ways] == ["primary", "secondary", "secondary"]


def test_the_first_way_has_the_focus_and_space_takes_it(qtbot: QtBot, page: StartPage) -> None:
    page.show()
    qtbot.waitExposed(page)
    with qtbot.waitSignal(page.create_asked):
        qtbot.keyClick(page.ways[0].button, Qt.Key.Key_Space)
    assert page.focusWidget() is page.ways[0].button
    page.hide()


def test_a_recent_file_says_when_it_changed_and_opens(qtbot: QtBot, page: StartPage, files: tuple[str, ...]) -> None:
    row = page.recent.rows[0]
    assert row.button.label == "Talleres Albor - Piloto 2027"
    assert row.about.startswith("hoy a las ")
    with qtbot.waitSignal(page.file_chosen) as chosen:
        qtbot.mouseClick(row.button, LEFT)
    assert chosen.args == [files[0]]


def test_a_file_that_is_gone_says_so_and_can_be_looked_for(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    row = page.recent.rows[1]
    assert row.about == f"no está en {tmp_path.name}"
    with qtbot.waitSignal(page.open_asked):
        qtbot.mouseClick(row.button, LEFT)


def test_at_most_five_files_are_named_and_without_any_there_is_no_list(qtbot: QtBot, theme: Theme, files: tuple[str, ...]) -> None:
    many, none = StartPage(theme, files * 4), StartPage(theme, ())
    qtbot.addWidget(many)
    qtbot.addWidget(none)
    assert len(many.recent.rows) == 5
    assert none.recent.isHidden()


def test_a_file_dropped_on_the_window_is_chosen(qtbot: QtBot, page: StartPage, files: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(files[0])])
    enter = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.file_chosen) as chosen:
        page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEY))
    assert [Path(str(name)) for name in chosen.args or ()] == [Path(files[0])]


def test_a_folder_or_several_files_are_not_taken(page: StartPage, tmp_path: Path, files: tuple[str, ...]) -> None:
    for urls in ([QUrl.fromLocalFile(str(tmp_path))], [QUrl.fromLocalFile(name) for name in files], [QUrl("https://example.com/x")]):
        data = QMimeData()
        data.setUrls(urls)
        enter = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
        enter.ignore()
        page.dragEnterEvent(enter)
        assert not enter.isAccepted()


def test_appearance_opens_the_preferences_and_closing_is_told(qtbot: QtBot, page: StartPage) -> None:
    with qtbot.waitSignal(page.preferences_asked):
        qtbot.mouseClick(page.look, LEFT)
    page.show()
    with qtbot.waitSignal(page.closing):
        page.close()


def test_the_picture_gives_way_to_what_can_be_done(qtbot: QtBot, page: StartPage) -> None:
    page.resize(1366, 768)
    page.show()
    assert page.picture.isVisible()
    page.resize(660, 380)
    assert not page.picture.isVisible()
    page.hide()
