# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What leaves the board (letters, papers, invitations, the command line, the name of a step) tells no incompatibility and no refusal."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from revmentor_desktop import cli
from revmentor_desktop.domain.pairs import Answer, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Want
from revmentor_desktop.programme import coverage, letters, pairing_papers, pairs, people, scenarios
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.coverage import invitation
from revmentor_desktop.ui.pairs.completion.offers import work_out
from revmentor_desktop.ui.pairs.completion.paper import shown_of
from revmentor_desktop.ui.pairs.completion.saved import saved_offer
from revmentor_desktop.ui.pairs.completion.today import offers_of
from revmentor_desktop.ui.words import action_names
from tests import factory
from tests.documents.sample import text_of

REASON, NOTE = "Zarzamora", "Escaramujo"
"""Why two people must not meet, and what HR keeps to itself of everybody. Both stand nowhere else in the world."""
PUBLIC = "Brezal"
"""What everybody is called in the run that shows that each output is really read."""
UNLUCKY = "Mercedes"
"""Somebody whom only incompatibilities leave without a pair."""


def who(workspace: Workspace, name: str) -> PersonId:
    return next(one.id for one in workspace.snapshot().people.values() if one.first_name.startswith(name))


def propose(workspace: Workspace, mentor: str, mentee: str) -> PairId:
    return pairs.make_pair(workspace, who(workspace, mentor), who(workspace, mentee))


def an_autumn(workspace: Workspace, refuses: str) -> None:
    """Save a proposal, ask three pairs of which one says no, and note incompatibilities in everything that was there before."""
    scenarios.save(workspace, "Enero", pairs.complete(workspace.snapshot()), factory.TODAY)
    asked = [propose(workspace, *couple) for couple in (("Paula", "Concepción"), ("Sara", "Itziar"), ("Lucía", "Gonzalo"))]
    pairs.consult(workspace, asked, factory.TODAY)
    pairs.answer(workspace, asked[1], who(workspace, "Sara"), Answer.YES, factory.TODAY)
    pairs.answer(workspace, asked[0], who(workspace, refuses), Answer.OTHER, factory.TODAY)
    people.add_exclusion(workspace, who(workspace, "Lucía"), who(workspace, "Gonzalo"), REASON)
    unlucky = who(workspace, UNLUCKY)
    for other in workspace.snapshot().enrolments:
        if other != unlucky:
            people.add_exclusion(workspace, unlucky, other, REASON)
    for answers in list(workspace.snapshot().enrolments.values()):
        people.save_enrolment(workspace, replace(answers, private_notes=NOTE))


def leaving(workspace: Workspace, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Everything that somebody else may come to read, by what it is."""
    return {**dict(written(workspace, folder)), **dict(printed(workspace)), **dict(called(workspace, folder, capsys))}


def written(workspace: Workspace, folder: Path) -> Iterator[tuple[str, str]]:
    snapshot = workspace.snapshot()
    chosen = letters.letters(snapshot, letters.to_ask(snapshot), letters.reply_by(factory.TODAY))
    yield "letters", "\n".join(f"{one.subject}\n{one.text}" for one in chosen)
    drafts = [message_from_bytes(path.read_bytes(), policy=default) for path in letters.write_drafts(chosen, folder / "cartas")]
    yield "drafts", "\n".join(f"{draft.items()}\n{draft.get_content()}" for draft in drafts)
    texts: list[str] = []
    for cover in coverage.coverage(snapshot):
        texts += [invitation.to_all(cover, snapshot)] if cover.wanted else []
        texts += [invitation.by_name(one, cover, snapshot) for one in coverage.invitees(snapshot, cover.topic_id)]
        texts += [invitation.for_talk(snapshot.people[one.person_id], cover, snapshot) for one in cover.offered]
    yield "invitations", "\n".join(texts)


def printed(workspace: Workspace) -> Iterator[tuple[str, str]]:
    snapshot = workspace.snapshot()
    yield "sheet", text_of(pairing_papers.matching_sheet_pdf(snapshot, factory.TODAY))
    offers = (*offers_of(work_out(snapshot, lambda: None))[:2], saved_offer(snapshot, snapshot.scenarios[0]))
    yield "comparison", text_of(pairing_papers.comparison_pdf(snapshot, shown_of(offers), factory.TODAY))


def called(workspace: Workspace, folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    path = folder / "para-la-orden.revmentor"
    workspace.copy_to(path, replace=True)
    address = str(workspace.snapshot().people[who(workspace, "Gonzalo")].email)
    for words in (["--dry-run"], ["--proposals", "--json"], ["--explain", address, "--json"]):
        assert cli.run(["pair", str(path), *words]) == 0
        yield " ".join(words).replace(address, "Gonzalo"), "".join(capsys.readouterr())


def steps(workspace: Workspace) -> str:
    """The names of everything that was done, as «Deshacer» says them."""
    names: list[str] = []
    while workspace.next_undo is not None:
        names.append(action_names.sentence(workspace.next_undo))
        workspace.undo()
    return "\n".join(names)


def telling(outputs: Mapping[str, str], *words: str) -> set[str]:
    """Which outputs hold one of the words."""
    return {name for name, text in outputs.items() if any(word.casefold() in text.casefold() for word in words)}


def test_no_reason_and_no_private_note_is_in_anything_that_leaves(
    example: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    an_autumn(example, "Concepción")
    outputs = leaving(example, tmp_path, capsys)
    everything = {**outputs, "log": caplog.text, "steps": steps(example)}
    assert telling(everything, REASON, NOTE) == set()
    # `--explain` says by contract what blocks; nothing else tells that there is an incompatibility at all, or that somebody said no.
    silent = {name: text for name, text in everything.items() if not name.startswith("--explain")}
    assert telling(silent, "incompatib", "exclusi", "no aceptada", "declined") == set()
    assert f"Nadie puede ser pareja de {UNLUCKY}" in outputs["--dry-run"]
    assert telling({"letters": outputs["letters"], "drafts": outputs["drafts"]}, "puntos", "de 100", "acepta") == set()


def test_nothing_that_leaves_differs_by_who_refused(example: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    an_autumn(example, "Concepción")
    one = leaving(example, tmp_path, capsys)
    named = steps(example)
    an_autumn(example, "Paula")
    assert leaving(example, tmp_path, capsys) == one
    assert steps(example) == named


def test_what_is_looked_through_is_really_read(example: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A word that may leave is found in every output: so would one that may not."""
    for person in list(example.snapshot().people.values()):
        people.save_person(example, replace(person, first_name=f"{person.first_name} {PUBLIC}", email=f"{PUBLIC}.{person.email}"))
    lonely_topic = next(topic.id for topic in example.snapshot().topics.values() if topic.name == "Accesibilidad y discapacidad")
    learner = example.snapshot().enrolments[who(example, "Gonzalo")]
    people.save_enrolment(example, replace(learner, wants=(*learner.wants, Want(lonely_topic, 3))))
    an_autumn(example, "Concepción")
    outputs = leaving(example, tmp_path, capsys)
    outputs["steps"] = steps(example)
    assert telling(outputs, PUBLIC) == set(outputs)
    assert len(outputs) == 9
