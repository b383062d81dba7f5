# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where the form's answers go: into the file, or, before somebody has a name, into a half-typed form that is kept too."""

from dataclasses import dataclass, replace

from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId
from revmentor_desktop.domain.people import Person, PersonId, checked_text
from revmentor_desktop.programme import drafts, people
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.people import draft_text
from revmentor_desktop.ui.people.typed_drafts import TypedDrafts

DRAFT_KEY = "people.new"
"""Key of the draft of somebody who is no row yet."""
_NOBODY = PersonId(0)
_TEXTS = {"motivation", "expectation", "private_notes"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed that could not be kept, and why (empty: it is only not finished).

    ``recovered``: it was typed before the program ended, and nobody has decided about it since.
    """

    text: str
    sentence: str = ""
    recovered: bool = False


class Keeper:
    """One person at a time: somebody of the file (``person_id``) or somebody who is being typed (``None``).

    Changes raise `DomainError` at the field at fault, or `StoreError`; nothing is changed then.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.person_id: PersonId | None = None
        self._typed: dict[tuple[PersonId, str], Typed] = {}
        self._new: tuple[Person, Enrolment] | None = None
        self._written = ""
        self._recovered_new = False
        # What is only looked at has nothing half typed.
        if not workspace.read_only:
            self._take_draft()
        self._typed_drafts = TypedDrafts(workspace)
        self._edition_id = workspace.edition_id
        self._take_typed()

    @property
    def snapshot(self) -> Snapshot:
        """The present state of the file."""
        return self.workspace.snapshot()

    @property
    def is_new(self) -> bool:
        """Whether the person has no row yet."""
        return self.person_id is None

    @property
    def person(self) -> Person:
        """Their data as kept."""
        return self._fresh()[0] if self.person_id is None else self.snapshot.people[self.person_id]

    @property
    def enrolment(self) -> Enrolment:
        """Their answers as kept."""
        return self._fresh()[1] if self.person_id is None else self.snapshot.enrolments[self.person_id]

    def change_person(self, **changes: object) -> None:
        """Keep data of the person; somebody new is enrolled as soon as name and surnames are right."""
        changed = replace(self.person, **changes)  # type: ignore[arg-type]
        if self.person_id is not None:
            people.save_person(self.workspace, changed)
            return
        self._check_new(changed)
        self._new = (changed, self.enrolment)
        self._enrol()

    def change_answers(self, **changes: object) -> None:
        """Keep answers of the enrolment."""
        changed = replace(self.enrolment, **changes)  # type: ignore[arg-type]
        if self.person_id is not None:
            people.save_enrolment(self.workspace, changed)
            return
        for field in _TEXTS & changes.keys():
            checked_text(field, str(changes[field]))
        self._new = (self.person, changed)

    # What is typed and not (yet) right

    def typed(self, key: str) -> Typed | None:
        """Return what was typed in a field and could not be kept."""
        return self._typed.get((self.person_id or _NOBODY, key))

    def hold(self, key: str, typed: Typed | None) -> None:
        """Remember what was typed in a field, or (``None``) that it is kept well now."""
        place = (self.person_id or _NOBODY, key)
        if typed is None:
            self._typed.pop(place, None)
        else:
            self._typed[place] = typed

    def follow_edition(self) -> None:
        """Turn to what is half typed in the edition that is current now."""
        if self._edition_id != self.workspace.edition_id:
            self._edition_id = self.workspace.edition_id
            self._typed = {place: typed for place, typed in self._typed.items() if place[0] == _NOBODY}
            self._typed_drafts = TypedDrafts(self.workspace)
            self._take_typed()

    def recovered(self) -> tuple[str, ...]:
        """Return the fields of the present person that hold what was half typed before the program ended."""
        return tuple(key for (person_id, key), typed in self._typed.items() if person_id == self.person_id and typed.recovered)

    def is_recovered(self) -> bool:
        """Whether the form shows something from before the program ended."""
        return self._recovered_new and self.half_typed() is not None if self.is_new else bool(self.recovered())

    def drop_recovered(self) -> None:
        """Throw away what was half typed in the present person's fields before the program ended."""
        for key in self.recovered():
            self.hold(key, None)
        self.write_draft()

    def recovered_people(self) -> tuple[PersonId, ...]:
        """Return the people of the edition with fields half typed before the program ended."""
        known = self.snapshot.enrolments
        found = dict.fromkeys(person_id for (person_id, _key), typed in self._typed.items() if typed.recovered)
        return tuple(person_id for person_id in found if person_id in known)

    # The half-typed form across sessions of work

    def half_typed(self) -> str | None:
        """Return a name for the half-typed form (may be empty), ``None`` when there is none."""
        if self._new is None and not any(person_id == _NOBODY for person_id, _key in self._typed):
            return None
        person = self._fresh()[0]
        unfinished = {key: typed.text for (person_id, key), typed in self._typed.items() if person_id == _NOBODY}
        first, last = (unfinished.get(key) or getattr(person, key) for key in ("first_name", "last_name"))
        return f"{first} {last}".strip()

    def write_draft(self) -> None:
        """Keep everything half typed in the file; the same text is not written twice. Raises `StoreError`."""
        self._typed_drafts.keep({place: typed.text for place, typed in self._typed.items() if place[0] != _NOBODY})
        self._write_new()

    def _write_new(self) -> None:
        typed = {key: kept.text for (person_id, key), kept in self._typed.items() if person_id == _NOBODY}
        text = draft_text.written(*self._fresh(), typed) if self.half_typed() is not None else ""
        if text == self._written:
            return
        if text:
            drafts.put(self.workspace, DRAFT_KEY, text)
        else:
            drafts.remove(self.workspace, DRAFT_KEY)
        self._written = text

    def discard_new(self) -> None:
        """Throw the half-typed form away."""
        self._new = None
        self._recovered_new = False
        self._forget_typed_new()
        self.write_draft()

    def _take_typed(self) -> None:
        if self.workspace.read_only:
            return
        for place, text in self._typed_drafts.found().items():
            self._typed[place] = Typed(text, recovered=True)

    def _take_draft(self) -> None:
        text = drafts.get(self.workspace, DRAFT_KEY)
        read = draft_text.read(text, self.snapshot) if text else None
        if read is None:
            return
        self._written = text or ""
        self._recovered_new = True
        self._new = (read.person, read.enrolment)
        self._typed.update({(_NOBODY, key): Typed(value) for key, value in read.typed.items()})

    def _fresh(self) -> tuple[Person, Enrolment]:
        return self._new or (Person(_NOBODY, 0, "", ""), Enrolment(EnrolmentId(0), self.workspace.edition_id, _NOBODY))

    def _check_new(self, person: Person) -> None:
        # Names may still lack: a stand-in lets the other fields be checked at once.
        named = replace(person, first_name=person.first_name.strip() or "-", last_name=person.last_name.strip() or "-")
        people.checked_person(self.snapshot, named)

    def _enrol(self) -> None:
        person, enrolment = self._fresh()
        if not (person.first_name.strip() and person.last_name.strip()):
            return
        self.person_id = people.enrol(self.workspace, person, enrolment)
        for (person_id, key), typed in list(self._typed.items()):
            if person_id == _NOBODY:
                self._typed[self.person_id, key] = typed
        self._new = None
        self._recovered_new = False
        self._forget_typed_new()
        self._forget_draft()

    def _forget_draft(self) -> None:
        try:
            self.write_draft()
        except StoreError:
            # The person is a row already, which is what counts: the draft goes with the next one that is written.
            return

    def _forget_typed_new(self) -> None:
        self._typed = {place: typed for place, typed in self._typed.items() if place[0] != _NOBODY}
