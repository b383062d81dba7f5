# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Archivo y copias* by clicks and keys: the list, going back, the stick and the second folder."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import backups, file_notes, files, pairs
from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper
from revmentor_desktop.ui.copies.restore_dialog import RestoreDialog
from revmentor_desktop.ui.copies.rows import Sound
from revmentor_desktop.ui.copies.screen import CopiesScreen
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from tests.dialogs import answering, close, press
from tests.ui.copies.conftest import Hand, Open, copy_at, settle, spoil

LEFT = Qt.MouseButton.LeftButton


def click(qtbot: QtBot, button: Button) -> None:
    qtbot.mouseClick(button, LEFT)


def titles(screen: CopiesScreen) -> list[str]:
    return [row.spoken(screen.copies.model.today) for row in screen.copies.model.rows()]


def test_the_copies_are_listed_newest_first_with_what_is_in_them(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand
) -> None:
    copy_at(example, hand.now - timedelta(days=1))
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    copy_at(example, hand.now)
    screen = open_page()
    newest, older = sorted((path.stat().st_size for path in screen.copies_folder().glob("*.revmentor")), reverse=True)
    assert titles(screen) == [
        f"Hoy, 09:30, 28 personas, 13 parejas, sin sesiones, {round(newest / 1000)} kB",
        f"Ayer, 09:30, 28 personas, sin parejas, {round(older / 1000)} kB",
    ]
    assert screen.copies.total.text() == f"2 copias, {round((newest + older) / 1000)} kB"
    assert screen.header.state() == "La copia más reciente es de hoy a las 09:30."
    assert screen.copies.state.text().startswith("Todas comprobadas")
    assert keeper.folder == screen.copies_folder()


def test_a_copy_of_another_programme_is_not_listed(open_page: Open, keeper: CopyKeeper, workspace: Workspace, hand: Hand) -> None:
    backups.back_up(workspace, keeper.folder, hand.now)
    screen = open_page()
    assert screen.copies.model.rows() == ()
    assert screen.header.state() == "Todavía no hay copias"


def test_a_copy_gone_bad_is_marked_and_can_t_be_used(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot
) -> None:
    good = copy_at(example, hand.now - timedelta(days=1))
    bad = copy_at(example, hand.now)
    spoil(bad.path)
    screen = open_page()
    assert [row.sound for row in screen.copies.model.rows()] == [Sound.BAD, Sound.WHOLE]
    assert titles(screen)[0].endswith("Dañada")
    assert screen.copies.state.text() == "1 copia está dañada. Usa otra."
    assert not screen.copies.view.isEnabled()
    assert "Elige otra" in screen.copies.restore.toolTip()
    screen.show_target(good.path)
    with qtbot.waitSignal(screen.go) as signal:
        click(qtbot, screen.copies.view)
    assert signal.args == [navigation.VIEW_COPY, good]
    assert keeper.folder == good.path.parent


def test_a_copy_that_goes_bad_is_found_the_next_time_the_page_is_shown(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot
) -> None:
    copy = copy_at(example, hand.now)
    screen = open_page()
    assert screen.copies.model.rows()[0].sound is Sound.WHOLE
    screen.hide()
    spoil(copy.path)
    screen.show()
    qtbot.waitUntil(lambda: screen.copies.model.rows()[0].sound is Sound.BAD, timeout=10_000)
    assert keeper.folder == copy.path.parent


def test_copies_that_went_for_lack_of_room_are_told_of(open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand) -> None:
    copy_at(example, hand.now)
    file_notes.put_all(example.file_uuid, {file_notes.THINNED: 3, file_notes.THINNED_DAY: "2027-01-11"})
    assert open_page().copies.state.text().endswith("El 11 ene se quitaron 3 copias antiguas por falta de sitio.")
    assert keeper.folder.is_dir()


def test_from_a_copy_that_is_looked_into_one_recovers_into_the_documents(
    theme: Theme, example: Workspace, hand: Hand, qtbot: QtBot, own_home: Path
) -> None:
    copy = copy_at(example, hand.now)
    viewed = Bridge(files.open_to_read(copy.path))
    screen = CopiesScreen(theme, viewed, hand)
    qtbot.addWidget(screen)
    screen.show()
    settle(qtbot, screen)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert not dialog.in_place.isVisible()
        press("Recuperar en un archivo nuevo")(dialog)

    with answering(look), qtbot.waitSignal(screen.toast, timeout=10_000):
        click(qtbot, screen.copies.restore)
    assert files.check(own_home / "documents" / "Piloto 2027 recuperado 2027-01-12.revmentor").people == 28
    screen.hide()
    viewed.close()
    viewed.workspace.close()


