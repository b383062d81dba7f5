# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The example of 28 people and the default topics, read straight from the resources."""

import csv
import json
from datetime import date
from functools import cache

from revmentor_desktop import resources
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, EditionId
from revmentor_desktop.domain.enrolments import Enrolment, EnrolmentId, Modality, Notice, Role
from revmentor_desktop.domain.people import Exclusion, ExclusionId, Level, Person, PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import AreaId, Offer, Topic, TopicId, Want
from revmentor_desktop.pairing.situation import Situation

EDITION = Edition(EditionId(1), "Piloto 2027", date(2027, 1, 18), date(2027, 7, 18), region="AR")
_ROLES = {"mentor": Role.MENTOR, "mentorizado": Role.MENTEE, "ambos": Role.EITHER}
_MODALITIES = {"presencial": Modality.IN_PERSON, "virtual": Modality.VIRTUAL, "mixta": Modality.MIXED}
_SITES = {"Zaragoza": SiteId(1), "Pamplona": SiteId(2), "Madrid": SiteId(3)}


@cache
def topics() -> dict[TopicId, Topic]:
    """The default topics."""
    areas = json.loads(resources.path("topics", "topics.json").read_text(encoding="utf-8"))
    names = [(AreaId(number), topic) for number, area in enumerate(areas, start=1) for topic in area["topics"]]
    listed = [Topic(TopicId(number), topic["name"], area, topic["name_en"]) for number, (area, topic) in enumerate(names, start=1)]
    return {topic.id: topic for topic in listed}


@cache
def example() -> Situation:
    """Talleres Albor before any pair."""
    with resources.path("example", "personas_ejemplo.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    ids = {row["email"]: PersonId(number) for number, row in enumerate(rows, start=1)}
    people = {ids[row["email"]]: _person(row, ids) for row in rows}
    enrolments = {ids[row["email"]]: _enrolment(row, ids[row["email"]]) for row in rows}
    excluded = [(ids[row["email"]], ids[row["no_emparejar_con"]]) for row in rows if row["no_emparejar_con"]]
    exclusions = tuple(Exclusion(ExclusionId(number), *both) for number, both in enumerate(excluded, start=1))
    return Situation(EDITION, people, enrolments, (), exclusions, topics())


def _person(row: dict[str, str], ids: dict[str, PersonId]) -> Person:
    return Person(
        id=ids[row["email"]],
        code=ids[row["email"]],
        first_name=row["nombre"],
        last_name=row["apellidos"],
        email=row["email"],
        department=row["departamento"],
        position=row["puesto"],
        level=Level(int(row["nivel"])),
        boss_id=ids.get(row["responsable"]),
        site_id=_SITES[row["centro"]],
        languages=tuple(row["idiomas"].split(", ")),
    )


def _enrolment(row: dict[str, str], person_id: PersonId) -> Enrolment:
    return Enrolment(
        id=EnrolmentId(person_id),
        edition_id=EDITION.id,
        person_id=person_id,
        role=_ROLES[row["rol"]],
        wants=tuple(Want(topic, number) for topic, number in _numbers(row["quiere_aprender"])),
        offers=tuple(Offer(topic, number) for topic, number in _numbers(row["puede_aportar"])),
        windows=tuple(_window(text) for text in row["disponibilidad"].split("; ")),
        modality=_MODALITIES[row["modalidad"]],
        capacity=int(row["capacidad"]),
        notice=Notice(date.fromisoformat(row["info_rgpd_fecha"])),
    )


def _numbers(text: str) -> list[tuple[TopicId, int]]:
    by_name = {topic.name: topic.id for topic in topics().values()}
    return [(by_name[name], int(number)) for name, number in (part.split(">") for part in text.split("; "))]


def _window(text: str) -> Window:
    day, hours = text.split(" ")
    start, end = ([int(part) for part in clock.split(":")] for clock in hours.split("-"))
    return Window("LMXJVSD".index(day), start[0] * 60 + start[1], end[0] * 60 + end[1])


def handle_of(situation: Situation, person_id: PersonId) -> str:
    """The e-mail's part before the at sign."""
    return situation.people[person_id].handle.partition("@")[0]


def by_email(situation: Situation, name: str) -> PersonId:
    """The person whose e-mail begins with ``name``."""
    return next(person_id for person_id in situation.people if handle_of(situation, person_id) == name)
