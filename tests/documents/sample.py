# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One pair of the design's pictures, and ways to read a PDF back."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from pypdf import PdfReader

from revmentor_desktop.documents.agreement import AgreementData
from revmentor_desktop.documents.content import page
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.editions import Edition, EditionId, Firm
from revmentor_desktop.domain.people import Person, PersonId

FIRM = Firm(
    "Talleres Albor, S. L.",
    town="Zaragoza",
    tax_number="B00000000",
    hr_name="Pilar Casanova Ruiz",
    hr_position="Responsable de RR. HH.",
    hr_email="rrhh@talleresalbor.example.com",
)
EDITION = Edition(EditionId(1), "Piloto 2027", date(2027, 2, 15), date(2027, 8, 13))
LUCIA = Person(PersonId(1), 1, "Lucía", "Serrano Pombo", department="Marketing", position="Técnica de marketing digital")
GONZALO = Person(PersonId(2), 2, "Gonzalo", "Prieto Salas", department="Comercial", position="Jefe de ventas nacional")
LONGEST = replace(
    LUCIA,
    first_name="María de los Ángeles",
    last_name="Fernández-Villaverde y Martínez de Irujo",
    position="Responsable de Administración y Relaciones con Clientes Internacionales",
)
_DAYS = ((2, 22), (3, 11), (4, 1), (4, 19), (5, 6), (5, 24), (6, 10), (6, 24), (7, 8), (7, 22))
SESSIONS = tuple((number, datetime(2027, month, day, 16)) for number, (month, day) in enumerate(_DAYS, 1))  # noqa: DTZ001 — wall time


def data(language: str = "es", **changes: object) -> AgreementData:
    """What the agreement of the pictures is made from."""
    base = AgreementData(
        firm=FIRM,
        edition=EDITION,
        number="2027-P-07",
        version=1,
        created_on=date(2027, 2, 8),
        language=DocumentLanguage(language),
        mentor=LUCIA,
        mentee=GONZALO,
        mentor_site="Pamplona",
        mentee_site="Madrid",
        taught=("Venta en redes sociales", "Redes sociales profesionales"),
        given_back=("Hablar en público",),
        mentee_goal="publicar por sí mismo en el perfil de la empresa",
        mentor_goal="Presentar un plan ante el comité de dirección.",
        sessions=SESSIONS,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def spaced(text: str) -> str:
    """``text`` with every kind of space as one plain space."""
    return " ".join(text.split())


def text_of(pdf: bytes) -> str:
    """All words of a PDF in the order in which they are drawn."""
    return spaced(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages))


def sentences(agreement: page.Agreement, key: str) -> str:
    """What one clause says, in one string with plain spaces."""
    clause = next(clause for clause in agreement.clauses if clause.key == key)
    return spaced(" | ".join(page.words_of(clause.body)))
