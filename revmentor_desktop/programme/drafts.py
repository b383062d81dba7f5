# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: kept in the file so that a crash loses nothing, gone when the form is saved or discarded."""

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import drafts


def put(workspace: Workspace, key: str, text: str) -> None:
    """Keep the half-typed form ``key``; the newest text replaces the one before."""
    with workspace.quiet() as cx:
        drafts.put(cx, key, text)


def get(workspace: Workspace, key: str) -> str | None:
    """Return the half-typed form ``key``, or ``None``."""
    with workspace.reading() as cx:
        return drafts.get(cx, key)


def remove(workspace: Workspace, key: str) -> None:
    """Forget the half-typed form ``key``."""
    with workspace.quiet() as cx:
        drafts.remove(cx, key)
