# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Temas sin cubrir* by clicks and keys: what is missing, who wants it, whom to invite, and the texts that are copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import people
from revmentor_desktop.programme.coverage import Group
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.coverage.screen import CoverageScreen
from tests.ui.coverage.conftest import ACCESS, AGILE, TEAMS, Open, learners, offer, topic, want

LEFT = Qt.MouseButton.LeftButton


def shown(screen: CoverageScreen) -> list[str]:
    """The topics in the list."""
    model = screen.card.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def click(qtbot: QtBot, widget: QWidget) -> None:
    """Click in the middle of something in sight."""
    qtbot.mouseClick(widget, LEFT)


def clipboard() -> str:
    """What would be pasted."""
    return QGuiApplication.clipboard().text()


def test_what_nobody_offers_stands_first_with_how_many_ask_for_it(lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    assert screen.header.state() == "2 temas que nadie ofrece · 1 que se queda corto · 3 que nadie pide"
    assert shown(screen) == [ACCESS, AGILE]
    read_aloud = screen.card.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_aloud == f"{ACCESS}: Nadie lo ofrece. Lo piden 3 personas · interés 8 de 9"
    assert screen.panel.title.text() == ACCESS
    assert screen.panel.isVisible()
    assert [part.title.text() for part in screen.panel.parts.values()] == ["A quién invitar", "3 personas quieren aprenderlo"]


def test_the_groups_are_chosen_by_click_and_by_arrows(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    click(qtbot, screen.card.groups.piece("short"))
    assert shown(screen) == [TEAMS]
    read_aloud = screen.card.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_aloud == f"{TEAMS}: 1 plaza para 3 personas · interés 8 de 9"
    screen.card.groups.setFocus()
    qtbot.keyClick(screen.card.groups, Qt.Key.Key_Right)
    assert set(shown(screen)) == {"Interculturalidad", "Design sprint", "Cultura e historia de la empresa"}
    qtbot.keyClick(screen.card.groups, Qt.Key.Key_Right)
    assert len(shown(screen)) > 20
    assert screen.panel.verdict.accessibleName().startswith("Cubierto")


def test_the_arrows_of_the_list_change_the_panel(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    screen.card.list.setFocus()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Down)
    assert screen.panel.title.text() == AGILE
    assert screen.panel.subtitle.text() == "Emprendimiento e innovación"


def test_the_filter_finds_topics_areas_and_people(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    name = lacking.snapshot().people[learners(lacking)[1]].last_name.split()[0]
    for text, found in (("discap", [ACCESS]), ("innovacion", [AGILE]), (name, [ACCESS]), ("martes", [])):
        screen.card.search.setText(text)
        qtbot.keyClick(screen.card.search, Qt.Key.Key_Return)
        assert shown(screen) == found
    assert screen.card.pages.currentWidget() is screen.card.no_result
    assert not screen.panel.isVisible()
    click(qtbot, screen.card.clear_button)
    assert shown(screen) == [ACCESS, AGILE]


def test_a_name_leads_to_the_form(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    row = screen.panel.parts["wanted"].rows[0]
    with qtbot.waitSignal(screen.go) as asked:
        click(qtbot, row.name)
    assert asked.args == ["people", ("person", row.shown.person.id)]


def test_the_invitation_names_who_is_invited_and_never_who_asks(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    row = screen.panel.parts["invitees"].rows[0]
    with qtbot.waitSignal(screen.toast) as told:
        click(qtbot, row.copy_link)
    text = clipboard()
    assert text.splitlines()[0] == f"Asunto: ¿Nos ayudas con «{ACCESS}»?"
    assert f"Hola, {row.shown.person.first_name}:" in text
    assert "3 personas quieren aprender" in text
    assert "voluntario" in text
    assert lacking.snapshot().firm.hr_name in text
    for one in learners(lacking)[:3]:
        assert lacking.snapshot().people[one].last_name not in text
    assert "{" not in text
    assert told.args is not None
    assert told.args[0] == f"Texto para {row.shown.person.short_name} copiado. Pégalo en un correo."


def test_the_open_invitation_is_copied_by_its_key(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    screen.card.list.setFocus()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(screen.toast):
        qtbot.keyClick(screen.card.list, Qt.Key.Key_C, control)
    assert "Hola:" in clipboard()
    assert ACCESS in clipboard()


def test_a_topic_for_nobody_offers_a_talk(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    screen.card.show_group(Group.UNWANTED)
    row = screen.panel.parts["offered"].rows[0]
    assert not screen.panel.open_button.isVisible()
    click(qtbot, row.copy_link)
    assert "píldora de quince minutos" in clipboard()
    assert f"Hola, {row.shown.person.first_name}:" in clipboard()


def test_an_exclusion_keeps_a_name_away_without_a_word(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    invited = screen.panel.parts["invitees"].rows[0].shown.person.id
    for one in learners(lacking)[:3]:
        people.add_exclusion(lacking, one, invited, "asunto privado")
    assert all(row.shown.person.id != invited for row in screen.panel.parts["invitees"].rows)
    assert all("privado" not in row.shown.note for part in screen.panel.parts.values() for row in part.rows)


def test_once_somebody_offers_it_the_topic_leaves_and_undo_brings_it_back(lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    invited = screen.panel.parts["invitees"].rows[0].shown.person.id
    offer(lacking, invited, ACCESS)
    assert shown(screen) == [AGILE]
    assert screen.panel.title.text() == AGILE
    lacking.undo()
    assert shown(screen) == [ACCESS, AGILE]


def test_it_goes_to_a_topic_and_to_what_somebody_wants(lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    screen.show_target(("topic", topic(lacking, TEAMS)))
    assert (screen.panel.title.text(), screen.card.groups.current()) == (TEAMS, "short")
    screen.show_target(("person", learners(lacking)[1]))
    assert screen.panel.title.text() == ACCESS
    screen.show_target(("topic", 987654))
    screen.show_target("nothing")
    assert screen.panel.title.text() == ACCESS


def test_an_empty_edition_sends_to_the_enrolments(qtbot: QtBot, workspace: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(workspace)
    assert screen.card.pages.currentWidget() is screen.card.nobody
    assert not screen.card.search.isVisible()
    assert not screen.panel.isVisible()
    with qtbot.waitSignal(screen.go) as asked:
        click(qtbot, screen.card.people_button)
    assert asked.args == ["people", None]


def test_where_all_is_covered_it_says_so(example: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(example)
    assert screen.header.state().startswith("Todo lo que se pide está cubierto")
    screen.card.show_group(Group.NOBODY)
    assert screen.card.pages.currentWidget() is screen.card.empty
    assert not screen.panel.isVisible()


def test_in_a_narrow_window_the_panel_opens_on_enter_and_closes_on_escape(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking, 600, 380)
    assert not screen.panel.isVisible()
    screen.card.list.setFocus()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Return)
    assert screen.panel.isVisible()
    qtbot.keyClick(screen.panel, Qt.Key.Key_Escape)
    assert not screen.panel.isVisible()
    assert QApplication.focusWidget() is screen.card.list


def test_what_was_closed_stays_closed_until_it_is_asked_for(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    qtbot.keyClick(screen.panel, Qt.Key.Key_Escape)
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Down)
    assert not screen.panel.isVisible()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Return)
    assert screen.panel.isVisible()
    assert screen.panel.title.text() == AGILE


def test_back_goes_to_the_board(qtbot: QtBot, lacking: Workspace, open_coverage: Open) -> None:
    screen = open_coverage(lacking)
    with qtbot.waitSignal(screen.go) as asked:
        click(qtbot, screen.header.secondary_buttons()[0])
    assert asked.args == ["pairs", None]


@pytest.mark.parametrize("crowd", [7, 9])
def test_of_many_people_the_first_are_shown_and_the_rest_on_demand(
    qtbot: QtBot, lacking: Workspace, open_coverage: Open, crowd: int
) -> None:
    for person_id in learners(lacking)[3:crowd]:
        want(lacking, person_id, ACCESS, 1)
    screen = open_coverage(lacking)
    part = screen.panel.parts["wanted"]
    assert len(part.rows) == 6
    assert part.more.label == f"Ver {crowd - 6} más"
    part.more.click()
    assert len(part.rows) == crowd
