# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Centros* and *Áreas y temas*."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.sites import SummerHours
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.programme.sites_section import SiteCard, SitesSection
from revmentor_desktop.ui.programme.topics_section import TopicsSection
from revmentor_desktop.ui.theme import Theme
from tests import factory


@pytest.fixture
def site(screen: ProgrammeScreen) -> SiteCard:
    screen.show_target("sites")
    section = screen.section("sites")
    assert isinstance(section, SitesSection)
    return next(iter(section.cards.values()))


@pytest.fixture
def topics(screen: ProgrammeScreen) -> TopicsSection:
    screen.show_target("topics")
    section = screen.section("topics")
    assert isinstance(section, TopicsSection)
    return section


def test_rooms_are_limited_and_freed(qtbot: QtBot, site: SiteCard, example: Workspace) -> None:
    qtbot.mouseClick(site.rooms_switch, Qt.MouseButton.LeftButton)
    assert example.snapshot().sites[site.site_id].rooms == 1
    site.rooms_edit.selectAll()
    qtbot.keyClicks(site.rooms_edit, "3")
    qtbot.keyClick(site.rooms_edit, Qt.Key.Key_Return)
    assert example.snapshot().sites[site.site_id].rooms == 3
    qtbot.mouseClick(site.rooms_switch, Qt.MouseButton.LeftButton)
    assert example.snapshot().sites[site.site_id].rooms is None


def test_summer_hours_are_set_and_an_impossible_stretch_is_refused(qtbot: QtBot, site: SiteCard, example: Workspace) -> None:
    qtbot.mouseClick(site.summer_switch, Qt.MouseButton.LeftButton)
    hours = example.snapshot().sites[site.site_id].summer_hours
    assert isinstance(hours, SummerHours)
    assert (hours.start.month, hours.end.month, hours.until) == (6, 9, 900)
    site.to_edit.setDate(site.from_edit.date().addDays(-1))
    qtbot.keyClick(site.to_edit, Qt.Key.Key_Return)
    assert site.summer_to.error()
    assert example.snapshot().sites[site.site_id].summer_hours == hours
    site.to_edit.setDate(site.from_edit.date().addDays(10))
    qtbot.keyClick(site.to_edit, Qt.Key.Key_Return)
    changed = example.snapshot().sites[site.site_id].summer_hours
    assert isinstance(changed, SummerHours)
    assert (changed.end - changed.start).days == 10
    assert not site.summer_to.error()


def test_a_site_in_the_canary_islands_takes_their_clock(site: SiteCard, example: Workspace) -> None:
    site.region_edit.setCurrentIndex(site.region_edit.findData("CN"))
    site.region_edit.activated.emit(site.region_edit.currentIndex())
    assert example.snapshot().sites[site.site_id].time_zone == "Atlantic/Canary"
    assert site.zone_edit.currentData() == "Atlantic/Canary"


def test_two_sites_do_not_share_a_name(qtbot: QtBot, site: SiteCard, example: Workspace) -> None:
    other = next(each.name for each in example.snapshot().sites.values() if each.id != site.site_id)
    editor = site.name.editor
    editor.setFocus()
    editor.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(editor, other.lower())
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert site.name.error() == f"Otro centro se llama {other}. Elige otro nombre."


def test_without_sites_the_section_says_where_they_come_from(qtbot: QtBot, theme: Theme, workspace: Workspace) -> None:
    bridge = Bridge(workspace)
    screen = ProgrammeScreen(theme, bridge, lambda: factory.NOW)
    qtbot.addWidget(screen)
    for key in ("edition", "firm", "criteria", "days", "topics"):
        screen.show_section(key)
    section = screen.section("sites")
    assert isinstance(section, SitesSection)
    assert section.empty.isVisibleTo(section)
    with qtbot.waitSignal(screen.go) as gone:
        section.people.click()
    assert gone.args == ["people", None]
    bridge.close()


def test_a_topic_of_the_firm_is_added_by_enter_and_only_once(
    qtbot: QtBot, screen: ProgrammeScreen, topics: TopicsSection, example: Workspace
) -> None:
    qtbot.keyClicks(topics.line, "Seguridad en prensas")
    qtbot.keyClick(topics.line, Qt.Key.Key_Return)
    names = [row.name for row in topics.model.rows()]
    assert names[-2:] == ["Temas propios", "Seguridad en prensas"]
    number = len(example.snapshot().topics)
    qtbot.keyClicks(topics.line, "seguridad EN prensas")
    with qtbot.waitSignal(screen.toast) as said:
        qtbot.mouseClick(topics.add_button, Qt.MouseButton.LeftButton)
    assert said.args == ["Seguridad en prensas ya está", None]
    assert len(example.snapshot().topics) == number


def test_an_empty_topic_is_refused(qtbot: QtBot, topics: TopicsSection) -> None:
    qtbot.keyClick(topics.line, Qt.Key.Key_Return)
    assert topics.field.error() == "No puede quedar vacío. Escribe algo aquí."


def test_topics_count_who_wants_and_who_offers(topics: TopicsSection, example: Workspace) -> None:
    answers = example.snapshot().enrolments.values()
    for number, row in enumerate(topics.model.rows()):
        if row.topic_id is not None:
            assert row.wants == sum(1 for each in answers for want in each.wants if want.topic_id == row.topic_id)
            assert row.offers == sum(1 for each in answers for offer in each.offers if offer.topic_id == row.topic_id)
            assert "aprend" in topics.model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all("pued" in line for line in topics.unmet.lists()[1])
