# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Columns recognised by heading, and changed by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.exchange.columns import FIELDS, heading_row, mapping_from_json, recognise, require
from revmentor_desktop.exchange.errors import TableError
from revmentor_desktop.exchange.headings import ASKED, EXACT

GOOGLE = {
    "Marca temporal": "answered_on",
    "Dirección de correo electrónico": "email",
    "Nombre y apellidos": "full_name",
    "¿En qué departamento trabajas?": "department",
    "Puesto de trabajo": "position",
    "Nivel jerárquico (1-5)": "level",
    "¿Quién es tu jefe/a directo/a?": "boss",
    "Centro de trabajo": "site",
    "¿Cómo quieres participar?": "role",
    "¿Por qué te interesa participar?": "motivation",
    "¿Qué te gustaría aprender?": "wants",
    "¿Qué puedes aportar o enseñar?": "offers",
    "¿Cuándo puedes reunirte?": "windows",
    "Modalidad (presencial, virtual o mixta)": "modality",
    "Idiomas que hablas": "languages",
    "¿Con cuántas personas a la vez?  ¿Cuántas parejas?": "capacity",
    "¿Con quién prefieres no ser emparejado/a?": "exclusions",
    "¿Qué esperas conseguir al final del programa?": "expectation",
    "He leído la información sobre protección de datos": "notice_date",
    "Ausencias previstas": "absences",
    "Franja de edad": "band",
    "Observaciones de RR. HH.": "private_notes",
    "¿Qué opinas de la cafetería?": "",
}
ENGLISH = {
    "Timestamp": "answered_on",
    "Email Address": "email",
    "First name": "first_name",
    "Last Name *": "last_name",
    "Job title": "position",
    "Team": "department",
    "Line manager": "boss",
    "Which topics would you like to learn?": "wants",
    "What can you teach?": "offers",
    "When can you meet?": "windows",
    "Why do you want to join?": "motivation",
    "Take part as": "role",
    "GDPR notice": "notice_date",
}


@pytest.mark.parametrize("form", [GOOGLE, ENGLISH], ids=["google", "english"])
def test_the_headings_of_online_forms_are_recognised(form: dict[str, str]) -> None:
    headings = list(form)
    found = {headings[column]: field for field, column in recognise(headings).items()}
    assert found == {heading: field for heading, field in form.items() if field}


def test_accents_case_and_punctuation_do_not_matter() -> None:
    assert dict(recognise(["NOMBRE:", " Apellidos* ", "Jefe/a directo/a", "quiere_aprender", "E-MAIL"])) == {
        "first_name": 0,
        "last_name": 1,
        "boss": 2,
        "wants": 3,
        "email": 4,
    }


def test_a_name_without_surnames_beside_it_is_the_whole_name() -> None:
    assert dict(recognise(["Nombre", "Correo"])) == {"full_name": 0, "email": 1}
    assert dict(recognise(["Nombre completo", "Nombre", "Apellidos"])) == {"first_name": 1, "last_name": 2}


def test_microsofts_forms_answer_with_the_asked_columns_and_not_the_accounts() -> None:
    headings = [
        "Id",
        "Hora de inicio",
        "Hora de finalización",
        "Correo electrónico",
        "Nombre",
        "Nombre1",
        "Apellidos",
        "Correo electrónico2",
    ]
    assert dict(recognise(headings)) == {"answered_on": 2, "first_name": 5, "last_name": 6, "email": 7}


def test_no_synonym_belongs_to_two_fields_and_all_fields_are_known() -> None:
    synonyms = [synonym for group in EXACT.values() for synonym in group]
    assert len(synonyms) == len(set(synonyms))
    assert set(EXACT) == set(FIELDS)
    assert {field for field, _pattern in ASKED} - {""} <= set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_recognised_by_its_own_name_and_each_synonym(field: str) -> None:
    for heading in (field, *EXACT[field]):
        found = recognise([heading, "apellidos"] if field == "first_name" else [heading])
        assert found.get(field) == 0, heading


def test_the_heading_is_the_row_with_most_known_words() -> None:
    rows = [["Programa de mentoring", ""], ["", ""], ["Nombre", "Apellidos"], ["Ana", "Gil"]]
    assert heading_row(rows) == (2, 2)
    assert heading_row([["", ""], ["x", "y"]]) == (1, 0)


def test_a_map_corrects_what_was_recognised_and_null_leaves_out() -> None:
    headings = ["Nombre", "Apellidos", "Quién manda", "Responsable"]
    found = mapping_from_json(json.dumps({"boss": "quién MANDA", "site": None}), headings)
    assert dict(found) == {"first_name": 0, "last_name": 1, "boss": 2}
    assert dict(mapping_from_json({"motivation": "Responsable"}, headings)) == {"first_name": 0, "last_name": 1, "motivation": 3}
    assert "boss" not in mapping_from_json({"boss": None}, headings)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("{", "", "not_json"),
        ("[]", "", "not_json"),
        ('{"phone": "Nombre"}', "phone", "field"),
        ('{"email": "Teléfono"}', "Teléfono", "heading"),
        ('{"email": 3}', "email", "heading"),
    ],
)
def test_a_map_that_names_nothing_known_is_refused_with_the_name(text: str, name: str, why: str) -> None:
    with pytest.raises(TableError, match="columns") as refusal:
        mapping_from_json(text, ["Nombre"])
    assert dict(refusal.value.data) == {"name": name, "why": why}


def test_a_table_that_names_nobody_says_which_columns_it_lacks() -> None:
    with pytest.raises(TableError) as refusal:
        require({"email": 0, "first_name": 1})
    assert (refusal.value.code, refusal.value.data["columns"]) == ("missing_columns", ("last_name",))
    require({"full_name": 0})


@given(st.lists(st.text(max_size=30) | st.sampled_from([*GOOGLE, *ENGLISH]), max_size=12))
def test_each_column_answers_one_field_at_most(headings: list[str]) -> None:
    columns = list(recognise(headings).values())
    assert len(columns) == len(set(columns))


@given(st.text(max_size=60))
def test_a_map_of_any_text_is_read_or_refused(text: str) -> None:
    try:
        mapping_from_json(text, ["Nombre"])
    except TableError as refusal:
        assert refusal.code == "columns"


def test_a_map_is_understood_either_way_round() -> None:
    headings = ["A", "B", "C"]
    one = mapping_from_json({"first_name": "A", "last_name": "B", "email": "C"}, headings)
    assert mapping_from_json({"A": "first_name", "B": "last_name", "C": "email"}, headings) == one
