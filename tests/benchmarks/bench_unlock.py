# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long it takes to say what would unlock everybody without a pair, and to make three proposals; and a long check of both.

``python -m tests.benchmarks.bench_unlock`` prints the times; with a number it compares that many made-up firms with the
slow way first (every change made, every solution looked at). It is no test: a clock proves nothing on a busy machine.
"""

import sys
import time
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revmentor_desktop.pairing.proposals import proposals
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective
from revmentor_desktop.pairing.unlock import Outcome, unlocks
from tests.benchmarks.bench_solve import firm
from tests.pairing import changed
from tests.pairing.example import example
from tests.pairing.firms import firms
from tests.pairing.test_proposals import check_alternative
from tests.pairing.test_unlock import check_smallest


def check(number: int) -> None:
    """Compare ``number`` firms; raises AssertionError at the first difference."""
    seen: Counter[str] = Counter()

    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(firms(), st.sampled_from(list(Objective)))
    def compare(situation: Situation, objective: Objective) -> None:
        check_alternative(situation)
        base = changed.Base(situation, objective)
        for found in unlocks(situation, objective):
            seen[found.change.kind.value if found.change else found.outcome.value] += 1
            if found.outcome in {Outcome.CHANGE, Outcome.NONE}:
                check_smallest(base, found)

    compare()
    sys.stdout.write(f"{number} firms, no difference: {dict(seen)}\n")


def timed(name: str, situation: Situation) -> None:
    """Print the times of one firm."""
    proposals(situation)
    begun = time.process_time()
    proposed = proposals(situation)
    between = time.process_time()
    found = unlocks(situation)
    ended = time.process_time()
    alone = sum(one.outcome is not Outcome.PAIRABLE for one in found)
    sys.stdout.write(f"{name}: {len(proposed)} proposals {between - begun:.2f} s; unlocking {alone} people {ended - between:.2f} s\n")


def main() -> None:
    """Check if asked to, then measure."""
    if len(sys.argv) > 1:
        check(int(sys.argv[1]))
    timed("the example", example())
    for size in (60, 250):
        for either in (0.0, 0.15):
            made = firm(size, either)
            timed(f"{size} people, {either:.0%} either", replace(made, edition=replace(made.edition, minimum=55 if size == 60 else 60)))


if __name__ == "__main__":
    main()
