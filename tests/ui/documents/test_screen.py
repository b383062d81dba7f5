# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The list, the preview and the ways there."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.agreements import AgreementState, DocumentLanguage
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.people import Level
from revmentor_desktop.programme import agreements, people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.documents.delegate import PaperDelegate
from revmentor_desktop.ui.documents.screen import DocumentsScreen
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.goals_dialog import GoalsDialog
from tests import factory
from tests.ui.documents.conftest import ShowScreen, accept

LEFT = Qt.MouseButton.LeftButton


def click(qtbot: QtBot, button: object) -> None:
    assert isinstance(button, Button)
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)


def wait_for_pdf(qtbot: QtBot, screen: DocumentsScreen) -> None:
    qtbot.waitUntil(lambda: bool(screen.preview.pdf()))


def label(screen: DocumentsScreen) -> str:
    button = screen.header.primary_button()
    return button.label if button else ""


def second_pair(workspace: Workspace) -> None:
    """Accept another pair, with the longest name there is."""
    wei = people.enrol(
        workspace,
        factory.person("María de los Ángeles", "Fernández-Villaverde Echegaray", "wei@example.com", level=Level.JUNIOR),
        factory.answers(workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"]),
    )
    amparo = people.enrol(
        workspace,
        factory.person("Iratxe", "Ortiz", "amparo@example.com", department="Compras", level=Level.MANAGER),
        factory.answers(workspace, Role.MENTEE, ["Marketing digital"], ["Negociación"]),
    )
    accept(workspace, wei, amparo)


def test_without_accepted_pairs_the_screen_says_so_and_leads_to_the_board(qtbot: QtBot, workspace: Workspace, show: ShowScreen) -> None:
    screen = show(workspace)
    with qtbot.waitSignal(screen.go) as went:
        click(qtbot, screen.pairs_button)
    assert went.args == ["pairs", None]
    assert screen.header.primary_button() is None


def test_the_thirteen_agreements_are_prepared_at_once_and_come_ticked(qtbot: QtBot, thirteen: Workspace, show: ShowScreen) -> None:
    screen = show(thirteen)
    assert screen.prepare_button.label == "Preparar 13 acuerdos"
    with qtbot.waitSignal(screen.toast):
        click(qtbot, screen.prepare_button)
    assert len(screen.card.model.ticked()) == 13
    assert label(screen) == "Imprimir 13 acuerdos"
    assert screen.header.state() == "Acuerdos de 13 parejas · 13 borradores"


def test_a_banner_offers_the_agreement_of_a_pair_accepted_later(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    assert screen.notices.isHidden()
    second_pair(drafted)
    assert screen.notices.prepare.accessibleName() == "1 pareja aceptada aún no tiene acuerdo"
    click(qtbot, screen.notices.prepare.button)
    assert screen.notices.isHidden()
    assert [row.agreement.number for row in screen.card.model.ticked()] == ["2027-P-01", "2027-P-02"]


def test_space_and_ctrl_a_tick_and_the_button_counts(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    agreements.prepare_drafts(drafted, factory.TODAY)
    screen = show(drafted)
    assert label(screen) == "Imprimir 2 acuerdos"
    screen.card.list.setFocus()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Space)
    assert (label(screen), screen.card.count.text()) == ("Imprimir 1 acuerdo", "1 seleccionado")
    qtbot.keyClick(screen.card.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.card.model.ticked()) == 2
    qtbot.keyClick(screen.card.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    button = screen.header.primary_button()
    assert button is not None
    assert not button.isEnabled()
    assert "Marca al menos uno" in button.toolTip()


def test_a_click_on_the_box_ticks_and_one_beside_it_does_not(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    view, delegate = screen.card.list, screen.card.list.itemDelegate()
    assert isinstance(delegate, PaperDelegate)
    row = QRectF(view.visualRect(screen.card.model.index(0)))
    qtbot.mouseClick(view.viewport(), LEFT, pos=row.center().toPoint())
    assert len(screen.card.model.ticked()) == 1
    qtbot.mouseClick(view.viewport(), LEFT, pos=delegate.box_rect(row).center().toPoint())
    assert screen.card.model.ticked() == ()


def test_the_preview_shows_the_pages_of_the_selected_number(qtbot: QtBot, thirteen: Workspace, show: ShowScreen) -> None:
    agreements.prepare_drafts(thirteen, factory.TODAY)
    screen = show(thirteen)
    screen.card.list.setFocus()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "2027-P-02" in screen.preview.desk.text())
    assert screen.preview.heading.text() == "Acuerdo 2027-P-02"
    assert screen.preview.page_text() == "1 de 2"
    qtbot.keyClick(screen.card.list, Qt.Key.Key_PageDown)
    assert screen.preview.page_text() == "2 de 2"
    qtbot.keyClick(screen.card.list, Qt.Key.Key_PageUp)
    assert screen.preview.page_text() == "1 de 2"
    assert screen.card.list.currentIndex().row() == 1


def test_ctrl_plus_and_minus_go_through_the_sizes(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    wait_for_pdf(qtbot, screen)
    screen.preview.set_zoom("100")
    assert round(screen.preview.desk.zoom_now()) == 100
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (screen.preview.zooms.currentText(), round(screen.preview.desk.zoom_now())) == ("125\u00a0%", 125)
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert round(screen.preview.desk.zoom_now()) == 75


def test_enter_goes_to_the_preview(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    wait_for_pdf(qtbot, screen)
    screen.card.list.setFocus()
    qtbot.keyClick(screen.card.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.preview.desk


def test_the_language_of_a_draft_is_chosen_over_its_preview(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    wait_for_pdf(qtbot, screen)
    assert "Acuerdo de mentoring inverso" in screen.preview.desk.text()
    screen.preview.languages.setFocus()
    qtbot.keyClick(screen.preview.languages, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Reverse mentoring agreement" in screen.preview.desk.text())
    assert drafted.snapshot().agreements[0].language is DocumentLanguage.ENGLISH
    assert screen.card.model.shown()[0].second == "2027-P-01 · en inglés"


def test_a_printed_one_offers_no_language_and_says_since_when_it_stays(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    agreement = drafted.snapshot().agreements[0]
    agreements.mark_printed(drafted, {agreement.id: agreements.pdf_of(drafted.snapshot(), agreement)}, factory.TODAY)
    screen = show(drafted)
    wait_for_pdf(qtbot, screen)
    assert screen.preview.languages.isHidden()
    assert screen.preview.fate.text() == "Impreso el 12 de enero. Su contenido ya no cambia."
    assert screen.card.model.ticked() == ()


def test_the_preview_follows_a_change_of_the_pair(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    wait_for_pdf(qtbot, screen)
    person = next(person for person in drafted.snapshot().people.values() if person.first_name == "Lucía")
    people.save_person(drafted, replace(person, position="Exploradora polar"))
    qtbot.waitUntil(lambda: "Exploradora polar" in screen.preview.desk.text())


def test_a_filter_without_papers_says_so_and_can_be_taken_away(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    screen.card.states.piece(AgreementState.PRINTED).click()
    assert screen.card.current() is None
    assert label(screen) == "Imprimir acuerdos"
    click(qtbot, screen.card.show_all)
    assert screen.card.states.current() == "all"
    assert label(screen) == "Imprimir 1 acuerdo"


def test_another_screen_leads_to_the_agreement_of_a_pair(drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    agreements.prepare_drafts(drafted, factory.TODAY)
    screen = show(drafted)
    screen.card.show_state(AgreementState.PRINTED)
    pair = drafted.snapshot().pairs[1]
    screen.show_target(("pair", pair.id))
    current = screen.card.current()
    assert current is not None
    assert current.pair_id == pair.id
    screen.show_target("draft")
    assert screen.card.states.current() == "draft"
    screen.show_target(object())


def test_a_pair_without_agreement_leads_to_the_button_that_prepares_it(drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    screen = show(drafted)
    screen.show_target(("pair", drafted.snapshot().pairs[1].id))
    assert QApplication.focusWidget() is screen.notices.prepare.button


def test_long_names_are_whole_in_the_tooltip_and_for_screen_readers(drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    agreements.prepare_drafts(drafted, factory.TODAY)
    screen = show(drafted)
    index = screen.card.model.index(1)
    assert "María de los Ángeles Fernández-Villaverde e Iratxe Ortiz" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "María de los Ángeles Fernández-Villaverde e Iratxe Ortiz, 2027-P-02, borrador, marcado"


def test_in_a_small_window_list_and_preview_take_turns(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    assert screen.views.isHidden()
    screen.resize(608, 380)
    assert (screen.card.isVisible(), screen.preview.isVisible()) == (True, False)
    screen.views.piece("preview").click()
    assert (screen.card.isVisible(), screen.preview.isVisible()) == (False, True)


def test_what_a_draft_lacks_stands_below_it_with_the_way_there(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    agreements.prepare_drafts(drafted, factory.TODAY)
    screen = show(drafted)
    assert screen.preview.fate.text() == "Al imprimirlo, su contenido ya no cambia."
    assert screen.preview.complete.isHidden()
    pair = drafted.snapshot().pairs[1]
    screen.show_target(("pair", pair.id))
    assert screen.preview.fate.text() == "Falta: el objetivo de la pareja y las fechas de las sesiones"
    assert screen.preview.complete.label == "Escribir objetivos…"
    click(qtbot, screen.preview.complete)
    goals = screen.findChild(GoalsDialog)
    assert goals is not None
    qtbot.keyClicks(goals.editors()[1], "Perder el miedo a la IA")
    goals.accept()
    assert drafted.snapshot().pair(pair.id).mentee_goal == "Perder el miedo a la IA"
    assert screen.preview.fate.text() == "Falta: las fechas de las sesiones"
    with qtbot.waitSignal(screen.go) as went:
        click(qtbot, screen.preview.complete)
    assert went.args == ["calendar", ("pair", pair.id)]


def test_the_keys_go_as_one_reads(drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    wanted = [screen.header.primary_button(), screen.card.kinds, screen.card.list, screen.preview.zooms, screen.preview.desk]
    seen: list[QWidget] = []
    widget: QWidget | None = screen.header.secondary_buttons()[0]
    while widget is not None and widget not in seen:
        seen.append(widget)
        widget = widget.nextInFocusChain()
    assert [each for each in seen if each in wanted] == wanted


def test_where_there_is_little_height_only_the_most_pressing_notice_shows(drafted: Workspace, show: ShowScreen) -> None:
    second_pair(drafted)
    screen = show(drafted)
    screen.notices.say_folder_trouble("No se puede escribir en «Acuerdos».", "Elige otra carpeta.")
    assert screen.notices.prepare.isVisible()
    screen.resize(608, 380)
    assert screen.notices.trouble.isVisible()
    assert not screen.notices.prepare.isVisible()


def test_ctrl_f_goes_to_the_filter(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    qtbot.keyClick(screen.card.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is screen.card.states
    qtbot.keyClick(screen.card.states, Qt.Key.Key_Right)
    assert screen.card.model.state == AgreementState.DRAFT


def test_calendars_have_no_states_and_say_how_many_dates_they_hold(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    screen.card.kinds.setFocus()
    qtbot.keyClick(screen.card.kinds, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Calendario de sesiones" in screen.preview.desk.text())
    assert screen.card.states.isHidden()
    assert screen.card.model.shown()[0].second == "2027-P-01 · 10 fechas"
    assert label(screen) == "Imprimir 1 calendario"


def test_the_menu_of_a_row_leads_to_its_pair(qtbot: QtBot, drafted: Workspace, show: ShowScreen) -> None:
    screen = show(drafted)
    action = next(action for action in screen.actions() if action.text() == "Ir a la pareja")
    with qtbot.waitSignal(screen.go) as went:
        action.trigger()
    assert went.args == ["pairs", ("pair", drafted.snapshot().pairs[0].id)]
