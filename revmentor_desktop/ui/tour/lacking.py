# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The picture of the topics not covered: for it, two people want for a moment what nobody offers."""

from dataclasses import replace

from revmentor_desktop.domain.enrolments import Enrolment, Role
from revmentor_desktop.domain.topics import Topic, Want
from revmentor_desktop.programme import people
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.main_window import MainWindow
from revmentor_desktop.ui.navigation import COVERAGE
from revmentor_desktop.ui.tour.camera import Camera


def take_lacking(window: MainWindow, workspace: Workspace, camera: Camera) -> None:
    """Take the picture and leave everything as it was."""
    wished = _wish(workspace)
    window.show_screen(COVERAGE)
    camera.take(window, "29-temas-sin-cubrir")
    for _time in range(wished):
        workspace.undo()


def _wish(workspace: Workspace) -> int:
    """Let the first who learn want a topic of an area in which others are offered; returns how many steps that took."""
    snapshot = workspace.snapshot()
    known = {one.topic_id for answers in snapshot.enrolments.values() for one in (*answers.wants, *answers.offers)}
    areas = {snapshot.topics[offer.topic_id].area_id for answers in snapshot.enrolments.values() for offer in answers.offers}
    free = [topic for topic in snapshot.topics.values() if topic.id not in known and topic.area_id in areas]
    learners = [answers for answers in snapshot.enrolments.values() if answers.role is Role.MENTEE][:2] if free else []
    for number, answers in enumerate(learners):
        people.save_enrolment(workspace, _wanting(answers, free[-1], 3 - number))
    return len(learners)


def _wanting(answers: Enrolment, topic: Topic, priority: int) -> Enrolment:
    return replace(answers, wants=(*answers.wants, Want(topic.id, priority)))
