# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Topics not covered, topics that nobody asks for, and whom HR could invite by name."""

from collections.abc import Sequence

from revmentor_desktop.domain.enrolments import Enrolment
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.pairing import coverage as rules
from revmentor_desktop.programme.pairs import situation
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import enrolments

Basis = rules.Basis
Cover = rules.Cover
Gap = rules.Gap
Group = rules.Group
Invitee = rules.Invitee
Offering = rules.Offering
Wanting = rules.Wanting


def coverage(snapshot: Snapshot) -> tuple[Cover, ...]:
    """Return every topic that somebody of the edition wants or offers, most in need first (see `pairing.coverage`)."""
    return rules.coverage(situation(snapshot))


def uncovered(snapshot: Snapshot) -> int:
    """Return how many topics are wanted that nobody offers."""
    return sum(cover.group is Group.NOBODY for cover in coverage(snapshot))


def other_enrolments(workspace: Workspace) -> tuple[Enrolment, ...]:
    """Return the enrolments of all other editions of the file, newest edition first: what people offered before."""
    snapshot = workspace.snapshot()
    others = sorted((one for one in snapshot.editions if one.id != snapshot.edition.id), key=lambda one: (one.start, one.id), reverse=True)
    with workspace.reading() as cx:
        return tuple(answers for edition in others for answers in enrolments.of_edition(cx, edition.id))


def invitees(snapshot: Snapshot, topic_id: TopicId, others: Sequence[Enrolment] = ()) -> tuple[Invitee, ...]:
    """Return whom one could ask to give a topic, surest first; ``others`` are those of `other_enrolments`."""
    return rules.invitees(situation(snapshot), topic_id, others)
