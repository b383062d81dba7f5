# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where what is dragged on the board may land, and what that would do."""

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.programme import pairs, people, swapping
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.pairs.board import Board, Couple, Side
from revmentor_desktop.ui.pairs.drag import NOWHERE, Carried, Deed, half_of, may_carry, on_pair, on_person, swap_side, swapped
from tests import factory


def who(workspace: Workspace, name: str) -> PersonId:
    return next(person.id for person in workspace.snapshot().people.values() if person.first_name == name)


def make(workspace: Workspace, mentor: str, mentee: str) -> PairId:
    return pairs.make_pair(workspace, who(workspace, mentor), who(workspace, mentee))


def free(workspace: Workspace, side: Side, name: str) -> Carried:
    return Carried(side, who(workspace, name))


@pytest.mark.parametrize(
    ("other", "deed", "block"),
    [("Gonzalo", Deed.PAIR, None), ("Ramón", Deed.FORCE, Block.HOURS), ("Itziar", Deed.REFUSE, Block.BOSS)],
)
def test_a_person_on_another_pairs_them_or_says_what_speaks_against_it(
    example: Workspace, other: str, deed: Deed, block: Block | None
) -> None:
    landing = on_person(Board(example.snapshot()), free(example, Side.TEACH, "Lucía"), Side.LEARN, who(example, other))
    assert (landing.deed, landing.couple) == (deed, Couple(who(example, "Lucía"), who(example, other)))
    assert next(iter(landing.blocks), None) is block


def test_beside_everybody_or_in_the_own_column_nothing_happens(example: Workspace) -> None:
    board, lucia = Board(example.snapshot()), free(example, Side.TEACH, "Lucía")
    assert on_person(board, lucia, Side.LEARN, None) == NOWHERE
    assert on_person(board, lucia, Side.TEACH, who(example, "Wei")) == NOWHERE


def test_only_who_can_be_paired_is_taken_hold_of(example: Workspace) -> None:
    make(example, "Sara", "Itziar")
    board = Board(example.snapshot())
    assert may_carry(board, Side.TEACH, who(example, "Lucía"))
    assert not may_carry(board, Side.TEACH, who(example, "Sara"))
    assert not may_carry(board, Side.LEARN, who(example, "Lucía"))
    assert not may_carry(board, Side.TEACH, None)


def test_a_half_in_a_column_leaves_its_pair_as_its_state_allows(example: Workspace) -> None:
    pair_id = make(example, "Lucía", "Gonzalo")
    half = Carried(Side.TEACH, who(example, "Lucía"), pair_id)

    def deed() -> Deed:
        return on_person(Board(example.snapshot()), half, Side.TEACH, None).deed

    assert deed() is Deed.UNPAIR
    pairs.consult(example, [pair_id], factory.TODAY)
    assert deed() is Deed.WITHDRAW
    factory.accept(example, [pair_id])
    assert deed() is Deed.END


def test_a_half_on_another_proposal_swaps_both_pairs(example: Workspace) -> None:
    first, second = make(example, "Lucía", "Gonzalo"), make(example, "Álvaro", "Mercedes")
    landing = on_pair(Board(example.snapshot()), Carried(Side.TEACH, who(example, "Álvaro"), second), first)
    assert landing.deed is Deed.SWAP
    assert landing.swap is not None
    assert [(one.pair_id, round(one.score_before), round(one.score)) for one in landing.swap.pairs] == [(first, 86, 44), (second, 71, 62)]


def test_a_free_person_takes_the_place_of_the_half_of_their_side(example: Workspace) -> None:
    pair_id = make(example, "Sara", "Itziar")
    landing = on_pair(Board(example.snapshot()), free(example, Side.TEACH, "Carla"), pair_id)
    assert (landing.deed, landing.couple) == (Deed.SWAP, Couple(who(example, "Carla"), who(example, "Itziar")))


