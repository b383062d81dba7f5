# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Programme files of any number of made-up people, the same each time."""

import random
from dataclasses import replace
from pathlib import Path

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Modality, Role
from revmentor_desktop.domain.people import Level
from revmentor_desktop.domain.topics import Offer, TopicId, Want
from revmentor_desktop.programme import people
from revmentor_desktop.programme.workspace import Workspace
from tests import factory

_FIRST = ("Lucía", "Marcos", "Itziar", "Óscar", "Wei", "Carla", "Hugo", "Amparo", "Noelia", "María de los Ángeles")
_LAST = ("Serrano", "Prieto", "Urrutia", "Llorente", "Zhang", "Domènech", "Barrios", "Nadal", "Brito", "Fernández-Villaverde")


def made(folder: Path, size: int, either: float = 0.15, seed: int = 7) -> Workspace:
    """Make a programme of ``size`` enrolled people without a pair, ``either`` of them *ambos*, and open it."""
    workspace = factory.new_file(folder)
    chance = random.Random(seed)  # noqa: S311 — no secret, a firm made up the same each time
    for number in range(size):
        _enrol(workspace, number, either, chance)
    return workspace


def _enrol(workspace: Workspace, number: int, either: float, chance: random.Random) -> None:
    role = Role.EITHER if chance.random() < either else (Role.MENTOR, Role.MENTEE)[number % 2]
    level = Level(chance.randint(1, 2) if role is Role.MENTOR else chance.randint(3, 5))
    topics = chance.sample(sorted(workspace.snapshot().topics), 8)
    days = chance.sample(range(5), 3)
    person = factory.person(
        _FIRST[number % 10],
        f"{_LAST[number // 10 % 10]} {number}",
        f"p{number:03}@example.com",
        department=f"D{chance.randint(1, 9)}",
        level=level,
    )
    answers = replace(
        factory.answers(workspace, role),
        wants=tuple(Want(TopicId(topic), chance.randint(1, 3)) for topic in topics[:4]),
        offers=tuple(Offer(TopicId(topic), chance.randint(1, 3)) for topic in topics[4:]),
        windows=tuple(Window(day, 60 * hour, 60 * hour + 120) for day in days for hour in (9, chance.randint(12, 16))),
        modality=chance.choice(list(Modality)),
    )
    people.enrol(workspace, person, answers)
