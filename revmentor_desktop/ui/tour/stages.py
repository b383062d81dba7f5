# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The way through the program of which the tour takes pictures: the example from its first day to its sessions."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.pairs import Answer, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.programme import agreements, editions, files, pairing_papers, pairs, preferences, saving, sessions
from revmentor_desktop.programme.leftovers import private_folder
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, HOME, PAIRS, PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.completion.offers import work_out
from revmentor_desktop.ui.pairs.completion.paper import shown_of
from revmentor_desktop.ui.pairs.completion.today import offers_of
from revmentor_desktop.ui.program.opened import Kind, OpenProgramme
from revmentor_desktop.ui.start.create_dialog import ask_creation
from revmentor_desktop.ui.start.page import StartPage
from revmentor_desktop.ui.start.preferences_dialog import ask_preferences
from revmentor_desktop.ui.theme import Mode, Theme
from revmentor_desktop.ui.tour.camera import Camera
from revmentor_desktop.ui.tour.keeping import Keeping
from revmentor_desktop.ui.tour.lacking import take_lacking

ASKING, RUNNING = date(2027, 1, 12), date(2027, 4, 20)
"""Days of the example's pictures: while pairs are formed, and in the middle of the sessions."""
SHOWN = "lserrano@talleresalbor.example.com"
"""The person of the example whom the pictures select."""


@dataclass(frozen=True, slots=True)
class Made:
    """Names of what was made, relative to the folder."""

    pictures: tuple[str, ...]
    documents: tuple[str, ...]


