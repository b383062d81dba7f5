# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The automatic completion in made-up firms of 5 to 60 people against `exact_model`, an integer programme of its own.

Run it by itself for many firms: ``python -m tests.pairing.compare_completion 500``.
"""

import random
import sys
from collections import Counter

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective, complete
from tests.pairing import exact_model, made_up

SAME = 1e-5
"""By how much two totals may differ: the tolerances of the solvers."""
SMALLEST, LARGEST = 5, 60


def firm(seed: int, largest: int = LARGEST) -> Situation:
    """A firm with places for several, *either* people, exclusions, bosses, fixed pairs, proposals, pairs that are over, and ties."""
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    share, topics = chance.choice([0.0, 0.15, 0.3, 0.5]), chance.choice([1, 2, 4, 9])
    return made_up.firm(seed, chance.randint(SMALLEST, largest), share, topics, chance.choice([0.3, 0.5, 0.7]))


def difference(situation: Situation, objective: Objective) -> str | None:
    """Return how the completion differs from the model, ``None`` if it does not."""
    found, other = complete(situation, objective), exact_model.exact(situation, frozenset(), objective)
    if (found.mentees, found.either) != (other.mentees, other.either):
        return f"{found.mentees} mentees and {found.either} either, but {other.mentees} and {other.either}"
    if max(abs(found.total - other.mentees_total), abs(found.either_total - other.either_total)) > SAME:
        return f"{found.total} and {found.either_total}, but {other.mentees_total} and {other.either_total}"
    if objective is Objective.FAIREST and abs((found.worst or 0.0) - (other.worst or 0.0)) > SAME:
        return f"worst {found.worst}, but {other.worst}"
    return None


def kinds(situation: Situation) -> list[str]:
    """What a firm has."""
    roles = [enrolment.role for enrolment in situation.enrolments.values()]
    has = {
        "either": Role.EITHER in roles,
        "several places": any(enrolment.capacity > 1 for enrolment in situation.enrolments.values()),
        "exclusions": bool(situation.exclusions),
        "fixed pairs": bool(situation.fixed()),
        "locked proposals": any(pair.locked and pair.state.living for pair in situation.pairs),
        "proposals to replace": bool(situation.replaceable()),
        "pairs that are over": bool(situation.over()),
    }
    return [name for name, applies in has.items() if applies]


def main() -> None:
    """Compare as many firms as asked for, each by both objectives."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for seed in range(int(sys.argv[1])):
        situation = firm(seed)
        seen.update([*kinds(situation), "people"] + ["people"] * (len(situation.people) - 1))
        for objective in Objective:
            other = difference(situation, objective)
            if other is not None:
                found.append(f"seed {seed}, {objective}: {other}")
    sys.stdout.write("\n".join([*found, f"{sys.argv[1]} firms, both objectives, {len(found)} differences; {dict(seen)}"]) + "\n")


if __name__ == "__main__":
    main()
