# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Avatar, ring, double arrow and bar as widgets; delegates draw the same with `paint`."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.paint import paint_avatar, paint_bar, paint_double_arrow, paint_ring


class _Figure(QWidget):
    def __init__(self, theme: Theme, width: int, height: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme, self._width, self._height = theme, width, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._width), self._theme.px(self._height))


class Avatar(_Figure):
    """Initials in the shape of a role; 26, 32, 40 or 44 px. The name is read, not the initials."""

    def __init__(
        self, theme: Theme, initials: str = "", role: Role | None = None, size: int = 32, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, size, size, parent)
        self._ticked = self._faded = False
        self.set_person(initials, role, name=name)

    def set_person(self, initials: str, role: Role | None, *, name: str = "", ticked: bool = False, faded: bool = False) -> None:
        """Show somebody. ``ticked``: has said yes."""
        self._initials, self._role, self._ticked, self._faded = initials, role, ticked, faded
        self.setAccessibleName(_("{name}, has accepted").format(name=name) if ticked else name or initials)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        paint_avatar(QPainter(self), box, self._initials, self._role, self._theme, ticked=self._ticked, faded=self._faded)


class Ring(_Figure):
    """Compatibility 0 to 100; ``None``: being computed."""

    def __init__(self, theme: Theme, score: float | None = None, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(theme, size, size, parent)
        self.set_score(score)

    def set_score(self, score: float | None) -> None:
        """Show another compatibility."""
        self._score = score
        computing = _("Compatibility being worked out")
        self.setAccessibleName(computing if score is None else _("Compatibility {n} of 100").format(n=f"{score:.0f}"))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ring(QPainter(self), QRectF(self.rect()), self._score, self._theme)


class DoubleArrow(_Figure):
    """What goes each way, 0 to 1: above what the mentee learns, below what the mentor gets."""

    def __init__(self, theme: Theme, learn: float | None = None, give_back: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, 58, 24, parent)
        self.set_values(learn, give_back)

    def set_values(self, learn: float | None, give_back: float | None) -> None:
        """Show other shares; ``None``: being computed."""
        self._learn, self._give_back = learn, give_back
        self.setAccessibleName(arrows_text(learn, give_back))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_double_arrow(QPainter(self), QRectF(self.rect()), self._learn, self._give_back, self._theme)


class Meter(QWidget):
    """A thin bar filled to a share; ``name`` says of what («Parejas formadas, 9 de 13»)."""

    def __init__(self, theme: Theme, share: float = 0.0, name: str = "", token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._token = theme, token
        self.setFixedHeight(5)
        self.set_share(share, name)

    def set_share(self, share: float, name: str = "") -> None:
        """Fill to another share, 0 to 1."""
        self._share = share
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(QPainter(self), QRectF(self.rect()), self._share, self._theme, self._token)


def arrows_text(learn: float | None, give_back: float | None) -> str:
    """Return the sentence that stands for the double arrow to who cannot see it."""
    if learn is None or give_back is None:
        return _("What each one gets is being worked out")
    return _("Learns {learn} per cent, gives back {back} per cent").format(learn=round(100 * learn), back=round(100 * give_back))
