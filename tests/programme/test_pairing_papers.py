# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The papers about pairs that stay in the house, from the file to the page, and what they must never let out."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.documents.agreement import page_count
from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import Exclusion, ExclusionId, PersonId
from revmentor_desktop.programme import files, pairing_papers, pairs
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from tests import factory
from tests.documents.sample import text_of

OVER = (PairState.DECLINED, PairState.ENDED_EARLY)


@pytest.fixture(scope="module")
def open_example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The example with half of its proposals made."""
    path = tmp_path_factory.mktemp("papers") / "ejemplo.revmentor"
    files.make_example(path)
    workspace = files.open_file(path, None)
    pairs.use_completion(workspace, pairs.complete(workspace.snapshot()))
    for pair in workspace.snapshot().pairs[::2]:
        pairs.unpair(workspace, pair.id)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def snapshot(open_example: Workspace) -> Snapshot:
    """What the example holds."""
    return open_example.snapshot()


def with_exclusions(snapshot: Snapshot, couples: set[tuple[PersonId, PersonId]]) -> Snapshot:
    """The same edition with these incompatibilities and no other."""
    found = tuple(Exclusion(ExclusionId(number), *couple, reason="AGUJA") for number, couple in enumerate(sorted(couples), 1))
    return replace(snapshot, exclusions=found)


def with_over(snapshot: Snapshot, couples: list[tuple[PersonId, PersonId]], state: PairState) -> Snapshot:
    """The same edition with pairs that were tried and are over."""
    over = tuple(Pair(PairId(900 + number), snapshot.edition.id, *couple, state=state) for number, couple in enumerate(couples))
    return replace(snapshot, pairs=(*snapshot.pairs, *over))


def shown_of(title: str, completion: pairs.Completion, only: frozenset[tuple[PersonId, PersonId]]) -> pairing_papers.ShownProposal:
    """A completion as a card shows it."""
    couples = tuple((one.mentor_id, one.mentee_id, one.score, (one.mentor_id, one.mentee_id) in only) for one in completion.new)
    figures = (completion.mentees, completion.either, completion.total, completion.worst)
    return pairing_papers.ShownProposal(title, couples, *figures, completion.unpaired)


@given(data=st.data())
def test_the_sheet_is_the_same_whatever_is_incompatible_or_was_refused(snapshot: Snapshot, data: st.DataObject) -> None:
    everybody = list(combinations(sorted(snapshot.enrolments), 2))
    couples = st.lists(st.sampled_from(everybody), unique=True, max_size=60)
    excluded = with_exclusions(snapshot, set(data.draw(couples)))
    changed = with_over(excluded, data.draw(couples), data.draw(st.sampled_from(OVER)))
    same = pairing_papers.sheet_data(replace(snapshot, exclusions=()), factory.TODAY, "es")
    assert pairing_papers.sheet_data(changed, factory.TODAY, "es") == same


def test_somebody_whom_only_incompatibilities_leave_alone_reads_like_anybody_still_to_be_paired(snapshot: Snapshot) -> None:
    free = [person.id for person in snapshot.enrolled if not snapshot.pairs_of(person.id)]
    barred = free[0]
    alone = with_exclusions(snapshot, {(barred, other) for other in snapshot.enrolments if other != barred})
    reasons = {one.person.id: one.reason for one in pairing_papers.sheet_data(alone, factory.TODAY, "es").alone}
    assert reasons[barred] == "open"
    assert list(reasons.values()).count("open") > 1


def test_nothing_private_reaches_the_sheet(snapshot: Snapshot) -> None:
    answers = {
        pid: replace(one, private_notes="AGUJA", motivation="AGUJA", expectation="AGUJA") for pid, one in snapshot.enrolments.items()
    }
    first = replace(snapshot.pairs[0], mentor_goal="AGUJA", mentee_goal="AGUJA")
    private = replace(
        with_exclusions(snapshot, set(combinations(list(answers), 2))), enrolments=answers, pairs=(first, *snapshot.pairs[1:])
    )
    pdf = pairing_papers.matching_sheet_pdf(private, factory.TODAY)
    assert "AGUJA" not in text_of(pdf)
    assert pdf == pairing_papers.matching_sheet_pdf(snapshot, factory.TODAY)


def test_pairs_that_are_over_are_left_out_and_their_people_stand_alone(snapshot: Snapshot) -> None:
    first, *rest = snapshot.pairs
    for state in OVER:
        data = pairing_papers.sheet_data(replace(snapshot, pairs=(replace(first, state=state), *rest)), factory.TODAY, "es")
        assert len(data.pairs) == len(rest)
        assert {first.mentee_id} <= {one.person.id for one in data.alone}
    completed = replace(snapshot, pairs=(replace(first, state=PairState.COMPLETED), *rest))
    data = pairing_papers.sheet_data(completed, factory.TODAY, "es")
    assert len(data.pairs) == len(rest) + 1
    assert first.mentee_id not in {one.person.id for one in data.alone}


def test_who_said_yes_so_far_is_not_on_the_sheet(snapshot: Snapshot) -> None:
    first, *rest = snapshot.pairs
    asked = [
        replace(first, state=PairState.CONSULTING, mentor_answer=said, mentor_answer_on=factory.TODAY)
        for said in (Answer.YES, Answer.NOT_YET)
    ]
    one, other = (pairing_papers.matching_sheet_pdf(replace(snapshot, pairs=(pair, *rest)), factory.TODAY) for pair in asked)
    assert one == other


def test_people_who_have_left_are_on_neither_paper(snapshot: Snapshot) -> None:
    gone = next(person.id for person in snapshot.enrolled if not snapshot.pairs_of(person.id))
    left = replace(snapshot, enrolments={**snapshot.enrolments, gone: replace(snapshot.enrolments[gone], withdrawn_on=factory.TODAY)})
    assert gone not in {one.person.id for one in pairing_papers.sheet_data(left, factory.TODAY, "es").alone}
    shown = pairing_papers.ShownProposal("Una", (), 0, 0, 0.0, None, (gone,))
    assert "Nadie que quiera aprender se queda sin pareja" in text_of(pairing_papers.comparison_pdf(left, (shown,), factory.TODAY))


def test_warnings_ticked_as_read_and_a_forced_pair_are_on_the_sheet(snapshot: Snapshot) -> None:
    first, *rest = snapshot.pairs
    warned = next(pair for pair in rest if pairs.assess(snapshot, pair.mentor_id, pair.mentee_id).warnings)
    codes = pairs.assess(snapshot, warned.mentor_id, warned.mentee_id).warnings
    forced = replace(first, forced=Forced((Block.CAPACITY,), "porque lo ha pedido dirección"))
    read = [replace(pair, warnings_read=codes[:1]) if pair is warned else pair for pair in rest]
    changed = replace(snapshot, pairs=(forced, *read))
    data = pairing_papers.sheet_data(changed, factory.TODAY, "es")
    assert (codes[0], True) in next(one for one in data.pairs if one.mentee.id == warned.mentee_id).warnings
    text = text_of(pairing_papers.matching_sheet_pdf(changed, factory.TODAY))
    assert "Forzada: sin plaza libre — porque lo ha pedido dirección." in text
    assert "✓" in text


def test_weights_of_the_edition_are_printed_as_shares_of_a_hundred(snapshot: Snapshot) -> None:
    weighted = replace(snapshot, edition=replace(snapshot.edition, weights=Weights(1, 1, 1, 0, 0, 0), minimum=42.5))
    text = text_of(pairing_papers.matching_sheet_pdf(weighted, factory.TODAY))
    assert text.count("33,3") == 3
    assert "42,5 para proponer" in text


@pytest.mark.parametrize("language", ["es", "en"])
def test_all_proposals_of_the_example_stand_side_by_side(snapshot: Snapshot, language: str) -> None:
    shown = [shown_of(one.name.value, one.completion, one.only) for one in pairs.propose(replace(snapshot, pairs=()))]
    pdf = pairing_papers.comparison_pdf(snapshot, shown, factory.TODAY, language)
    assert page_count(pdf) == 1
    assert pdf == pairing_papers.comparison_pdf(snapshot, shown, factory.TODAY, language)
    assert ("Internal use" if language == "en" else "Uso interno") in text_of(pdf)


def test_an_empty_programme_gives_a_page(workspace: Workspace) -> None:
    snapshot = workspace.snapshot()
    assert page_count(pairing_papers.matching_sheet_pdf(snapshot, factory.TODAY)) == 1
    assert page_count(pairing_papers.comparison_pdf(snapshot, (), factory.TODAY)) == 1
