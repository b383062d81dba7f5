# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lines of text that are half typed in a dialog: kept, offered again, gone when they are saved or given up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.programme import drafts, pairs
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.text_drafts import GOALS, GoalsDraft
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.goals_dialog import Aim, GoalsDialog
from revmentor_desktop.ui.widgets.recovered import RecoveredLine
from tests import factory


@pytest.fixture
def pair_id(workspace: Workspace) -> PairId:
    return pairs.make_pair(workspace, *factory.two_people(workspace))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def opened(theme: Theme, workspace: Workspace, pair_id: PairId, window: QWidget) -> GoalsDialog:
    pair = workspace.snapshot().pair(pair_id)
    dialog = GoalsDialog(theme, window, "Lucía y Gonzalo", Aim("Lucía", pair.mentor_goal), Aim("Gonzalo", pair.mentee_goal))
    GoalsDraft(theme, workspace, pair_id, dialog)
    dialog.open()
    return dialog


def kept(workspace: Workspace) -> dict[str, str]:
    return drafts.starting_with(workspace, GOALS)


def crash(dialog: GoalsDialog) -> None:
    """End the dialog as nobody would who decided about it."""
    dialog.blockSignals(True)
    dialog.close()


def test_a_goal_is_kept_within_two_seconds_and_offered_again(
    theme: Theme, workspace: Workspace, pair_id: PairId, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(theme, workspace, pair_id, window)
    mentor, _mentee = dialog.editors()
    qtbot.keyClicks(mentor, "Preparar una")
    qtbot.waitUntil(lambda: bool(kept(workspace)), timeout=2000)
    crash(dialog)
    again = opened(theme, workspace, pair_id, window)
    assert again.editors()[0].text() == "Preparar una"
    line = again.findChild(RecoveredLine)
    assert isinstance(line, RecoveredLine)
    assert line.isVisibleTo(again)
    line.discard.click()
    assert again.editors()[0].text() == ""
    assert not kept(workspace)
    again.reject()


def test_leaving_them_as_they_are_discards(theme: Theme, workspace: Workspace, pair_id: PairId, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(theme, workspace, pair_id, window)
    qtbot.keyClicks(dialog.editors()[0], "Preparar una")
    qtbot.waitUntil(lambda: bool(kept(workspace)), timeout=2000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not kept(workspace)


def test_saved_goals_are_no_draft_and_refused_ones_stay_one(
    theme: Theme, workspace: Workspace, pair_id: PairId, window: QWidget, qtbot: QtBot
) -> None:
    refused = opened(theme, workspace, pair_id, window)
    qtbot.keyClicks(refused.editors()[0], "Preparar una")
    refused.accept()
    refused.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(20)
    assert kept(workspace)
    dialog = opened(theme, workspace, pair_id, window)
    assert dialog.mentor_goal() == "Preparar una"
    dialog.accept()
    pairs.set_goals(workspace, pair_id, dialog.mentor_goal(), dialog.mentee_goal())
    qtbot.wait(20)
    assert not kept(workspace)
