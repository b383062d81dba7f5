# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Single cells: words of role, level, mode, topics, days and names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.availability import Absence
from revmentor_desktop.domain.enrolments import Modality, NoticeWay, Role
from revmentor_desktop.domain.people import GenerationBand
from revmentor_desktop.exchange import cells
from revmentor_desktop.exchange.cells import TopicText
from revmentor_desktop.exchange.days import read_absences, read_day
from revmentor_desktop.exchange.names import split_name


@pytest.mark.parametrize(
    ("role", "texts"),
    [
        (Role.MENTOR, "mentor|Mentora|MENTOR/A|Mentor/a (júnior)|persona mentora|quiero enseñar"),
        (Role.MENTEE, "mentorizado|Mentorizada|mentorizado/a (sénior)|mentee|Quiero aprender|persona mentorizada"),
        (Role.EITHER, "ambos|Ambas|cualquiera|las dos|me da igual|both|either|mentor y mentorizado|Aprender y enseñar"),
        (None, "no quiero ser mentor|quizá|3|company"),
    ],
)
def test_words_of_role(role: Role | None, texts: str) -> None:
    assert {text: cells.read_role(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), role)


@pytest.mark.parametrize(
    ("level", "texts"),
    [
        (1, "1|1.0|júnior|Nivel 1|1 - júnior|becaria"),
        (2, "2|técnico|Técnica|técnico/a|specialist"),
        (3, "3|responsable|Encargada de turno|team lead|lead"),
        (4, "4|mando|Mando intermedio|manager|Jefa de compras"),
        (5, "5|dirección|Directora comercial|Gerente|director"),
        (None, "0|6|12|sénior|sin mando|2027-01-01"),
    ],
)
def test_words_of_level(level: int | None, texts: str) -> None:
    assert {text: cells.read_level(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), level)


@pytest.mark.parametrize(
    ("modality", "texts"),
    [
        (Modality.IN_PERSON, "presencial|in person|in_person|En persona"),
        (Modality.VIRTUAL, "virtual|On-line|en línea|por Teams|remoto"),
        (Modality.MIXED, "mixta|híbrida|me da igual|presencial o virtual|cualquiera|mixed"),
        (None, "martes"),
    ],
)
def test_words_of_modality(modality: Modality | None, texts: str) -> None:
    assert {text: cells.read_modality(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), modality)


@pytest.mark.parametrize(
    ("band", "texts"),
    [
        (GenerationBand.UP_TO_28, "up_to_28|hasta 28|Menos de 29|<= 28"),
        (GenerationBand.FROM_29, "29_to_43|29–43|de 29 a 43 años"),
        (GenerationBand.FROM_44, "44-59|44 a 59"),
        (GenerationBand.FROM_60, "60 o más|60+|más de 60|60_or_more"),
        (None, "34|51|joven"),
    ],
)
def test_words_of_age_band_but_never_an_age(band: GenerationBand | None, texts: str) -> None:
    assert {text: cells.read_band(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), band)


def test_capacity_is_one_to_three_in_figures_or_words() -> None:
    read = {text: cells.read_capacity(text) for text in ("1", "2 parejas", "hasta 3", "dos", "4", "0", "1 o 2", "x", "-1")}
    assert read == {"1": 1, "2 parejas": 2, "hasta 3": 3, "dos": 2, "4": None, "0": None, "1 o 2": None, "x": None, "-1": None}


def test_languages_are_codes_or_names_in_both_tongues() -> None:
    assert cells.read_languages("es, eu") == (("es", "eu"), ())
    assert cells.read_languages("Castellano, inglés (B2) y Catalán; English C1") == (("es", "en", "ca"), ())
    assert cells.read_languages("árabe / élfico") == (("ar",), ("élfico",))
    assert cells.read_languages("no") == ((), ("no",))


def test_ways_of_the_notice() -> None:
    read = [cells.read_notice_way(text) for text in ("papel", "En pantalla", "PDF rellenable", "formulario web", "paloma")]
    assert read == [NoticeWay.PAPER, NoticeWay.SCREEN, NoticeWay.PDF, NoticeWay.SCREEN, None]


