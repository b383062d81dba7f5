# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""People as texts to choose from, each different from the others."""

from collections import Counter

from revmentor_desktop.domain.people import PersonId, folded
from revmentor_desktop.programme.snapshot import Snapshot


class PeopleChoices:
    """Everybody of the file but ``without``: full names, with post or number where two are the same."""

    def __init__(self, snapshot: Snapshot, without: PersonId | None = None) -> None:
        people = [person for person in snapshot.people.values() if person.id != without]
        alike = Counter(folded(person.full_name) for person in snapshot.people.values())
        self._texts = {
            person.id: person.full_name if alike[folded(person.full_name)] == 1 else f"{person.full_name} (#{person.code})"
            for person in people
        }
        self._emails = {person.email: person.id for person in people if person.email}
        self._short = {person.id: folded(person.short_name) for person in people}

    def texts(self) -> tuple[str, ...]:
        """Return the texts in alphabetical order."""
        return tuple(sorted(self._texts.values(), key=folded))

    def text_of(self, person_id: PersonId | None) -> str:
        """Return the text of somebody, empty for nobody."""
        return self._texts.get(person_id, "") if person_id is not None else ""

    def find(self, text: str) -> PersonId | None:
        """Return whom a text means: the whole name, the e-mail, or a short name or part of one that only one person has."""
        wanted = folded(text)
        if not wanted:
            return None
        exact = [person_id for person_id, shown in self._texts.items() if folded(shown) == wanted]
        if exact:
            return exact[0]
        if wanted in self._emails:
            return self._emails[wanted]
        short = [person_id for person_id, name in self._short.items() if name == wanted]
        words = wanted.split()
        partly = [person_id for person_id, shown in self._texts.items() if all(word in folded(shown).split() for word in words)]
        for found in (short, partly):
            if len(found) == 1:
                return found[0]
        return None
