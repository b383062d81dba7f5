# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""No path leads to a pair against a rule that can't be forced: by hand, swap, completion, kept proposals, answers, import, undo."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from revmentor_desktop import cli
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality, Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Answer, Block, Forced, Pair, PairId, PairState
from revmentor_desktop.domain.people import Level, PersonId
from revmentor_desktop.exchange.columns import recognise
from revmentor_desktop.exchange.spreadsheets import Table
from revmentor_desktop.pairing import blocks
from revmentor_desktop.programme import files, imports, pair_life, pairs, people, scenarios, swapping
from revmentor_desktop.programme.pairs import Said
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

picks = st.integers(0, 1000)
hours = st.sampled_from((factory.MORNING, (Window(4, 900, 960),)))
REASON = Forced((Block.HOURS, Block.MODALITY, Block.CAPACITY), "lo pidieron las dos personas")
ORDER = (PairState.PROPOSED, PairState.CONSULTING, PairState.ACCEPTED)


def barred(snapshot: Snapshot, pair: Pair) -> Block | str | None:
    """What can't be forced and stands against a pair today."""
    now = pairs.situation(snapshot)
    against = blocks.all_blocks(now, pair.mentor_id, pair.mentee_id, ignoring=pair.id)
    hard = next((block for block in against if not block.forcible), None)
    return hard or (None if blocks.offered(now, pair.mentor_id, pair.mentee_id) else "not_offered")


def is_new_or_further(before: Snapshot, pair: Pair) -> bool:
    """Whether an action made this couple a pair, or led it on towards *aceptada*."""
    old = next((each for each in before.pairs if each.id == pair.id), None)
    if old is None or (old.mentor_id, old.mentee_id) != (pair.mentor_id, pair.mentee_id):
        return True
    return old.state in ORDER and pair.state in ORDER and ORDER.index(pair.state) > ORDER.index(old.state)


