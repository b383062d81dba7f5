# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F15: after a day's work and a kill −9, nothing of anybody lies anywhere but in the file, its copies and what was saved on purpose."""

import os
import re
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.programme import files
from tests.faults.conftest import Faults
from tests.source import ROOT

NEEDLES = ("Zurbarán", "Quiñonero", "zurbaran.quinonero", "Motivo reservado", "Apellidoimportado", "A medio escribir")
"""Stand in the fields of a person, a spreadsheet and a form half typed, and nowhere else in the world."""
DAY = """
import os, signal, sys
from pathlib import Path
from revmentor_desktop import app, defects
from revmentor_desktop.programme import agreements, backups, drafts, files, imports, pairs, passwords, people, sessions
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.sessions import SessionLog
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.navigation import CALENDAR, DOCUMENTS, HOME, PAIRS, PEOPLE, PROGRAMME
from tests import factory

defects.keep_quiet()
home, password = Path(sys.argv[1]), sys.argv[2] or None
path, chosen = home / "documentos" / "programa.revmentor", home / "elegida"
application = app.build()
theme = app.themed(application)
files.make_example(path)
if password:
    passwords.set_password(path, password, ())
workspace = files.open_file(path, password)
person = factory.person("Zurbarán", "Quiñonero", "zurbaran.quinonero@example.com", position="Técnica")
answers = factory.answers(workspace, Role.MENTOR, ["Negociación"], ["Marketing digital"], expectation="Motivo reservado")
shown = people.enrol(workspace, person, answers)
table = home / "elegida" / "respuestas.csv"
table.write_text("Nombre;Apellidos;Correo;Papel\\nImporta;Apellidoimportado;a@example.com;mentor\\n", encoding="utf-8")
imports.apply(workspace, imports.prepare(workspace.snapshot(), table))
pairs.use_completion(workspace, pairs.complete(workspace.snapshot()), factory.TODAY)
sessions.use_plan(workspace, sessions.propose_plan(workspace.snapshot(), factory.TODAY))
agreements.prepare_drafts(workspace, factory.TODAY)
agreements.write_all(workspace.snapshot(), agreements.current(workspace.snapshot()), chosen)
first = min(workspace.snapshot().sessions, key=lambda session: session.id)
sessions.log_session(workspace, first.id, SessionLog(factory.TODAY, 60, rating=4), factory.TODAY)
backups.back_up(workspace, backups.copies_folder(), factory.NOW)
workspace.copy_to(chosen / "copia.revmentor")
drafts.put(workspace, "person", "A medio escribir")
opened = OpenProgramme(theme, workspace, lambda: factory.NOW)
opened.window.show()

def settle():
    for turn in range(400):
        application.processEvents()
        if turn > 20 and not opened.bridge.busy():
            break

for key in (HOME, PEOPLE, PAIRS, CALENDAR, DOCUMENTS, PROGRAMME):
    opened.window.show_screen(key)
    settle()
opened.window.show_screen(PEOPLE, ("person", shown))
settle()
try:
    raise ValueError("Zurbarán Quiñonero")
except ValueError as error:
    defects.note(error)
os.write(1, b"done\\n")
os.kill(os.getpid(), signal.SIGKILL)
"""


def forms(needle: str) -> Iterator[bytes]:
    """The bytes by which a text may stand in a file."""
    yield from (needle.encode(), needle.encode("utf-16-le"), needle.encode("utf-16-be"))


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and what is packed in them (the streams of a PDF, the entries of an archive)."""
    whole = path.read_bytes()
    yield whole
    for start in (match.start() for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", whole)):
        try:
            yield zlib.decompressobj().decompress(whole[start:], 10_000_000)
        except zlib.error:
            continue


def holding(folder: Path) -> set[Path]:
    """Return the files below ``folder`` in whose name or bytes a needle stands."""
    patterns = [form for needle in NEEDLES for form in forms(needle)]
    found: set[Path] = set()
    for path in folder.rglob("*"):
        named = any(needle.lower() in str(path.relative_to(folder)).lower() for needle in NEEDLES)
        if named or (path.is_file() and any(pattern in part for part in contents(path) for pattern in patterns)):
            found.add(path.relative_to(folder))
    return found


def worked(home: Path, password: str) -> subprocess.CompletedProcess[str]:
    """Let a process of its own do a day's work in a home of its own and be killed."""
    for folder in ("documentos", "elegida", "tmp"):
        (home / folder).mkdir(parents=True)
    own = {"HOME": home, "TMPDIR": home / "tmp"}
    own |= {f"XDG_{name}_HOME": home / name.lower() for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    environment = {**os.environ, **{name: str(path) for name, path in own.items()}, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", DAY, str(home), password], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("password", ["", "una clave bien larga"], ids=["plain", "password"])
def test_nothing_of_anybody_is_left_elsewhere(tmp_path: Path, password: str, faults: Faults) -> None:
    home = tmp_path / "casa"
    done = worked(home, password)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "done\n"), done.stderr
    assert not [needle for needle in NEEDLES if needle in done.stderr], done.stderr
    held = holding(home)
    chosen = {path for path in held if path.parts[0] == "elegida" and path.suffix in {".pdf", ".csv", ".revmentor"}}
    own = {path for path in held if path.name.startswith("programa.revmentor") or path.parts[:3] == ("data", "RevMentor", "copias")}
    assert chosen, "the needles are not found even where they are"
    assert held - chosen - (set() if password else own) == set()
    assert bool(own) is not bool(password)
    with_password = files.open_file(home / "documentos" / "programa.revmentor", password or None)
    assert any(person.first_name == "Zurbarán" for person in with_password.snapshot().people.values())
    with_password.close()
    faults.tell(f"F15 leftovers{', password' if password else ''}", files_looked_at=sum(1 for _ in home.rglob("*")), needles_elsewhere=0)
