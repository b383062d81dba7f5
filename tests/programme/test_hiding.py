# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The programme without names: nothing that somebody is called or wrote is left in it, and everything else is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.agreements import Agreement, AgreementId
from revmentor_desktop.domain.editions import EditionId, Firm
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Role
from revmentor_desktop.domain.pairs import Block, Forced, Pair, PairId
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Person, PersonId
from revmentor_desktop.domain.scenarios import Aim, Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.programme import hiding, pairs
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

MASKS = hiding.Masks("Persona {number}", "Propuesta {number}", "Persona", "el motivo no se muestra")
GREEK = st.text("αβγδεζηθκλμξπστφχψω", min_size=2, max_size=8)
"""Words that occur nowhere else in a programme."""


def texts(thing: object) -> Iterator[str]:
    """Every text in a record, however deep, what its class tells of it too."""
    if isinstance(thing, str | bytes):
        yield thing if isinstance(thing, str) else thing.decode("utf-8", "replace")
        return
    if isinstance(thing, Person):
        yield from (thing.full_name, thing.short_name, thing.initials, thing.handle)
    for inner in inside(thing):
        yield from texts(inner)


def inside(thing: object) -> Iterable[object]:
    """What a record, a mapping or a row holds."""
    if is_dataclass(thing):
        return [getattr(thing, one.name) for one in fields(thing)]
    if isinstance(thing, Mapping):
        return thing.values()
    return thing if isinstance(thing, tuple | frozenset) else ()


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Snapshot, frozenset[str]]:
    """A small programme in which every private text is made of Greek words; and these words."""
    used: list[str] = []

    def word() -> str:
        used.append(draw(GREEK))
        return used[-1]

    ids = [PersonId(number) for number in range(1, draw(st.integers(2, 6)) + 1)]
    people = {
        one: factory.person(word().title(), f"{word().title()} {word()}", f"{word()}@{word()}.es", id=one, code=900 + one, position=word())
        for one in ids
    }
    enrolments = {
        one: Enrolment(EnrolmentId(one), EditionId(1), one, Role.EITHER, motivation=word(), expectation=word(), private_notes=word())
        for one in ids
    }
    two = ids[0], ids[1]
    forced = Forced((Block.HOURS,), f"{word()} {word()} {word()} {word()} {word()}")
    pair = Pair(PairId(1), EditionId(1), *two, forced=forced, mentor_goal=word(), mentee_goal=word())
    snapshot = Snapshot(
        firm=Firm("Empresa", hr_name=word(), hr_position=word(), hr_email=f"{word()}@x.es", privacy_contact=word()),
        edition=replace(factory.EDITION, id=EditionId(1)), editions=(), people=people, enrolments=enrolments,
        exclusions=(Exclusion(ExclusionId(1), *two, word()),), areas=(), topics={}, sites={}, closures=(), pairs=(pair,), sessions=(),
        agreements=(Agreement(AgreementId(1), pair.id, "2027-P-01", 1, factory.TODAY, pdf=word().encode()),), earlier=frozenset(),
        scenarios=(Scenario(ScenarioId(1), word(), factory.TODAY, Aim.FAIREST, (ScenarioPair(*two, 50.0),), EditionId(1), 1),),
    )  # fmt: skip
    return snapshot, frozenset(used)


@given(programmes())
def test_no_word_that_somebody_is_called_or_wrote_is_left(made: tuple[Snapshot, frozenset[str]]) -> None:
    snapshot, words = made
    told = "\n".join(texts(hiding.hidden(snapshot, MASKS))).casefold()
    assert not [word for word in words if word.casefold() in told]


@given(programmes())
def test_everybody_has_a_name_of_their_own_that_stays_the_same(made: tuple[Snapshot, frozenset[str]]) -> None:
    snapshot, _words = made
    hidden = hiding.hidden(snapshot, MASKS)
    assert len({person.full_name for person in hidden.people.values()}) == len(snapshot.people)
    fewer = replace(snapshot, people={one: person for one, person in snapshot.people.items() if one != 1})
    assert all(person == hidden.people[one] for one, person in hiding.hidden(fewer, MASKS).people.items())


@given(programmes(), st.data())
def test_a_sentence_made_elsewhere_loses_every_name_in_it(made: tuple[Snapshot, frozenset[str]], data: st.DataObject) -> None:
    snapshot, _words = made
    person = data.draw(st.sampled_from(sorted(snapshot.people.values(), key=lambda one: one.id)))
    called = data.draw(st.sampled_from([person.full_name, person.short_name, person.first_name, person.email or ""]))
    told = hiding.without_names(f"«{called}» ya tiene pareja.", snapshot, MASKS)
    assert called not in told
    assert told.endswith("» ya tiene pareja.")


def test_the_hidden_example_is_judged_as_before(example: Workspace) -> None:
    snapshot = example.snapshot()
    hidden = hiding.hidden(snapshot, MASKS)
    mentors = [one.person_id for one in snapshot.enrolments.values() if one.role is Role.MENTOR][:4]
    mentees = [one.person_id for one in snapshot.enrolments.values() if one.role is Role.MENTEE][:4]
    for mentor in mentors:
        for mentee in mentees:
            assert pairs.assess(hidden, mentor, mentee) == pairs.assess(snapshot, mentor, mentee)
    assert [person.id for person in hidden.drafts] == sorted(person.id for person in snapshot.drafts)
    assert hidden.hidden
    assert not snapshot.hidden


def test_what_lacks_still_lacks(workspace: Workspace) -> None:
    ana = Person(PersonId(7), 3, "Ana", "", department="Ventas")
    snapshot = replace(workspace.snapshot(), people={ana.id: ana}, enrolments={ana.id: Enrolment(EnrolmentId(1), EditionId(1), ana.id)})
    assert hiding.hidden(snapshot, MASKS).missing(ana.id) == snapshot.missing(ana.id)


def test_a_first_name_that_two_share_stands_for_neither(workspace: Workspace) -> None:
    two = {PersonId(one): factory.person("Ana", last, None, id=PersonId(one)) for one, last in ((1, "Gil"), (2, "Ros"))}
    snapshot = replace(workspace.snapshot(), people=two)
    assert hiding.without_names("Ana acepta; ana ros no.", snapshot, MASKS) == "Persona acepta; Persona 02 no."
