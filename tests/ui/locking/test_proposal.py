# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A password is proposed once, when the first real person is in a file that anybody can read."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.locking.actions import lock_spec
from revmentor_desktop.ui.locking.proposal import PasswordProposal, ProposalFacts
from revmentor_desktop.ui.theme import Theme


def shown(qtbot: QtBot, theme: Theme, facts: ProposalFacts) -> PasswordProposal:
    proposal = PasswordProposal(theme)
    qtbot.addWidget(proposal)
    proposal.consider(facts)
    return proposal


@pytest.mark.parametrize(
    "facts",
    [
        ProposalFacts(0),
        ProposalFacts(28, example=True),
        ProposalFacts(1, encrypted=True),
        ProposalFacts(1, read_only=True),
        ProposalFacts(1, proposed=True),
    ],
)
def test_it_is_not_made_where_it_makes_no_sense_or_was_made(qtbot: QtBot, theme: Theme, facts: ProposalFacts) -> None:
    assert not shown(qtbot, theme, facts).isVisible()


def test_with_the_first_person_it_appears_and_a_no_is_taken_for_an_answer(qtbot: QtBot, theme: Theme) -> None:
    proposal = shown(qtbot, theme, ProposalFacts(1))
    assert proposal.isVisible()
    with qtbot.waitSignal(proposal.declined):
        qtbot.mouseClick(proposal.later, Qt.MouseButton.LeftButton)
    proposal.consider(ProposalFacts(2))
    assert not proposal.isVisible()


def test_a_yes_asks_for_the_password(qtbot: QtBot, theme: Theme) -> None:
    proposal = shown(qtbot, theme, ProposalFacts(1))
    with qtbot.waitSignal(proposal.accepted):
        qtbot.keyClick(proposal.banner.button, Qt.Key.Key_Return)
    assert not proposal.isVisible()


def test_locking_has_a_key_that_no_screen_uses() -> None:
    assert lock_spec().shortcut == "Ctrl+Shift+L"
    assert lock_spec().text == "Bloquear"
    assert lock_spec().icon == "lock"
