# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Rows as answers: what goes in, what is rejected whole, what is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop import resources
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Notice, NoticeWay, Role
from revmentor_desktop.exchange.answers import Parsed, TopicText, parse
from revmentor_desktop.exchange.columns import FIELDS, recognise
from revmentor_desktop.exchange.errors import Problem, TableError
from revmentor_desktop.exchange.spreadsheets import Table, read_table


def _parsed(headings: str, *rows: str) -> Parsed:
    names = tuple(headings.split("|"))
    table = Table(names, tuple(tuple(row.split("|")) for row in rows), 2)
    return parse(table, recognise(names))


def _named(problems: tuple[Problem, ...]) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.field, problem.code) for problem in problems]


def test_the_example_goes_in_whole() -> None:
    table = read_table(resources.path("example", "personas_ejemplo.csv"))
    parsed = parse(table, recognise(table.headings))
    assert (len(parsed.answers), parsed.rejected, parsed.problems) == (28, (), ())
    roles = [answers.role for answers in parsed.answers]
    assert [roles.count(role) for role in Role] == [12, 12, 4]
    lucia = parsed.answers[12]
    assert (lucia.row, lucia.first_name, lucia.last_name, lucia.capacity) == (14, "Lucía", "Serrano Pombo", 2)
    assert lucia.wants == (TopicText("Negociación", 2), TopicText("Hablar en público", 3))
    assert lucia.windows == (Window(0, 960, 1080), Window(2, 960, 1080), Window(3, 960, 1080))
    assert (lucia.languages, lucia.notice) == (("es", "en"), Notice(date(2027, 1, 11)))
    assert "notice" in lucia.present
    assert "absences" not in lucia.present


@pytest.mark.parametrize(
    ("row", "field", "code"),
    [
        ("|Gil|a@b.es", "first_name", "empty"),
        ("Ana||a@b.es", "last_name", "empty"),
        ("Ana|-|a@b.es", "last_name", "empty"),
        ("Ana|" + "x" * 121 + "|a@b.es", "last_name", "too_long"),
        ("Ana|Gil|ana.b.es", "email", "no_at"),
        ("Ana|Gil|ana@b", "email", "no_ending"),
        ("Ana|Gil|ana gil@b.es", "email", "malformed"),
        ("Ana|Gil|ana@b.es, luis@b.es", "email", "malformed"),
    ],
)
def test_a_row_without_name_or_with_a_broken_address_is_rejected_and_the_others_go_in(row: str, field: str, code: str) -> None:
    parsed = _parsed("nombre|apellidos|email", "Luis|Mas|luis@b.es", row, "||")
    assert _named(parsed.rejected) == [(3, field, code)]
    assert [answers.email for answers in parsed.answers] == ["luis@b.es"]


def test_the_same_address_with_different_answers_rejects_all_its_rows_and_says_which() -> None:
    parsed = _parsed("nombre|apellidos|email|puesto", "Ana|Gil|a@b.es|x", "Luis|Mas|l@b.es|y", "Ana|Gil|A@B.es|z")
    assert _named(parsed.rejected) == [(2, "email", "repeated_email"), (4, "email", "repeated_email")]
    assert dict(parsed.rejected[0].data) == {"email": "a@b.es", "rows": (2, 4)}
    assert [answers.row for answers in parsed.answers] == [3]


def test_an_equal_row_counts_once_and_is_said() -> None:
    parsed = _parsed("nombre|apellidos|email", "Ana|Gil|a@b.es", "Ana|Gil|A@b.es ")
    assert [answers.row for answers in parsed.answers] == [2]
    assert _named(parsed.problems) == [(3, "", "duplicate_row")]
    assert parsed.problems[0].data["same_as"] == 2


def test_two_people_without_address_and_the_same_name_both_go_in_and_are_said() -> None:
    parsed = _parsed("nombre|apellidos|departamento|puesto", "Ana|Gil|Ventas|x", "Ana|Gil|Ventas|y", "Ana|Gil|Compras|x")
    assert len(parsed.answers) == 3
    assert _named(parsed.problems) == [(2, "", "repeated_name"), (3, "", "repeated_name")]


