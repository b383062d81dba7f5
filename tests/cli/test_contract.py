# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Each verb gives the JSON and the exit status that the contract promises."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop import cli
from tests.cli.conftest import Call
from tests.source import ROOT

TODAY = ("--today", "2027-01-12")


def test_example_says_people_and_edition_and_refuses_an_existing_file(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "nuevo.revmentor"
    made = call("example", path, "--json")
    assert (made.status, made.json) == (0, {"people": 28, "edition": "Piloto 2027"})
    before = path.read_bytes()
    again = call("example", path, "--json")
    assert (again.status, again.out, path.read_bytes()) == (3, "", before)
    assert again.err.count("\n") == 1


def test_pair_without_more_gives_proposals(call: Call, example_path: Path) -> None:
    answer = call("pair", example_path, "--json").json
    assert set(answer) == {"pairs", "unpaired", "total", "worst"}
    pairs = answer["pairs"]
    assert isinstance(pairs, list)
    assert len(pairs) == 13
    assert {row["state"] for row in pairs} == {"proposed"}
    assert all(row["new"] for row in pairs)
    assert set(pairs[0]) == {"mentor", "mentee", "score", "state", "new"}
    assert answer["total"] == pytest.approx(702.65 + 106.67, abs=0.01)
    assert answer["worst"] == pytest.approx(min(row["score"] for row in pairs))


def test_pair_again_keeps_what_is_there(call: Call, example_path: Path) -> None:
    first = call("pair", example_path, "--json").json
    second = call("pair", example_path, "--json").json
    assert [row["new"] for row in second["pairs"]] == [False] * 13  # type: ignore[attr-defined, union-attr]
    assert second["total"] == first["total"]


def test_a_dry_run_writes_nothing(call: Call, example_path: Path) -> None:
    assert len(call("pair", example_path, "--dry-run", "--json").json["pairs"]) == 13  # type: ignore[arg-type]
    assert call("check", example_path, "--json").json["pairs"] == 0


def test_every_unpaired_person_has_a_reason(call: Call, example_path: Path) -> None:
    unpaired = call("pair", example_path, "--accept", *TODAY, "--json").json["unpaired"]
    assert isinstance(unpaired, list)
    assert {"folmo@talleresalbor.example.com", "mibanez@talleresalbor.example.com"} & {row["email"] for row in unpaired}
    for row in unpaired:
        assert set(row) == {"email", "role", "reason", "unlock"}
        assert row["reason"].endswith(".")


def test_the_fairest_objective_has_no_lower_worst_pair(call: Call, example_path: Path) -> None:
    total = call("pair", example_path, "--dry-run", "--json").json
    fairest = call("pair", example_path, "--dry-run", "--objective", "fairest", "--json").json
    assert len(fairest["pairs"]) == len(total["pairs"])  # type: ignore[arg-type]
    assert float(str(fairest["total"])) <= float(str(total["total"])) + 1e-9


def test_the_whole_way_from_people_to_papers(call: Call, example_path: Path, tmp_path: Path) -> None:
    assert call("pair", example_path, "--accept", *TODAY, "--json").json["pairs"][0]["state"] == "accepted"  # type: ignore[index]
    plan = call("plan", example_path, *TODAY, "--json").json
    assert len(plan["sessions"]) == 130  # type: ignore[arg-type]
    assert plan["unplaced"] == []
    row = plan["sessions"][0]  # type: ignore[index]
    assert set(row) == {"mentor", "mentee", "number", "start", "minutes"}
    assert len(row["start"]) == len("2027-01-21T09:00")
    assert call("plan", example_path, *TODAY, "--json").json == plan
    folder = tmp_path / "acuerdos" / "nuevos"
    files = call("agreements", example_path, "--out", folder, *TODAY, "--json").json["files"]
    assert isinstance(files, list)
    assert [f["number"] for f in files] == [f"2027-P-{n:02d}" for n in range(1, 14)]
    assert all(f["pages"] == 2 and (folder / f["file"]).read_bytes().startswith(b"%PDF") for f in files)
    check = call("check", example_path, "--json")
    assert (check.status, check.json) == (0, {"sound": True, "people": 28, "pairs": 13, "sessions": 130, "faults": []})


def test_agreements_in_the_other_language_keep_their_number(call: Call, example_path: Path, tmp_path: Path) -> None:
    call("pair", example_path, "--accept", *TODAY)
    spanish = call("agreements", example_path, "--out", tmp_path / "es", *TODAY, "--json").json["files"]
    english = call("agreements", example_path, "--out", tmp_path / "en", "--language", "en", *TODAY, "--json").json["files"]
    assert [f["number"] for f in english] == [f["number"] for f in spanish]  # type: ignore[union-attr]
    assert (tmp_path / "en" / "2027-P-01.pdf").read_bytes() != (tmp_path / "es" / "2027-P-01.pdf").read_bytes()


def test_importing_the_same_table_twice_changes_nothing(call: Call, tmp_path: Path) -> None:
    path, table = tmp_path / "p.revmentor", Path("resources/example/personas_ejemplo.csv")
    call("example", path)
    again = call("import", path, table, "--json").json
    assert (again["added"], again["updated"], again["unchanged"], again["rejected"]) == (0, 0, 28, [])


def test_a_readable_summary_in_spanish_without_json(call: Call, example_path: Path) -> None:
    said = call("pair", example_path)
    assert said.status == 0
    assert "13 parejas" in said.out


@pytest.mark.parametrize("words", [[], ["--minimum", "mucho"], ["--objective", "best"], ["--dry-run", "--accept"], ["--today", "ayer"]])
def test_wrong_words_are_exit_2_and_nothing_is_printed(call: Call, example_path: Path, words: list[str]) -> None:
    said = call("pair", *([example_path] if words else []), *words, "--json")
    assert (said.status, said.out) == (2, "")


def test_json_is_one_object_and_keeps_letters(call: Call, example_path: Path) -> None:
    out = call("pair", example_path, "--json").out
    assert out.count("\n") == 1
    assert json.loads(out)


@pytest.mark.parametrize(
    ("words", "is_verb"),
    [
        ([], False),
        (["--example"], False),
        (["nuevo.revmentor"], False),
        (["check"], True),
        (["--help"], True),
        (["chek"], True),
        (["."], False),
    ],
)
def test_a_verb_is_told_from_a_file(words: list[str], is_verb: bool) -> None:
    assert cli.is_for(words) is is_verb


def test_every_verb_is_known_before_the_parser_is_made(call: Call) -> None:
    helped = call("--help")
    assert helped.status == 0
    assert all(call(verb, "--help").status == 0 for verb in cli.VERBS)
    assert "{" + ",".join(cli.VERBS) + "}" in helped.out.replace("\n", "").replace(" ", "")


def test_what_a_library_prints_by_itself_is_no_part_of_the_answer() -> None:
    code = "import os; from revmentor_desktop import cli; cli.keep_apart(); os.write(1, b'noise'); print('¡respuesta!')"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert (done.stdout.decode().strip(), done.stderr) == ("¡respuesta!", b"")


def test_an_unknown_verb_is_exit_2(call: Call) -> None:
    assert call("chek", "x.revmentor").status == 2


def test_the_program_itself_answers_and_never_shows_a_trace(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    for words, status in ((["check", "no.revmentor"], 3), (["pair"], 2), (["x.revmentor"], 3)):
        done = subprocess.run(
            [sys.executable, "-m", "revmentor_desktop", *words], capture_output=True, text=True, check=False, env=bare, cwd=ROOT
        )
        assert (done.returncode, done.stdout) == (status, "")
        assert "Traceback" not in done.stderr
