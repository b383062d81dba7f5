# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is half typed in somebody's form: kept, offered again, saved or discarded, and let go when it is older than what is kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme import drafts, files, people
from revmentor_desktop.programme.workspace import Workspace
from tests.ui.people.conftest import Desk, MakeDesk, typed

REMARK = "Recuperado de antes: sin guardar"


def kept(workspace: Workspace) -> dict[str, str]:
    return drafts.starting_with(workspace, "people.")


def half_type(desk: Desk, qtbot: QtBot, text: str = "Analista de") -> None:
    """Write the beginning of a post for Wei, without leaving the field."""
    desk.open("Wei Zhang")
    editor = desk.screen.form.data.position.editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, text)


@pytest.fixture
def left(make_desk: MakeDesk, example_copy: Path, qtbot: QtBot) -> Path:
    """A file in which something was half typed when the program ended."""
    workspace = files.open_file(example_copy)
    desk = make_desk(workspace)
    half_type(desk, qtbot)
    desk.screen.form.keep_draft()
    desk.screen.form.forget()
    desk.screen.hide()
    workspace.close()
    return example_copy


@pytest.fixture
def again(left: Path) -> Iterator[Workspace]:
    workspace = files.open_file(left)
    yield workspace
    workspace.close()


def test_a_letter_is_kept_within_two_seconds(desk: Desk, qtbot: QtBot) -> None:
    half_type(desk, qtbot)
    assert not kept(desk.workspace)
    qtbot.waitUntil(lambda: bool(kept(desk.workspace)), timeout=2000)
    assert desk.person("Wei Zhang").position == "Auxiliar de compras"


def test_leaving_the_field_saves_it_although_a_draft_was_written_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    half_type(desk, qtbot)
    desk.screen.form.keep_draft()
    desk.screen.refresh(frozenset())
    qtbot.keyClick(desk.screen.form.data.position.editor, Qt.Key.Key_Tab)
    assert desk.person("Wei Zhang").position == "Analista de"
    desk.screen.form.keep_draft()
    assert not kept(desk.workspace)


def test_it_is_offered_again_with_its_remark_and_changes_nothing_by_itself(make_desk: MakeDesk, again: Workspace) -> None:
    desk = make_desk(again)
    assert desk.screen.half_typed.isVisibleTo(desk.screen)
    desk.screen.half_typed.button.click()
    form = desk.screen.form
    assert typed(form.data.position) == "Analista de"
    assert form.data.position.note() == REMARK
    assert form.recovered.isVisibleTo(form)
    desk.screen.close_form()
    assert desk.person("Wei Zhang").position == "Auxiliar de compras"
    assert kept(again)


def test_discarding_shows_what_is_kept(make_desk: MakeDesk, again: Workspace) -> None:
    desk = make_desk(again)
    desk.screen.half_typed.button.click()
    form = desk.screen.form
    form.recovered.discard.click()
    assert typed(form.data.position) == "Auxiliar de compras"
    assert not form.data.position.note()
    assert not form.recovered.isVisibleTo(form)
    assert not kept(again)


def test_going_on_with_it_saves_it_on_leaving(make_desk: MakeDesk, again: Workspace, qtbot: QtBot) -> None:
    desk = make_desk(again)
    desk.screen.half_typed.button.click()
    editor = desk.screen.form.data.position.editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClicks(editor, " compras")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.person("Wei Zhang").position == "Analista de compras"
    assert not desk.screen.form.recovered.isVisibleTo(desk.screen.form)


def test_what_is_older_than_what_is_kept_vanishes_quietly(make_desk: MakeDesk, left: Path) -> None:
    workspace = files.open_file(left)
    wei = next(p for p in workspace.snapshot().enrolled if p.first_name == "Wei")
    people.save_person(workspace, replace(wei, position="Jefe de compras"))
    desk = make_desk(workspace)
    assert not desk.screen.half_typed.isVisibleTo(desk.screen)
    assert not kept(workspace)
    workspace.close()


def test_a_half_typed_incompatibility_is_kept_and_offered_again(make_desk: MakeDesk, example_copy: Path, qtbot: QtBot) -> None:
    workspace = files.open_file(example_copy)
    desk = make_desk(workspace)
    desk.open("Wei Zhang")
    qtbot.keyClicks(desk.screen.form.privacy.reason_edit, "No se hablan")
    qtbot.waitUntil(lambda: bool(kept(workspace)), timeout=2000)
    second = make_desk(workspace)
    second.screen.half_typed.button.click()
    privacy = second.screen.form.privacy
    assert privacy.reason_edit.text() == "No se hablan"
    privacy.other_edit.setText("Amparo Nadal Estévez")
    second.screen.form.recovered.save.click()
    assert [exclusion.reason for exclusion in workspace.snapshot().exclusions if exclusion.by_id == second.person("Wei Zhang").id] == [
        "No se hablan"
    ]
    workspace.close()


def test_drafts_are_in_the_draft_table_and_nowhere_else(desk: Desk, qtbot: QtBot) -> None:
    half_type(desk, qtbot, "Puesto a medias")
    desk.screen.form.keep_draft()
    with desk.workspace.reading() as cx:
        names = [str(row[0]) for row in cx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = {name: repr(cx.exec_driver_sql(f'SELECT * FROM "{name}"').fetchall()) for name in names}  # noqa: S608
    assert [name for name, text in rows.items() if "Puesto a medias" in text] == ["draft"]
    assert [path.name for path in desk.workspace.path.parent.iterdir() if b"Puesto a medias" in path.read_bytes()] in (
        [desk.workspace.path.name],
        [],
    )