def test_somebody_who_teaches_and_learns_takes_the_side_of_the_column_they_come_from(example: Workspace) -> None:
    pair_id = make(example, "Sara", "Itziar")
    board, noelia = Board(example.snapshot()), who(example, "Noelia")
    taught, learnt = (on_pair(board, Carried(side, noelia), pair_id) for side in Side)
    assert taught.couple == Couple(noelia, who(example, "Itziar"))
    assert learnt.couple == Couple(who(example, "Sara"), noelia)


def test_a_swap_that_a_rule_forbids_names_the_couple_that_fails(example: Workspace) -> None:
    pair_id = make(example, "Sara", "Itziar")
    landing = on_pair(Board(example.snapshot()), free(example, Side.TEACH, "Lucía"), pair_id)
    assert (landing.deed, landing.couple) == (Deed.REFUSE, Couple(who(example, "Lucía"), who(example, "Itziar")))
    assert landing.blocks[0] is Block.BOSS


def test_the_own_pair_and_another_of_the_same_team_are_no_place_to_go(example: Workspace) -> None:
    first, second = make(example, "Paula", "Concepción"), make(example, "Paula", "Andreu")
    board = Board(example.snapshot())
    assert on_pair(board, Carried(Side.TEACH, who(example, "Paula"), first), first) == NOWHERE
    assert on_pair(board, Carried(Side.TEACH, who(example, "Paula"), first), second) == NOWHERE
    assert on_pair(board, Carried(Side.LEARN, who(example, "Concepción"), first), second) == NOWHERE


def test_a_pair_in_consultation_neither_takes_nor_gives(example: Workspace) -> None:
    first, second = make(example, "Lucía", "Gonzalo"), make(example, "Álvaro", "Mercedes")
    pairs.consult(example, [first], factory.TODAY)
    board = Board(example.snapshot())
    given = on_pair(board, Carried(Side.TEACH, who(example, "Lucía"), first), second)
    taken = on_pair(board, Carried(Side.TEACH, who(example, "Álvaro"), second), first)
    assert [(one.deed, one.pair_id) for one in (given, taken)] == [(Deed.WITHDRAW, first), (Deed.WITHDRAW, first)]


def test_what_changed_meanwhile_is_gone_wherever_it_is_let_go(example: Workspace) -> None:
    pair_id = make(example, "Lucía", "Gonzalo")
    half, wei = Carried(Side.TEACH, who(example, "Lucía"), pair_id), free(example, Side.TEACH, "Wei")
    other = make(example, "Álvaro", "Mercedes")
    pairs.unpair(example, pair_id)
    people.withdraw(example, wei.person_id, factory.TODAY)
    board = Board(example.snapshot())
    for carried in (half, wei):
        assert on_person(board, carried, Side.LEARN, who(example, "Amparo")).deed is Deed.GONE
        assert on_pair(board, carried, other).deed is Deed.GONE


def test_every_swap_that_is_shown_as_possible_is_done_and_no_other(example: Workspace) -> None:
    for mentor, mentee in (("Lucía", "Gonzalo"), ("Álvaro", "Mercedes"), ("Sara", "Itziar")):
        make(example, mentor, mentee)
    board = Board(example.snapshot())
    halves = [Carried(side, half_of(pair, side), pair.id) for pair in board.snapshot.living_pairs for side in Side]
    for carried in [*halves, *(Carried(side, person_id) for side in Side for person_id in board.free(side)[:6])]:
        for pair in board.snapshot.living_pairs:
            landing = on_pair(board, carried, pair.id)
            if landing == NOWHERE:
                continue
            told = (example, carried.person_id, pair.id, carried.pair_id, swap_side(carried.side))
            if landing.deed is Deed.SWAP:
                assert landing.swap is not None
                swapping.swap(*told)
                assert {(one.mentor_id, one.mentee_id) for one in example.snapshot().living_pairs} == {
                    (one.mentor_id, one.mentee_id) for one in swapped(board, landing.swap).snapshot.living_pairs
                }
                example.undo()
            else:
                with pytest.raises(DomainError):
                    swapping.swap(*told)
