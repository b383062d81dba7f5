# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The form of somebody who is in the file: kept on leaving each field, or refused there and not lost."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality, Notice, NoticeWay, Role
from revmentor_desktop.ui.people.topics_section import TopicList
from tests import factory
from tests.ui.people.conftest import Desk, typed

# Popups take the keyboard, which this platform does not have.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LUCIA = "Lucia Serrano Pombo"


def retype(qtbot: QtBot, editor: QWidget, text: str, key: Qt.Key = KEY.Key_Tab) -> None:
    editor.setFocus()
    qtbot.keyClick(editor, KEY.Key_A, CTRL)
    qtbot.keyClick(editor, KEY.Key_Delete)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, key)


def add_by_keyboard(qtbot: QtBot, topics: TopicList, text: str) -> None:
    topics.add.setFocus()
    qtbot.keyClick(topics.add, KEY.Key_Space)
    qtbot.keyClicks(topics.picker.search, text)
    qtbot.keyClick(topics.picker.search, KEY.Key_Return)


def test_a_field_is_kept_on_leaving_it(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    retype(qtbot, desk.screen.form.data.position.editor, "Jefa de marca")
    assert desk.workspace.snapshot().people[person_id].position == "Jefa de marca"
    assert desk.workspace.next_undo is not None
    assert desk.workspace.next_undo.code == "save_person"


def test_a_wrong_email_says_its_sentence_and_what_was_typed_stays_while_moving_about(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    before = desk.workspace.snapshot().people[person_id].email
    field = desk.screen.form.data.email
    retype(qtbot, field.editor, "lucia@ejemplo")
    assert field.error() == "Falta el final del correo, como .com o .es."
    assert desk.screen.form.state.text() == "Revisa el campo con aviso"
    desk.screen.open_next()
    assert not field.error()
    assert typed(field) != "lucia@ejemplo"
    desk.screen.open_previous()
    assert typed(field) == "lucia@ejemplo"
    assert field.error()
    assert desk.workspace.snapshot().people[person_id].email == before
    retype(qtbot, field.editor, "lucia@ejemplo.es")
    assert not field.error()
    assert desk.workspace.snapshot().people[person_id].email == "lucia@ejemplo.es"


def test_who_uses_no_email_is_asked_for_none_and_a_slip_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    before = desk.workspace.snapshot().people[person_id].email
    data = desk.screen.form.data
    qtbot.mouseClick(data.no_email, LEFT)
    assert desk.workspace.snapshot().people[person_id].email is None
    assert not data.email.editor.isEnabled()
    qtbot.mouseClick(data.no_email, LEFT)
    assert desk.workspace.snapshot().people[person_id].email == before


def test_the_boss_is_found_while_typing_and_a_circle_is_refused(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    data = desk.screen.form.data
    data.boss_edit.setFocus()
    data.boss_edit.clear()
    qtbot.keyClicks(data.boss_edit, "arias")
    assert data.boss_edit.offered() == ("Concepción Arias Peña",)
    retype(qtbot, data.boss_edit, "concepcion arias")
    assert desk.workspace.snapshot().people[person_id].boss_id == desk.person("Concepcion Arias Peña").id
    assert data.boss_edit.text() == "Concepción Arias Peña"
    retype(qtbot, data.boss_edit, "nadie asi")
    assert "Nadie del archivo" in data.boss.error()
    desk.open("Concepcion Arias Peña")
    retype(qtbot, data.boss_edit, "Lucia Serrano")
    assert "Lucía Serrano Pombo" in data.boss.error()


def test_a_name_is_picked_from_the_list_with_the_arrows(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    edit = desk.screen.form.data.boss_edit
    edit.setFocus()
    edit.clear()
    qtbot.keyClicks(edit, "arias")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, KEY.Key_Down)
    qtbot.keyClick(popup, KEY.Key_Return)
    assert not edit.is_offering()
    assert edit.text() == "Concepción Arias Peña"
    assert desk.workspace.snapshot().people[person_id].boss_id == desk.person("Concepcion Arias Peña").id
    assert not desk.screen.form.data.boss.error()


def test_a_new_site_is_made_and_languages_are_read_by_name(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    data = desk.screen.form.data
    retype(qtbot, data.site_edit, "Jaca")
    retype(qtbot, data.languages_edit, "ingles, euskera")
    snapshot = desk.workspace.snapshot()
    site = snapshot.site_of(person_id)
    assert site is not None
    assert (site.name, site.region) == ("Jaca", "AR")
    assert snapshot.people[person_id].languages == ("en", "eu")
    assert data.languages_edit.text() == "Inglés, Euskera"
    retype(qtbot, data.languages_edit, "klingones")
    assert "klingones" in data.languages.error()


def test_topics_are_added_graded_and_removed_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    wants = desk.screen.form.topics.wants
    names = desk.workspace.snapshot().topics
    before = [names[want.topic_id].name for want in desk.workspace.snapshot().enrolments[person_id].wants]
    add_by_keyboard(qtbot, wants, "conflictos")
    added = desk.workspace.snapshot().enrolments[person_id].wants[-1]
    assert (names[added.topic_id].name, added.priority) == ("Resolución de conflictos", 2)
    assert wants.add.hasFocus()
    chip = wants.chips()[-1]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, KEY.Key_3)
    assert desk.workspace.snapshot().enrolments[person_id].wants[-1].priority == 3
    qtbot.keyClick(chip, KEY.Key_Delete)
    assert [names[want.topic_id].name for want in desk.workspace.snapshot().enrolments[person_id].wants] == before
    assert desk.workspace.snapshot().is_active(person_id)
    assert wants.chips()[-1].hasFocus()


def test_a_topic_of_the_firms_own_can_be_added(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    add_by_keyboard(qtbot, desk.screen.form.topics.offers, "Soldadura fina")
    snapshot = desk.workspace.snapshot()
    offer = snapshot.enrolments[person_id].offers[-1]
    assert (snapshot.topics[offer.topic_id].name, snapshot.topics[offer.topic_id].area_id) == ("Soldadura fina", None)


def test_the_list_of_topics_leaves_out_those_taken_and_escape_closes_it(qtbot: QtBot, desk: Desk) -> None:
    desk.open(LUCIA)
    wants = desk.screen.form.topics.wants
    wants.open_picker()
    assert "Negociación" not in wants.picker.topics_shown()
    assert "Design sprint" in wants.picker.topics_shown()
    qtbot.keyClick(wants.picker, KEY.Key_Escape)
    assert not wants.picker.isVisible()


def test_hours_are_marked_on_the_grid_or_written(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    hours = desk.screen.form.hours
    retype(qtbot, hours.exact.editor, "L 22:00-23:00; S 10-12")
    windows = desk.workspace.snapshot().enrolments[person_id].windows
    assert windows == (Window(0, 1320, 1380), Window(5, 600, 720))
    assert hours.total.text() == "3 h a la semana"
    qtbot.mouseClick(hours.grid, LEFT, pos=hours.grid.cell_rect(1, 4).center().toPoint())
    assert Window(1, 480, 510) in desk.workspace.snapshot().enrolments[person_id].windows
    assert typed(hours.exact) == "L 22:00-23:00; M 08:00-08:30; S 10:00-12:00"
    retype(qtbot, hours.exact.editor, "cuando sea")
    assert "cuando sea" in hours.exact.error()


def test_an_absence_that_ends_before_it_starts_is_said_and_kept_on_screen(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    hours = desk.screen.form.hours
    qtbot.mouseClick(hours.absence_list.add, LEFT)
    (row,) = hours.absence_list.rows()
    assert desk.workspace.snapshot().enrolments[person_id].absences[0].start == date(2027, 1, 18)
    row.end.setDate(QDate(2027, 1, 10))
    row.end.editingFinished.emit()
    assert "termina antes" in hours.absences.error()
    row.end.setDate(QDate(2027, 1, 22))
    row.end.editingFinished.emit()
    assert not hours.absences.error()
    assert desk.workspace.snapshot().enrolments[person_id].absences[0].end == date(2027, 1, 22)
    qtbot.mouseClick(row.remove, LEFT)
    assert desk.workspace.snapshot().enrolments[person_id].absences == ()


def test_role_way_of_meeting_and_capacity_are_chosen(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    form = desk.screen.form
    qtbot.mouseClick(form.data.role_choice.piece("either"), LEFT)
    qtbot.mouseClick(form.hours.modality_choice.piece("virtual"), LEFT)
    qtbot.mouseClick(form.hours.capacity_choice.piece("3"), LEFT)
    enrolment = desk.workspace.snapshot().enrolments[person_id]
    assert (enrolment.role, enrolment.modality, enrolment.capacity) == (Role.EITHER, Modality.VIRTUAL, 3)
    assert form.subtitle.text() == "Ambos · hasta 3 parejas"
    qtbot.mouseClick(form.data.role_choice.piece("mentee"), LEFT)
    assert not form.hours.capacity.isVisible()


def test_without_the_notice_the_form_says_so_and_with_it_is_complete(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    form = desk.screen.form
    qtbot.mouseClick(form.privacy.way_choice.piece("not_yet"), LEFT)
    assert form.state.text() == "Falta: información RGPD"
    assert not form.section_bar.tab("privacy").complete
    qtbot.mouseClick(form.privacy.way_choice.piece("pdf"), LEFT)
    assert desk.workspace.snapshot().enrolments[person_id].notice == Notice(factory.TODAY, NoticeWay.PDF)
    assert form.state.text() == "Inscripción completa"
    assert form.section_bar.tab("privacy").complete


def test_incompatibilities_are_noted_with_a_reason_and_taken_back(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    privacy = desk.screen.form.privacy
    before = len(desk.workspace.snapshot().exclusions)
    qtbot.mouseClick(privacy.add_exclusion, LEFT)
    assert "Nadie del archivo" in privacy.other.error()
    qtbot.keyClicks(privacy.other_edit, "Gonzalo Prieto")
    qtbot.keyClicks(privacy.reason_edit, "Lo ha pedido")
    qtbot.keyClick(privacy.reason_edit, KEY.Key_Return)
    noted = desk.workspace.snapshot().exclusions[-1]
    assert (noted.by_id, noted.other_id, noted.reason) == (person_id, desk.person("Gonzalo Prieto Salas").id, "Lo ha pedido")
    desk.open("Gonzalo Prieto Salas")
    qtbot.mouseClick(privacy.rows()[-1].remove, LEFT)
    assert len(desk.workspace.snapshot().exclusions) == before


def test_the_section_bar_jumps_follows_and_stays_when_the_person_changes(qtbot: QtBot, desk: Desk) -> None:
    desk.open(LUCIA)
    form = desk.screen.form
    qtbot.mouseClick(form.section_bar.tab("hours"), LEFT)
    assert form.section_bar.current() == "hours"
    assert form.hours.grid.hasFocus()
    assert form.hours.visibleRegion().boundingRect().height() > 100
    desk.screen.open_next()
    assert form.section_bar.current() == "hours"
    assert form.title.text() == "Marcos Ibáñez Tena"
    form.scroller.verticalScrollBar().setValue(0)
    assert form.section_bar.current() == "data"
    desk.screen.go_to_next_section()
    assert form.section_bar.current() == "topics"


def test_alt_and_the_arrows_go_to_the_neighbours(qtbot: QtBot, desk: Desk) -> None:
    desk.open(LUCIA)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down, ALT)
    assert desk.screen.form.title.text() == "Marcos Ibáñez Tena"
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Up, ALT)
    assert desk.screen.form.title.text() == "Lucía Serrano Pombo"


def test_long_texts_are_kept_on_leaving_them_for_another_person(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    motivation = desk.screen.form.topics.motivation
    motivation.editor.setFocus()
    qtbot.keyClick(motivation.editor, KEY.Key_A, CTRL)
    qtbot.keyClicks(motivation.editor, "Quiero aprender")
    desk.screen.open_next()
    assert desk.workspace.snapshot().enrolments[person_id].motivation == "Quiero aprender"
    assert typed(motivation) != "Quiero aprender"


def test_what_the_disk_refuses_stays_on_screen_and_can_be_tried_again(qtbot: QtBot, desk: Desk) -> None:
    person_id = desk.open(LUCIA)
    form = desk.screen.form
    place = desk.workspace.path
    aside = place.rename(place.with_suffix(".aside"))
    retype(qtbot, form.data.position.editor, "Jefa de marca")
    assert form.trouble.isVisible()
    assert typed(form.data.position) == "Jefa de marca"
    aside.rename(place)
    qtbot.mouseClick(form.trouble.button, LEFT)
    assert not form.trouble.isVisible()
    assert not form.data.position.error()
    assert desk.workspace.snapshot().people[person_id].position == "Jefa de marca"


def test_the_foot_leads_to_what_is_wrong_and_then_to_what_is_missing(qtbot: QtBot, desk: Desk) -> None:
    desk.open(LUCIA)
    form = desk.screen.form
    qtbot.mouseClick(form.privacy.way_choice.piece("not_yet"), LEFT)
    retype(qtbot, form.data.email.editor, "lucia")
    qtbot.mouseClick(form.to_missing, LEFT)
    assert form.data.email.editor.hasFocus()
    retype(qtbot, form.data.email.editor, "lucia@ejemplo.es")
    qtbot.mouseClick(form.to_missing, LEFT)
    assert form.privacy.way_choice.hasFocus()
    assert form.section_bar.current() == "privacy"
    qtbot.keyClick(form.privacy.way_choice, KEY.Key_Right)
    assert not form.to_missing.isVisible()
