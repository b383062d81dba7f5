# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The bridge between the open programme and the window."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.bridge import Bridge


class Answers(QObject):
    """Keeps what the work answers."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []

    def take(self, result: object) -> None:
        self.results.append(result)


def test_an_action_is_told_with_the_tables_it_changed(qtbot: QtBot, example: Workspace) -> None:
    bridge = Bridge(example)
    with qtbot.waitSignal(bridge.changed) as told:
        example.choose_edition(example.edition_id)
    assert told.args
    assert isinstance(told.args[0], frozenset)
    bridge.close()
    with qtbot.assertNotEmitted(bridge.changed):
        example.choose_edition(example.edition_id)


def test_work_gets_a_snapshot_and_answers_in_the_window(qtbot: QtBot, example: Workspace) -> None:
    bridge, answers = Bridge(example), Answers()
    people = example.snapshot().people

    def count(_progress: Progress) -> int:
        return len(people)

    bridge.run(answers, count, answers.take)
    qtbot.waitUntil(lambda: bool(answers.results) and not bridge.busy())
    assert answers.results == [len(people)]
    bridge.close()