def test_making_a_copy_lists_it_and_a_second_one_is_not_needed(
    open_page: Open, keeper: CopyKeeper, example: Workspace, qtbot: QtBot
) -> None:
    screen = open_page()
    said: list[str] = []
    screen.toast.connect(lambda text, _action: said.append(text))
    for _time in range(2):
        primary = screen.header.primary_button()
        assert primary is not None
        click(qtbot, primary)
        qtbot.waitUntil(lambda: not keeper.busy, timeout=10_000)
        settle(qtbot, screen)
    qtbot.waitUntil(lambda: len(screen.copies.model.rows()) == 1)
    assert said == ["Copia hecha y comprobada", "No ha cambiado nada desde la última copia: con esa basta."]
    assert len(backups.copies(keeper.folder, example)) == 1


def test_enter_and_a_double_click_look_into_the_copy(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot
) -> None:
    copies = [copy_at(example, hand.now - timedelta(days=days)) for days in range(9)]
    screen = open_page()
    view = screen.copies.list
    view.setFocus()
    # Over the head of the next day.
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.go) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == [navigation.VIEW_COPY, copies[-2]]
    first: QRect = view.visualRect(screen.copies.model.index(1))
    with qtbot.waitSignal(screen.go) as signal:
        qtbot.mouseClick(view.viewport(), LEFT, pos=first.center())
        qtbot.mouseDClick(view.viewport(), LEFT, pos=first.center())
    assert signal.args == [navigation.VIEW_COPY, copies[-1]]
    assert keeper.folder == copies[0].path.parent


def test_recovering_into_a_new_file_leaves_the_present_one(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot
) -> None:
    copy_at(example, hand.now)
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    screen = open_page()
    with answering(press("Recuperar en un archivo nuevo")) as asked, qtbot.waitSignal(screen.toast, timeout=10_000) as told:
        click(qtbot, screen.copies.restore)
    assert asked == ["Recuperar la copia de hoy a las 09:30"]
    target = example.path.with_name("ejemplo recuperado 2027-01-12.revmentor")
    assert files.check(target).pairs == 0
    assert len(example.snapshot().pairs) == 13
    assert told.args is not None
    action = told.args[1]
    assert isinstance(action, QAction)
    with qtbot.waitSignal(screen.go) as signal:
        action.trigger()
    assert signal.args == [navigation.OPEN_FILE, target]
    assert screen.notices.work.isHidden()
    assert keeper.folder.is_dir()


