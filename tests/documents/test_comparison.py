# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The comparison of proposals: figures, pairs and marks side by side, on one page as far as it goes."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from revmentor_desktop.documents.agreement import page_count
from revmentor_desktop.documents.content import page
from revmentor_desktop.documents.pairing import ShownPair, comparison, comparison_pdf
from tests.documents.pairing_sample import ANDREU, FERMIN, PAULA, column, proposals, somebody
from tests.documents.sample import EDITION, FIRM, GONZALO, LONGEST, LUCIA, spaced, text_of
from tests.documents.test_agreement_pdf import PAYLOADS

THREE = ("Más puntos", "Más equitativa", "Una alternativa")


def couples(count: int, *, everywhere: bool, start: int = 100) -> tuple[ShownPair, ...]:
    """Pairs that are in all proposals or in one only."""
    return tuple(
        ShownPair(somebody(start + 2 * n), somebody(start + 2 * n + 1), 50.0, differs=not everywhere, everywhere=everywhere)
        for n in range(count)
    )


def test_a_column_says_its_figures_pairs_and_who_is_left_out() -> None:
    (made,) = comparison(proposals(column("Más puntos"))).columns
    assert made.figures == (("2", "parejas"), ("149", "puntos"), ("63", "la más baja"))
    assert [(pair.mentor, pair.mentee, pair.points, pair.differs) for pair in made.pairs] == [
        ("Lucía Serrano", "Gonzalo Prieto", "86", False),
        ("Paula Cid", "Andreu Vidal", "63", True),
    ]
    assert page.said(made.left_out) == "Sin pareja: Fermín Olmo."


def test_those_who_do_both_stand_apart_in_every_column_as_soon_as_one_has_any() -> None:
    first, second = comparison(proposals(column("A", either=2), column("B", worst=None))).columns
    assert [label for _value, label in first.figures] == ["parejas", "de ambos", "puntos", "la más baja"]
    assert second.figures[1] == ("+0", "de ambos")
    assert second.figures[3] == ("–", "la más baja")


def test_people_whose_short_names_read_the_same_are_called_by_their_whole_names() -> None:
    other = replace(GONZALO, id=ANDREU.id, last_name="Prieto Mas")
    pairs = (ShownPair(LUCIA, GONZALO, 80, differs=False, everywhere=False), ShownPair(PAULA, other, 70, differs=False, everywhere=False))
    (made,) = comparison(proposals(column("A", *pairs))).columns
    assert [pair.mentee for pair in made.pairs] == ["Gonzalo Prieto Salas", "Gonzalo Prieto Mas"]
    assert made.pairs[0].mentor == "Lucía Serrano"


def test_many_left_out_are_named_and_the_rest_counted() -> None:
    everybody = tuple(somebody(number) for number in range(10, 40))
    (made,) = comparison(proposals(column("A", left_out=everybody))).columns
    assert page.said(made.left_out).endswith("y 6 más.")
    (none,) = comparison(proposals(column("A", left_out=()))).columns
    assert page.said(none.left_out) == "Nadie que quiera aprender se queda sin pareja."


def test_three_proposals_of_the_example_s_size_stand_on_one_page_across_with_a_legend() -> None:
    columns = [
        column(title, *couples(9, everywhere=True), *couples(4, everywhere=False, start=200 * n)) for n, title in enumerate(THREE, 2)
    ]
    pdf = comparison_pdf(proposals(*columns))
    assert page_count(pdf) == 1
    text = text_of(pdf)
    assert all(title in text for title in THREE)
    assert "Parejas que solo están en una propuesta" in text
    assert text.count(" → ") == 39
    assert "Uso interno" in text
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert box.width > box.height


def test_pairs_of_all_proposals_are_only_counted_when_the_page_has_no_room_for_them() -> None:
    columns = [
        column(title, *couples(90, everywhere=True), *couples(15, everywhere=False, start=1000 * n)) for n, title in enumerate(THREE, 2)
    ]
    pdf = comparison_pdf(proposals(*columns))
    text = text_of(pdf)
    assert page_count(pdf) == 1
    assert text.count("y 90 parejas que están en todas las propuestas") == 3
    # All that is left is marked: a mark on every line would say nothing.
    assert "Parejas que solo" not in text


def test_what_one_page_cannot_hold_goes_on_under_the_titles() -> None:
    columns = [column(title, *couples(80, everywhere=False, start=1000 * n)) for n, title in enumerate(THREE, 2)]
    pdf = comparison_pdf(proposals(*columns))
    assert page_count(pdf) == 3
    pages = [spaced(each.extract_text()) for each in PdfReader(BytesIO(pdf)).pages]
    assert all(title in words for words in pages for title in THREE)
    assert sum(words.count(" → ") for words in pages) == 240
    assert ["Sin pareja" in words for words in pages] == [False, False, True]
    assert pages[-1].count(" → ") > 1


def test_long_names_take_two_lines_and_are_printed_whole() -> None:
    pair = ShownPair(LONGEST, replace(LONGEST, id=FERMIN.id), 50, differs=True, everywhere=False)
    text = text_of(comparison_pdf(proposals(*(column(title, pair) for title in THREE))))
    assert text.count("María de los Ángeles Fernández-Villaverde y Martínez de Irujo") == 6
    assert "…" not in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_type_is_printed_literally(payload: str) -> None:
    someone = replace(LUCIA, first_name=payload, last_name="")
    typed = column(payload, ShownPair(someone, someone, 1, differs=True, everywhere=False), left_out=(someone,))
    pdf = comparison_pdf(proposals(typed, firm=replace(FIRM, name=payload, programme_name=payload), edition=replace(EDITION, name=payload)))
    assert "".join(text_of(pdf).split()).count("".join(payload.split())) >= 7
    assert not any("/Annots" in each or each.images for each in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_same_data_give_the_same_bytes(language: str) -> None:
    wanted = proposals(column("A"), column("B"), language=language)
    assert comparison_pdf(wanted) == comparison_pdf(wanted)
    assert comparison_pdf(wanted) != comparison_pdf(proposals(column("A"), language=language))


def test_a_proposal_without_pairs_is_a_page() -> None:
    text = text_of(comparison_pdf(proposals(replace(column("A"), pairs=(), worst=None, total=0.0, mentees=0))))
    assert "0 parejas propuestas" in text
