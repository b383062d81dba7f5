# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the agreement says, as data, before anything is drawn."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from revmentor_desktop.documents.agreement import agreement
from revmentor_desktop.documents.content import page
from revmentor_desktop.domain.editions import LegalBasis
from revmentor_desktop.domain.enrolments import Modality
from tests.documents.sample import EDITION, FIRM, GONZALO, LUCIA, data, sentences, spaced


def test_the_ten_clauses_come_in_the_order_of_the_domain() -> None:
    titles = [spaced(clause.title) for clause in agreement(data()).clauses]
    assert titles == [
        "Partes",
        "Objeto",
        "Objetivos de la pareja",
        "Compromisos",
        "Calendario y modalidad",
        "Confidencialidad",
        "Seguimiento",
        "Duración y fin anticipado",
        "Protección de datos",
        "Firmas",
    ]


def test_the_heading_and_the_foot_say_firm_number_place_and_date() -> None:
    made = agreement(data())
    assert spaced(made.heading.firm) == "Talleres Albor, S. L."
    assert made.heading.programme == "Programa de mentoring inverso · Piloto 2027"
    assert spaced(made.heading.place_and_date) == "Zaragoza, 8 de febrero de 2027"
    assert made.heading.initials == "TA"
    assert made.foot.note == "2027-P-07 · v1 · Documento interno y confidencial"


def test_parties_carry_name_post_and_department() -> None:
    said = sentences(agreement(data()), "parties")
    assert "Persona mentora | Lucía Serrano Pombo | Técnica de marketing digital | Marketing · Pamplona" in said
    assert "Por la empresa | Pilar Casanova Ruiz | Responsable de RR. HH. | Coordina el programa" in said


def test_the_calendar_clause_reads_as_in_the_reference() -> None:
    assert sentences(agreement(data()), "calendar") == (
        "10 sesiones de 60 minutos, por videollamada, entre el 15 de febrero y el 13 de agosto de 2027. Las fechas se recogen en la tabla "
        "de sesiones y pueden moverse: basta avisar con 24 horas y celebrar la sesión dentro de las dos semanas siguientes. Si tres "
        "sesiones seguidas no llegan a celebrarse, la pareja lo hablará con RR. HH."
    )


def test_the_english_calendar_clause_reads_as_in_the_reference() -> None:
    assert sentences(agreement(data("en")), "calendar") == (
        "10 sessions of 60 minutes, by video call, between 15 February and 13 August 2027. The dates are kept in the table of sessions and "
        "may be moved: it is enough to give 24 hours’ notice and hold the session within the following two weeks. If three sessions in a "
        "row are not held, the pair will talk to HR."
    )


@pytest.mark.parametrize(
    ("modality", "site", "words"),
    [
        (Modality.VIRTUAL, "Pamplona", "por videollamada"),
        (Modality.MIXED, "Pamplona", "presenciales o por videollamada"),
        (Modality.IN_PERSON, "Pamplona", "presenciales en el centro de Pamplona"),
        (Modality.IN_PERSON, "Madrid", "presenciales"),
        ("in_person", "", "presenciales"),
    ],
)
def test_the_modality_is_said_as_it_is(modality: str, site: str, words: str) -> None:
    said = sentences(agreement(data(modality=modality, mentor_site="Pamplona", mentee_site=site)), "calendar")
    assert said.startswith(f"10 sesiones de 60 minutos, {words}, entre")


def test_a_single_session_is_said_in_the_singular() -> None:
    said = sentences(agreement(data(sessions=((1, None),), modality=Modality.IN_PERSON)), "calendar")
    assert said.startswith("1 sesión de 60 minutos, presencial, entre")


def test_a_plan_over_new_year_says_both_years() -> None:
    made = agreement(data(first_day=date(2026, 11, 2), sessions=((1, datetime(2026, 12, 30, 9)), (2, datetime(2027, 1, 7, 9)))))  # noqa: DTZ001
    assert "entre el 2 de noviembre de 2026 y el 13 de agosto de 2027" in sentences(made, "calendar")
    assert [row.day for row in made.table.rows] == ["mié 30/12/26", "jue 07/01/27"]


def test_names_are_joined_as_spanish_joins_them() -> None:
    said = sentences(agreement(data(mentor=replace(LUCIA, first_name="Sara"), mentee=replace(GONZALO, first_name="Itziar"))), "object")
    assert said.startswith("Sara e Itziar acuerdan")


