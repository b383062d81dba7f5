# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Everybody who could be a partner, with reasons and cost."""

from hypothesis import given, settings

from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import baseline, cost
from revmentor_desktop.pairing.explain import partners
from revmentor_desktop.pairing.explained import explained
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete, with_pairs
from tests.pairing.example import by_email, example, handle_of
from tests.pairing.firms import firms


@settings(max_examples=60, deadline=None)
@given(firms())
def test_every_partner_is_explained_and_all_but_the_blocked_ones_have_a_cost(situation: Situation) -> None:
    base = baseline(situation)
    for person_id in situation.enrolments:
        found = explained(base, person_id)
        assert tuple(one.partner for one in found) == partners(situation, person_id)
        for one in found:
            assert (one.cost is None) == (one.partner.block is not None)
            assert one.cost is None or {one.cost.mentor_id, one.cost.mentee_id} == {person_id, one.partner.person_id}


def test_an_either_person_is_explained_in_both_directions() -> None:
    situation = example()
    base, rocio = baseline(situation), by_email(situation, "rperalta")
    told = {(handle_of(situation, one.partner.person_id), one.partner.as_mentor): one for one in explained(base, rocio)}
    assert told["tquiroga", True].cost == cost(base, by_email(situation, "tquiroga"), rocio)
    assert told["tquiroga", False].cost == cost(base, rocio, by_email(situation, "tquiroga"))


def test_a_place_that_a_proposal_takes_blocks_and_has_no_cost() -> None:
    situation = with_pairs(example(), complete(example()))
    gonzalo = by_email(situation, "gprieto")
    found = explained(baseline(situation), gonzalo)
    assert [(handle_of(situation, one.partner.person_id), one.cost is None) for one in found if one.partner.block is None] == [
        ("lserrano", False)
    ]
    assert any(one.partner.block is Block.CAPACITY for one in found)


def test_nobody_is_explained_to_somebody_who_does_not_take_part() -> None:
    assert explained(baseline(example()), PersonId(999)) == ()
