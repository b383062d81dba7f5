# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A failure of the program is told in a sentence; its report and its log hold nothing of anybody, wherever it happened."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop import defects
from tests.source import ROOT, modules

SECRET = "Lucía Serrano lserrano@example.com despido"
FAILURES = """
import sys, threading, warnings, logging
from datetime import date
from pathlib import Path
from revmentor_desktop import defects
from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.programme import files
from sqlalchemy import text

name, where, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
sys.excepthook = defects.terminal_hook
defects.keep_quiet()
workspace = files.create(folder / f"{name}.revmentor", Firm(name), Edition(EditionId(0), name, date(2027, 1, 18), date(2027, 7, 18)))

class Broken:
    def __del__(self): raise ValueError(name)

def store():
    with workspace.action("save_person", name=name) as cx:
        cx.execute(text("INSERT INTO person (first_name, no_such_column) VALUES (:n, :n)"), {"n": name})
def driver():
    with workspace.action("save_person", name=name) as cx:
        cx.exec_driver_sql("SELECT no_such_function(?)", (name,))
def domain(): {name: 1}[name + "x"]
def chained():
    try: int(name)
    except ValueError as error: raise RuntimeError(f"about {name}") from error
def recursion(depth=0): recursion(name)
def thread():
    worker = threading.Thread(target=domain); worker.start(); worker.join()
def deleted(): Broken()
def warned():
    warnings.warn(name); logging.getLogger("pypdf").warning("odd: %s", name); logging.getLogger("x").error(name)
def grouped(): raise ExceptionGroup(name, [ValueError(name)])

globals()[where]()
"""


def failed(where: str, folder: Path) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run one failure in a process of its own; returns what it said and its log."""
    home = folder / "lserrano"
    home.mkdir()
    state = {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_DATA_HOME": str(home / "data")}
    command = [sys.executable, "-c", FAILURES, SECRET, where, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, **state})
    logs = list(home.rglob("defects.log"))
    return done, logs[0].read_text(encoding="utf-8") if logs else ""


@pytest.mark.parametrize("where", ["store", "driver", "domain", "chained", "recursion", "thread", "deleted", "grouped"])
def test_a_failure_anywhere_is_noted_without_anything_of_anybody(where: str, tmp_path: Path) -> None:
    done, log = failed(where, tmp_path)
    said = done.stdout + done.stderr + log
    assert "Error" in log or "ExceptionGroup" in log
    assert where in log or where in {"thread", "deleted"}
    assert len(log) < 8_000
    told = said.replace(str(tmp_path / "lserrano"), "")
    assert not [word for word in SECRET.split() if word in told], said
    assert "lserrano" not in log
    assert "Traceback" not in said


def test_what_libraries_say_reaches_nobody(tmp_path: Path) -> None:
    done, log = failed("warned", tmp_path)
    assert (done.returncode, done.stdout, done.stderr, log) == (0, "", "", "")


def raised() -> BaseException:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return error


def test_the_report_says_what_helps_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "lserrano")
    text = defects.report(raised())
    for wanted in ("RevMentor Desktop", "Python 3", "SQLAlchemy", "builtins.KeyError", "test_defects.py", "raised"):
        assert wanted in text
    for hidden in (*SECRET.split(), str(ROOT), str(Path.home()), "lserrano"):
        assert hidden not in text


def test_the_log_starts_anew_when_it_is_long_and_its_absence_is_no_failure(own_home: Path) -> None:
    for _time in range(3):
        defects.note(raised())
    path = defects.log_path()
    assert path.is_relative_to(own_home)
    assert path.read_text(encoding="utf-8").count("KeyError") == 3
    path.write_bytes(b"x" * defects.LOG_LIMIT)
    defects.note(raised())
    assert path.stat().st_size < 2_000
    path.unlink()
    path.mkdir()
    defects.note(raised())


def test_every_engine_hides_its_parameters_and_echoes_nothing() -> None:
    calls = [
        call
        for module in modules()
        for call in module.nodes()
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "create_engine"
    ]
    assert calls
    for call in calls:
        given = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        assert given.get("hide_parameters") == "True"
        assert "echo" not in given


def test_nothing_is_logged_but_through_the_defect_log() -> None:
    """A logger of our own would be one more place for a name to slip into."""
    loggers = [
        module.at(node, "logs by itself")
        for module in modules()
        for node in module.nodes()
        if isinstance(node, ast.Attribute) and node.attr in {"getLogger", "basicConfig", "print_exc", "format_exc"}
        if module.file != "revmentor_desktop/defects.py"
    ]
    assert loggers == []
