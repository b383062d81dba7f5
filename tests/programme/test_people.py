# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Enrolling and changing people: what is kept, and what is refused at which field."""

from dataclasses import replace

import pytest

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme import people
from revmentor_desktop.programme.workspace import Workspace
from tests import factory


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("first_name", "  ", "empty"),
        ("last_name", "", "empty"),
        ("email", "ana", "no_at"),
        ("email", "ana@ejemplo", "no_ending"),
        ("email", "ana@@ejemplo.es", "malformed"),
        ("position", "x" * 121, "too_long"),
    ],
)
def test_a_wrong_answer_is_refused_at_its_field_and_nothing_is_written(workspace: Workspace, field: str, value: str, reason: str) -> None:
    with pytest.raises(DomainError) as refused:
        people.enrol(workspace, factory.person(**{field: value} if field not in {"email"} else {"email": value}))
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert not workspace.snapshot().people


def test_two_people_cannot_have_the_same_email(workspace: Workspace) -> None:
    people.enrol(workspace, factory.person())
    with pytest.raises(DomainError) as refused:
        people.enrol(workspace, factory.person("Berta", "Ruiz", "ANA@example.com"))
    assert (refused.value.field, refused.value.reason) == ("email", "taken")


def test_a_circle_of_bosses_is_refused(workspace: Workspace) -> None:
    first = people.enrol(workspace, factory.person())
    second = people.enrol(workspace, factory.person("Berta", "Ruiz", "berta@example.com", boss_id=first))
    with pytest.raises(DomainError, match="cycle"):
        people.save_person(workspace, replace(workspace.snapshot().people[first], boss_id=second))


def test_saving_without_a_change_is_no_action(workspace: Workspace) -> None:
    person_id = people.enrol(workspace, factory.person())
    heard: list[frozenset[str]] = []
    workspace.add_listener(heard.append)
    people.save_person(workspace, workspace.snapshot().people[person_id])
    people.save_enrolment(workspace, workspace.snapshot().enrolments[person_id])
    assert heard == []


def test_who_leaves_the_edition_keeps_their_data_and_may_come_back(workspace: Workspace) -> None:
    person_id = people.enrol(workspace, factory.person())
    people.withdraw(workspace, person_id, factory.TODAY)
    assert not workspace.snapshot().is_active(person_id)
    people.come_back(workspace, person_id)
    assert workspace.snapshot().is_active(person_id)


def test_somebody_without_email_at_work_lacks_nothing_for_it(workspace: Workspace) -> None:
    person_id = people.enrol(workspace, factory.person(email=None, uses_email=False))
    assert "email" not in workspace.snapshot().missing(person_id)
    assert workspace.snapshot().people[person_id].handle == "#1"


def test_a_new_site_takes_the_community_of_the_edition(workspace: Workspace) -> None:
    site_id = people.site_named(workspace, "Jaca")
    assert workspace.snapshot().sites[site_id].region == "AR"
    assert people.site_named(workspace, "JACA") == site_id
