# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A choice whose pieces share the width of a panel that is narrower than they would like."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.labels import tip_text
from revmentor_desktop.ui.widgets.segmented import SegmentedControl


class Choices(SegmentedControl):
    """A `SegmentedControl` that fills the width it gets, never asks for more, and has its words as tips."""

    def __init__(self, theme: Theme, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, choices, name, fill=True, parent=parent)
        for key, text in choices:
            piece = self.piece(key)
            piece.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            piece.setToolTip(tip_text(text))
