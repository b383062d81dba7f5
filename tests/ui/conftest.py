# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What tests of the window stand on: one theme, light and at 100 %, whatever the test before did to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.ui.interpreter import guard_constants
from revmentor_desktop.ui.theme import Mode, Theme


@pytest.fixture(scope="session", autouse=True)
def guarded_constants() -> None:
    """Tests without a theme call Qt too."""
    guard_constants()


@pytest.fixture(scope="session")
def only_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Mode.LIGHT)


@pytest.fixture
def theme(only_theme: Theme) -> Iterator[Theme]:
    """The theme of the program. A test may change it; it is put back."""
    yield only_theme
    if only_theme.mode is not Mode.LIGHT:
        only_theme.set_mode(Mode.LIGHT)
    if only_theme.scale != 1.0:
        only_theme.set_text_size(100)
