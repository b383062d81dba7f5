# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
from datetime import date, timedelta
from pathlib import Path

import demo
from revmentor_desktop.programme.files import EXAMPLE_EDITION

ANSWERS = {
    "example": {"people": 28, "edition": "Piloto 2027"},
    "pair": {"pairs": [{}] * 13, "unpaired": [{}, {}]},
    "plan": {"sessions": [{}] * 128, "unplaced": [{}, {}]},
    "agreements": {"files": [{}]},
    "check": {"sound": True},
    "tour": {"pictures": [{}] * 30, "documents": [{}] * 20},
}


def test_the_five_lines_say_what_was_made_and_where(tmp_path: Path) -> None:
    lines = demo.summary(ANSWERS, tmp_path)
    assert len(lines) == 5
    assert lines[0].startswith("28 personas en «Piloto 2027»")
    assert lines[1] == "13 parejas, aceptadas por las dos personas; 2 sin pareja"
    assert lines[3] == f"1 acuerdo para firmar: {tmp_path / 'acuerdos'}"
    assert str(tmp_path / "pantallas") in lines[4]


def test_a_new_demonstration_removes_only_what_the_last_one_made(tmp_path: Path) -> None:
    for name in (
        "ejemplo.revmentor",
        "ejemplo.revmentor-journal",
        "mio.txt",
        "acuerdos/2027-P-01.pdf",
        "acuerdos/nota.txt",
        "pantallas/1.png",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    demo.clear(tmp_path)
    assert sorted(file.name for file in tmp_path.rglob("*") if file.is_file()) == ["mio.txt", "nota.txt"]


def test_clearing_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    demo.clear(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_the_day_is_set_only_once_the_example_has_begun() -> None:
    assert EXAMPLE_EDITION.start == demo.EXAMPLE_START
    assert demo.today(demo.EXAMPLE_START) == []
    assert demo.today(demo.EXAMPLE_START + timedelta(1)) == ["--today", "2027-01-18"]
    assert demo.today(date(2026, 12, 1)) == []
