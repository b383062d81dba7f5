# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
import ast
import subprocess
import sys
import tomllib

import pytest

import bootstrap
import environment
from tests.source import ROOT

STANDARD = set(sys.stdlib_module_names)
INSTALLER = ROOT / "installer"
BEFORE_INSTALLING = ("bootstrap", "words", "terminal", "environment", "qt_libraries", "screen", "demo", "checks")


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(INSTALLER / "bootstrap.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("name", BEFORE_INSTALLING)
def test_the_installer_needs_only_pythons_own_library(name: str) -> None:
    tree = ast.parse((INSTALLER / f"{name}.py").read_text(encoding="utf-8"))
    named = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert named <= STANDARD | set(BEFORE_INSTALLING)


@pytest.mark.parametrize("name", ["bootstrap", "words"])
def test_an_old_python_can_read_what_tells_it_that_it_is_too_old(name: str) -> None:
    ast.parse((INSTALLER / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_oldest_python_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, bootstrap.MINIMUM))


@pytest.mark.parametrize(
    ("version", "old"), [((3, 10, 14), True), ((2, 7), True), ((3, 11, 0), False), ((3, 14, 1), False), ((4, 0), False)]
)
def test_a_python_before_the_oldest_one_is_too_old(version: tuple[int, ...], old: bool) -> None:
    assert bootstrap.too_old(version) is old


def test_a_call_without_a_verb_says_the_two_there_are() -> None:
    done = call()
    assert done.returncode == 2
    assert "«run»" in done.stderr
    assert "«test»" in done.stderr


def test_an_unknown_verb_is_not_tried() -> None:
    assert call("install").returncode == 2


def test_help_tells_both_verbs() -> None:
    done = call("--help")
    assert done.returncode == 0
    assert "bootstrap.py run" in done.stdout


@pytest.mark.parametrize(
    ("said", "part"),
    [
        (
            "WARNING: Retrying after 'NewConnectionError'\nERROR: No matching distribution found for six",
            "red",
        ),
        ("socket.gaierror: Temporary failure in name resolution", "red"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disco"),
        ("ERROR: No matching distribution found for scipy==1.17.1", "64 bits"),
    ],
)
def test_what_stops_pip_is_told_in_a_sentence(said: str, part: str) -> None:
    assert part in environment.reason(said)


def test_an_unknown_failure_of_pip_shows_its_last_words(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = environment.reason("Collecting six\nERROR: THESE PACKAGES DO NOT MATCH THE HASHES.\n")
    assert "THESE PACKAGES DO NOT MATCH THE HASHES. " in sentence
    assert "Collecting six" in capsys.readouterr().err


def test_the_mark_of_an_installation_tells_the_purposes_apart_and_stays() -> None:
    assert environment.mark("run") == environment.mark("run") != environment.mark("test")
