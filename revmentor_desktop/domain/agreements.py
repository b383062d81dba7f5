# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The paper a pair signs: its number, its language and its state."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import PairId

AgreementId = NewType("AgreementId", int)

_NUMBER = re.compile(r"\d{4}-P-\d{2,}")


class AgreementState(StrEnum):
    """Where an agreement stands."""

    DRAFT = "draft"
    PRINTED = "printed"
    SIGNED = "signed"
    SUPERSEDED = "superseded"


class DocumentLanguage(StrEnum):
    """Language of a document, which need not be the window's."""

    SPANISH = "es"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One version of a pair's agreement. ``number`` is year-P-running number, never used twice by a firm.

    ``created_on`` gives the number's year and the date in the heading; from *printed* on, ``pdf`` keeps the
    bytes that were issued.
    """

    id: AgreementId
    pair_id: PairId
    number: str
    version: int
    created_on: date
    language: DocumentLanguage = DocumentLanguage.SPANISH
    state: AgreementState = AgreementState.DRAFT
    printed_on: date | None = None
    pdf: bytes = b""

    def __post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            raise DomainError("number", "malformed", number=self.number)


def number_for(year: int, running: int) -> str:
    """Return the number of the ``running``-th agreement of a year: ``2027-P-07``."""
    return f"{year}-P-{running:02d}"
