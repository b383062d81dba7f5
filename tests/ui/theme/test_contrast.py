# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The table of contrast of the design, recomputed from the tokens (WCAG 2.2)."""

import pytest

from revmentor_desktop.ui.theme.tokens import DARK, LIGHT, TYPE, Tokens, contrast

# Ink, ground, ratio in light, ratio in dark.
PAIRS = (
    ("text", "surface", 15.3, 14.0),
    ("text", "bg", 14.0, 15.3),
    ("text2", "surface", 6.9, 8.6),
    ("text2", "bg", 6.3, 9.4),
    ("text2", "side", 5.9, 9.9),
    ("text3", "surface", 5.3, 6.3),
    ("text3", "sunken", 4.6, 6.7),
    ("text3", "side", 4.5, 7.2),
    ("accent", "surface", 7.3, 8.0),
    ("accent_text", "accent_soft", 7.4, 7.3),
    ("on_accent", "accent", 7.3, 8.1),
    ("mentor", "mentor_soft", 6.1, 6.9),
    ("mentee", "mentee_soft", 6.2, 6.7),
    ("ok", "ok_soft", 5.2, 7.2),
    ("warn", "warn_soft", 6.1, 8.2),
    ("danger", "danger_soft", 5.7, 6.5),
    ("info", "info_soft", 6.1, 7.1),
    ("gray", "gray_soft", 4.5, 5.6),
    ("text", "accent_line", 8.5, 5.3),
    ("text", "warn_line", 9.3, 5.6),
    ("on_toast", "toast", 13.8, 13.8),
    ("toast_link", "toast", 8.7, 6.9),
    ("input", "surface", 3.7, 4.3),
    ("input", "bg", 3.4, 4.8),
    ("focus", "surface", 7.3, 8.0),
    ("focus", "side", 6.2, 9.2),
    ("warn_icon", "surface", 4.4, 10.2),
)
EDGES = {"input", "focus", "warn_icon"}


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), PAIRS)
def test_each_pair_has_the_contrast_of_the_design(ink: str, ground: str, light: float, dark: float) -> None:
    for tokens, expected in ((LIGHT, light), (DARK, dark)):
        assert contrast(tokens[ink], tokens[ground]) == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(("ink", "ground", "_light", "_dark"), PAIRS)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_four_and_a_half_and_edges_three(tokens: Tokens, ink: str, ground: str, _light: float, _dark: float) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= (3 if ink in EDGES else 4.45)


@pytest.mark.parametrize(("tokens", "expected"), [(LIGHT, 5.9), (DARK, 6.5)], ids=["light", "dark"])
def test_second_lines_are_readable_on_every_soft_ground(tokens: Tokens, expected: float) -> None:
    # Grey chips carry grey text, never a second line.
    grounds = [ground for ground in tokens if ground.endswith("_soft") and ground != "gray_soft"]
    worst = min(contrast(tokens["text2"], tokens[ground]) for ground in grounds)
    assert worst == pytest.approx(expected, abs=0.06)


def test_both_sets_have_the_same_roles() -> None:
    assert set(LIGHT) == set(DARK)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_no_letter_is_under_twelve_pixels() -> None:
    assert min(role.size for role in TYPE.values()) == 12
