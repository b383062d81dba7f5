# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names stay hidden whatever the program does with the file meanwhile; a program that has just started shows them."""

from pathlib import Path

from revmentor_desktop.programme import files
from revmentor_desktop.ui.program.program import Program


def test_a_program_starts_with_names(program: Program, path: Path) -> None:
    opened = program.show_workspace(files.open_file(path))
    assert not opened.bridge.hides_names
    assert opened.window.cover.hides is False


def test_a_file_that_is_shown_anew_still_hides_them(program: Program, path: Path) -> None:
    opened = program.show_workspace(files.open_file(path))
    opened.window.show_screen("documents")
    opened.window.names_action.trigger()
    assert opened.window.current_key() == "documents"
    program.close_open()
    again = program.show_workspace(files.open_file(path))
    assert again.bridge.hides_names
    assert again.window.cover.hides
    assert again.bridge.snapshot().hidden
    again.window.names_action.trigger()
    program.close_open()
    assert program.show_workspace(files.open_file(path)).bridge.hides_names is False
