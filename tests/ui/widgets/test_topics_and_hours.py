# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Topic chips and the week grid, by mouse and keys."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.availability import Window, merged
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.topic_chip import TopicChip
from revmentor_desktop.ui.widgets.week_grid import WeekGrid

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def chip(qtbot: QtBot, theme: Theme, degree: int = 2) -> TopicChip:
    made = TopicChip(theme, 7, "Negociación", degree, wanted=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def grid(qtbot: QtBot, theme: Theme, *windows: Window) -> WeekGrid:
    made = WeekGrid(theme, windows)
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    return made


def middle(made: WeekGrid, day: int, cell: int) -> QPoint:
    return made.cell_rect(day, cell).center().toPoint()


def test_digits_set_the_priority_of_a_topic(qtbot: QtBot, theme: Theme) -> None:
    made = chip(qtbot, theme)
    with qtbot.waitSignal(made.degree_changed) as told:
        qtbot.keyClick(made, Qt.Key.Key_3)
    assert told.args == [7, 3]
    assert made.accessibleName() == "Negociación, prioridad 3 de 3"


def test_a_click_goes_round_the_three_degrees(qtbot: QtBot, theme: Theme) -> None:
    made = chip(qtbot, theme)
    seen: list[int] = []
    for _time in range(3):
        qtbot.mouseClick(made, LEFT, pos=QPoint(20, made.height() // 2))
        seen.append(made.degree())
    assert seen == [3, 1, 2]


def test_delete_and_the_cross_remove_a_topic(qtbot: QtBot, theme: Theme) -> None:
    made = chip(qtbot, theme)
    with qtbot.waitSignal(made.removed) as told:
        qtbot.keyClick(made, Qt.Key.Key_Delete)
    assert told.args == [7]
    with qtbot.waitSignal(made.removed):
        qtbot.mouseClick(made, LEFT, pos=made.cross_rect().center().toPoint())


def test_the_menu_of_a_topic_names_the_degrees(qtbot: QtBot, theme: Theme) -> None:
    made = chip(qtbot, theme)
    words = [action.text() for action in made.menu().actions() if action.text()]
    assert words == ["Un poco", "Bastante", "Mucho", "Quitar tema"]
    with qtbot.waitSignal(made.degree_changed):
        made.menu().actions()[0].trigger()


def test_dragging_marks_hours_and_dragging_again_clears_them(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme)
    for expected in ((Window(0, 960, 1080),), ()):
        qtbot.mousePress(made, LEFT, pos=middle(made, 0, 20))
        qtbot.mouseMove(made, middle(made, 0, 23))
        with qtbot.waitSignal(made.changed) as told:
            qtbot.mouseRelease(made, LEFT, pos=middle(made, 0, 23))
        assert told.args == [expected]
        assert made.windows() == expected


def test_dragging_over_several_days_marks_a_block(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme)
    qtbot.mousePress(made, LEFT, pos=middle(made, 1, 6))
    qtbot.mouseMove(made, middle(made, 3, 7))
    qtbot.mouseRelease(made, LEFT, pos=middle(made, 3, 7))
    assert made.windows() == tuple(Window(day, 540, 600) for day in (1, 2, 3))


def test_escape_in_a_drag_leaves_all_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme, Window(0, 600, 660))
    qtbot.mousePress(made, LEFT, pos=middle(made, 1, 6))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(made.changed):
        qtbot.mouseRelease(made, LEFT, pos=middle(made, 1, 6))
    assert made.windows() == (Window(0, 600, 660),)


def test_keys_move_mark_and_stretch(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme)
    qtbot.keyClick(made, Qt.Key.Key_Down)
    qtbot.keyClick(made, Qt.Key.Key_Right)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert made.windows() == (Window(1, 390, 420),)
    qtbot.keyClick(made, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(made, Qt.Key.Key_Right, SHIFT)
    assert made.windows() == (Window(1, 390, 480),)
    assert made.accessibleDescription() == "martes de 07:30 a 08:00, marcada"
    qtbot.keyClick(made, Qt.Key.Key_Delete)
    assert made.windows() == (Window(1, 390, 450),)


def test_a_day_can_be_copied_to_the_others(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme, Window(0, 600, 660), Window(2, 700, 730))
    made.copy_day()
    assert made.windows() == tuple(sorted((*(Window(day, 600, 660) for day in range(5)), Window(2, 700, 730))))


def test_the_hours_under_the_pointer_are_said(qtbot: QtBot, theme: Theme) -> None:
    made = grid(qtbot, theme, Window(4, 570, 690))
    assert made.stretch_text(made.cell_rect(4, 8).center()) == "viernes de 09:30 a 11:30"
    assert made.stretch_text(made.cell_rect(4, 20).center()) == ""


def test_hours_that_the_grid_cannot_show_are_kept(qtbot: QtBot, theme: Theme) -> None:
    weekend = Window(5, 600, 660)
    made = grid(qtbot, theme, weekend)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert made.windows() == (Window(0, 360, 390), weekend)


windows = st.builds(
    lambda day, start, length: Window(day, 360 + 30 * start, min(1380, 360 + 30 * (start + length))),
    st.integers(0, 4), st.integers(0, 33), st.integers(1, 34),
)  # fmt: skip


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_windows=st.lists(windows, max_size=8))
def test_the_grid_gives_back_what_it_was_shown(theme: Theme, given_windows: list[Window]) -> None:
    made = WeekGrid(theme, given_windows)
    assert made.windows() == merged(given_windows)
    made.deleteLater()
