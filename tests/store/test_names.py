# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A person's words in the name of a file: never a path, never too long, the same when made twice."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.store import names

AWKWARD = st.sampled_from(["..", "/", "\\", "CON", "nul", ".", " ", ":", "\u202e", "\0", "\n", "ñ" * 50, "a\u0301", "🎉"])
words = st.lists(AWKWARD | st.text(max_size=8), max_size=8).map("".join)


@settings(max_examples=300)
@given(words)
def test_any_words_give_a_name_that_stays_in_its_folder(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    name = names.sanitised(text, "Programa")
    folder = tmp_path_factory.getbasetemp()
    assert (folder / name).resolve().parent == folder.resolve()
    assert 0 < len(name.encode()) <= names.LONGEST
    assert not set(name) & set('<>:"/\\|?*\0\n\u202e')
    assert name == name.strip(" .")
    assert names.sanitised(name, "Programa") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Piloto 2027", "Piloto 2027"),
        ("  I/D: «mejora»  ", "I D «mejora»"),
        ("..", "Programa"),
        ("", "Programa"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("Contabilidad", "Contabilidad"),
        ("../../etc/passwd", "etc passwd"),
        ("An\u0303o", "Año"),
    ],
)
def test_well_known_cases(text: str, name: str) -> None:
    assert names.sanitised(text, "Programa") == name


def test_a_long_name_is_cut_between_letters() -> None:
    assert names.sanitised("ñ" * 100, "Programa") == "ñ" * 40
    assert Path(names.shortened("x" * 10 + ".revmentor", 4)).name == "xxxx"
