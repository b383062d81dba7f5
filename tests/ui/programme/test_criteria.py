# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Criterios de pareja*: the weights stay 100, and the pairs show what they change."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme.criteria_section import CriteriaSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.programme.weights import CRITERIA, moved, shares_of, weights_of, whole
from revmentor_desktop.ui.widgets.editors import NumberEdit

weight = st.floats(0, 1000, allow_nan=False)


@given(st.tuples(*[weight] * 6).filter(lambda values: sum(values) > 0), st.sampled_from(CRITERIA), st.integers(-5, 120))
def test_shares_are_whole_and_always_add_up_to_100(values: tuple[float, ...], name: str, share: int) -> None:
    before = Weights(*values)
    exact = moved(before.shares(), name, share)
    after = whole(exact)
    assert sum(shares_of(before).values()) == sum(after.values()) == 100
    assert all(0 <= part <= 100 for part in after.values())
    assert after[name] == exact[name] == min(100, max(0, share))
    assert shares_of(weights_of(exact)) == after


def test_the_others_give_way_in_proportion() -> None:
    after = moved(Weights().shares(), "learn", 50)
    assert list(whole(after).values()) == [50, 17, 13, 8, 8, 4]
    assert moved({**dict.fromkeys(CRITERIA, 0.0), "learn": 100.0}, "learn", 40)["give_back"] == 20


def test_many_small_steps_keep_the_proportions_of_the_others() -> None:
    shares: dict[str, float] = Weights().shares()
    for share in (*range(40, 98), *range(98, 39, -1)):
        shares = moved(shares, "learn", share)
    assert whole(shares) == shares_of(Weights())


@pytest.fixture
def criteria(screen: ProgrammeScreen, example: Workspace) -> CriteriaSection:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    screen.show_target("criteria")
    section = screen.section("criteria")
    assert isinstance(section, CriteriaSection)
    return section


def test_moving_updates_the_pairs_and_letting_go_is_one_action(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["learn"].slider
    start, end = QPoint(slider.width() // 2, 10), QPoint(slider.width() * 7 // 8, 10)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(slider, end)
    assert sum(criteria.shares().values()) == 100
    assert criteria.shares()["learn"] > 80
    assert any(row.difference for row in criteria.model.rows())
    assert example.snapshot().edition.weights == Weights()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    kept = example.snapshot().edition.weights
    assert sum(astuple(kept)) == pytest.approx(100)
    assert kept.learn == criteria.shares()["learn"]
    exact = pairs.scores(example.snapshot())
    assert sorted(exact.values()) == sorted(row.after for row in criteria.model.rows())
    example.undo()
    assert example.snapshot().edition.weights == Weights()
    assert not any(row.difference for row in criteria.model.rows())


def test_holding_a_key_is_one_action_too(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["hours"].slider
    slider.setFocus()
    for _time in range(5):
        QTest.keyPress(slider, Qt.Key.Key_Right)
    assert example.snapshot().edition.weights == Weights()
    QTest.keyRelease(slider, Qt.Key.Key_Right)
    assert example.snapshot().edition.weights.hours == 20
    example.undo()
    assert example.snapshot().edition.weights == Weights()


def test_a_slider_to_the_end_and_back_changes_nothing(criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["learn"].slider
    slider.setFocus()
    QTest.keyPress(slider, Qt.Key.Key_End)
    assert criteria.shares()["learn"] == 100
    QTest.keyPress(slider, Qt.Key.Key_Home)
    assert criteria.shares()["learn"] == 0
    for _time in range(40):
        QTest.keyPress(slider, Qt.Key.Key_Right)
    QTest.keyRelease(slider, Qt.Key.Key_Right)
    assert criteria.shares() == shares_of(Weights())
    assert example.snapshot().edition.weights == Weights()


def test_each_pair_says_its_change_in_a_sentence(criteria: CriteriaSection) -> None:
    criteria.rows["department"].slider.setValue(60)
    model = criteria.model
    sentences = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert sentences
    assert any(" de 100" in sentence and ": de " in sentence for sentence in sentences)


def test_the_recommended_values_come_back(screen: ProgrammeScreen, criteria: CriteriaSection, example: Workspace) -> None:
    restore = next(action for action in screen.actions() if action.text() == "Restaurar los valores recomendados")
    assert not restore.isEnabled()
    criteria.rows["ease"].slider.setValue(50)
    assert example.snapshot().edition.weights.ease == 50
    restore.trigger()
    assert example.snapshot().edition.weights == Weights()


def test_the_minimum_is_refused_over_100(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    editor = criteria.minimum.editor
    assert isinstance(editor, NumberEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "101")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "0 a 100" in criteria.minimum.error()
    assert example.snapshot().edition.minimum == 40
    editor.selectAll()
    qtbot.keyClicks(editor, "55")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert example.snapshot().edition.minimum == 55
