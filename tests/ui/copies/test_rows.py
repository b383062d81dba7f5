# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How copies are listed and worded."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from revmentor_desktop.programme.backups import Copy
from revmentor_desktop.ui.copies.rows import Head, Row, Sound, Where, lines, merged, title
from revmentor_desktop.ui.words import copies as words

TODAY = date(2027, 1, 12)
NOW = datetime(2027, 1, 12, 16, 40)  # noqa: DTZ001 (wall time)


def copy(sequence: int, when: datetime = NOW, name: str = "", **changes: object) -> Copy:
    values: dict[str, object] = {
        "path": Path("/copias") / (name or f"Piloto · {sequence:06d}.revmentor"),
        "sequence": sequence,
        "when": when,
        "size": 258_048,
        "people": 28,
        "pairs": 9,
        "sessions": 90,
        "file_uuid": "a",
        "verified": True,
    }
    return Copy(**{**values, **changes})  # type: ignore[arg-type]


def test_a_few_copies_say_their_day_and_many_have_heads() -> None:
    days = (0, 0, 1, 3, 13, 14, 20, 400)
    rows = [Row(copy(100 - place, NOW - timedelta(days=days_ago))) for place, days_ago in enumerate(days)]
    assert [title(row, TODAY, grouped=False) for row in rows[:4]] == ["Hoy, 16:40", "Hoy, 16:40", "Ayer, 16:40", "sáb 9 ene, 16:40"]
    found = lines(rows, TODAY)
    heads = [line.text for line in found if isinstance(line, Head)]
    assert heads == ["Hoy", "Ayer", "Sábado 9 de enero", "Miércoles 30 de diciembre", "Diciembre de 2026", "Diciembre de 2025"]
    assert title(rows[3], TODAY, grouped=True) == "16:40"
    assert title(rows[6], TODAY, grouped=True) == "mié 23 dic, 16:40"
    assert not any(isinstance(line, Head) for line in lines(rows[:7], TODAY))


def test_a_copy_of_a_wrong_clock_stands_where_its_number_puts_it() -> None:
    rows = merged([copy(3), copy(2, datetime(2099, 3, 1, 10, 0)), copy(1)], [])  # noqa: DTZ001 (wall time)
    assert [row.copy.sequence for row in rows] == [3, 2, 1]
    assert title(rows[1], TODAY, grouped=False) == "01/03/2099, 10:00"


def test_a_copy_in_both_places_is_listed_once_whatever_its_numbers() -> None:
    early, late = NOW - timedelta(hours=2), NOW - timedelta(hours=1)
    rows = merged([copy(40), copy(39, early)], [copy(3), copy(2, late), copy(1, early, size=1)])
    found = [(row.copy.sequence, row.where) for row in rows]
    assert found == [(40, Where.BOTH), (2, Where.SECOND), (1, Where.SECOND), (39, Where.FIRST)]


def test_everything_that_is_shown_is_said() -> None:
    row = Row(copy(1, encrypted=True), Where.SECOND, Sound.BAD)
    said = "Hoy, 16:40, 28 personas, 9 parejas, 90 sesiones, 258 kB, Solo en la segunda carpeta, Con contraseña, Dañada"
    assert row.spoken(TODAY) == said


@pytest.mark.parametrize(
    ("octets", "said"),
    [(0, "1 kB"), (999, "1 kB"), (258_048, "258 kB"), (3_140_000, "3,1 MB"), (2_000_000, "2 MB"), (1_500_000_000, "1,5 GB")],
)
def test_sizes_are_written_as_systems_show_them(octets: int, said: str) -> None:
    assert words.size(octets) == said


def test_figures_have_real_plurals() -> None:
    assert words.figures(1, 1, 1) == "1 persona, 1 pareja, 1 sesión"
    assert words.figures(28, 9, 0) == "28 personas, 9 parejas, sin sesiones"
    assert words.figures(0, 0, 0) == "nadie, sin parejas"
    assert words.total([1_550_000, 1_550_000]) == "2 copias, 3,1 MB"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "de hoy"),
        (date(2027, 1, 11), "de ayer"),
        (date(2026, 12, 27), "de hace 16 días"),
        (date(2026, 3, 1), "del 1 de marzo de 2026"),
    ],
)
def test_the_age_of_a_copy_is_said_as_one_says_it(day: date, said: str) -> None:
    assert words.age(day, TODAY) == said


@pytest.mark.parametrize("why", ["full", "permission", "read_only", "no_folder", "io", "copy_failed", "busy", "moved", "anything"])
def test_every_failure_has_its_sentence_and_its_remedy(why: str) -> None:
    assert words.failure(why).startswith("La última copia no ")
    assert words.remedy(why).endswith(".")
    assert words.second_failure(why).endswith(".")
