# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long the costs of all candidates of one person take, beside one whole completion of the same people.

Run it by itself: ``python -m tests.benchmarks.bench_cost``. It is no test: a clock proves nothing on a busy machine.
"""

import statistics
import sys

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.pairing.cost import Baseline, baseline, costs
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import complete
from tests.benchmarks.bench_solve import firm, seconds, with_places

PEOPLE = 9
"""How many people of each firm are asked about."""


def asked(base: Baseline) -> list[PersonId]:
    """People of the firm, evenly spread."""
    everybody = sorted(base.situation.enrolments)
    return everybody[:: len(everybody) // PEOPLE][:PEOPLE]


def whole(situation: Situation, person_id: PersonId) -> int:
    """Everything from the records on: the best completion, then all costs of a person."""
    return len(costs(baseline(situation), person_id))


def main() -> None:
    """Print the figures."""
    write = sys.stdout.write
    for size, rounds in ((60, 5), (250, 2)):
        for share, places in ((0.0, 1), (0.15, 1), (0.15, 3), (0.4, 1)):
            situation = with_places(firm(size, share), places)
            once = seconds(lambda s=situation: complete(s), rounds)
            base = baseline(situation)
            times = [seconds(lambda b=base, p=person_id: costs(b, p), rounds) for person_id in asked(base)]
            slowest = asked(base)[times.index(max(times))]
            cold = seconds(lambda s=situation, p=slowest: whole(s, p), rounds)
            write(
                f"{size} people, {share:.0%} either, up to {places} places: completion {1000 * once:.0f} ms; costs of one person: "
                f"median {1000 * statistics.median(times):.0f} ms, slowest {1000 * max(times):.0f} ms "
                f"({len(costs(base, slowest))} candidates), ratio {max(times) / once:.2f}; "
                f"with the completion itself {1000 * cold:.0f} ms, ratio {cold / once:.2f}\n"
            )


if __name__ == "__main__":
    main()
