# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pairing sheet: what it says of criteria, pairs, teams and people without, and how it stands on its pages."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from revmentor_desktop.documents.agreement import page_count
from revmentor_desktop.documents.content import page
from revmentor_desktop.documents.pairing import AloneFacts, PairFacts, Topics, pairing_sheet, pairing_sheet_pdf
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block, Forced, PairState
from tests.documents.pairing_sample import ANDREU, FERMIN, PAULA, facts, many, sheet, somebody
from tests.documents.sample import EDITION, FIRM, GONZALO, LONGEST, LUCIA, spaced, text_of
from tests.documents.test_agreement_pdf import PAYLOADS, fonts_of

REASON = "La dirección de Pamplona lo ha pedido y las dos partes están de acuerdo"


def words_of(pdf: bytes, number: int) -> str:
    """The words of one page."""
    return spaced(PdfReader(BytesIO(pdf)).pages[number].extract_text())


def test_the_criteria_stand_with_their_weights_and_the_minimum_apart() -> None:
    made = pairing_sheet(sheet(facts()))
    assert made.weights == (
        ("40", "Aprende"),
        ("20", "Aporta"),
        ("15", "Horario en común"),
        ("10", "Distancia jerárquica"),
        ("10", "Otro departamento"),
        ("5", "Facilidad"),
    )
    assert made.least == ("Mínimo", "40", "para proponer")


def test_a_pair_says_points_topics_both_ways_hours_and_state() -> None:
    (team,) = pairing_sheet(sheet(facts())).teams
    (line,) = team.lines
    assert (team.mentor, team.department, team.label) == ("Lucía Serrano Pombo", "Marketing", "")
    assert (line.mentee, line.points, line.state) == ("Gonzalo Prieto Salas", "86", "Propuesta")
    assert line.taught == ("Venta en redes sociales", "redes sociales profesionales")
    assert line.given_back == ("Hablar en público",)
    assert line.hours == ("Lunes y jueves 16:00–18:00",)


def test_a_mentor_with_several_mentees_is_one_team_with_the_mentees_under_one_another() -> None:
    made = pairing_sheet(sheet(facts(), facts(mentee=ANDREU), facts(mentor=PAULA, mentee=FERMIN)))
    assert [(team.mentor, [line.mentee for line in team.lines], team.label) for team in made.teams] == [
        ("Lucía Serrano Pombo", ["Andreu Vidal Roca", "Gonzalo Prieto Salas"], "Equipo de mentoring"),
        ("Paula Cid Montero", ["Fermín Olmo Caballero"], ""),
    ]
    assert made.summary.startswith("3 parejas · 1 equipo · 1 persona sin pareja")
    assert text_of(pairing_sheet_pdf(sheet(facts(), facts(mentee=ANDREU)))).count("Lucía Serrano Pombo") == 1


def test_a_completed_pair_beside_a_present_one_makes_no_team() -> None:
    (team,) = pairing_sheet(sheet(facts(), facts(mentee=ANDREU, state=PairState.COMPLETED))).teams
    assert team.label == ""
    assert [line.state for line in team.lines] == ["Completada", "Propuesta"]


def test_warnings_say_whether_they_were_read() -> None:
    (team,) = pairing_sheet(sheet(facts(warnings=(("same_chain", True), ("one_window", False))))).teams
    assert [spaced(note) for note in team.lines[0].notes] == ["Misma cadena ✓", "Una sola franja"]


@pytest.mark.parametrize(("then", "notes"), [(85.7, ()), (None, ()), (71.0, ("71 puntos al aceptarse",))])
def test_the_points_at_acceptance_are_said_when_they_read_otherwise(then: float | None, notes: tuple[str, ...]) -> None:
    (team,) = pairing_sheet(sheet(facts(state=PairState.ACCEPTED, accepted_score=then))).teams
    assert team.lines[0].notes == notes


def test_a_forced_pair_says_the_rules_and_the_reason() -> None:
    (team,) = pairing_sheet(sheet(facts(windows=(), forced=Forced((Block.HOURS, Block.CAPACITY), REASON)))).teams
    assert team.lines[0].hours == ("Ninguno",)
    assert spaced(page.said(team.lines[0].forced)) == f"Forzada: sin horario en común; sin plaza libre — {REASON}."


def test_topics_that_only_come_near_are_said_to_and_none_is_said() -> None:
    (team,) = pairing_sheet(sheet(facts(taught=Topics(("Negociación",), near=True), given_back=Topics()))).teams
    assert team.lines[0].taught == ("afín: Negociación",)
    assert team.lines[0].given_back == ("nada de lo que pide",)


def test_many_stretches_of_hours_are_counted_after_the_first() -> None:
    windows = tuple(Window(day, 540 + 60 * day, 660 + 60 * day) for day in range(4))
    (team,) = pairing_sheet(sheet(facts(windows=windows))).teams
    assert team.lines[0].hours == ("Lunes 09:00–11:00", "y 3 franjas más")


