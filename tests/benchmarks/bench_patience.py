# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long a computation that is cancelled goes on at the most: the longest time between two questions whether to go on.

Run it by itself: ``python -m tests.benchmarks.bench_patience``. It is no test: a clock proves nothing on a busy machine.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from revmentor_desktop.pairing.cost import baseline, costs
from revmentor_desktop.pairing.explain import lonely
from revmentor_desktop.pairing.proposals import proposals
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete, with_pairs
from revmentor_desktop.pairing.unlock import unlock
from tests.benchmarks.bench_cost import asked
from tests.benchmarks.bench_solve import firm, with_places


def longest(work: Callable[[Callable[[], None]], object]) -> tuple[float, int]:
    """Return the longest time between two questions, the first and last step included, and how many there were."""
    moments = [time.perf_counter()]
    work(lambda: moments.append(time.perf_counter()))
    moments.append(time.perf_counter())
    return max(after - before for before, after in pairwise(moments)), len(moments) - 2


def completed(situation: Situation, check: Callable[[], None]) -> object:
    """Complete the pairing, asking as the window does."""

    def cancelled() -> bool:
        check()
        return False

    return complete(situation, cancelled=cancelled)


def main() -> None:
    """Print the figures."""
    for share, places in ((0.0, 1), (0.15, 1), (0.15, 3)):
        situation = with_places(firm(250, share), places)
        base = baseline(situation)
        strict = replace(situation, edition=replace(situation.edition, minimum=60))
        after = with_pairs(strict, complete(strict))
        person, alone = asked(base)[4], lonely(after)[0].person_id
        jobs: dict[str, Callable[[Callable[[], None]], object]] = {
            "completion": lambda check, s=situation: completed(s, check),
            "costs of one person": lambda check, b=base, p=person: costs(b, p, check),
            "unlock of one person": lambda check, s=after, p=alone: unlock(s, p, check=check),
            "proposals": lambda check, s=situation: proposals(s, check=check),
        }
        for name, work in jobs.items():
            most, times = longest(work)
            sys.stdout.write(
                f"250 people, {share:.0%} either, up to {places} places, {name}: {1000 * most:.0f} ms at the most, asked {times} times\n"
            )


if __name__ == "__main__":
    main()
