# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The verb `pair` as assistant: who fits and what it costs, complete proposals, and what would unlock somebody."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.i18n import formats
from revmentor_desktop.pairing.solve import complete
from revmentor_desktop.programme import files, pairs, people
from revmentor_desktop.programme.snapshot import Snapshot
from tests.cli.conftest import Call
from tests.pairing import exact_model, resolved

TODAY = ("--today", "2027-01-12")
AT = "@talleresalbor.example.com"
SECRET = "Un pleito de hace años"


def snapshot_of(path: Path) -> Snapshot:
    workspace = files.open_file(path)
    snapshot = workspace.snapshot()
    workspace.close()
    return snapshot


def partners(call: Call, path: Path, name: str, *words: str) -> list[dict[str, Any]]:
    said = call("pair", path, "--explain", name if name.startswith("#") else name + AT, *words, "--json")
    assert said.status == 0, said.err
    assert set(said.json) == {"email", "role", "partners"}
    return said.json["partners"]  # type: ignore[return-value]


def exclude(path: Path, one: str, other: str) -> None:
    workspace = files.open_file(path)
    ids = {person.handle.removesuffix(AT): person.id for person in workspace.snapshot().people.values()}
    people.add_exclusion(workspace, ids[one], ids[other], SECRET)
    workspace.close()


def without_email(path: Path, name: str) -> str:
    """Take an e-mail away and return how the person is named now."""
    workspace = files.open_file(path)
    person = next(one for one in workspace.snapshot().people.values() if one.email == name + AT)
    people.save_person(workspace, replace(person, email=None, uses_email=False))
    workspace.close()
    return f"#{person.code}"


def test_everybody_whose_role_fits_is_explained_in_each_direction_blocked_ones_last(call: Call, example_path: Path) -> None:
    found = partners(call, example_path, "rperalta")
    snapshot = snapshot_of(example_path)
    roles = {person.handle: snapshot.enrolments[person.id].role for person in snapshot.people.values()}
    fitting = {(handle, side) for handle, role in roles.items() if role for side in ("mentor", "mentee") if handle != "rperalta" + AT}
    fitting = {(one, side) for one, side in fitting if (roles[one].teaches if side == "mentor" else roles[one].learns)}  # type: ignore[union-attr]
    assert {(row["email"], row["as"]) for row in found} == fitting
    assert len(found) == len(fitting) == 27 + sum(role == "either" for role in roles.values()) - 1
    keys = [(row["blocked"] is not None, -row["score"]) for row in found]
    assert keys == sorted(keys)
    for row in found:
        assert set(row) == {"email", "as", "score", "criteria", "blocked", "cost"}
        assert list(row["criteria"]) == ["learn", "give_back", "hours", "hierarchy", "department", "ease"]
        assert (row["cost"] is None) == (row["blocked"] is not None)


@pytest.mark.parametrize("words", [(), ("--minimum", "55")])
@pytest.mark.parametrize("name", ["rperalta", "gprieto"])
def test_a_cost_is_what_solving_again_around_the_pair_gives(call: Call, example_path: Path, name: str, words: tuple[str, ...]) -> None:
    snapshot = snapshot_of(example_path)
    edition = replace(snapshot.edition, minimum=float(words[1])) if words else snapshot.edition
    situation = replace(pairs.situation(snapshot), edition=edition)
    ids = {person.handle: person.id for person in snapshot.people.values()}
    base = complete(situation)
    before = resolved.figures(situation, base)
    for row in partners(call, example_path, name, *words):
        if row["cost"] is None:
            continue
        couple = (ids[row["email"]], ids[name + AT]) if row["as"] == "mentor" else (ids[name + AT], ids[row["email"]])
        now = resolved.with_pair(situation, couple)
        after = resolved.figures(now, complete(now))
        cost = row["cost"]
        assert (cost["mentees"], cost["either"]) == (after[0] - before[0], after[1] - before[1])
        assert cost["pairs"] == cost["mentees"] + cost["either"]
        assert cost["total"] == pytest.approx(after[3] - before[3], abs=1e-6)
        lost = {ids[one] for one in cost["left_out"]}
        assert lost <= resolved.people(base) - {*couple}
        assert len(lost) == exact_model.exact(now, frozenset(resolved.people(base))).left_out


def test_nothing_is_written_by_looking(call: Call, example_path: Path) -> None:
    before = snapshot_of(example_path)
    for words in (("--explain", "rperalta" + AT), ("--proposals",)):
        assert call("pair", example_path, *words).status == 0
    assert snapshot_of(example_path) == before


def test_somebody_in_a_pair_that_stands_costs_nothing_and_the_others_are_blocked(call: Call, example_path: Path) -> None:
    call("pair", example_path, "--accept", *TODAY)
    free = [row for row in partners(call, example_path, "gprieto") if row["blocked"] is None]
    assert [(row["email"], row["as"]) for row in free] == [("lserrano" + AT, "mentor")]
    assert free[0]["cost"] == {"mentees": 0, "either": 0, "pairs": 0, "total": 0.0, "left_out": []}


