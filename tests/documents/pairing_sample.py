# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Pairs and proposals for the papers that stay in the house."""

from dataclasses import replace
from datetime import date

from revmentor_desktop.documents.pairing import AloneFacts, ComparisonData, PairFacts, SheetData, ShownColumn, ShownPair, Topics
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import Person, PersonId
from tests.documents.sample import EDITION, FIRM, GONZALO, LUCIA

DAY = date(2027, 1, 12)
MONDAY_AND_THURSDAY = (Window(0, 960, 1080), Window(3, 960, 1080))
PAULA = Person(PersonId(3), 3, "Paula", "Cid Montero", department="Finanzas")
ANDREU = Person(PersonId(4), 4, "Andreu", "Vidal Roca", department="Compras")
FERMIN = Person(PersonId(5), 5, "Fermín", "Olmo Caballero", department="Producción")


def facts(**changes: object) -> PairFacts:
    """Lucía and Gonzalo."""
    base = PairFacts(
        mentor=LUCIA,
        mentee=GONZALO,
        state=PairState.PROPOSED,
        score=85.6,
        taught=Topics(("Venta en redes sociales", "Redes sociales profesionales")),
        given_back=Topics(("Hablar en público",)),
        windows=MONDAY_AND_THURSDAY,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def sheet(*pairs: PairFacts, **changes: object) -> SheetData:
    """A sheet of ``pairs``, with Fermín alone."""
    alone = (AloneFacts(FERMIN, Role.MENTEE, "no_shared_hours"),)
    return replace(SheetData(FIRM, EDITION, DAY, "es", pairs, alone), **changes)  # type: ignore[arg-type]


def somebody(number: int, name: str = "Ana", surname: str = "Gil Soto") -> Person:
    """One of many people."""
    return Person(PersonId(number), number, f"{name} {number}", surname, department="Administración y Finanzas")


def many(count: int) -> tuple[PairFacts, ...]:
    """Pairs of people that all differ."""
    return tuple(facts(mentor=somebody(2 * number), mentee=somebody(2 * number + 1)) for number in range(1, count + 1))


def column(title: str, *pairs: ShownPair, **changes: object) -> ShownColumn:
    """A proposal with two pairs unless others are given."""
    usual = (
        ShownPair(LUCIA, GONZALO, 85.6, differs=False, everywhere=True),
        ShownPair(PAULA, ANDREU, 63.2, differs=True, everywhere=False),
    )
    base = ShownColumn(title, pairs or usual, mentees=2, either=0, total=148.8, worst=63.2, left_out=(FERMIN,))
    return replace(base, **changes)  # type: ignore[arg-type]


def proposals(*columns: ShownColumn, **changes: object) -> ComparisonData:
    """Proposals side by side."""
    return replace(ComparisonData(FIRM, EDITION, DAY, "es", columns), **changes)  # type: ignore[arg-type]
