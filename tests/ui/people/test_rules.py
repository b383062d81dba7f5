# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What needs no window: hours and languages as text, half-typed forms, people as choices."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop import i18n
from revmentor_desktop.domain.availability import Absence, Window, merged
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, NoticeWay, Role
from revmentor_desktop.domain.people import GenerationBand, Level, Person, PersonId
from revmentor_desktop.domain.topics import Offer, Want
from revmentor_desktop.programme import people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.people import draft_text, hours_text, languages
from revmentor_desktop.ui.people.choices import PeopleChoices
from tests import factory

windows = st.builds(
    lambda day, start, length: Window(day, start, min(24 * 60, start + length)),
    st.integers(0, 6),
    st.integers(0, 24 * 60 - 1),
    st.integers(1, 600),
)


@given(st.lists(windows, max_size=8), st.sampled_from(["es", "en"]))
def test_hours_written_are_read_as_they_were(marked: list[Window], language: str) -> None:
    i18n.use(language)
    assert hours_text.read(hours_text.written(marked)) == merged(marked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lunes y miércoles de 9 a 11", (Window(0, 540, 660), Window(2, 540, 660))),
        ("L-V 8:30-9", tuple(Window(day, 510, 540) for day in range(5))),
        ("Mon 9-11, 16-18", (Window(0, 540, 660), Window(0, 960, 1080))),
        ("", ()),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, expected: tuple[Window, ...]) -> None:
    assert hours_text.read(text) == expected


@pytest.mark.parametrize("text", ["cuando sea", "L", "9-11", "L 9-11 quizá", "Z 9-11"])
def test_what_is_no_hours_is_refused(text: str) -> None:
    with pytest.raises(hours_text.UnreadableHoursError):
        hours_text.read(text)


@given(st.lists(st.sampled_from(languages.USUAL), unique=True))
def test_languages_written_are_read_as_they_were(codes: list[str]) -> None:
    assert languages.read(languages.written(codes)) == (tuple(codes), ())


def test_a_half_typed_form_is_read_as_it_was_written(workspace: Workspace) -> None:
    boss = people.enrol(workspace, factory.person())
    site = people.site_named(workspace, "Jaca")
    snapshot = workspace.snapshot()
    topic = next(iter(snapshot.topics))
    person = Person(
        PersonId(0),
        0,
        "Berta",
        "",
        "b@ejemplo.es",
        False,
        "Ventas",
        "Técnica",
        Level.LEAD,
        boss,
        site,
        ("es", "eu"),
        GenerationBand.UP_TO_28,
    )
    enrolment = Enrolment(
        EnrolmentId(0), snapshot.edition.id, PersonId(0), Role.EITHER, "Porque sí", "Algo", (Want(topic, 3),), (Offer(topic, 1),),
        (Window(0, 540, 600),), (Absence(date(2027, 3, 1), date(2027, 3, 5)),), Modality.VIRTUAL, 2, "Nota",
        Notice(date(2027, 1, 11), NoticeWay.SCREEN),
    )  # fmt: skip
    read = draft_text.read(draft_text.written(person, enrolment, {"last_name": "Ru"}), snapshot)
    assert read is not None
    assert (read.person, read.enrolment, read.typed) == (person, enrolment, {"last_name": "Ru"})


def test_people_of_the_same_name_are_told_apart_and_a_part_of_a_name_is_enough(workspace: Workspace) -> None:
    first = people.enrol(workspace, factory.person())
    second = people.enrol(workspace, factory.person(email="otra@example.com"))
    berta = people.enrol(workspace, factory.person("Berta", "Ruiz Peña", "berta@example.com"))
    choices = PeopleChoices(workspace.snapshot())
    assert choices.text_of(first) != choices.text_of(second)
    assert choices.find(choices.text_of(second)) == second
    assert choices.find("Ana Gil Soto") is None
    assert (choices.find("peña"), choices.find("berta@example.com"), choices.find("")) == (berta, berta, None)
