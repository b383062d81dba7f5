# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Inter, registered from the resources, and the fonts of each role of type."""

from PySide6.QtGui import QFont, QFontDatabase

from revmentor_desktop import resources
from revmentor_desktop.ui.theme.tokens import TYPE

FAMILIES = ("Inter", "Segoe UI", "Noto Sans")
"""Family of the window and what stands in for it; names outside Latin fall back glyph by glyph."""

_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


def register() -> None:
    """Make Inter known to Qt. Raises `FileNotFoundError` when the installation lacks a font."""
    for name in _FILES:
        path = resources.path("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def font(role: str, scale: float) -> QFont:
    """Return the font of a role of type, sizes multiplied by ``scale``; figures are tabular. Raises `KeyError`."""
    style = TYPE[role]
    result = QFont(list(FAMILIES))
    result.setPixelSize(round(style.size * scale))
    result.setWeight(QFont.Weight(style.weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