def test_an_exclusion_is_named_and_its_reason_is_not(call: Call, example_path: Path) -> None:
    exclude(example_path, "gprieto", "lserrano")
    assert [row["blocked"] for row in partners(call, example_path, "gprieto") if row["email"] == "lserrano" + AT] == ["exclusion"]
    for words in (("--explain", "gprieto" + AT), ("--proposals",), ("--dry-run",)):
        for form in ((), ("--json",)):
            said = call("pair", example_path, *words, *form)
            assert SECRET not in said.out + said.err
    assert "incompatibilidad anotada" in call("pair", example_path, "--explain", "gprieto" + AT).out


def test_somebody_without_e_mail_is_named_by_the_code(call: Call, example_path: Path) -> None:
    code = without_email(example_path, "lserrano")
    assert len(partners(call, example_path, code)) == 16
    assert any(row["email"] == code for row in partners(call, example_path, "gprieto"))


@pytest.mark.parametrize("name", ["nadie@e.es", "#999", "", "rperalta"])
def test_an_unknown_person_is_exit_3_with_a_sentence(call: Call, example_path: Path, name: str) -> None:
    said = call("pair", example_path, "--explain", name, "--json")
    assert (said.status, said.out, said.err.count("\n")) == (3, "", 1)
    assert name in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["--explain", "a@b.es", "--accept"],
        ["--explain", "a@b.es", "--dry-run"],
        ["--explain", "a@b.es", "--proposals"],
        ["--proposals", "--accept"],
        ["--proposals", "--dry-run"],
        ["--proposals", "--objective", "fairest"],
        ["--explain"],
        ["--proposals", "--minimum", "101"],
    ],
)
def test_words_that_exclude_each_other_are_exit_2(call: Call, example_path: Path, words: list[str]) -> None:
    said = call("pair", example_path, *words, "--json")
    assert (said.status, said.out) == (2, "")


def test_proposals_are_complete_and_the_first_is_the_completion(call: Call, example_path: Path) -> None:
    proposals: list[dict[str, Any]] = call("pair", example_path, "--proposals", "--json").json["proposals"]  # type: ignore[assignment]
    plain = call("pair", example_path, "--dry-run", "--json").json
    assert [one["name"] for one in proposals] == ["total", "alternative"]
    for one in proposals:
        assert set(one) == {"name", "pairs", "total", "worst", "left_out"}
        assert one["total"] == pytest.approx(sum(row["score"] for row in one["pairs"]))
        assert one["worst"] == min(row["score"] for row in one["pairs"])
        paired = {row[side] for row in one["pairs"] for side in ("mentor", "mentee")}
        assert len(paired) + len(one["left_out"]) == 28
        assert not paired & {*one["left_out"]}
    assert (proposals[0]["pairs"], proposals[0]["total"]) == (plain["pairs"], plain["total"])
    assert {*proposals[0]["left_out"]} == {row["email"] for row in plain["unpaired"]}  # type: ignore[attr-defined, union-attr]


def test_the_minimum_holds_for_proposals_too(call: Call, example_path: Path) -> None:
    proposals: list[dict[str, Any]] = call("pair", example_path, "--proposals", "--minimum", "100", "--json").json["proposals"]  # type: ignore[assignment]
    assert [(one["name"], one["pairs"], one["total"], one["worst"], len(one["left_out"])) for one in proposals] == [
        ("total", [], None, None, 28)
    ]


def test_somebody_without_a_pair_is_told_what_would_unlock_one(call: Call, example_path: Path) -> None:
    unpaired: list[dict[str, Any]] = call("pair", example_path, "--json").json["unpaired"]  # type: ignore[assignment]
    told = {row["email"].removesuffix(AT): row["unlock"] for row in unpaired}
    assert told["folmo"] == "Con una hora más, el lunes de 07:00 a 08:00, Fermín podría formar pareja con Hugo Barrios: 60 de 100."
    assert told["cdomenech"] is told["damor"] is None
    said = call("pair", example_path)
    assert all(unlock is None or unlock in said.out for unlock in told.values())


def test_the_unlock_follows_the_minimum_asked_for(call: Call, example_path: Path) -> None:
    unpaired: list[dict[str, Any]] = call("pair", example_path, "--dry-run", "--minimum", "90", "--json").json["unpaired"]  # type: ignore[assignment]
    told = {row["email"].removesuffix(AT): row["unlock"] for row in unpaired}
    assert told["carias"] == "Con un mínimo de 79,66 en lugar de 90, Concepción podría formar pareja con Paula Cid: 80 de 100."
    assert told["gprieto"].endswith("Gonzalo podría formar pareja con Lucía Serrano: 91 de 100.")


def test_the_summaries_are_spanish_and_hide_no_score(call: Call, example_path: Path) -> None:
    explained = call("pair", example_path, "--explain", "rperalta" + AT).out
    assert "Quién podría formar pareja con rperalta" in explained
    assert formats.number(65.33, "es", 2) in explained
    assert "relación jerárquica directa" in explained
    proposed = call("pair", example_path, "--proposals").out
    assert proposed.startswith("Más puntos: 13 parejas")
    assert "\n\nUna alternativa: 12 parejas" in proposed
