# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long scores and steps (a), (b) take for 250 and 1,000 people, beside bare NumPy and SciPy doing the same arithmetic; and
how long a whole completion takes, (c) and (d) apart, for 60 and 250 people.

Run it by itself: ``python -m tests.benchmarks.bench_solve``. It is no test: a clock proves nothing on a busy machine.
"""

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, EditionId
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, Role
from revmentor_desktop.domain.people import Level, Person, PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.assignment import best_assignment
from revmentor_desktop.pairing.explain import lonely
from revmentor_desktop.pairing.score import score_matrix
from revmentor_desktop.pairing.situation import Situation
from revmentor_desktop.pairing.solve import Objective, complete, face_of, table_of, with_pairs

ROUNDS = 15
TOPICS = {TopicId(number): Topic(TopicId(number), f"Tema {number}", AreaId(number % 5)) for number in range(44)}


def firm(size: int, either: float = 0.0, seed: int = 7) -> Situation:
    """A made-up firm: half of those who are not *either* teach."""
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    people: dict[PersonId, Person] = {}
    enrolments: dict[PersonId, Enrolment] = {}
    for number in range(size):
        person_id = PersonId(number)
        role = Role.EITHER if chance.random() < either else (Role.MENTOR, Role.MENTEE)[number % 2]
        people[person_id] = _person(person_id, role, chance)
        enrolments[person_id] = _answers(person_id, role, chance)
    edition = Edition(EditionId(1), "Banco", date(2027, 1, 18), date(2027, 7, 18), minimum=0)
    return Situation(edition, people, enrolments, (), (), TOPICS)


def _person(person_id: PersonId, role: Role, chance: random.Random) -> Person:
    level = Level(chance.randint(1, 2) if role is Role.MENTOR else chance.randint(3, 5))
    department, site = f"D{chance.randint(1, 9)}", SiteId(chance.randint(1, 3))
    email = f"p{person_id:03}@example.com"
    return Person(person_id, person_id, "N", "A", email, True, department, "Puesto", level, None, site, ("es",))


def _answers(person_id: PersonId, role: Role, chance: random.Random) -> Enrolment:
    topics = chance.sample(sorted(TOPICS), 8)
    windows = [Window(day, 60 * hour, 60 * hour + 120) for day in chance.sample(range(5), 3) for hour in (9, chance.randint(12, 16))]
    return Enrolment(
        EnrolmentId(person_id),
        EditionId(1),
        person_id,
        role,
        wants=tuple(Want(topic, chance.randint(1, 3)) for topic in topics[:4]),
        offers=tuple(Offer(topic, chance.randint(1, 3)) for topic in topics[4:]),
        windows=tuple(windows),
        modality=chance.choice(list(Modality)),
        notice=Notice(date(2027, 1, 11)),
    )


def bare(situation: Situation) -> float:
    """The same formulas in the plainest NumPy, from the same records: no reasons, no blocks, no seats."""
    mentors = [one for one in situation.enrolments.values() if one.role is Role.MENTOR]
    mentees = [one for one in situation.enrolments.values() if one.role is Role.MENTEE]
    shares = situation.edition.weights.shares()
    level = [np.array([situation.people[one.person_id].level for one in side], dtype=float) for side in (mentors, mentees)]
    department = [np.array([situation.people[one.person_id].department for one in side]) for side in (mentors, mentees)]
    site = [np.array([situation.people[one.person_id].site_id for one in side]) for side in (mentors, mentees)]
    present = [np.array([one.modality is Modality.IN_PERSON for one in side]) for side in (mentors, mentees)]
    hours = [_week(side) for side in (mentors, mentees)]
    place = (site[0][:, None] == site[1]) | ~(present[0][:, None] | present[1])
    scores = (
        shares["learn"] * _covered(mentees, mentors).T
        + shares["give_back"] * _covered(mentors, mentees)
        + shares["hours"] * np.minimum(1, hours[0] @ hours[1].T * 15 / 180)
        + shares["hierarchy"] * np.clip(level[1] - level[0][:, None], 0, 2) / 2
        + shares["department"] * (department[0][:, None] != department[1])
        + shares["ease"] * (0.5 + 0.5 * place)
    )
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return float(scores[rows, columns].sum())


def _week(side: list[Enrolment]) -> NDArray[np.float64]:
    quarters = np.zeros((len(side), 7 * 96))
    for row, one in enumerate(side):
        for window in one.windows:
            quarters[row, window.weekday * 96 + window.start // 15 : window.weekday * 96 + window.end // 15] = 1
    return quarters


def _covered(wanting: list[Enrolment], offering: list[Enrolment]) -> NDArray[np.float64]:
    wants, match = np.zeros((len(wanting), 44)), np.zeros((len(offering), 44))
    area = np.array([topic.area_id for topic in TOPICS.values()])
    for row, one in enumerate(wanting):
        for want in one.wants:
            wants[row, want.topic_id] = want.priority
    for row, one in enumerate(offering):
        for offer in sorted(one.offers, key=lambda offer: offer.level):
            near = (area == area[offer.topic_id]) & (match[row] < offer.level / 12)
            match[row, near] = offer.level / 12
        for offer in one.offers:
            match[row, offer.topic_id] = offer.level / 3
    return wants @ match.T / wants.sum(axis=1)[:, None]


def ours(situation: Situation) -> float:
    """Score and steps (a), (b) as the program does them."""
    scores = score_matrix(situation)
    chosen = best_assignment(scores.values, np.ones(scores.values.shape, dtype=np.bool_), np.ones(len(scores.mentors), dtype=np.intp))
    return float(scores.values[chosen].sum())


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The best time of several runs."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def first_steps(situation: Situation) -> None:
    """Everything of a completion before (c) and (d)."""
    table = table_of(situation, situation.edition.minimum)
    face_of(table, Objective.TOTAL)


def main() -> None:
    """Print the figures."""
    write = sys.stdout.write
    for size, most in ((250, 2.5), (1000, 3.0)):
        situation = firm(size)
        if abs(bare(situation) - ours(situation)) > 1e-6:
            raise SystemExit("the two do not agree")
        rounds = ROUNDS if size < 1000 else ROUNDS // 3
        other = seconds(lambda s=situation: bare(s), rounds)
        one = seconds(lambda s=situation: ours(s), rounds)
        more = seconds(lambda s=situation: first_steps(s), rounds)
        write(f"score and steps (a), (b), {size} people: {1000 * one:.1f} ms, bare {1000 * other:.1f} ms, ")
        write(f"ratio {one / other:.2f} (at most {most}); with the blocks and all equal solutions {1000 * more:.1f} ms\n")
    for size, places, share in ((60, 1, 0.15), (60, 3, 0.15), (250, 1, 0.0), (250, 1, 0.15), (250, 3, 0.15), (250, 1, 0.4), (250, 3, 0.4)):
        mixed = with_places(firm(size, share), places)
        first = seconds(lambda m=mixed: first_steps(m), 3)
        for objective in Objective:
            whole = seconds(lambda m=mixed, o=objective: complete(m, o), 3)
            write(
                f"complete, {size} people, {share:.0%} either, up to {places} places, {objective}: {1000 * whole:.0f} ms, "
                f"of that up to (b) {1000 * first:.0f} ms\n"
            )
        done = with_pairs(mixed, complete(mixed))
        write(f"lonely: {1000 * seconds(lambda d=done: lonely(d), 2):.0f} ms\n")


def with_places(situation: Situation, places: int) -> Situation:
    """The same firm with up to so many places, and the usual minimum."""
    chance = random.Random(places)  # noqa: S311 — no secret, a firm made up the same each time
    enrolments = {one: replace(answers, capacity=chance.randint(1, places)) for one, answers in situation.enrolments.items()}
    return replace(situation, enrolments=enrolments, edition=replace(situation.edition, minimum=40))


if __name__ == "__main__":
    main()
