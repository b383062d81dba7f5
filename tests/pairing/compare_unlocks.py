# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The change that unlocks a pair, in many firms: it does, and nothing smaller of its kind does, nor any kind before it.

Run it by itself for many firms: ``python -m tests.pairing.compare_unlocks 300``. Small firms are compared with every change
made and every solution looked at; firms of 10 to 30 people with `exact_model`: the change must unlock, smaller ones, by lot,
must not.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.change import Change, ChangeKind, with_change
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Completion, Objective, complete, with_pairs
from revmentor_desktop.pairing.unlock import Outcome, Unlock, unlocks
from tests.pairing import by_hand, changed, exact_model, made_up, resolved
from tests.pairing.firms import firms
from tests.pairing.test_unlock import check_smallest

TRIED = 6
"""Smaller changes that are tried for each person in a larger firm."""


def small(number: int, seen: Counter[str]) -> None:
    """Compare ``number`` small firms; raises AssertionError at the first difference."""

    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(firms(), st.sampled_from(list(Objective)))
    def compare(situation: Situation, objective: Objective) -> None:
        base = changed.Base(situation, objective)
        for found in unlocks(situation, objective):
            seen[found.change.kind.value if found.change else found.outcome.value] += 1
            if found.outcome in {Outcome.CHANGE, Outcome.NONE}:
                check_smallest(base, found)

    compare()


def differences(seed: int, seen: Counter[str], largest: int = 30) -> Iterator[str]:
    """Yield what is wrong in one larger firm."""
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    situation = made_up.firm(seed, chance.randint(10, largest), chance.choice([0.0, 0.15, 0.3]), 9, 0.4)
    base = complete(situation)
    standing = with_pairs(situation, base)
    for found in unlocks(situation):
        seen[found.change.kind.value if found.change else found.outcome.value] += 1
        if found.change is not None and not unlocked(standing, base, found.change, found.person_id):
            yield f"seed {seed}: {found} unlocks nothing"
        if found.outcome in {Outcome.CHANGE, Outcome.NONE}:
            yield from (
                f"seed {seed}: {change} is smaller than {found}"
                for change in smaller(standing, found, chance)
                if unlocked(standing, base, change, found.person_id)
            )


def unlocked(standing: Situation, base: Completion, change: Change, person_id: PersonId) -> bool:
    """Whether the model says so: one pair more, one of the person's, and nobody left out."""
    now = with_change(standing, change)
    everybody = frozenset({*resolved.people(base), person_id})
    found = exact_model.exact(now, everybody)
    more = found.mentees > base.mentees or (found.mentees == base.mentees and found.either > base.either)
    return more and found.left_out == 0


def smaller(standing: Situation, found: Unlock, chance: random.Random) -> list[Change]:
    """Return changes of kinds before that of ``found``, and smaller ones of the same kind, by lot."""
    listed: list[Change] = []
    for kind in ChangeKind:
        same = found.change is not None and found.change.kind is kind
        if kind is ChangeKind.HOURS:
            least = found.change.minutes if same and found.change is not None else None
            keys = changed.hours(standing, found.person_id)
            listed += [change for key, change in keys if least is None or key[0] < (least or 0)]
        elif same and kind is ChangeKind.MINIMUM:
            least_score = found.change.minimum if found.change is not None else None
            minima = changed.others(standing, {}, kind)
            listed += [change for change in minima if (change.minimum or 0.0) > (least_score or 0.0) + 1e-9]
        elif not same:
            listed += changed.others(standing, {}, kind)
        if same:
            break
    chance.shuffle(listed)
    return list(islice((change for change in listed if opens(standing, change, found.person_id)), TRIED))


def opens(standing: Situation, change: Change, person_id: PersonId) -> bool:
    """Whether the change is one that is asked for: a place, the minimum, or answers that make a new pair of the person possible."""
    if change.kind in {ChangeKind.PLACE, ChangeKind.MINIMUM}:
        return True
    after = with_change(standing, change)
    others = [one for one in standing.enrolments if one != person_id] if change.person_id == person_id else [change.person_id]
    least = standing.edition.minimum
    for other in others:
        two = {one: standing.enrolments[one] for one in (person_id, other) if one is not None}
        before, now = (
            by_hand.possible(replace(one, enrolments={key: one.enrolments[key] for key in two}), least) for one in (standing, after)
        )
        if {*now} - {*before}:
            return True
    return False


def main() -> None:
    """Compare as many firms as asked for, small ones, and a fifth as many larger ones."""
    number, seen = int(sys.argv[1]), Counter[str]()
    small(number, seen)
    sys.stdout.write(f"{number} small firms, 0 differences: {dict(seen)}\n")
    seen.clear()
    found = [one for seed in range(number // 5) for one in differences(seed, seen)]
    sys.stdout.write("\n".join([*found, f"{number // 5} larger firms, {len(found)} differences: {dict(seen)}"]) + "\n")


if __name__ == "__main__":
    main()
