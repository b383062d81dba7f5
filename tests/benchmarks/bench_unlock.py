# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long it takes to say what would unlock somebody without a pair, or everybody, and to make three proposals.

Run it by itself: ``python -m tests.benchmarks.bench_unlock``. It is no test: a clock proves nothing on a busy machine.
"""

import sys
import time
from dataclasses import replace

from revmentor_desktop.pairing.proposals import proposals
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.unlock import Outcome, unlocks
from tests.benchmarks.bench_solve import firm
from tests.pairing.example import example


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
    """Print the figures."""
    timed("the example", example())
    for size in (60, 250):
        for either in (0.0, 0.15):
            made = firm(size, either)
            timed(f"{size} people, {either:.0%} either", replace(made, edition=replace(made.edition, minimum=55 if size == 60 else 60)))


if __name__ == "__main__":
    main()
