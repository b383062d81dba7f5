# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Criterios de pareja*: the weights stay 100, and the pairs and proposals show what they change."""

from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.editions import Weights
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme import editions, pairs, weighing
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.criteria_section import CriteriaSection
from revmentor_desktop.ui.programme.screen import ProgrammeScreen
from revmentor_desktop.ui.programme.weight_slider import WeightSlider
from revmentor_desktop.ui.programme.weights import CRITERIA, apportioned, moved, shares_of, weights_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import NumberEdit
from tests import factory

weight = st.floats(0, 1000, allow_nan=False)
some_weights = st.tuples(*[weight] * 6).filter(lambda values: sum(values) > 0)


@st.composite
def shares(draw: st.DrawFn) -> dict[str, int]:
    """Six whole shares that add up to 100, any of them 0."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=5, max_size=5)))
    return dict(zip(CRITERIA, [high - low for low, high in pairwise([0, *cuts, 100])], strict=True))


criterion = st.sampled_from(CRITERIA)


@given(some_weights)
def test_any_weights_are_shown_as_whole_shares_of_100(values: tuple[float, ...]) -> None:
    shown, exact = shares_of(Weights(*values)), Weights(*values).shares()
    assert sum(shown.values()) == 100
    assert all(abs(shown[name] - exact[name]) < 1 + 1e-6 for name in CRITERIA)


@given(shares(), criterion, st.integers(-5, 120))
def test_a_slider_moved_keeps_everything_whole_and_100_together(began: dict[str, int], name: str, share: int) -> None:
    after = moved(began, name, share)
    assert after == moved(began, name, share)
    assert sum(after.values()) == 100
    assert all(isinstance(part, int) and 0 <= part <= 100 for part in after.values())
    assert after[name] == min(100, max(0, share))
    assert shares_of(weights_of(after)) == after


@given(shares(), criterion, st.integers(0, 100))
def test_the_others_share_the_rest_in_proportion_to_the_beginning_of_the_drag(began: dict[str, int], name: str, share: int) -> None:
    after, others = moved(began, name, share), [other for other in CRITERIA if other != name]
    base = {other: began[other] for other in others} if any(began[other] for other in others) else shares_of(Weights())
    total, rest = sum(base[other] for other in others), 100 - share
    for other in others:
        # Within one of the exact part: no more is left over by rounding.
        assert abs(after[other] * total - base[other] * rest) < total
    lost = {other: base[other] * rest % total for other in others}
    up = {other for other in others if after[other] * total > base[other] * rest}
    assert all(lost[one] >= lost[other] for one in up for other in others if other not in up)


@given(shares(), criterion, st.lists(st.integers(0, 100), max_size=8))
def test_one_drag_to_and_fro_ends_where_it_began(began: dict[str, int], name: str, steps: list[int]) -> None:
    for step in steps:
        moved(began, name, step)
    assert moved(began, name, began[name]) == began


def test_the_example_of_the_design_gives_way_in_proportion() -> None:
    assert list(moved(shares_of(Weights()), "learn", 50).values()) == [50, 17, 13, 8, 8, 4]


def test_others_without_anything_share_as_recommended() -> None:
    alone = {**dict.fromkeys(CRITERIA, 0), "learn": 100}
    assert moved(alone, "learn", 40) == {"learn": 40, "give_back": 20, "hours": 15, "hierarchy": 10, "department": 10, "ease": 5}
    assert apportioned([1, 1, 1], 100) == [34, 33, 33]


def test_weights_that_are_all_zero_are_refused_with_a_sentence() -> None:
    with pytest.raises(DomainError) as refused:
        weights_of(dict.fromkeys(CRITERIA, 0))
    assert words.refusal(refused.value, "weights") == "Al menos un criterio tiene que contar."


@pytest.fixture
def criteria(screen: ProgrammeScreen, example: Workspace) -> Iterator[CriteriaSection]:
    pairs.use_completion(example, pairs.complete(example.snapshot()))
    screen.show_target("criteria")
    section = screen.section("criteria")
    assert isinstance(section, CriteriaSection)
    yield section
    section.effect.stop()


def drag(slider: WeightSlider, share: float) -> None:
    """Take a slider with the pointer, move it about and hold it at a share of its width."""
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(slider.width() // 2, middle))
    for place in (0.2, 0.6, share):
        QTest.mouseMove(slider, QPoint(round(slider.width() * place), middle))


def drop(slider: WeightSlider) -> None:
    """Let the slider go."""
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(0, slider.height() // 2))


def test_moving_updates_the_pairs_and_letting_go_is_one_action(criteria: CriteriaSection, example: Workspace) -> None:
    slider, before = criteria.rows["learn"].slider, example.changes
    drag(slider, 0.875)
    assert sum(criteria.shares().values()) == 100
    assert criteria.shares()["learn"] > 80
    assert any(row.difference for row in criteria.model.pairs())
    assert example.snapshot().edition.weights == Weights()
    drop(slider)
    assert example.changes == before + 1
    kept = example.snapshot().edition.weights
    assert list(astuple(kept)) == list(criteria.shares().values())
    assert sorted(pairs.scores(example.snapshot()).values()) == sorted(row.after for row in criteria.model.pairs())
    example.undo()
    assert example.snapshot().edition.weights == Weights()
    assert not any(row.difference for row in criteria.model.pairs())


def test_a_run_of_keys_is_one_action_after_a_pause(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["hours"].slider
    slider.setFocus()
    for _time in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert example.snapshot().edition.weights == Weights()
    qtbot.waitUntil(lambda: example.snapshot().edition.weights.hours == 20, timeout=3000)
    example.undo()
    assert example.snapshot().edition.weights == Weights()


def test_leaving_a_slider_or_enter_keeps_what_the_keys_moved(criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["hours"].slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Return)
    assert example.snapshot().edition.weights.hours == 16
    QTest.keyClick(slider, Qt.Key.Key_Right)
    criteria.rows["ease"].slider.setFocus()
    assert example.snapshot().edition.weights.hours == 17


def test_keys_to_and_fro_end_where_they_began_even_when_kept_between(criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["learn"].slider
    slider.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(slider, key)
        QTest.keyClick(slider, Qt.Key.Key_Return)
    assert example.snapshot().edition.weights.learn == 0
    for _time in range(40):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Return)
    assert example.snapshot().edition.weights == Weights()


def test_escape_in_the_middle_of_a_drag_changes_nothing(criteria: CriteriaSection, example: Workspace) -> None:
    slider, before = criteria.rows["ease"].slider, example.changes
    slider.setFocus()
    drag(slider, 0.9)
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    drop(slider)
    assert criteria.shares() == shares_of(Weights())
    assert example.changes == before


def test_undo_after_keys_takes_back_what_they_moved(screen: ProgrammeScreen, criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["ease"].slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    QTest.keyClick(slider, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert example.snapshot().edition.weights.ease == 10
    example.undo()
    assert criteria.shares() == shares_of(Weights())


def test_the_proposals_that_would_change_are_those_of_two_completions(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    before = example.snapshot().edition
    criteria.rows["hierarchy"].slider.setValue(45)
    assert criteria.model.proposals() is None
    qtbot.waitUntil(lambda: criteria.model.proposals() is not None, timeout=20000)
    snapshot = example.snapshot()
    found = weighing.reproposals(weighing.proposed(snapshot, before), weighing.proposed(snapshot, snapshot.edition), snapshot)
    shown = criteria.model.proposals()
    assert shown is not None
    assert [row.name for row in shown] == [snapshot.people[one.mentee_id].short_name for one in found]
    assert shown
    sentence = criteria.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown[0].mentors in sentence
    assert "de 100" in sentence


def test_another_minimum_shows_who_would_be_proposed_nobody(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    edition = example.snapshot().edition
    editions.save_edition(example, replace(edition, minimum=100.0))
    qtbot.waitUntil(lambda: bool(criteria.model.proposals()), timeout=20000)
    rows = criteria.model.proposals()
    assert rows
    assert all(row.after is None and row.mentors.endswith("→ nadie") for row in rows)
    assert len(example.snapshot().living_pairs) == len(criteria.model.pairs())


def test_only_what_was_asked_last_is_shown(qtbot: QtBot, criteria: CriteriaSection, example: Workspace) -> None:
    slider = criteria.rows["hierarchy"].slider
    for share in (30, 60, 45):
        slider.setValue(share)
    criteria.restore()
    assert criteria.model.proposals() == ()
    qtbot.wait(300)
    assert criteria.model.proposals() == ()
    assert example.snapshot().edition.weights == Weights()


def test_each_pair_says_its_change_in_a_sentence(criteria: CriteriaSection) -> None:
    criteria.rows["department"].slider.setValue(60)
    sentences = [row.sentence for row in criteria.model.pairs()]
    assert sentences
    assert any(" de 100" in sentence and ": de " in sentence for sentence in sentences)


def test_the_recommended_values_come_back(screen: ProgrammeScreen, criteria: CriteriaSection, example: Workspace) -> None:
    restore = next(action for action in screen.actions() if action.text() == "Restablecer los valores recomendados")
    assert not restore.isEnabled()
    criteria.rows["ease"].slider.setValue(50)
    assert example.snapshot().edition.weights.ease == 50
    restore.trigger()
    assert example.snapshot().edition.weights == Weights()


@pytest.mark.parametrize(("typed", "kept"), [("0", 0), ("100", 100), ("55", 55)])
def test_the_minimum_goes_from_0_to_100(qtbot: QtBot, criteria: CriteriaSection, example: Workspace, typed: str, kept: int) -> None:
    editor = criteria.minimum.editor
    assert isinstance(editor, NumberEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "101")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "0 a 100" in criteria.minimum.error()
    assert example.snapshot().edition.minimum == 40
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert example.snapshot().edition.minimum == kept


def test_without_enrolments_the_section_says_so(qtbot: QtBot, theme: Theme, workspace: Workspace) -> None:
    bridge = Bridge(workspace)
    screen = ProgrammeScreen(theme, bridge, lambda: factory.NOW)
    qtbot.addWidget(screen)
    screen.show_section("criteria")
    section = screen.section("criteria")
    assert isinstance(section, CriteriaSection)
    assert section.empty.isVisibleTo(section)
    assert not section.list.isVisibleTo(section)
    bridge.close()
