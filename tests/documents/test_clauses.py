# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Texts of clauses: fields, weights, lists, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.documents import clauses, guide
from revmentor_desktop.documents.agreement import agreement
from revmentor_desktop.documents.clauses import ClauseText
from revmentor_desktop.documents.content import page, wording
from revmentor_desktop.domain.errors import DomainError
from tests.documents.sample import data, sentences


def merged(text: str, **values: str) -> tuple[page.Block, ...]:
    return clauses.merged(ClauseText("object", "Objeto", text), values, "es")


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_original_clauses_are_ten_and_pass_their_own_check(language: str) -> None:
    texts = clauses.standard(language)
    assert tuple(text.key for text in texts) == clauses.KEYS
    for text in texts:
        clauses.check(text, language)


def test_a_field_that_does_not_exist_is_refused_by_its_name() -> None:
    with pytest.raises(DomainError) as refused:
        clauses.check(ClauseText("object", "Objeto", "Con {jefe}."), "es")
    assert (refused.value.field, refused.value.reason, refused.value.data["name"]) == ("clause", "unknown_field", "jefe")


def test_a_clause_of_another_name_or_without_title_is_refused() -> None:
    with pytest.raises(DomainError, match="unknown_clause"):
        clauses.check(ClauseText("other", "Otra", ""), "es")
    with pytest.raises(DomainError, match="empty_title"):
        clauses.check(ClauseText("object", " ", ""), "es")


def test_both_languages_have_the_same_fields() -> None:
    assert len(clauses.fields("es")) == len(clauses.fields("en")) == 20


def test_marks_of_a_clause_make_paragraphs_weights_lists_and_columns() -> None:
    blocks = merged("# {mentor}\n- uno\n- dos\n\nAntes **fuerte** y\nsigue.\n\nOtro.\n- suelto", mentor="Lucía")
    assert blocks == (
        page.Columns((page.Column("Lucía", (page.plain("uno"), page.plain("dos"))),)),
        page.Paragraph((page.Run("Antes "), page.Run("fuerte", strong=True), page.Run(" y sigue."))),
        page.Paragraph(page.plain("Otro.")),
        page.Bullets((page.plain("suelto"),)),
    )


def test_what_people_type_is_never_read_as_a_mark() -> None:
    assert merged("{mentor} enseña.", mentor="**Ana** {empresa}") == (page.Paragraph(page.plain("**Ana** {empresa} enseña.")),)


def test_a_changed_clause_takes_the_place_of_the_original() -> None:
    changed = ClauseText("confidentiality", "Secreto", "Nada sale de {pareja}.")
    made = agreement(data(clauses=(changed,)))
    assert made.clauses[5].title == "Secreto"
    assert sentences(made, "confidentiality") == "Nada sale de Lucía y Gonzalo."


def test_a_changed_clause_with_an_unknown_field_stops_the_agreement() -> None:
    with pytest.raises(DomainError, match="unknown_field"):
        agreement(data(clauses=(ClauseText("object", "Objeto", "{nada}"),)))


@given(st.text())
def test_any_value_comes_out_as_it_went_in(value: str) -> None:
    said = "".join(page.said(block.text) for block in merged("«{mentor}»", mentor=value) if isinstance(block, page.Paragraph))
    assert said == f"«{wording.bound(value or wording.BLANK)}»"


@given(st.text(alphabet="ab. ", max_size=12))
def test_a_sentence_ends_with_one_full_stop(text: str) -> None:
    ended = wording.sentence(text)
    assert not ended or ended.endswith(".")
    assert wording.sentence(ended) == ended


@pytest.mark.parametrize(
    ("goal", "verb"),
    [("publicar más", True), ("Perder el miedo", True), ("Taller de IA", False), ("IA", False), ("", False)],
)
def test_a_goal_is_known_to_begin_with_a_verb(goal: str, verb: bool) -> None:
    assert wording.starts_with_infinitive(goal, "es") is verb


@given(st.integers(1, 40))
def test_the_path_always_begins_with_meeting_and_ends_with_closing(count: int) -> None:
    titles = guide.titles("es", count)
    assert len(titles) == count
    assert titles[0] == "Conocerse y ponerse de acuerdo"
    assert count < 2 or titles[-1] == "Cierre y siguientes pasos"
    assert count < 3 or "Revisión intermedia" in titles
