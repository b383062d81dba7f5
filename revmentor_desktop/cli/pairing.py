# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The verb that pairs: it completes, proposes, or explains somebody's partners and what each costs the rest."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from revmentor_desktop import i18n
from revmentor_desktop.cli.access import opened
from revmentor_desktop.cli.answers import DONE, Answer, listed, number, rows
from revmentor_desktop.cli.refusals import RefusedError
from revmentor_desktop.cli.verbs import Verbs, minimum, today
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import Person, PersonId, folded
from revmentor_desktop.i18n import _, formats, plural
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.words import pairing, unlocking

Row = Mapping[str, object]


def add_pair(verbs: Verbs) -> None:
    """Add the verb."""
    pair = verbs.add("pair", _("complete the pairing"), _pair, _say_pair)
    pair.add_argument("--objective", choices=[one.value for one in pairs.Objective], default=None, help=_("what to make greatest"))
    pair.add_argument("--minimum", type=minimum, default=None, help=_("least compatibility of a pair, 0 to 100"))
    how = pair.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help=_("write nothing"))
    how.add_argument("--accept", action="store_true", help=_("both people of each new pair said yes"))
    how.add_argument(
        "--explain", metavar="EMAIL", help=_("write nothing: who fits with one person, and what each pair would cost the rest")
    )
    how.add_argument("--proposals", action="store_true", help=_("write nothing: up to three complete proposals"))
    pair.set_defaults(refuse=pair.error)


def _pair(arguments: argparse.Namespace) -> tuple[Answer, int]:
    if arguments.explain is None and not arguments.proposals:
        return _completed(arguments), DONE
    if arguments.objective not in {None, pairs.Objective.TOTAL.value}:
        # The costs go by the total, and the proposals have both: another objective would be passed over in silence.
        arguments.refuse("--objective")
    with opened(arguments.file) as workspace:
        snapshot = workspace.snapshot()
    if arguments.proposals:
        return _proposed(snapshot, arguments.minimum), DONE
    return _explained(snapshot, _named(snapshot, str(arguments.explain)), arguments.minimum), DONE


def _completed(arguments: argparse.Namespace) -> Answer:
    objective = pairs.Objective(arguments.objective or pairs.Objective.TOTAL)
    with opened(arguments.file) as workspace:
        before = workspace.snapshot()
        completion = pairs.complete(before, objective, arguments.minimum)
        if arguments.dry_run:
            after = pairs.as_if(before, completion)
        else:
            pairs.use_completion(workspace, completion, today(arguments) if arguments.accept else None)
            after = workspace.snapshot()
    _say_gap(completion)
    # The file is free again: what would unlock somebody takes longest.
    unlocks = {one.person_id: one for one in pairs.unlocks(after, objective, arguments.minimum)}
    asked = after if arguments.minimum is None else replace(after, edition=replace(after.edition, minimum=arguments.minimum))
    alone = [
        {
            "email": after.people[lonely.person_id].handle,
            "role": _role(after, lonely.person_id),
            "reason": unlocking.reason(unlocking.without_exclusions(lonely), after),
            "unlock": unlocking.unlock(unlocks[lonely.person_id], asked) if unlocks[lonely.person_id].change else None,
        }
        for lonely in pairs.lonely(after, arguments.minimum)
    ]
    standing = _standing(before, after)
    return {"pairs": standing["pairs"], "unpaired": alone, "total": standing["total"], "worst": standing["worst"]}


def _say_gap(completion: pairs.Completion) -> None:
    """Say beside the answer how far from the best a completion may be, if that is not known to be nothing."""
    if completion.gap is not None:
        sys.stderr.write(pairing.not_proved(completion.gap) + "\n")


def _standing(before: Snapshot, after: Snapshot) -> Answer:
    """Return every living pair, and what they come to."""
    scores = pairs.scores(after)
    known = {(pair.mentor_id, pair.mentee_id) for pair in before.living_pairs}
    living: list[Answer] = [
        {
            "mentor": after.people[pair.mentor_id].handle,
            "mentee": after.people[pair.mentee_id].handle,
            "score": scores[pair.id],
            "state": pair.state.value,
            "new": (pair.mentor_id, pair.mentee_id) not in known,
        }
        for pair in after.living_pairs
    ]
    living.sort(key=lambda row: (-float(str(row["score"])), str(row["mentor"]), str(row["mentee"])))
    total, worst = (sum(scores.values()), min(scores.values())) if scores else (None, None)
    return {"pairs": living, "total": total, "worst": worst}


def _role(snapshot: Snapshot, person_id: PersonId) -> str | None:
    role = snapshot.enrolments[person_id].role
    return None if role is None else role.value


