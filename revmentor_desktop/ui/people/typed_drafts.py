# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is half typed in the fields of people who are rows already, kept in the file across a crash."""

from collections.abc import Mapping

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import drafts
from revmentor_desktop.programme.drafts import HalfTyped
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace

PREFIX = "people.typed."
"""Beginning of the key of such a draft; the edition's and the person's number follow."""
Place = tuple[PersonId, str]
"""Somebody, and the name of a field of theirs."""


class TypedDrafts:
    """One draft for each person, of the fields in which something stands that is not kept.

    A field is remembered with what was kept there. When that is another by now, what was half typed is older and is let go;
    so is everything of people who are no longer in the file.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._written: dict[PersonId, dict[str, HalfTyped]] = {}

    def found(self) -> dict[Place, str]:
        """Return what was half typed in the present edition when the program ended."""
        snapshot = self._workspace.snapshot()
        places: dict[Place, str] = {}
        for ending, text in drafts.starting_with(self._workspace, f"{PREFIX}{snapshot.edition.id}.").items():
            person_id = PersonId(int(ending)) if ending.isdecimal() else PersonId(0)
            fields = drafts.read_fields(text)
            young = {name: half for name, half in fields.items() if self._kept(person_id, name) == half.over}
            self._written[person_id] = fields
            if not young or person_id not in snapshot.enrolments:
                self._let_go(person_id, ending)
            places.update({(person_id, name): half.text for name, half in young.items()})
        return places

    def keep(self, typed: Mapping[Place, str]) -> None:
        """Keep what is half typed now, and nothing else. Raises `StoreError`."""
        wanted: dict[PersonId, dict[str, HalfTyped]] = {person_id: {} for person_id in self._written}
        for (person_id, name), text in typed.items():
            kept = self._kept(person_id, name)
            if kept is not None:
                wanted.setdefault(person_id, {})[name] = HalfTyped(text, kept)
        for person_id, fields in wanted.items():
            # What it was typed over stays the first one: it is the same typing.
            if {n: h.text for n, h in fields.items()} == {n: h.text for n, h in self._written.get(person_id, {}).items()}:
                continue
            key = self._key(person_id)
            if fields:
                drafts.put(self._workspace, key, drafts.written_fields(fields))
            else:
                drafts.remove(self._workspace, key)
            self._written[person_id] = fields

    def _key(self, person_id: PersonId) -> str:
        return f"{PREFIX}{self._workspace.edition_id}.{person_id}"

    def _let_go(self, person_id: PersonId, ending: str) -> None:
        self._written.pop(person_id, None)
        try:
            drafts.remove(self._workspace, f"{PREFIX}{self._workspace.edition_id}.{ending}")
        except StoreError:
            # It is offered to nobody, so it may as well go the next time.
            return

    def _kept(self, person_id: PersonId, name: str) -> str | None:
        """Return what the file holds in a field, ``None`` for people who are gone; a field that is none of a record holds nothing."""
        snapshot = self._workspace.snapshot()
        person, enrolment = snapshot.people.get(person_id), snapshot.enrolments.get(person_id)
        if person is None or enrolment is None:
            return None
        return str(getattr(person if hasattr(person, name) else enrolment, name, ""))
