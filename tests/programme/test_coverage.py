# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Topics not covered, from a file with two editions."""

from dataclasses import replace
from datetime import date

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.programme import coverage, home, people
from revmentor_desktop.programme.coverage import Basis, Group
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import editions
from tests import factory

TOPIC = "Accesibilidad y discapacidad"


def next_edition(workspace: Workspace) -> None:
    """Go on to a second edition, in which nobody is enrolled yet."""
    with workspace.action("save_edition") as cx:
        later = replace(factory.EDITION, name="Segunda", start=date(2027, 9, 1), end=date(2028, 3, 1))
        edition_id = editions.add(cx, later)
    workspace.choose_edition(EditionId(edition_id))


def test_a_topic_that_nobody_offers_is_counted_and_told_on_the_home_page(workspace: Workspace) -> None:
    person = factory.person("Gonzalo", "Prieto", "gonzalo@example.com")
    people.enrol(workspace, person, factory.answers(workspace, Role.MENTEE, [TOPIC], ["Negociación"]))
    snapshot = workspace.snapshot()
    assert coverage.uncovered(snapshot) == 1
    alerts = [alert for alert in home.alerts(snapshot, factory.TODAY) if alert.code == "topics_unmet"]
    assert [alert.data["names"] for alert in alerts] == [(TOPIC,)]


def test_who_offered_it_in_an_earlier_edition_is_named_with_that_edition(workspace: Workspace) -> None:
    first = workspace.edition_id
    mentor = people.enrol(
        workspace, factory.person("Lucía", "Serrano", "lucia@example.com"), factory.answers(workspace, Role.MENTOR, [], [TOPIC])
    )
    next_edition(workspace)
    people.enrol(
        workspace,
        factory.person("Gonzalo", "Prieto", "gonzalo@example.com"),
        factory.answers(workspace, Role.MENTEE, [TOPIC], ["Negociación"]),
    )
    snapshot = workspace.snapshot()
    cover = next(one for one in coverage.coverage(snapshot) if one.group is Group.NOBODY)
    asked = coverage.invitees(snapshot, cover.topic_id, coverage.other_enrolments(workspace))
    assert [(one.person_id, one.basis, one.edition_id, one.enrolled) for one in asked] == [(mentor, Basis.OFFERED_BEFORE, first, False)]


def test_somebody_who_withdrew_then_is_left_alone(workspace: Workspace) -> None:
    mentor = people.enrol(
        workspace, factory.person("Lucía", "Serrano", "lucia@example.com"), factory.answers(workspace, Role.MENTOR, [], [TOPIC])
    )
    people.withdraw(workspace, mentor, factory.TODAY)
    next_edition(workspace)
    people.enrol(
        workspace,
        factory.person("Gonzalo", "Prieto", "gonzalo@example.com"),
        factory.answers(workspace, Role.MENTEE, [TOPIC], ["Negociación"]),
    )
    snapshot = workspace.snapshot()
    cover = next(one for one in coverage.coverage(snapshot) if one.group is Group.NOBODY)
    assert coverage.invitees(snapshot, cover.topic_id, coverage.other_enrolments(workspace)) == ()


def test_everything_of_the_example_asked_for_is_offered(example: Workspace) -> None:
    groups = [cover.group for cover in coverage.coverage(example.snapshot())]
    assert coverage.uncovered(example.snapshot()) == 0
    assert groups.count(Group.UNWANTED) == 3
