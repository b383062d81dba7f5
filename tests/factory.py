# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Records and files for tests, made the way the program makes them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Notice, Role
from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.domain.people import Level, Person, PersonId
from revmentor_desktop.domain.topics import Offer, Want
from revmentor_desktop.programme import files, pairs, people
from revmentor_desktop.programme.workspace import Workspace

NOW = datetime(2027, 1, 12, 9, 30)  # noqa: DTZ001 — wall time, as the program keeps it
TODAY = NOW.date()
EDITION = Edition(EditionId(0), "Piloto", date(2027, 1, 18), date(2027, 7, 18), region="AR")
FIRM = Firm("Probetas Reunidas, S. L.", town="Huesca", hr_name="Ana Gil", hr_position="RR. HH.")
MORNING = (Window(0, 9 * 60, 11 * 60), Window(2, 9 * 60, 11 * 60))


def new_file(folder: Path, name: str = "programa.revmentor") -> Workspace:
    """Make an empty programme and open it."""
    return files.create(folder / name, FIRM, EDITION)


def person(first: str = "Ana", last: str = "Gil Soto", email: str | None = "ana@example.com", **changes: object) -> Person:
    """A person with every required answer."""
    base = Person(PersonId(0), 0, first, last, email, department="Ventas", position="Técnica", level=Level.SPECIALIST, languages=("es",))
    return replace(base, **changes)  # type: ignore[arg-type]


def answers(workspace: Workspace, role: Role, wants: Iterable[str] = (), offers: Iterable[str] = (), **changes: object) -> Enrolment:
    """Complete answers; topics by name, wanted at 3 and offered at 3."""
    by_name = {topic.name: topic.id for topic in workspace.snapshot().topics.values()}
    base = Enrolment(
        EnrolmentId(0),
        workspace.edition_id,
        PersonId(0),
        role=role,
        wants=tuple(Want(by_name[name], 3) for name in wants),
        offers=tuple(Offer(by_name[name], 3) for name in offers),
        windows=MORNING,
        notice=Notice(date(2027, 1, 11)),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def two_people(workspace: Workspace) -> tuple[PersonId, PersonId]:
    """Enrol a mentor and a mentee who fit; returns their ids in this order."""
    mentor = people.enrol(
        workspace,
        person("Lucía", "Serrano", "lucia@example.com", department="Marketing", level=Level.JUNIOR),
        answers(workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"]),
    )
    mentee = people.enrol(
        workspace,
        person("Gonzalo", "Prieto", "gonzalo@example.com", department="Ventas", level=Level.MANAGER),
        answers(workspace, Role.MENTEE, ["Marketing digital"], ["Negociación"]),
    )
    return mentor, mentee


def accept(workspace: Workspace, pair_ids: Iterable[PairId], day: date = TODAY) -> None:
    """Note that both people of each pair said yes, all its warnings read."""
    chosen = list(pair_ids)
    pairs.accept_both(workspace, chosen, day, pairs.unread_in(workspace.snapshot(), chosen))