class Schemer(RuleBasedStateMachine):
    """Somebody who tries every way to a pair that is not allowed, with proposals worked out long ago, too."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="schemer-")
        self.workspace = factory.new_file(Path(self.folder.name))
        for number, role in enumerate((Role.MENTOR, Role.EITHER, Role.MENTEE, Role.EITHER, Role.MENTEE), 1):
            person = factory.person(f"P{number}", "Gil", f"p{number}@example.com", level=Level(number), department=f"D{number}")
            answers = factory.answers(self.workspace, role, ["Negociación"], ["Negociación"], capacity=1 + number % 2)
            people.enrol(self.workspace, person, answers)
        self.workspace.forget_history()
        self.completion = pairs.complete(self.now)
        self.seen = [self.now.pairs]

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()

    @property
    def now(self) -> Snapshot:
        return self.workspace.snapshot()

    def somebody(self, pick: int) -> PersonId:
        return list(self.now.enrolments)[pick % len(self.now.enrolments)]

    def tried(self, deed: Callable[[], object]) -> None:
        """Do it; what is refused changes nothing, and what is done is allowed."""
        before = self.now
        try:
            deed()
        except DomainError:
            assert self.now == before
            return
        self.seen.append(self.now.pairs)
        for pair in self.now.living_pairs:
            if is_new_or_further(before, pair):
                assert barred(self.now, pair) is None
                force = blocks.all_blocks(pairs.situation(self.now), pair.mentor_id, pair.mentee_id, ignoring=pair.id)
                made = pair.id not in {each.id for each in before.pairs}
                assert not made or set(force) <= set(pair.forced.blocks if pair.forced else ())

    # What changes under the pairs

    @rule(one=picks, other=picks)
    def exclude(self, one: int, other: int) -> None:
        self.tried(lambda: people.add_exclusion(self.workspace, self.somebody(one), self.somebody(other)))

    @precondition(lambda self: self.now.exclusions)
    @rule()
    def no_longer_exclude(self) -> None:
        self.tried(lambda: people.remove_exclusion(self.workspace, self.now.exclusions[0].id))

    @rule(one=picks, other=st.none() | picks)
    def give_a_boss(self, one: int, other: int | None) -> None:
        person = self.now.people[self.somebody(one)]
        boss = None if other is None else self.somebody(other)
        self.tried(lambda: people.save_person(self.workspace, replace(person, boss_id=boss)))

    @rule(
        one=picks, role=st.sampled_from((*Role, None)), modality=st.sampled_from(Modality), capacity=st.integers(1, 3), early=st.booleans()
    )
    def answer_otherwise(self, one: int, role: Role | None, modality: Modality, capacity: int, early: bool) -> None:
        enrolment = self.now.enrolments[self.somebody(one)]
        windows = factory.MORNING if early else (Window(4, 900, 960),)
        changed = replace(enrolment, role=role, modality=modality, capacity=capacity, windows=windows)
        self.tried(lambda: people.save_enrolment(self.workspace, changed))

    @rule(one=picks)
    def leave_or_come_back(self, one: int) -> None:
        person = self.somebody(one)
        if self.now.is_active(person):
            self.tried(lambda: people.withdraw(self.workspace, person, factory.TODAY))
        else:
            self.tried(lambda: people.come_back(self.workspace, person))

    # Every way to a pair

    @rule(one=picks, other=picks, forced=st.booleans())
    def pair(self, one: int, other: int, forced: bool) -> None:
        couple = self.somebody(one), self.somebody(other)
        self.tried(lambda: pairs.make_pair(self.workspace, *couple, REASON if forced else None))

    @rule(one=picks, pick=picks)
    def swap(self, one: int, pick: int) -> None:
        ids = [pair.id for pair in self.now.living_pairs] or [PairId(0)]
        self.tried(lambda: swapping.swap(self.workspace, self.somebody(one), ids[pick % len(ids)]))

    @rule()
    def work_out(self) -> None:
        self.completion = pairs.complete(self.now, minimum=0)

    @rule(accept=st.booleans())
    def take_over(self, accept: bool) -> None:
        self.tried(lambda: pairs.use_completion(self.workspace, self.completion, factory.TODAY if accept else None))

    @rule()
    def keep(self) -> None:
        self.tried(lambda: scenarios.save(self.workspace, f"Propuesta {len(self.now.scenarios)}", self.completion, factory.TODAY))

    @precondition(lambda self: self.now.scenarios)
    @rule(pick=picks)
    def take_up(self, pick: int) -> None:
        scenario = self.now.scenarios[pick % len(self.now.scenarios)]
        self.tried(lambda: scenarios.use(self.workspace, scenario))

    @precondition(lambda self: self.now.pairs)
    @rule(pick=picks, deed=st.sampled_from(("consult", "accept", "note", "lock", "unlock", "unpair", "stop", "pause", "resume", "end")))
    def lead_on(self, pick: int, deed: str) -> None:
        pair, workspace, today = self.now.pairs[pick % len(self.now.pairs)], self.workspace, factory.TODAY
        read = pairs.unread_in(self.now, [pair.id])
        said = [Said(pair.id, pair.mentor_id, Answer.YES), Said(pair.id, pair.mentee_id, Answer(list(Answer)[pick % 3]))]
        deeds = {
            "consult": lambda: pairs.consult(workspace, [pair.id], today),
            "accept": lambda: pairs.accept_both(workspace, [pair.id], today, read),
            "note": lambda: pairs.note_answers(workspace, said, today, read),
            "lock": lambda: pairs.set_locked(workspace, pair.id, locked=True),
            "unlock": lambda: pairs.set_locked(workspace, pair.id, locked=False),
            "unpair": lambda: pairs.unpair(workspace, pair.id),
            "stop": lambda: pairs.stop_consulting(workspace, pair.id),
            "pause": lambda: pairs.pause(workspace, pair.id, today),
            "resume": lambda: pairs.resume(workspace, pair.id),
            "end": lambda: pair_life.end_early(workspace, pair.id, today),
        }
        self.tried(deeds[deed])

    @rule(back=st.booleans())
    def step(self, back: bool) -> None:
        if (self.workspace.undo() if back else self.workspace.redo()) is not None:
            assert self.now.pairs in self.seen


def test_no_order_of_deeds_leads_to_a_pair_that_is_not_allowed() -> None:
    quick = settings(max_examples=8, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    run_state_machine_as_test(Schemer, settings=quick)


@pytest.mark.parametrize("block", [block for block in Block if not block.forcible])
def test_a_reason_never_covers_what_cannot_be_forced(block: Block) -> None:
    with pytest.raises(DomainError, match="not_forcible"):
        Forced((Block.HOURS, block), "lo pidieron las dos personas")


def new_boss(workspace: Workspace, person: str, boss: str) -> None:
    """Import a table that names a direct boss."""
    headings = ("Nombre", "Apellidos", "Correo", "Responsable directo")
    known = next(each for each in workspace.snapshot().people.values() if each.email == person)
    table = Table(headings, ((known.first_name, known.last_name, person, boss),), 2)
    report = imports.apply(workspace, imports.plan_import(workspace.snapshot(), table, recognise(headings)))
    assert report.updated == 1


def test_an_import_neither_forms_pairs_nor_leads_one_on_that_it_bars(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    old = pairs.complete(workspace.snapshot())
    new_boss(workspace, "lucia@example.com", "gonzalo@example.com")
    pair = workspace.snapshot().pair(pair_id)
    assert (pair.state, pairs.block_of(workspace.snapshot(), pair)) == (PairState.PROPOSED, Block.BOSS)
    said = [Said(pair_id, mentor, Answer.YES)]
    deeds = (
        lambda: pairs.consult(workspace, [pair_id], factory.TODAY),
        lambda: pairs.note_answers(workspace, said, factory.TODAY),
        lambda: pairs.accept_both(workspace, [pair_id], factory.TODAY),
    )
    for deed in deeds:
        with pytest.raises(DomainError, match="blocked"):
            deed()
    pairs.unpair(workspace, pair_id)
    with pytest.raises(DomainError, match="blocked"):
        pairs.make_pair(workspace, mentor, mentee, REASON)
    assert old.new == ()
    workspace.undo()
    with pytest.raises(DomainError, match="blocked"):
        pairs.answer(workspace, pair_id, mentor, Answer.YES, factory.TODAY)


def test_what_was_accepted_before_stays(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    factory.accept(workspace, [pair_id])
    people.add_exclusion(workspace, mentor, mentee)
    people.withdraw(workspace, mentee, factory.TODAY)
    assert workspace.snapshot().pair(pair_id).state is PairState.ACCEPTED
    pairs.pause(workspace, pair_id, factory.TODAY)
    pairs.resume(workspace, pair_id)
    pairs.end_early(workspace, pair_id, factory.TODAY)


def test_a_consultation_that_is_barred_by_now_can_only_be_refused_or_taken_back(workspace: Workspace) -> None:
    mentor, mentee = factory.two_people(workspace)
    pair_id = pairs.make_pair(workspace, mentor, mentee)
    pairs.answer(workspace, pair_id, mentor, Answer.YES, factory.TODAY)
    people.add_exclusion(workspace, mentor, mentee)
    with pytest.raises(DomainError, match="blocked"):
        pairs.answer(workspace, pair_id, mentee, Answer.YES, factory.TODAY)
    assert pairs.answer(workspace, pair_id, mentee, Answer.NOT_YET, factory.TODAY) is PairState.CONSULTING
    assert pairs.answer(workspace, pair_id, mentee, Answer.OTHER, factory.TODAY) is PairState.DECLINED


def test_a_proposal_worked_out_before_an_exclusion_is_not_taken_over(example: Workspace) -> None:
    completion = pairs.complete(example.snapshot())
    people.add_exclusion(example, completion.new[0].mentor_id, completion.new[0].mentee_id)
    before = example.snapshot()
    for day in (None, factory.TODAY):
        with pytest.raises(DomainError, match="outdated"):
            pairs.use_completion(example, completion, day)
    assert example.snapshot() == before


def test_a_proposal_is_not_taken_over_twice_nor_over_a_pair_made_meanwhile(example: Workspace) -> None:
    completion = pairs.complete(example.snapshot())
    best = completion.new[0]
    pairs.make_pair(example, best.mentor_id, best.mentee_id)
    with pytest.raises(DomainError, match="outdated"):
        pairs.use_completion(example, completion)
    example.undo()
    pairs.use_completion(example, completion)
    with pytest.raises(DomainError, match="outdated"):
        pairs.use_completion(example, completion)


def test_the_command_line_leads_no_barred_pair_on(example: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    best = pairs.complete(example.snapshot()).new[0]
    pair_id = pairs.make_pair(example, best.mentor_id, best.mentee_id)
    people.add_exclusion(example, best.mentor_id, best.mentee_id)
    example.close()
    assert cli.run(["pair", str(example.path), "--accept", "--json", "--today", "2027-01-12"]) == 0
    capsys.readouterr()
    opened = files.open_file(example.path)
    pair = opened.snapshot().pair(pair_id)
    assert pair.state is PairState.PROPOSED
    assert all(barred(opened.snapshot(), each) is None for each in opened.snapshot().living_pairs if each.id != pair_id)
    opened.close()
