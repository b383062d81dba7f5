# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The calendar of a pair: the same dates as in the agreement, on one sheet."""

from datetime import datetime

import pytest

from revmentor_desktop.documents.agreement import agreement, page_count, pair_calendar, pair_calendar_pdf
from tests.documents.sample import LONGEST, data, text_of


def test_it_lists_the_same_sessions_as_the_agreement() -> None:
    made = pair_calendar(data())
    assert made.table.rows == agreement(data()).table.rows
    assert made.table.note == "punto 5 del acuerdo"


@pytest.mark.parametrize(("language", "title"), [("es", "Calendario de sesiones"), ("en", "Session calendar")])
def test_it_is_one_sheet_also_with_the_longest_name_and_twenty_sessions(language: str, title: str) -> None:
    rows = tuple((n, datetime(2027, 3, n, 9)) for n in range(1, 21))  # noqa: DTZ001 — wall time
    pdf = pair_calendar_pdf(data(language, mentor=LONGEST, sessions=rows))
    assert page_count(pdf) == 1
    assert title in text_of(pdf)
    assert pdf == pair_calendar_pdf(data(language, mentor=LONGEST, sessions=rows))
