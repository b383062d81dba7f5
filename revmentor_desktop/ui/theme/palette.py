# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Tokens as a Qt palette, and the system's palette as tokens when it asks for high contrast."""

from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from revmentor_desktop.ui.theme.tokens import LIGHT, Tokens

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border2",
    QPalette.ColorRole.Dark: "input",
    QPalette.ColorRole.Shadow: "text",
}
_FADED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText)


def build(tokens: Tokens) -> QPalette:
    """Return the palette that Fusion paints everything with that the style sheet does not name."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(tokens["surface2"]))
    return palette


def high_contrast(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours: no soft grounds, every line as strong as the text."""
    ground, ink = palette.color(QPalette.ColorRole.Window).name(), palette.color(QPalette.ColorRole.WindowText).name()
    mark, on_mark = palette.color(QPalette.ColorRole.Highlight).name(), palette.color(QPalette.ColorRole.HighlightedText).name()
    faded = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    grounds = {"bg", "side", "surface", "surface2", "sunken", "off", "track", "toast"}
    named = {"accent": mark, "accent_h": mark, "accent_p": mark, "on_accent": on_mark, "focus": mark, "disabled": faded}

    def colour(token: str) -> str:
        if token in named:
            return named[token]
        return ground if token in grounds or token.endswith("_soft") else ink

    return MappingProxyType({token: colour(token) for token in LIGHT})