@pytest.mark.parametrize(
    ("text", "topics", "bad"),
    [
        ("Negociación>2; Hablar en público>3", [("Negociación", 2), ("Hablar en público", 3)], []),
        ("Negociación (1)\nExcel: experto", [("Negociación", 1), ("Excel", 3)], []),
        ("Excel, Word", [("Excel", 2), ("Word", 2)], []),
        ("Ofimática (Excel, Word), Canva", [("Ofimática (Excel, Word)", 2), ("Canva", 2)], []),
        ("IA: uso diario|Excel>mucho", [("IA: uso diario", 2), ("Excel", 3)], []),
        ("Excel>9; Word>", [("Excel", 2), ("Word", 2)], ["Excel>9", "Word>"]),
        ("Excel>1; EXCEL>3", [("EXCEL", 3)], []),
        ("Excel>Nada; ; Word", [("Word", 2)], []),
        ("", [], []),
    ],
)
def test_topics_with_their_grade(text: str, topics: list[tuple[str, int]], bad: list[str]) -> None:
    assert cells.read_topics(text) == (tuple(TopicText(*topic) for topic in topics), tuple(bad))


def test_a_surname_with_a_comma_is_one_person_in_a_list() -> None:
    assert cells.listed_people("Peña Gil, Ana") == ("Peña Gil, Ana",)
    assert cells.listed_people("a@b.es, #12, Ana Gil") == ("a@b.es", "#12", "Ana Gil")
    assert cells.listed_people("Gil, Ana; Mas, Luis") == ("Gil, Ana", "Mas, Luis")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_from_each_of_its_spellings(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day.day}.{day.month}.{day.year}", f"{day} 09:30", serial):
        assert read_day(text) == day


@pytest.mark.parametrize("text", ["", "31/02/2027", "01/27/2027", "1999-12-31", "2027", "1", "mañana", "2027-01-11 y otro", "9999999"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


def test_long_days_are_read_in_both_languages() -> None:
    assert read_day("11 de enero de 2027") == read_day("11 January 2027") == date(2027, 1, 11)


@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    st.integers(0, 40),
    st.sampled_from(["{} a {}", "del {} al {}", "{}/{}", "{} – {}", "{} to {}"]),
)
def test_absences_are_read_from_their_two_days(day: date, length: int, spelling: str) -> None:
    end = day + timedelta(days=length)
    assert read_absences(spelling.format(day, end)) == ((Absence(day, end),), ())
    assert read_absences(f"{day:%d/%m/%Y}; agosto; {end} - {day - timedelta(days=1)}") == (
        (Absence(day, day),),
        ("agosto", f"{end} - {day - timedelta(days=1)}"),
    )


@pytest.mark.parametrize(
    ("whole", "first", "last", "guessed"),
    [
        ("Ana Gil", "Ana", "Gil", False),
        ("Peña Gil, Ana María", "Ana María", "Peña Gil", False),
        ("Ana Pérez Gil", "Ana", "Pérez Gil", False),
        ("José Luis Pérez", "José Luis", "Pérez", False),
        ("María del Carmen Pérez Gil", "María del Carmen", "Pérez Gil", False),
        ("Youssef El Amrani", "Youssef", "El Amrani", False),
        ("Santiago Ramón y Cajal", "Santiago", "Ramón y Cajal", False),
        ("María de la Torre", "María", "de la Torre", False),
        ("Juan Pérez Gil López", "Juan Pérez", "Gil López", True),
        ("Ana", "Ana", "", False),
        (",", "", "", False),
    ],
)
def test_a_whole_name_is_parted_by_the_customs_of_spain(whole: str, first: str, last: str, guessed: bool) -> None:
    split = split_name(whole)
    assert (split.first_name, split.last_name, split.guessed) == (first, last, guessed)


@given(st.lists(st.sampled_from(["Ana", "de", "la", "Gil", "y", "Peña", "José", "María"]), max_size=7))
def test_no_word_of_a_name_is_lost(words: list[str]) -> None:
    split = split_name(" ".join(words))
    assert f"{split.first_name} {split.last_name}".split() == words