def test_recovering_in_place_says_what_is_kept_and_is_left_to_the_program(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot
) -> None:
    copy = copy_at(example, hand.now)
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    screen = open_page()

    def in_place(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        said = [label.text() for label in dialog.findChildren(type(screen.copies.state))]
        assert "Ahora: 28 personas, 13 parejas, sin sesiones" in said
        assert "En la copia: 28 personas, sin parejas" in said
        assert any("«apartado 2027-01-12 09.30 ejemplo.revmentor»" in text for text in said)
        qtbot.mouseClick(dialog.in_place, LEFT, pos=QPoint(10, 10))
        press("Recuperar en su sitio")(dialog)

    with answering(in_place), qtbot.waitSignal(screen.go) as signal:
        click(qtbot, screen.copies.restore)
    assert signal.args == [navigation.RESTORE_COPY, copy]
    assert keeper.folder.is_dir()


def test_another_name_can_be_chosen_and_esc_changes_nothing(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    copy_at(example, hand.now)
    screen = open_page()
    screen.choose_target = lambda _parent, _proposed: tmp_path / "otro.revmentor"
    with answering(close):
        click(qtbot, screen.copies.restore)

    def elsewhere(dialog: QDialog) -> None:
        press("Cambiar")(dialog)
        press("Recuperar en un archivo nuevo")(dialog)

    with answering(elsewhere), qtbot.waitSignal(screen.toast, timeout=10_000):
        click(qtbot, screen.copies.restore)
    assert {path.name for path in tmp_path.glob("*.revmentor")} == {"ejemplo.revmentor", "otro.revmentor"}
    assert keeper.folder.is_dir()


def test_a_stick_without_password_is_asked_about_and_then_may_be_pulled_out(
    open_page: Open, keeper: CopyKeeper, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "LÁPIZ"
    stick.mkdir()
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: stick
    screen.lies_apart = lambda _folder, _own: True
    with answering(press("Guardar sin contraseña")) as asked, qtbot.waitSignal(screen.outside_flow.finished, timeout=10_000):
        click(qtbot, screen.outside.stick)
    assert asked == ["Quien encuentre el lápiz USB podrá leerlo"]
    assert screen.notices.outcome.accessibleName().startswith("Ya puedes retirar el lápiz")
    assert files.check(stick / "Piloto 2027 2027-01-12.revmentor").people == 28
    assert screen.outside.outside.text() == "La última copia en un lápiz es de hoy."
    assert not keeper.outside_is_due


def test_a_copy_beside_the_file_is_none_outside(open_page: Open, keeper: CopyKeeper, hand: Hand, qtbot: QtBot, tmp_path: Path) -> None:
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: tmp_path
    screen.lies_apart = lambda _folder, _own: False
    with answering(press("Guardar sin contraseña")), qtbot.waitSignal(screen.outside_flow.finished, timeout=10_000):
        click(qtbot, screen.outside.stick)
    assert "mismo disco" in screen.notices.outcome.accessibleName()
    keeper.look()
    hand.forward(days=15)
    assert keeper.outside_is_due


def test_a_password_comes_before_the_stick_if_one_wants_it(open_page: Open, keeper: CopyKeeper, qtbot: QtBot) -> None:
    screen = open_page()
    with answering(press("Poner contraseña")), qtbot.waitSignal(screen.go) as signal:
        click(qtbot, screen.outside.stick)
    assert signal.args == [navigation.PASSWORD, None]
    assert not screen.outside_flow.busy
    assert not keeper.busy


def test_a_stick_that_is_gone_is_said_in_a_sentence(open_page: Open, keeper: CopyKeeper, qtbot: QtBot, tmp_path: Path) -> None:
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: tmp_path / "retirado"
    with answering(press("Guardar sin contraseña")), qtbot.waitSignal(screen.outside_flow.refused, timeout=10_000):
        click(qtbot, screen.outside.stick)
    assert "retirado" in screen.notices.outcome.accessibleName()
    assert screen.outside.stick.isEnabled()
    assert not keeper.busy


def test_a_second_folder_is_chosen_used_and_given_up(
    open_page: Open, keeper: CopyKeeper, example: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    second = tmp_path / "red"
    second.mkdir()
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: second
    assert screen.outside.remove.isHidden()
    click(qtbot, screen.outside.choose)
    qtbot.waitUntil(lambda: not keeper.busy and bool(screen.copies.model.rows()), timeout=10_000)
    assert screen.outside.second.text().endswith("red.")
    (copy,) = backups.copies(second, example)
    click(qtbot, screen.outside.remove)
    assert keeper.second_folder is None
    assert copy.path.exists()


def test_the_usual_folder_is_no_second_one(open_page: Open, keeper: CopyKeeper, qtbot: QtBot) -> None:
    screen = open_page()
    screen.choose_folder = lambda _parent, _title, _proposed: keeper.folder
    click(qtbot, screen.outside.choose)
    assert keeper.second_folder is None
    assert "ya están en esa carpeta" in screen.notices.outcome.accessibleName()


def test_a_failure_stays_on_top_until_a_copy_is_made(open_page: Open, keeper: CopyKeeper, qtbot: QtBot) -> None:
    keeper.folder.parent.mkdir(parents=True, exist_ok=True)
    keeper.folder.write_text("in the way")
    with qtbot.waitSignal(keeper.failed, timeout=10_000):
        keeper.make_now()
    screen = open_page()
    assert screen.notices.trouble.accessibleName().startswith("La última copia no se pudo hacer: falta la carpeta")
    keeper.folder.unlink()
    click(qtbot, screen.notices.trouble.button)
    qtbot.waitUntil(screen.notices.trouble.isHidden, timeout=10_000)
    qtbot.waitUntil(lambda: len(screen.copies.model.rows()) == 1, timeout=10_000)


def test_the_file_is_shown_with_its_place_and_what_only_the_program_can_do(
    open_page: Open, keeper: CopyKeeper, example: Workspace, qtbot: QtBot
) -> None:
    screen = open_page()
    assert screen.file.name.text() == "ejemplo.revmentor"
    assert example.path.parent.name in screen.file.place.text()
    assert screen.file.lock.text().startswith("Sin contraseña")
    asked: list[str] = []
    screen.go.connect(lambda key, _target: asked.append(key))
    for button in (*screen.file.buttons, *screen.program.buttons):
        click(qtbot, button)
    wanted = ("SAVE_COPY", "CHECK_FILE", "PASSWORD", "CREATE", "OPEN", "PREFERENCES", "QUIT")
    assert asked == [getattr(navigation, name) for name in wanted]
    assert not keeper.busy


def test_the_example_says_that_no_copies_are_made_of_it(open_page: Open, example: Workspace) -> None:
    screen = open_page()
    primary = screen.header.primary_button()
    assert primary is not None
    assert not primary.isEnabled()
    assert not screen.outside.stick.isEnabled()
    assert screen.header.state() == "Del ejemplo no se hacen copias"
    assert not backups.copies(backups.copies_folder(), example)


@pytest.mark.parametrize(("width", "height"), [(748, 600), (608, 380), (1158, 690)])
def test_at_every_size_the_chosen_copy_can_be_reached(
    open_page: Open, keeper: CopyKeeper, example: Workspace, hand: Hand, width: int, height: int, qtbot: QtBot
) -> None:
    copy: Copy = copy_at(example, hand.now)
    screen = open_page()
    screen.resize(width, height)
    qtbot.waitUntil(screen.copies.list.isVisible)
    row = screen.copies.current()
    assert row is not None
    assert row.copy == copy
    assert screen.copies.width() <= width
    assert keeper.folder == copy.path.parent
