# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What *Inicio* says about copies: nothing while all is well, a notice when one failed or none is outside."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, file_notes
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from revmentor_desktop.ui.home.screen import HomeScreen
from revmentor_desktop.ui.navigation import COPIES
from revmentor_desktop.ui.theme import Theme
from tests.factory import NOW
from tests.ui.home.conftest import Open


def home(qtbot: QtBot, theme: Theme, bridge: Bridge, now: datetime = NOW) -> HomeScreen:
    screen = HomeScreen(theme, bridge, lambda: now)
    qtbot.addWidget(screen)
    screen.resize(1158, 1200)
    screen.show()
    qtbot.waitUntil(lambda: screen.notices.note.text() != "…", timeout=10_000)
    return screen


def notices(screen: HomeScreen) -> list[str]:
    return [row.notice.title for row in screen.notices.rows()]


def test_the_example_says_nothing_of_copies(open_home: Open, example: Workspace) -> None:
    assert open_home(example).file.copies_words == ""


def test_the_card_says_when_the_newest_copy_was_made_and_leads_there(example: Workspace, qtbot: QtBot, theme: Theme) -> None:
    bridge = Bridge(example)
    screen = home(qtbot, theme, bridge)
    # The window may be there before whoever makes the copies.
    keeper = CopyKeeper(bridge, lambda: NOW, backups.copies_folder())
    screen.refresh(frozenset())
    assert screen.file.copies_words == "La primera copia se hace enseguida"
    keeper.before_risk()
    assert screen.file.copies_words == "Última copia, de hoy a las 09:30"
    with qtbot.waitSignal(screen.go) as signal:
        qtbot.mouseClick(screen.file.copies, Qt.MouseButton.LeftButton)
    assert signal.args == [COPIES, None]
    bridge.close()


def test_a_failed_copy_is_a_notice_and_after_a_week_the_first(example: Workspace, qtbot: QtBot, theme: Theme) -> None:
    folder = backups.copies_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    bridge = Bridge(example)
    CopyKeeper(bridge, lambda: NOW - timedelta(days=7), folder).before_risk()
    for keeper in bridge.findChildren(CopyKeeper):
        keeper.setParent(None)
    CopyKeeper(bridge, lambda: NOW, folder)
    screen = home(qtbot, theme, bridge)
    said = "La última copia no se pudo hacer: falta la carpeta de copias."
    assert (notices(screen)[0], screen.file.copies_words) == (said, said)
    assert screen.notices.rows()[0].notice.tone == "danger"
    with qtbot.waitSignal(screen.go) as signal:
        qtbot.mouseClick(screen.notices.rows()[0].link, Qt.MouseButton.LeftButton)
    assert signal.args == [COPIES, None]
    bridge.close()


def test_a_stick_older_than_two_weeks_is_a_notice_that_leads_to_its_button(
    example: Workspace, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    file_notes.put(example.file_uuid, file_notes.WORTH_SINCE, "2026-11-02")
    file_notes.put(example.file_uuid, file_notes.OUTSIDE_DAY, "2026-12-27")
    bridge = Bridge(example)
    keeper = CopyKeeper(bridge, lambda: NOW, backups.copies_folder())
    screen = home(qtbot, theme, bridge)
    titles = notices(screen)
    assert "La última copia en un lápiz es de hace 16 días" in titles
    with qtbot.waitSignal(screen.go) as signal:
        qtbot.mouseClick(
            screen.notices.rows()[titles.index("La última copia en un lápiz es de hace 16 días")].link, Qt.MouseButton.LeftButton
        )
    assert signal.args == [COPIES, "outside"]
    keeper.note_outside(tmp_path)
    assert not any("lápiz" in title for title in notices(screen))
    bridge.close()
