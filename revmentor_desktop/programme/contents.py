# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How much a whole file holds, counted as in its copies: all editions, pairs that ended too."""

from dataclasses import dataclass

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import editions, pairs, people, sessions


@dataclass(frozen=True, slots=True)
class Contents:
    """The figures by which a person tells one state of a file from another."""

    people: int
    pairs: int
    sessions: int


def contents_of(workspace: Workspace) -> Contents:
    """Return the figures of an open file. Raises `StoreError`."""
    with workspace.reading() as cx:
        ids = [edition.id for edition in editions.all(cx)]
        return Contents(
            people=len(people.all(cx)),
            pairs=sum(len(pairs.of_edition(cx, edition_id)) for edition_id in ids),
            sessions=sum(len(sessions.of_edition(cx, edition_id)) for edition_id in ids),
        )
