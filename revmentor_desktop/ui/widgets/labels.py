# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Labels: always plain text, for a label that guesses opens pictures and follows addresses that a name may carry."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_text, whole_parts


class PlainLabel(QLabel):
    """Text in a role of type and a colour token; wraps when ``wrap`` is true."""

    def __init__(
        self, theme: Theme, text: str = "", role: str = "body", tone: str = "text", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_tone(self, tone: str) -> None:
        """Write in another colour token."""
        if self.property("tone") != tone:
            self._theme.restyle(self, tone=tone)

    def set_role(self, role: str) -> None:
        """Write in another role of type."""
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role))


class ElidedLabel(QWidget):
    """One line that is cut with «…» where it does not fit; the whole is in its tooltip. ``by_parts``: of «one · two · three» those
    at the end that do not fit are left out whole.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
        *,
        by_parts: bool = False,
    ) -> None:
        super().__init__(parent)
        self._by_parts = by_parts
        self._theme, self._text, self._role, self._tone = theme, "", role, tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self.updateGeometry)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802 - same name as QLabel
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Write in another colour token."""
        self._tone = tone
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Room for the whole text on one line."""
        return QSize(self._theme.metrics(self._role).horizontalAdvance(self._text) + 2, self._theme.line_height(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for three letters."""
        return QSize(self._theme.metrics(self._role).horizontalAdvance("mm…"), self._theme.line_height(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part that fits."""
        fits = self._theme.metrics(self._role).horizontalAdvance(self._text) <= self.width() + 1
        tip = "" if fits else tip_text(self._text)
        if self.toolTip() != tip:
            self.setToolTip(tip)
        shown = whole_parts(self._text, self._theme, self._role, self.width()) if self._by_parts else self._text
        paint_text(QPainter(self), QRectF(self.rect()), shown, self._theme, self._role, self._tone)


class Line(QFrame):
    """A line of 1 px in the colour of edges, lying or (``upright``) standing."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("line", "true")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def tip_text(text: str) -> str:
    """Return ``text`` so that a tooltip shows it letter by letter, wrapped, whatever it holds."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def no_mnemonic(text: str) -> str:
    """Return ``text`` so that buttons and menus show each «&» and make no shortcut of it."""
    return text.replace("&", "&&")
