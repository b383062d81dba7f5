# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The theme of the running program."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop import resources
from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.ui.theme import Mode, Theme, icons, stylesheet
from revmentor_desktop.ui.theme.palette import high_contrast
from revmentor_desktop.ui.theme.tokens import DARK, LIGHT, TEXT_SIZES
from revmentor_desktop.ui.widgets.looks import agreement_look, pair_look, session_look


def test_changing_the_mode_changes_palette_and_says_so(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK["bg"]


def test_a_bigger_text_makes_heights_grow(theme: Theme) -> None:
    theme.set_text_size(200)
    assert theme.px(34) == 68
    assert theme.font("body").pixelSize() == 28


@pytest.mark.parametrize("role", ["display", "h1", "body", "caption", "label"])
def test_fonts_are_inter_with_figures_of_one_width(theme: Theme, role: str) -> None:
    font = theme.font(role)
    assert QFontInfo(font).family() == "Inter"
    assert font.featureValue(QFont.Tag("tnum")) == 1
    metrics = theme.metrics(role)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_fonts_by_class_hold_from_the_first_style_on(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    first = Theme(qapp, Mode.LIGHT)
    table = QTableView()
    for widget in (QLineEdit(), QComboBox(), QListView(), QMenu(), table):
        qtbot.addWidget(widget)
        assert font_of(widget) == (13, QFont.Weight.Normal)
    assert font_of(table.horizontalHeader()) == (12, QFont.Weight.DemiBold)
    first.set_text_size(200)
    assert font_of(table.horizontalHeader()) == (24, QFont.Weight.DemiBold)
    first.set_text_size(100)
    first.deleteLater()


def font_of(widget: QWidget) -> tuple[int, QFont.Weight]:
    widget.ensurePolished()
    return widget.font().pixelSize(), widget.font().weight()


def test_icons_are_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    image = theme.pixmap("circle", "danger", 22, 2.0).toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT["danger"]}


def test_an_icon_that_is_not_there_is_a_defect(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-icon")


def test_every_icon_follows_the_colour_and_carries_no_address() -> None:
    files = sorted(resources.path("icons").glob("*.svg"))
    assert len(files) > 90
    for file in files:
        text = icons.source(file.stem)
        assert "currentColor" in text
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_every_state_has_an_icon_that_exists() -> None:
    looks = [pair_look(state) for state in PairState] + [agreement_look(state) for state in AgreementState]
    looks += [session_look(state) for state in SessionState] + [session_look(SessionState.PLANNED, lacks_log=True)]
    assert [look for look in looks if look.icon and not resources.path("icons", f"{look.icon}.svg").exists()] == []


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_style_sheet_has_no_hole_left(size: int) -> None:
    for tokens in (LIGHT, DARK):
        text = stylesheet.build(tokens, size / 100)
        assert text.count("{") == text.count("}")
        assert "{{" not in text


def test_high_contrast_uses_the_systems_colours_only() -> None:
    palette = QPalette()
    tokens = high_contrast(palette)
    assert set(tokens) == set(LIGHT)
    assert tokens["ok_soft"] == tokens["surface"]
    assert tokens["border"] == palette.color(QPalette.ColorRole.WindowText).name()


def test_the_mark_is_drawn_in_every_size(theme: Theme) -> None:
    assert not theme.window_icon().isNull()
    assert theme.mark(28, 2.0).width() == 56