def test_what_cannot_be_read_leaves_its_field_empty_and_is_named() -> None:
    headings = (
        "nombre|apellidos|nivel|modalidad|rol|quiere aprender|disponibilidad|idiomas|capacidad|rgpd|ausencias|franja de edad|rgpd via"
    )
    parsed = _parsed(headings, "Ana|Gil|alto|martes|quizá|Excel>7|mañanas|élfico|9|ayer|agosto|34|paloma")
    assert [(problem.field, problem.code) for problem in sorted(parsed.problems, key=lambda problem: problem.field)] == [
        ("absences", "bad_date"),
        ("band", "unknown_band"),
        ("capacity", "bad_capacity"),
        ("languages", "unknown_language"),
        ("level", "unknown_level"),
        ("modality", "unknown_modality"),
        ("notice_date", "bad_date"),
        ("notice_way", "unknown_notice_way"),
        ("role", "unknown_role"),
        ("wants", "bad_grade"),
        ("windows", "unreadable_hours"),
    ]
    (ana,) = parsed.answers
    assert (ana.level, ana.role, ana.windows, ana.notice, ana.wants) == (None, None, (), None, (TopicText("Excel", 2),))
    assert all(problem.data["text"] for problem in parsed.problems)


def test_the_address_cell_may_say_that_there_is_none() -> None:
    rows = ("Ana|Gil|", "Luis|Mas|no usa correo", "Eva|Ruiz|#12", "Pau|Roca|anonymous", "Noa|Vila|Noa Vila <Noa@B.es>")
    parsed = _parsed("nombre|apellidos|email", *rows)
    assert [(answers.email, answers.uses_email, answers.code) for answers in parsed.answers] == [
        (None, True, None),
        (None, False, None),
        (None, False, 12),
        (None, True, None),
        ("noa@b.es", True, None),
    ]


def test_a_tick_in_an_online_form_counts_on_the_day_of_its_stamp() -> None:
    headings = "Marca temporal|Nombre y apellidos|Protección de datos"
    parsed = _parsed(
        headings, "11/01/2027 9:30:12|Ana Gil|Sí, la he leído", "|Luis Mas|Sí", "11/01/2027|Eva Ruiz|No", "|Pau Roca|2027-01-12"
    )
    notices = [answers.notice for answers in parsed.answers]
    assert notices == [Notice(date(2027, 1, 11), NoticeWay.SCREEN), None, None, Notice(date(2027, 1, 12), NoticeWay.PAPER)]
    assert _named(parsed.problems) == [(3, "notice_date", "notice_without_date")]


def test_a_whole_name_is_parted_and_one_word_is_no_surname() -> None:
    parsed = _parsed("Nombre completo|Email", "Peña Gil, Ana|a@b.es", "Luis|l@b.es", "Juan Pérez Gil López|j@b.es")
    assert [(answers.first_name, answers.last_name) for answers in parsed.answers] == [("Ana", "Peña Gil"), ("Juan Pérez", "Gil López")]
    assert _named(parsed.rejected) == [(3, "last_name", "empty")]
    assert _named(parsed.problems) == [(4, "full_name", "guessed_name")]
    assert {"first_name", "last_name"} <= parsed.answers[0].present


def test_texts_past_their_limit_are_cut_and_named() -> None:
    parsed = _parsed("nombre|apellidos|departamento|motivacion", f"Ana|Gil|{'d' * 121}|{'m' * 4001}")
    assert _named(parsed.problems) == [(2, "department", "too_long"), (2, "motivation", "too_long")]
    assert (len(parsed.answers[0].department), len(parsed.answers[0].motivation)) == (120, 4000)


def test_a_table_that_names_nobody_is_refused() -> None:
    with pytest.raises(TableError, match="missing_columns"):
        _parsed("email|puesto", "a@b.es|x")


def test_nobody_and_dashes_are_no_answers() -> None:
    (ana,) = _parsed("nombre|apellidos|responsable|no emparejar con|disponibilidad|rol", "Ana|Gil|-|Nadie|n/a|—").answers
    assert (ana.boss, ana.exclusions, ana.windows, ana.role) == ("", (), (), None)


@given(st.lists(st.lists(st.text(max_size=25), min_size=len(FIELDS), max_size=len(FIELDS)), max_size=3))
def test_any_texts_at_all_are_answers_rejections_or_nothing(rows: list[list[str]]) -> None:
    table = Table(FIELDS, tuple(tuple(row) for row in rows), 2)
    parsed = parse(table, {field: column for column, field in enumerate(FIELDS)})
    counted = {answers.row for answers in parsed.answers} | {problem.row for problem in parsed.rejected}
    assert counted <= set(range(2, 2 + len(rows)))
    assert all(answers.first_name and answers.last_name for answers in parsed.answers)
