# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Dates, numbers and joined names as Spanish and English write them."""

from datetime import date

import pytest

from revmentor_desktop import i18n
from revmentor_desktop.i18n import formats

DAY = date(2027, 2, 22)


def test_dates_in_spanish_and_english() -> None:
    assert formats.long_date(DAY, "es") == "22 de febrero de 2027"
    assert formats.long_date(DAY, "en") == "22 February 2027"
    assert formats.weekday_date(DAY, "es") == "lunes 22 de febrero"
    assert formats.short_weekday_date(DAY, "es") == "lun 22 feb"
    assert formats.short_weekday_date(DAY, "en") == "Mon 22 Feb"
    assert formats.month_and_year(DAY, "es") == "Febrero de 2027"
    assert formats.numeric_date(DAY, "es") == "22/02/2027"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (13300, 0, "13\N{NO-BREAK SPACE}300"),
        (1234, 0, "1234"),
        (4.44, 1, "4,4"),
        (702.65, 2, "702,65"),
        (0, 0, "0"),
        (-12000, 0, "-12\N{NO-BREAK SPACE}000"),
    ],
)
def test_numbers_in_spanish_part_thousands_by_a_space_from_five_digits_on(value: float, decimals: int, text: str) -> None:
    assert formats.number(value, "es", decimals) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Sara"], "Sara"),
        (["Lucía", "Gonzalo"], "Lucía y Gonzalo"),
        (["Sara", "Itziar"], "Sara e Itziar"),
        (["Sara", "Íñigo"], "Sara e Íñigo"),
        (["Sara", "Hilario"], "Sara e Hilario"),
        (["agua", "hielo"], "agua y hielo"),
        (["Sara", "Iago"], "Sara y Iago"),
        (["Marcos", "Paula", "Lucía"], "Marcos, Paula y Lucía"),
    ],
)
def test_names_are_joined_as_they_are_said(names: list[str], text: str) -> None:
    assert formats.joined(names, "es") == text


def test_the_language_of_a_document_is_not_that_of_the_window() -> None:
    i18n.use("es")
    assert i18n.words("en").gettext("Pairs") == "Pairs"
    assert i18n.words("es").gettext("Pairs") == "Parejas"
    assert i18n.current() == "es"
    with pytest.raises(ValueError, match="fr"):
        i18n.use("fr")
