# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: kept in the file so that a crash loses nothing, gone when the form is saved or discarded.

A file that is only looked at takes none: nothing can be half typed in it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from revmentor_desktop.programme import files
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import drafts


def put(workspace: Workspace, key: str, text: str) -> None:
    """Keep the half-typed form ``key``; the newest text replaces the one before. Raises `StoreError`."""
    if workspace.read_only:
        return
    workspace.unkept[key] = text
    with workspace.quiet() as cx:
        drafts.put(cx, key, text)
    del workspace.unkept[key]


def carry(unkept: Mapping[str, str], path: Path, password: files.Secret | None) -> None:
    """Write the forms that could not be kept (`Workspace.unkept`) into the closed file at ``path``. Raises `StoreError`."""
    if not unkept:
        return
    workspace = files.open_file(path, password)
    try:
        for key, text in unkept.items():
            put(workspace, key, text)
    finally:
        workspace.close()


def get(workspace: Workspace, key: str) -> str | None:
    """Return the half-typed form ``key``, or ``None``."""
    with workspace.reading() as cx:
        return drafts.get(cx, key)


def remove(workspace: Workspace, key: str) -> None:
    """Forget the half-typed form ``key``. Raises `StoreError`."""
    if workspace.read_only:
        return
    workspace.unkept.pop(key, None)
    with workspace.quiet() as cx:
        drafts.remove(cx, key)


def starting_with(workspace: Workspace, prefix: str = "") -> dict[str, str]:
    """Return the half-typed forms whose keys begin with ``prefix``, by what follows it."""
    with workspace.reading() as cx:
        return {key.removeprefix(prefix): text for key, text in drafts.all(cx).items() if key.startswith(prefix)}


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stands in a field, and what was kept there when it was typed (both as text)."""

    text: str
    over: str


class FormDraft:
    """The half-typed fields of one form, together in the draft ``key``.

    A field is older than what is kept when something else is kept there now than when it was typed: such a field is no longer offered.
    """

    def __init__(self, workspace: Workspace, key: str) -> None:
        self._workspace, self._key = workspace, key
        self._fields = {} if workspace.read_only else read_fields(get(workspace, key) or "")

    def found(self, kept: Mapping[str, str]) -> dict[str, str]:
        """Return what is half typed, by field; ``kept`` says what the file holds. What is older than that is left out."""
        return {name: half.text for name, half in self._fields.items() if name in kept and kept[name] == half.over != half.text}

    def keep(self, typed: Mapping[str, str], kept: Mapping[str, str]) -> None:
        """Keep what stands in the fields that differ from what the file holds; the same is not written twice. Raises `StoreError`."""
        fields = {name: HalfTyped(text, kept[name]) for name, text in typed.items() if name in kept and text != kept[name]}
        if fields == self._fields:
            return
        if fields:
            put(self._workspace, self._key, written_fields(fields))
        else:
            remove(self._workspace, self._key)
        self._fields = fields

    def forget(self) -> None:
        """The form was saved or discarded. Raises `StoreError`."""
        self.keep({}, {})


def written_fields(fields: Mapping[str, HalfTyped]) -> str:
    """Return half-typed fields as JSON."""
    return json.dumps({name: [half.text, half.over] for name, half in fields.items()}, ensure_ascii=False)


def read_fields(text: str) -> dict[str, HalfTyped]:
    """Return the fields that `written_fields` wrote; what cannot be read any more is left out."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    entries = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    fields: dict[str, HalfTyped] = {}
    for name, value in entries.items():
        parts = cast("list[object]", value) if isinstance(value, list) else []
        if len(parts) == 2 and isinstance(parts[0], str) and isinstance(parts[1], str):
            fields[name] = HalfTyped(parts[0], parts[1])
    return fields
