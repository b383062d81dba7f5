# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A file of several editions that is only read: each can be looked at."""

from dataclasses import replace
from pathlib import Path

from revmentor_desktop.programme import files
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import editions


def test_another_edition_of_a_file_that_is_only_read_is_shown_and_the_file_stays_as_it_is(workspace: Workspace) -> None:
    path, first = workspace.path, workspace.snapshot().edition
    with workspace.action("edition", edition=first.id) as cx:
        second = editions.add(cx, replace(first, name="Segunda"))
    workspace.close()
    before = Path(path).read_bytes()
    viewed = files.open_to_read(path)
    heard: list[frozenset[str]] = []
    viewed.add_listener(heard.append)
    assert viewed.edition_id == first.id
    viewed.choose_edition(second)
    assert viewed.snapshot().edition.name == "Segunda"
    assert heard == [frozenset()]
    assert viewed.changes == 0
    viewed.close()
    assert Path(path).read_bytes() == before
