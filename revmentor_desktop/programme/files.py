# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Making, opening and examining programme files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.topics import Area, AreaId, Topic, TopicId
from revmentor_desktop.exchange.starter import default_areas, example_table
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import check as checking
from revmentor_desktop.store import copies, editions, firm, topics
from revmentor_desktop.store.file import Connection, ProgrammeFile

CheckReport = checking.CheckReport

EXAMPLE_FIRM = Firm(
    name="Talleres Albor, S. L.",
    town="Zaragoza",
    address="Polígono de Ejemplo, nave 4, Zaragoza",
    privacy_contact="rrhh@talleresalbor.example.com",
    hr_name="Pilar Casanova Ruiz",
    hr_position="Responsable de RR. HH.",
    hr_email="pcasanova@talleresalbor.example.com",
)
EXAMPLE_EDITION = Edition(
    id=EditionId(0),
    name="Piloto 2027",
    start=date(2027, 1, 18),
    end=date(2027, 7, 18),
    is_pilot=True,
    sessions=10,
    minutes=60,
    region="AR",
)


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """What `make_example` put into the file."""

    people: int
    edition: str


def create(path: Path, own_firm: Firm, edition: Edition) -> Workspace:
    """Make a new programme file with one edition and the default areas and topics, and open it.

    Raises `StoreError` (``exists``, ``permission``, ``full``, …); nothing half made stays behind.
    """
    file = ProgrammeFile.create(path)
    workspace = Workspace(file)
    with workspace.action("create", firm=own_firm.name, edition=edition.name) as cx:
        firm.put(cx, own_firm)
        editions.set_current(cx, editions.add(cx, edition))
        _add_default_topics(cx)
    workspace.forget_history()
    return workspace


def open_file(path: Path) -> Workspace:
    """Open a programme file. Raises `StoreError` with the reason it can't be opened."""
    return Workspace(ProgrammeFile.open(path))


def make_example(path: Path) -> ExampleReport:
    """Make the example at ``path``: 28 people enrolled, no pair yet. Raises `StoreError` when ``path`` exists."""
    # Reading spreadsheets takes time to load, and opening a file does not need it.
    from revmentor_desktop.programme import imports

    workspace = create(path, EXAMPLE_FIRM, EXAMPLE_EDITION)
    try:
        imports.apply(workspace, imports.prepare(workspace.snapshot(), example_table()))
        snapshot = workspace.snapshot()
        return ExampleReport(len(snapshot.enrolments), snapshot.edition.name)
    finally:
        workspace.close()


def duplicate(path: Path, target: Path) -> None:
    """Copy a closed file to ``target`` without changing it. Raises `StoreError` when it is open elsewhere or no programme."""
    copies.duplicate(path, target)


def check(path: Path) -> CheckReport:
    """Examine a file without changing it. Raises `StoreError` when it can't be looked at, or is newer."""
    return checking.check(path)


def _add_default_topics(cx: Connection) -> None:
    position = 0
    for number, area in enumerate(default_areas()):
        area_id = topics.add_area(cx, Area(AreaId(0), area.name, area.name_en, position=number))
        for topic in area.topics:
            position += 1
            topics.add_topic(cx, Topic(TopicId(0), topic.name, area_id, topic.name_en, position))
