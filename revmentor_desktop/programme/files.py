# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Making, opening and examining programme files."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.topics import Area, AreaId, Topic, TopicId
from revmentor_desktop.exchange.starter import default_areas, example_table
from revmentor_desktop.programme import backups
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import check as checking
from revmentor_desktop.store import copies, editions, firm, keys, topics
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.file import Connection, ProgrammeFile

CheckReport = checking.CheckReport
Secret = keys.Secret

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
    workspace = Workspace(ProgrammeFile.create(path))
    with _or_nothing(workspace):
        with workspace.action("create", firm=own_firm.name, edition=edition.name) as cx:
            firm.put(cx, own_firm)
            editions.set_current(cx, editions.add(cx, edition))
            _add_default_topics(cx)
        workspace.forget_history()
    return workspace


def open_file(path: Path, password: Secret | None = None, *, anyway: bool = False) -> Workspace:
    """Open a programme file. Raises `StoreError` with the reason it can't be opened.

    ``anyway``: although a mark says that it is open on another computer. A password that opens the newest copy of the file is right,
    so the file that it does not open is ``damaged``.
    """
    try:
        return _told(Workspace(ProgrammeFile.open(path, password=password, anyway=anyway)))
    except StoreError as error:
        raise _meant(error, path, password) from error


def open_to_read(path: Path, password: Secret | None = None, *, despite_faults: bool = False) -> Workspace:
    """Open a programme file to look at it; nothing can be changed. ``despite_faults``: as far as it can be read. Raises `StoreError`."""
    try:
        return _told(Workspace(ProgrammeFile.open_to_read(path, password=password, despite_faults=despite_faults)))
    except StoreError as error:
        raise _meant(error, path, password) from error


def _told(workspace: Workspace) -> Workspace:
    """Read what everybody who opens a file asks for first. One that was cut off while it was made has no edition: it is ``damaged``."""
    try:
        workspace.snapshot()
    except LookupError as error:
        workspace.close()
        raise StoreError("damaged", faults=()) from error
    except StoreError:
        workspace.close()
        raise
    return workspace


def _meant(error: StoreError, path: Path, password: Secret | None) -> StoreError:
    """Tell a damaged file from a wrong password."""
    if error.code == "password" and error.data.get("why") == "wrong" and backups.opens_a_copy(path, password):
        return StoreError("damaged", faults=())
    return error


def make_example(path: Path) -> ExampleReport:
    """Make the example at ``path``: 28 people enrolled, no pair yet. Raises `StoreError` when ``path`` exists."""
    # Reading spreadsheets takes time to load, and opening a file does not need it.
    from revmentor_desktop.programme import imports

    workspace = create(path, EXAMPLE_FIRM, EXAMPLE_EDITION)
    with _or_nothing(workspace):
        imports.apply(workspace, imports.prepare(workspace.snapshot(), example_table()))
        snapshot = workspace.snapshot()
        workspace.close()
    return ExampleReport(len(snapshot.enrolments), snapshot.edition.name)


@contextmanager
def _or_nothing(workspace: Workspace) -> Generator[None]:
    """Remove a file that was made a moment ago when what belongs into it can't be written."""
    try:
        yield
    except BaseException:
        with suppress(StoreError):
            workspace.close()
        with suppress(OSError):
            workspace.path.unlink(missing_ok=True)
        raise


def duplicate(path: Path, target: Path) -> None:
    """Copy a closed file to ``target`` without changing it. Raises `StoreError` when it is open elsewhere or no programme."""
    copies.duplicate(path, target)


def check(path: Path, password: Secret | None = None) -> CheckReport:
    """Examine a file without changing it. Raises `StoreError` when it can't be looked at, or is newer."""
    try:
        return checking.check(path, password)
    except StoreError as error:
        meant = _meant(error, path, password)
        if meant.code == "damaged":
            return CheckReport(sound=False, faults=(checking.Fault("damaged"),))
        raise meant from error


def _add_default_topics(cx: Connection) -> None:
    position = 0
    for number, area in enumerate(default_areas()):
        area_id = topics.add_area(cx, Area(AreaId(0), area.name, area.name_en, position=number))
        for topic in area.topics:
            position += 1
            topics.add_topic(cx, Topic(TopicId(0), topic.name, area_id, topic.name_en, position))
