# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is said about a salvage: of how many, what is lacking, and how sure it is."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from revmentor_desktop.programme.recovery import Salvaged, SoundCopy, TableSalvage
from revmentor_desktop.ui.recovery import words
from revmentor_desktop.ui.words import tables

WHEN = datetime(2026, 11, 24, 16, 40)  # noqa: DTZ001 (wall time)
TODAY = date(2026, 11, 24)
WHOLE = Salvaged(
    path=Path("x"),
    when=WHEN,
    people=27,
    pairs=9,
    sessions=36,
    tables=(TableSalvage("person", 27, lost=1), TableSalvage("pair", 9), TableSalvage("session", 36, orphans=2)),
    proven=False,
    stray=0,
    loosened=0,
    known=True,
    file_uuid="u",
)


def test_figures_say_of_how_many() -> None:
    assert words.salvage_figures(WHOLE) == "27 de 28 personas, 9 parejas, 36 de 38 sesiones"


def test_what_is_lacking_is_named() -> None:
    notes = words.salvage_notes(WHOLE, None, TODAY)
    assert notes[0] == "3 filas no se pueden leer: personas y sesiones."
    assert "repásalo" in notes[-1]


def test_rows_of_the_copy_are_said_to_be_of_the_copy() -> None:
    lent = replace(WHOLE, people=28, sessions=38, tables=(TableSalvage("person", 28, lost=1, fetched=1), TableSalvage("session", 38)))
    notes = words.salvage_notes(lent, SoundCopy(Path("c"), WHEN, 28, 9, 30), TODAY)
    assert notes[0] == "1 fila ilegible se ha tomado de la copia de hoy a las 16:40."


def test_pages_that_nobody_knows_are_admitted() -> None:
    torn = replace(WHOLE, tables=(TableSalvage("site", 0, torn=True),))
    assert words.salvage_notes(torn, None, TODAY)[0] == "Puede que hubiera más que ya no se puede leer."


def test_a_proven_salvage_says_that_it_is_exact() -> None:
    proven = replace(WHOLE, tables=(), proven=True)
    assert words.salvage_notes(proven, None, TODAY) == ("Comprobado: es exactamente lo último que guardaste.",)


def test_each_kind_is_named_once() -> None:
    assert tables.kinds(name for name in ("closure", "site_local_day", "person", "meta")) == ("personas", "días sin sesiones")
