# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The dialog about a damaged file: it says what each way brings, does what is chosen, and keeps the damaged file."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, files
from revmentor_desktop.ui.background import Runner
from revmentor_desktop.ui.recovery.dialog import Damaged, RecoveryDialog, Way
from revmentor_desktop.ui.theme import Theme

MADE = datetime(2026, 11, 24, 16, 40)  # noqa: DTZ001 (wall time)
NOW = datetime(2026, 11, 24, 18, 5)  # noqa: DTZ001
PAGE = 4096
Make = Callable[..., RecoveryDialog]


@pytest.fixture
def path(example_file: Path, tmp_path: Path) -> Path:
    (tmp_path / "casa").mkdir()
    return Path(shutil.copy(example_file, tmp_path / "casa" / "Piloto 2027.revmentor"))


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copias"


def lose(path: Path, what: str) -> bytes:
    """Write zeros over the first page of rows that holds a text; returns the damaged bytes."""
    content = bytearray(path.read_bytes())
    place = next(place for place in range(0, len(content), PAGE) if content[place] == 13 and what.encode() in content[place : place + PAGE])
    content[place : place + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    return bytes(content)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, path: Path, copies: Path) -> Iterator[Make]:
    """Makes the dialog about `path`, shows it, and waits until it has looked."""
    runner = Runner()

    def made(found: Path | None = None, *, wait: bool = True) -> RecoveryDialog:
        def choose(_parent: QWidget, _folder: Path) -> Path | None:
            return found

        dialog = RecoveryDialog(theme, None, Damaged(path, None, copies), runner, lambda: NOW, choose)
        qtbot.addWidget(dialog, before_close_func=lambda shown: shown.hide())
        dialog.show()
        if wait:
            settle(qtbot, dialog)
        return dialog

    yield made
    runner.close()


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def settle(qtbot: QtBot, dialog: RecoveryDialog) -> None:
    """Wait until its work is done and shown."""
    qtbot.waitUntil(lambda: not dialog.is_busy(), timeout=20_000)
    QApplication.processEvents()


def click(qtbot: QtBot, dialog: RecoveryDialog, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)


def people_in(path: Path) -> int:
    workspace = files.open_file(path)
    try:
        return len(workspace.snapshot().people)
    finally:
        workspace.close()


def test_both_ways_stand_side_by_side_with_their_figures(make: Make, path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    lose(path, "Negociación")
    dialog = make()
    assert "16:40" in said(dialog.copy_card)
    assert "28" in said(dialog.copy_card)
    assert "28" in said(dialog.salvage_card)
    assert "apartado 2026-11-24 18.05 Piloto 2027.revmentor" in said(dialog)
    assert dialog.copy_card.y() == dialog.salvage_card.y()
    assert dialog.width() <= 980
    assert dialog.height() <= 660


def test_going_back_to_the_copy_keeps_the_damaged_file(make: Make, qtbot: QtBot, path: Path, copies: Path) -> None:
    backups.back_up(path, copies, MADE)
    content = lose(path, "Negociación")
    dialog = make()
    click(qtbot, dialog, dialog.copy_card.button)
    assert dialog.choice is not None
    assert dialog.choice.way is Way.COPY
    assert dialog.choice.recovered is not None
    aside = dialog.choice.recovered.aside
    assert aside is not None
    assert aside.read_bytes() == content
    assert not dialog.isVisible()
    assert people_in(path) == 28


def test_what_is_salvaged_goes_into_a_new_file_when_asked_to(make: Make, qtbot: QtBot, path: Path) -> None:
    content = lose(path, "Negociación")
    dialog = make()
    assert "Negociación" not in said(dialog)
    dialog.beside.setChecked(True)
    click(qtbot, dialog, dialog.salvage_card.button)
    assert dialog.choice is not None
    assert dialog.choice.recovered is not None
    new = dialog.choice.recovered.path
    assert new.parent == path.parent
    assert new != path
    assert path.read_bytes() == content
    assert people_in(new) == 28


def test_a_file_that_only_lost_an_index_can_be_looked_at(make: Make, qtbot: QtBot, path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = next(place for place in range(PAGE, len(content), PAGE) if content[place] == 10 and b"@" in content[place : place + PAGE])
    content[place : place + PAGE] = bytes(PAGE)
    path.write_bytes(content)
    dialog = make()
    assert dialog.view.isVisibleTo(dialog)
    assert dialog.salvage_card.button.property("variant") == "primary"
    click(qtbot, dialog, dialog.view)
    assert dialog.choice is not None
    assert dialog.choice.way is Way.VIEW
    assert path.read_bytes() == content


def test_when_nothing_is_left_a_copy_can_be_looked_for(make: Make, qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    stick = Path(shutil.copy(path, tmp_path / "lápiz.revmentor"))
    path.write_bytes(bytes(20 * PAGE))
    dialog = make(stick)
    assert not dialog.copy_card.button.isVisibleTo(dialog)
    assert not dialog.salvage_card.button.isVisibleTo(dialog)
    assert not dialog.view.isVisibleTo(dialog)
    click(qtbot, dialog, dialog.search)
    assert "28" in said(dialog.copy_card)
    click(qtbot, dialog, dialog.copy_card.button)
    assert people_in(path) == 28


def test_a_refusal_is_said_and_the_ways_stay(make: Make, qtbot: QtBot, path: Path, copies: Path, tmp_path: Path) -> None:
    backups.back_up(path, copies, MADE)
    lose(path, "Negociación")
    table = tmp_path / "tabla.revmentor"
    table.write_bytes(b"%PDF-1.7")
    dialog = make(table)
    click(qtbot, dialog, dialog.search)
    assert "PDF" in said(dialog)
    assert dialog.isVisible()
    assert dialog.copy_card.button.isEnabled()


def test_escape_closes_and_changes_nothing_even_while_it_looks(make: Make, qtbot: QtBot, path: Path) -> None:
    content = lose(path, "Negociación")
    dialog = make(wait=False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.choice is None
    assert not dialog.isVisible()
    assert path.read_bytes() == content