def _proposed(snapshot: Snapshot, least: float | None) -> Answer:
    proposals: list[Answer] = []
    for proposal in pairs.propose(snapshot, least):
        _say_gap(proposal.completion)
        left_out = [snapshot.people[person_id].handle for person_id in proposal.completion.unpaired]
        standing = _standing(snapshot, pairs.as_if(snapshot, proposal.completion))
        proposals.append({"name": proposal.name.value, **standing, "left_out": left_out})
    return {"proposals": proposals}


def _named(snapshot: Snapshot, name: str) -> Person:
    """Return the person of the edition with that e-mail, or that ``#code``."""
    wanted = folded(name)
    found = next((one for one in snapshot.people.values() if wanted in {folded(one.handle), f"#{one.code}"}), None)
    if found is None:
        raise RefusedError(_("Nobody has the e-mail “{name}”. Write it as the program shows it, or #code without one.").format(name=name))
    if found.id not in snapshot.enrolments:
        raise RefusedError(_("{name} is not enrolled in this edition. Enrol them first.").format(name=found.short_name))
    return found


def _explained(snapshot: Snapshot, person: Person, least: float | None) -> Answer:
    base = pairs.base(snapshot, least)
    _say_gap(base.completion)
    found = pairs.explain_person(base, person.id)
    return {"email": person.handle, "role": _role(snapshot, person.id), "partners": [_partner(snapshot, one) for one in found]}


def _partner(snapshot: Snapshot, one: pairs.Explained) -> Answer:
    partner, cost = one.partner, one.cost
    told: Answer | None = None
    if cost is not None:
        left_out = [snapshot.people[person_id].handle for person_id in cost.left_out]
        told = {"mentees": cost.mentees, "either": cost.either, "pairs": cost.pairs, "total": cost.total, "left_out": left_out}
    return {
        "email": snapshot.people[partner.person_id].handle,
        "as": "mentor" if partner.as_mentor else "mentee",
        "score": partner.assessment.score,
        "criteria": {criterion.name: criterion.value for criterion in partner.assessment.criteria},
        "blocked": None if partner.block is None else partner.block.value,
        "cost": told,
    }


def _say_pair(answer: Answer) -> str:
    if "partners" in answer:
        return _say_partners(answer)
    if "proposals" in answer:
        return "\n\n".join(_say_proposal(one) for one in rows(answer, "proposals"))
    alone = [f"  {row['email']}: {row['reason']} {row['unlock'] or ''}".rstrip() for row in rows(answer, "unpaired")]
    return "\n".join([*_say_standing(answer), *([_("Without a pair:"), *alone] if alone else [])])


def _say_standing(answer: Row) -> list[str]:
    living = rows(answer, "pairs")
    head = plural("{n} pair, {total} points in all.", "{n} pairs, {total} points in all.", len(living))
    lines = [f"  {number(row['score'])}  {row['mentor']} → {row['mentee']}" for row in living]
    return [head.format(n=len(living), total=number(answer["total"] or 0)), *lines]


def _say_proposal(proposal: Row) -> str:
    names = {"total": _("Most points"), "fairest": _("Fairest"), "alternative": _("An alternative")}
    head, *lines = _say_standing(proposal)
    left_out = _joined(listed(proposal, "left_out"))
    told = ["  " + _("Without a pair:") + " " + left_out] if left_out else []
    return "\n".join([f"{names[str(proposal['name'])]}: {head}", *lines, *told])


def _say_partners(answer: Answer) -> str:
    partners = rows(answer, "partners")
    if not partners:
        return _("Nobody of this edition could be paired with {person}.").format(person=answer["email"])
    head = _("Who could be paired with {person}, and what it would cost the rest:").format(person=answer["email"])
    return "\n".join([head, *(f"  {number(row['score'])}  {_say_partner(row)}" for row in partners)])


def _say_partner(row: Row) -> str:
    said = _("{person}, who would teach: {cost}") if row["as"] == "mentor" else _("{person}, who would learn: {cost}")
    if row["blocked"] is not None:
        block = pairing.block(Block(str(row["blocked"])))
        return said.format(person=row["email"], cost=block[:1].lower() + block[1:])
    return said.format(person=row["email"], cost=_say_cost(cast("Row", row["cost"])))


def _say_cost(cost: Row) -> str:
    figures = {key: float(str(cost[key])) for key in ("mentees", "either", "total")}
    left_out = _joined(listed(cost, "left_out"))
    changes = [
        word.format(change=_signed(figures[key], decimals))
        for key, word, decimals in (
            ("mentees", _("pairs of those who only learn {change}"), 0),
            ("either", _("pairs of those who do both {change}"), 0),
            ("total", _("points {change}"), 2),
        )
        if figures[key]
    ]
    if left_out:
        changes.append(_("without a pair: {people}").format(people=left_out))
    return "; ".join(changes) or _("same pairs and points")


def _signed(value: float, decimals: int) -> str:
    return ("+" if value > 0 else "−") + number(abs(value), decimals)


def _joined(people: Sequence[object]) -> str:
    return formats.joined([str(person) for person in people], i18n.current())
