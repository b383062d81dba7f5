# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
import sys
from pathlib import Path

import pytest

import screen

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux sessions")


@linux
def test_a_service_without_home_session_or_language_gets_them() -> None:
    made = screen.surroundings({"PATH": "/bin"})
    assert Path(made["HOME"]).is_dir()
    assert Path(made["XDG_RUNTIME_DIR"]).stat().st_mode & 0o777 == 0o700
    assert made["LC_ALL"] == "C.UTF-8"


@linux
def test_what_a_session_has_is_left_as_it_is(tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "LANG": "es_ES.UTF-8"}
    assert screen.surroundings(own) == own


def test_variables_that_lead_python_astray_are_left_out() -> None:
    assert not {"PYTHONHOME", "PYTHONPATH"} & set(screen.surroundings({"PYTHONHOME": "/x", "PYTHONPATH": "/y"}))


@linux
def test_without_a_named_screen_there_is_none() -> None:
    assert not screen.usable(sys.executable, {})


@linux
def test_a_screen_that_does_not_answer_is_none(tmp_path: Path) -> None:
    assert not screen.usable(sys.executable, screen.surroundings({"HOME": str(tmp_path), "DISPLAY": ":4711"}))


def test_work_without_a_screen_keeps_the_rest() -> None:
    assert screen.without({"HOME": "x"}) == {"HOME": "x", "QT_QPA_PLATFORM": "offscreen"}