def test_people_without_a_pair_stand_by_name_with_a_plain_reason() -> None:
    alone = (AloneFacts(FERMIN, Role.MENTEE, "no_shared_hours"), AloneFacts(ANDREU, Role.EITHER, "open"), AloneFacts(PAULA, None, "draft"))
    made = pairing_sheet(sheet(alone=alone))
    assert [(line.name, line.role, line.reason) for line in made.alone] == [
        ("Andreu Vidal Roca", "Enseñar o aprender", "Pareja por decidir"),
        ("Fermín Olmo Caballero", "Aprender", "No coincide en horario con nadie"),
        ("Paula Cid Montero", "–", "Inscripción sin terminar"),
    ]
    assert made.empty == "Todavía no hay ninguna pareja formada."


def test_thirteen_pairs_stand_on_one_page_that_says_it_is_internal() -> None:
    pdf = pairing_sheet_pdf(sheet(*many(13), alone=()))
    assert page_count(pdf) == 1
    text = text_of(pdf)
    for words in (
        "Talleres Albor, S. L.",
        "Piloto 2027",
        "Uso interno",
        "12 de enero de 2027",
        "solo para RR. HH. y dirección",
        "Página 1 de 1",
    ):
        assert words in text
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_many_pairs_flow_on_with_their_heads_and_no_row_alone() -> None:
    pdf = pairing_sheet_pdf(sheet(*many(125), alone=tuple(AloneFacts(somebody(900 + n), Role.MENTOR, "surplus_mentor") for n in range(40))))
    pages = [words_of(pdf, number) for number in range(page_count(pdf))]
    assert 8 <= len(pages) <= 12
    for number, words in enumerate(pages, 1):
        assert f"Página {number} de {len(pages)}" in words
        pairs, alone = words.count("16:00–18:00"), words.count("Hay más personas que enseñan")
        assert ("Persona mentorizada" in words) == (pairs > 0)
        assert ("Por qué" in words) == (alone > 0)
        assert 1 not in (pairs, alone)
    assert all("Uso interno" in words for words in pages)
    assert sum(words.count("16:00–18:00") for words in pages) == 125


def test_a_team_taller_than_a_page_goes_on_under_its_mentor() -> None:
    pdf = pairing_sheet_pdf(sheet(*(facts(mentee=somebody(number)) for number in range(40, 80)), alone=()))
    assert page_count(pdf) == 3
    assert all("Lucía Serrano Pombo" in words_of(pdf, number) for number in range(3))
    assert ["continúa" in words_of(pdf, number) for number in range(3)] == [False, True, True]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_longest_names_topics_and_reasons_are_printed_whole(language: str) -> None:
    topic = "Cómo presentar a personas muy distintas un asunto que nadie entiende a la primera"
    long = facts(
        mentor=LONGEST, mentee=replace(LONGEST, id=ANDREU.id), taught=Topics((topic, topic)), forced=Forced((Block.HOURS,), "razón " * 600)
    )
    text = text_of(pairing_sheet_pdf(sheet(long, language=language)))
    assert text.count("María de los Ángeles Fernández-Villaverde y Martínez de Irujo") == 2
    assert f"{topic} +1" in text
    assert text.count("razón") == 600
    assert "…" not in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_type_is_printed_literally(payload: str) -> None:
    someone = replace(LUCIA, first_name=payload, last_name="", department=payload)
    typed = facts(
        mentor=someone,
        mentee=replace(someone, id=GONZALO.id),
        taught=Topics((payload,)),
        forced=Forced((Block.HOURS,), f"{payload} y más razones"),
    )
    firm = replace(FIRM, name=payload, town=payload, programme_name=payload)
    alone = (AloneFacts(someone, Role.MENTEE, "open"),)
    pdf = pairing_sheet_pdf(sheet(typed, firm=firm, edition=replace(EDITION, name=payload), alone=alone))
    assert "".join(text_of(pdf).split()).count("".join(payload.split())) >= 11
    assert not any("/Annots" in each or each.images for each in PdfReader(BytesIO(pdf)).pages)


def test_names_in_letters_of_all_europe_are_printed() -> None:
    names = ("Łukasz Żółć", "Ștefan Țăran", "Ευάγγελος Παππάς", "Георги Ангелов", "Þórdís Ðæ", "Győző Őry")
    pairs: list[PairFacts] = [facts(mentor=somebody(n, name, ""), mentee=somebody(50 + n)) for n, name in enumerate(names, 10)]
    text = text_of(pairing_sheet_pdf(sheet(*pairs)))
    assert all(name in text for name in names)
    assert "□" not in text


def test_the_same_data_give_the_same_bytes_in_embedded_faces() -> None:
    pdf = pairing_sheet_pdf(sheet(facts()))
    assert pdf == pairing_sheet_pdf(sheet(facts()))
    assert pdf != pairing_sheet_pdf(sheet(facts(score=12.0)))
    for each in PdfReader(BytesIO(pdf)).pages:
        assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts_of(each))


def test_a_sheet_with_nobody_on_it_is_a_page_that_says_so() -> None:
    text = text_of(pairing_sheet_pdf(sheet(alone=())))
    assert "Todavía no hay ninguna pareja formada." in text
    assert "Sin pareja" not in text
