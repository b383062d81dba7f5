# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file that was renamed while it is open: nothing typed is lost, it is said, and it can be saved again later."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from tests.ui.people.conftest import Desk, typed


@contextmanager
def moved(workspace: Workspace) -> Iterator[None]:
    """Rename the file on the disk for a while."""
    path = workspace.path
    away = path.rename(path.with_name("otro sitio.revmentor"))
    try:
        yield
    finally:
        away.rename(path)


def test_the_text_stays_with_its_sentence_and_is_saved_later(desk: Desk, qtbot: QtBot) -> None:
    desk.open("Wei Zhang")
    form = desk.screen.form
    field = form.data.position
    with moved(desk.workspace):
        field.editor.setFocus()
        qtbot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(field.editor, "Analista")
        qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
        assert typed(field) == "Analista"
        assert field.error()
        assert form.trouble.isVisibleTo(form)
        desk.screen.close_form()
        desk.open("Amparo Nadal Estévez")
        desk.open("Wei Zhang")
        assert typed(field) == "Analista"
    form.trouble.button.click()
    if field.error():
        qtbot.keyClicks(field.editor, "a")
        qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert desk.person("Wei Zhang").position.startswith("Analista")
    assert not field.error()


def test_somebody_new_waits_in_the_form_until_the_file_is_there_again(desk: Desk, qtbot: QtBot) -> None:
    desk.screen.open_new_person()
    form = desk.screen.form
    with moved(desk.workspace):
        qtbot.keyClicks(form.data.first_name.editor, "Nora")
        qtbot.keyClick(form.data.first_name.editor, Qt.Key.Key_Tab)
        qtbot.keyClicks(form.data.last_name.editor, "Sanz")
        qtbot.keyClick(form.data.last_name.editor, Qt.Key.Key_Tab)
        assert (typed(form.data.first_name), typed(form.data.last_name)) == ("Nora", "Sanz")
        assert form.trouble.isVisibleTo(form)
    form.trouble.button.click()
    assert desk.person("Nora Sanz")


def test_withdrawing_says_what_happened_and_what_to_do(desk: Desk) -> None:
    desk.open("Wei Zhang")
    with moved(desk.workspace):
        desk.screen.withdraw_selected()
        text, _action = desk.said[-1]
        assert len(text.split(". ")) >= 2
        assert desk.workspace.snapshot().is_active(desk.person("Wei Zhang").id)