def take(
    out: Path,
    file: Path | None = None,
    password: str | None = None,
    *,
    dark: bool = False,
    size: tuple[int, int] = (1366, 690),
    today: date | None = None,
) -> Made:
    """Make pictures and documents in ``out``, from a copy of ``file`` or from the example. Works without a screen.

    Raises `StoreError` of the file and `OSError` of the folder.
    """
    out.mkdir(parents=True, exist_ok=True)
    with private_folder() as folder:
        path = folder / "programa.revmentor"
        if file is None:
            files.make_example(path)
        else:
            files.duplicate(file, path)
        workspace = files.open_file(path, password if file else None)
        tour = _Tour(out, workspace, dark=dark, size=size)
        try:
            return tour.of_example() if file is None else tour.of_file(today)
        finally:
            tour.close()


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if os.name == "posix" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say)
    return QApplication(["revmentor-desktop"])


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt says, but for what the screenless platform says of every window."""
    if message and not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def _unhurried() -> None:
    """Let the proposals be worked out to the end."""


class _Tour:
    """One tour through one programme, with a clock of its own."""

    def __init__(self, out: Path, workspace: Workspace, *, dark: bool, size: tuple[int, int]) -> None:
        self._out, self._workspace = out, workspace
        self._today = ASKING
        self._proposals: tuple[pairing_papers.ShownProposal, ...] = ()
        self._theme = Theme(_application(), Mode.DARK if dark else Mode.LIGHT)
        # Beside the private copy, so that nothing of the tour is left.
        self._copies = workspace.path.parent / "copias"
        self._opened = OpenProgramme(self._theme, workspace, self._now, kind=Kind.TOUR, copies=self._copies)
        self._camera = Camera(self._theme, out, size, self._opened.bridge.busy)

    def close(self) -> None:
        """Close the window and the copy."""
        self._opened.close()
        self._camera.settle()

    def of_file(self, today: date | None) -> Made:
        """Show every screen of somebody's own file as it stands."""
        self._today = today or self._workspace.snapshot().edition.start
        self._camera.show(self._opened.window)
        self._opened.window.refresh()
        for number, key in enumerate((HOME, PEOPLE, PAIRS, CALENDAR, DOCUMENTS, PROGRAMME), start=1):
            self._picture(f"{number}-{_NAMES[key]}", key)
        return self._made()

    def of_example(self) -> Made:
        """Lead the example from its first page to the middle of its sessions."""
        self._first_page()
        self._camera.show(self._opened.window)
        shown = next(p.id for p in self._workspace.snapshot().people.values() if p.email == SHOWN)
        self._enrolling(shown)
        self._pairing(shown)
        self._planning()
        self._running()
        self._settings()
        Keeping(self._theme, self._opened, self._camera, self._copies, self._now).take()
        return self._made()

    def _now(self) -> datetime:
        return datetime.combine(self._today, time(9, 30))

    def _picture(self, name: str, key: str, target: object = None) -> None:
        self._opened.window.show_screen(key, target)
        self._camera.take(self._opened.window, name)

    def _dialog(self, name: str, key: str, target: object) -> None:
        self._opened.window.show_screen(key)
        self._camera.settle()

        def open_it() -> None:
            self._opened.window.show_screen(key, target)

        self._camera.take_dialog(self._opened.window, open_it, name)

    def _first_page(self) -> None:
        page = StartPage(self._theme, ())
        self._camera.show(page)
        self._camera.take(page, "01-primer-inicio")

        def create() -> None:
            ask_creation(self._theme, page, self._today)

        self._camera.take_dialog(page, create, "02-crear-programa")
        page.hide()
        page.deleteLater()

    def _enrolling(self, shown: PersonId) -> None:
        self._picture("03-inicio", HOME)
        self._picture("04-personas", PEOPLE)
        self._picture("05-personas-formulario", PEOPLE, ("person", shown))
        self._picture("06-personas-nueva", PEOPLE, "new")

    def _pairing(self, shown: PersonId) -> None:
        take_lacking(self._opened.window, self._workspace, self._camera)
        self._picture("07-parejas", PAIRS, ("person", shown))
        self._dialog("08-parejas-completar", PAIRS, "complete")
        self._proposals = shown_of(offers_of(work_out(self._workspace.snapshot(), _unhurried)))
        pairs.use_completion(self._workspace, pairs.complete(self._workspace.snapshot()))
        made = self._workspace.snapshot().pairs
        pairs.consult(self._workspace, [pair.id for pair in made[:6]], self._today)
        self._accept([pair.id for pair in made[:3]])
        for pair in made[3:5]:
            pairs.answer(self._workspace, pair.id, pair.mentor_id, Answer.YES, self._today)
        self._picture("09-parejas-formadas", PAIRS, ("pair", made[1].id))
        self._picture("10-inicio-parejas", HOME)

    def _accept(self, pair_ids: Sequence[PairId]) -> None:
        pairs.accept_both(self._workspace, pair_ids, self._today, pairs.unread_in(self._workspace.snapshot(), pair_ids))

    def _planning(self) -> None:
        waiting = [pair.id for pair in self._workspace.snapshot().living_pairs if not pair.state.has_sessions]
        self._accept(waiting)
        self._picture("11-calendario-vacio", CALENDAR)
        self._dialog("12-calendario-planificar", CALENDAR, "plan")
        sessions.use_plan(self._workspace, sessions.propose_plan(self._workspace.snapshot(), self._today))
        agreements.prepare_drafts(self._workspace, self._today)

    def _running(self) -> None:
        self._today = RUNNING
        self._opened.window.refresh()
        before = [s for s in self._workspace.snapshot().sessions if s.start is not None and s.start.date() < self._today]
        before.sort(key=lambda s: (s.start or self._now(), s.pair_id))
        for session in before[:-3]:
            log = SessionLog((session.start or self._now()).date(), 60, rating=4)
            sessions.log_session(self._workspace, session.id, log, self._today)
        editions.add_closure(self._workspace, date(2027, 4, 21), date(2027, 4, 22), "Inventario")
        self._picture("13-calendario", CALENDAR, ("session", before[-1].id))
        self._picture("14-documentos", DOCUMENTS)
        self._picture("15-inicio-sesiones", HOME)

    def _settings(self) -> None:
        for number, section in enumerate(("edition", "firm", "criteria", "days", "topics", "sites"), start=16):
            self._picture(f"{number}-programa-{_SECTIONS[section]}", PROGRAMME, section)
        window = self._opened.window

        def prefer() -> None:
            ask_preferences(self._theme, window, preferences.Preferences())

        self._camera.take_dialog(window, prefer, "22-preferencias")
        self._camera.take_dialog(window, window.open_help, "23-ayuda")

    def _made(self) -> Made:
        snapshot = self._workspace.snapshot()
        chosen = agreements.current(snapshot)
        names: list[str] = []
        for language in DocumentLanguage:
            folder = self._out / f"acuerdos-{language.value}"
            names += [f"{folder.name}/{file.path.name}" for file in agreements.write_all(snapshot, chosen, folder, language)]
        return Made(tuple(self._camera.made), (*names, *self._papers(snapshot)))

    def _papers(self, snapshot: Snapshot) -> list[str]:
        """Write the papers that stay in the house: the pairing sheet as it is, the proposals as before the first pair."""
        papers = {"hoja-de-emparejamiento.pdf": pairing_papers.matching_sheet_pdf(snapshot, self._today)}
        if self._proposals:
            papers["comparacion-de-propuestas.pdf"] = pairing_papers.comparison_pdf(snapshot, self._proposals, ASKING)
        for name, pdf in papers.items():
            saving.save(self._out / name, pdf)
        return list(papers)


_NAMES = {HOME: "inicio", PEOPLE: "personas", PAIRS: "parejas", CALENDAR: "calendario", DOCUMENTS: "documentos", PROGRAMME: "programa"}
_SECTIONS = {"edition": "edicion", "firm": "empresa", "criteria": "criterios", "days": "dias", "topics": "temas", "sites": "centros"}
