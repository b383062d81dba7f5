# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where a file lies is said once, with the way to a safer place."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.places import Place, PlaceKind
from revmentor_desktop.ui import place_notice
from revmentor_desktop.ui.place_notice import PlaceNotice
from revmentor_desktop.ui.theme import Theme


@pytest.fixture
def notice(qtbot: QtBot, theme: Theme) -> PlaceNotice:
    made = PlaceNotice(theme)
    qtbot.addWidget(made)
    return made


def test_a_file_in_the_cloud_is_told_with_a_way_to_documents(notice: PlaceNotice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notice.told):
        notice.look(Path("/home/ana/Dropbox/x.revmentor"), already_told=False)
    assert notice.isVisible()
    assert notice.banner.accessibleName().startswith("Este archivo está en Dropbox. ")
    assert notice.banner.button.text() == "Mover a Documentos"
    with qtbot.waitSignal(notice.move_asked):
        notice.banner.button.click()
    assert not notice.isVisible()


def test_what_was_told_and_what_lies_well_is_not_said(notice: PlaceNotice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(notice.told):
        notice.look(Path("/home/ana/Dropbox/x.revmentor"), already_told=True)
        notice.look(Path("/home/ana/x.revmentor"), already_told=False)
    assert not notice.isVisible()


def test_the_notice_can_be_closed(notice: PlaceNotice) -> None:
    notice.look(Path("/home/ana/OneDrive/x.revmentor"), already_told=False)
    notice.close_button.click()
    assert not notice.isVisible()


@pytest.mark.parametrize("kind", PlaceKind)
def test_each_kind_of_place_says_what_may_happen_and_what_to_do(kind: PlaceKind) -> None:
    title, text = place_notice.words(Place(kind, "Lápiz de Ana"))
    assert ("Lápiz de Ana" in title) is (kind is not PlaceKind.TEMPORARY)
    assert "Documentos" in text