def test_two_people_of_the_same_first_name_are_told_apart() -> None:
    said = sentences(agreement(data(mentee=replace(GONZALO, first_name="Lucía"))), "goals")
    assert "Lucía Serrano enseña a Lucía Prieto" in said


def test_a_goal_that_is_a_verb_runs_on_and_any_other_follows_a_colon() -> None:
    said = sentences(agreement(data(mentor_goal="Quiero un plan para RR. HH.")), "goals")
    assert (
        "Al terminar, Gonzalo quiere publicar por sí mismo en el perfil de la empresa. Objetivo de Lucía: Quiero un plan para RR. HH."
        in said
    )
    english = sentences(agreement(data("en", mentor_goal="To present a plan")), "goals")
    assert english.endswith("Lucía wants to present a plan.")


def test_what_nobody_has_typed_is_a_line_to_fill_and_never_a_brace() -> None:
    firm = replace(FIRM, hr_name="", hr_position="", hr_email="", tax_number="", town="")
    made = agreement(data(firm=firm, mentee_goal="", mentor_goal="", taught=(), given_back=()))
    goals = made.clauses[2].body
    assert isinstance(goals[0], page.Columns)
    assert [column.blanks for column in goals[0].columns] == [2, 2]
    assert [type(block) for block in goals[1:]] == [page.FillIn, page.FillIn]
    assert spaced(made.heading.place_and_date) == "8 de febrero de 2027"
    assert "portabilidad: ……" in sentences(made, "data")
    assert not any(brace in sentences(made, clause.key) for clause in made.clauses for brace in "{}")


def test_the_confidentiality_clause_has_its_three_exceptions() -> None:
    said = sentences(agreement(data()), "confidentiality")
    assert all(words in said for words in ("lo exija la ley", "seguridad de alguien", "protocolo de acoso"))


@pytest.mark.parametrize(
    ("basis", "words"), [(LegalBasis.LEGITIMATE_INTEREST, "interés legítimo"), (LegalBasis.CONSENT, "consentimiento, que puede retirarse")]
)
def test_data_protection_says_who_why_how_long_and_whom_to_ask(basis: LegalBasis, words: str) -> None:
    said = sentences(agreement(data(firm=replace(FIRM, legal_basis=basis, retention_months=12))), "data")
    assert said.startswith(
        f"Responsable: Talleres Albor, S. L., NIF B00000000. Finalidad: organizar, acompañar y evaluar el programa. Base jurídica: {words}"
    )
    assert "Conservación: 12 meses desde" in said
    assert "rrhh@talleresalbor.example.com. Reclamaciones" in said


def test_no_sentence_ends_with_two_full_stops() -> None:
    firm = replace(FIRM, name="Ruiz y Cía.", tax_number="")
    for language in ("es", "en"):
        made = agreement(data(language, firm=firm, mentee_goal="Trabajar mejor con RR. HH."))
        assert not any(".." in sentences(made, clause.key) for clause in made.clauses)


def test_abbreviations_never_part_at_the_end_of_a_line() -> None:
    made = agreement(data())
    everything = " ".join(words for clause in made.clauses for words in page.words_of(clause.body)) + made.heading.firm
    assert "RR. HH." not in everything
    assert "S. L." not in everything
    assert "RR.\u00a0HH." in everything
    assert "art.\u00a06" in everything


def test_the_table_lists_the_sessions_with_the_titles_of_the_guide() -> None:
    table = agreement(data()).table
    assert (table.title, table.note) == ("Sesiones previstas", "punto 5")
    assert table.rows[0] == page.SessionRow("1", "lun 22 feb", "16:00", "Conocerse y ponerse de acuerdo")
    assert table.rows[9].title == "Cierre y siguientes pasos"
    assert agreement(data("en")).table.rows[1] == page.SessionRow("2", "Thu 11 Mar", "16:00", "Starting point and goals")


def test_without_a_plan_the_table_has_the_rows_of_the_edition_without_dates() -> None:
    rows = agreement(data(sessions=(), edition=replace(EDITION, sessions=4))).table.rows
    assert [(row.number, row.day, row.hour) for row in rows] == [(str(n), "", "") for n in range(1, 5)]
    assert [row.title for row in rows][2:] == ["Revisión intermedia", "Cierre y siguientes pasos"]
