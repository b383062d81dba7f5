# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
import io
import re
import time

import pytest

from terminal import Step


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_step_is_one_plain_line_where_lines_cannot_move() -> None:
    stream = io.StringIO()
    with Step("Instalando", stream) as step:
        step.note("3 de 9")
    assert re.fullmatch(r"Instalando… hecho \(\d+ s\)\n", stream.getvalue())


def test_a_step_that_fails_says_so_and_lets_the_failure_through() -> None:
    stream = io.StringIO()
    with pytest.raises(ValueError, match="no"), Step("Instalando", stream):
        raise ValueError("no")
    assert stream.getvalue() == "Instalando… sin terminar\n"


def test_a_step_moves_on_a_terminal_and_shows_how_far_it_is() -> None:
    stream = Terminal()
    with Step("Instalando", stream) as step:
        step.note("3 de 9")
        limit = time.monotonic() + 10
        while "3 de 9" not in stream.getvalue() and time.monotonic() < limit:
            time.sleep(0.01)
    assert "Instalando… 3 de 9" in stream.getvalue()
    assert stream.getvalue().endswith(" s)\n")
