# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Costs in made-up firms against solving again, with the program's own solver and with another exact model.

Run it by itself for many firms: ``python -m tests.pairing.compare_costs 500``.
"""

import random
import sys
from collections.abc import Callable, Iterator

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import Baseline, Cost, baseline, costs
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete
from tests.pairing import exact_model, made_up, resolved

SAME = 1e-5
"""By how much two totals may differ: the tolerances of the solvers."""
Figures = tuple[int, int, float, float, int | None]


def by_the_solver(seed: int, size: int, people: int, either: float | None = None) -> str | None:
    """Compare some people's costs with completing again; return the first difference. Who is left out is not looked at."""

    def again(base: Baseline, couple: resolved.Couple) -> Figures:
        now = resolved.with_pair(base.situation, couple)
        return (*resolved.figures(now, complete(now)), None)

    return _first_difference(_firm(seed, size, either, None), seed, people, again)


def by_another_model(seed: int, size: int, people: int, topics: int | None = None) -> str | None:
    """Compare some people's costs with `exact_model`; return the first difference."""

    def again(base: Baseline, couple: resolved.Couple) -> Figures:
        now = resolved.with_pair(base.situation, couple)
        found = exact_model.exact(now, base.paired)
        mentees, others, mentees_total, total = resolved.figures_of(now, [(pair.mentor_id, pair.mentee_id) for pair in now.fixed()])
        mentees_total += found.mentees_total
        total += found.mentees_total + found.either_total
        return mentees + found.mentees, others + found.either, mentees_total, total, found.left_out

    return _first_difference(_firm(seed, size, None, topics), seed, people, again)


def _firm(seed: int, size: int, either: float | None, topics: int | None) -> Situation:
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    share = chance.choice([0.0, 0.15, 0.3, 0.6, 1.0]) if either is None else either
    width = chance.choice([1, 2, 4, 9]) if topics is None else topics
    return made_up.firm(seed, chance.randint(size // 2, size), share, width, chance.choice([0.3, 0.5, 0.7]))


def _first_difference(situation: Situation, seed: int, people: int, again: Callable[[Baseline, resolved.Couple], Figures]) -> str | None:
    base = baseline(situation)
    before = resolved.figures(situation, base.completion)
    chosen = random.Random(seed).sample(sorted(situation.people), people)  # noqa: S311
    for one in _all_costs(base, chosen):
        figures = again(base, (one.mentor_id, one.mentee_id))
        mentees, either, mentees_total, total = (new - old for new, old in zip(figures[:4], before, strict=True))
        same = (one.mentees, one.either) == (mentees, either) and figures[4] in (None, len(one.left_out))
        if not same or max(abs(one.mentees_total - mentees_total), abs(one.total - total)) > SAME:
            return f"seed {seed}: {one}, but {mentees} mentees, {either} either, {mentees_total}, {total}, {figures[4]} left out"
    return None


def _all_costs(base: Baseline, people: list[PersonId]) -> Iterator[Cost]:
    for person_id in people:
        yield from costs(base, person_id).values()


def main() -> None:
    """Compare as many firms as asked for."""
    found = [
        difference
        for seed in range(1000, 1000 + int(sys.argv[1]))
        for difference in (by_another_model(seed, size=16, people=2), by_the_solver(seed, size=30, people=2))
        if difference is not None
    ]
    sys.stdout.write("\n".join([*found, f"{sys.argv[1]} firms, {len(found)} differences"]) + "\n")


if __name__ == "__main__":
    main()
