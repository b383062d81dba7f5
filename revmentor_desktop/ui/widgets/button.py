# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Buttons: painted, so that the focus ring has its place. 4 px on each side belong to the ring, so rows of buttons use spacing 0."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.held import Vanishing
from revmentor_desktop.ui.widgets.labels import no_mnemonic, tip_text
from revmentor_desktop.ui.widgets.paint import paint_box, paint_focus, paint_text

RING = 4
"""Room that a focus ring takes around a widget, in px."""

KEYBOARD_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Ways of getting the focus after which the ring is shown."""

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

# State → (ground, edge, ink). An empty ground or edge is not painted.
_LOOKS: dict[str, dict[str, tuple[str, str, str]]] = {
    "primary": {
        "normal": ("accent", "", "on_accent"),
        "hover": ("accent_h", "", "on_accent"),
        "pressed": ("accent_p", "", "on_accent"),
        "disabled": ("border2", "", "text3"),
    },
    "secondary": {
        "normal": ("surface", "border2", "text"),
        "hover": ("surface2", "input", "text"),
        "pressed": ("sunken", "input", "text"),
        "disabled": ("surface2", "border", "disabled"),
    },
    "quiet": {
        "normal": ("", "", "accent_text"),
        "hover": ("surface2", "input", "accent_text"),
        "pressed": ("sunken", "input", "accent_text"),
        "disabled": ("", "", "disabled"),
    },
    "danger": {
        "normal": ("surface", "danger_line", "danger"),
        "hover": ("danger_soft", "danger_line", "danger"),
        "pressed": ("danger_soft", "danger", "danger"),
        "disabled": ("surface2", "border", "disabled"),
    },
    "plain": {
        "normal": ("", "", "text2"),
        "hover": ("surface2", "border2", "text"),
        "pressed": ("sunken", "border2", "text"),
        "disabled": ("", "", "disabled"),
    },
}


class Button(Vanishing, QPushButton):
    """A button. ``variant``: primary (one per screen), secondary, quiet, danger, or plain (quiet in grey); ``small``: 26 px.

    ``writes``: it changes the file (as when it follows an action that does); in a held part (see `hold`) it is not there.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        variant: str = "secondary",
        *,
        tip: str = "",
        small: bool = False,
        height: int = 34,
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._writes = writes
        self._theme, self._icon, self._variant = theme, icon, variant
        self._height = 26 if small else height
        self._ring = False
        self._label = ""
        self._action: Action | None = None
        self._once = False
        self.setProperty("variant", variant)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_label(text)
        self.setToolTip(tip_text(tip))
        theme.changed.connect(self._restyle)

    @property
    def label(self) -> str:
        """The text as it is read."""
        return self._label

    @property
    def action(self) -> Action | None:
        """The action that the button stands for."""
        return self._action

    def set_label(self, text: str) -> None:
        """Write other words on it."""
        self._label = text
        self.setText(no_mnemonic(text))
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none (empty)."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_variant(self, variant: str) -> None:
        """Look otherwise."""
        self._variant = variant
        self.setProperty("variant", variant)
        self.update()

    def follow(self, action: Action) -> "Button":
        """Show an action's words, icon, tip and state, and trigger it. Returns the button."""
        self._action = action
        self._writes = self._writes or action.writes
        self.clicked.connect(action.trigger)
        action.changed.connect(self._take_action)
        self._take_action()
        return self

    def once(self) -> "Button":
        """Take a double click for one click: what the button does puts the next step into its place. Returns the button."""
        self._once = True
        return self

    @override
    def settle(self) -> None:
        if self._writes:
            super().settle()

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.metrics("button").horizontalAdvance(self._label) + 2 if self._label else 0
        if self._icon:
            width += self._theme.px(16) + (8 if self._label else 0)
        padding = self._theme.px(8 if self._height < 30 else 14 if self._label else 9)
        return QSize(width + 2 * padding + 2 * RING, self._theme.px(self._height) + 2 * RING)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            # A window that becomes active shows what it showed: the first button of a dialog has its ring before that.
            self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt lets Enter press only the default button of a dialog, and none of ours is one: the safe answer is merely focused.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._once:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        ground, edge, ink = _LOOKS[self._variant][self._state()]
        if ground or edge:
            paint_box(painter, box, RADIUS_FIELD, self._theme.color(ground) if ground else None, self._theme.color(edge) if edge else None)
        if self._ring and self.hasFocus():
            paint_focus(painter, box, RADIUS_FIELD, self._theme)
        self._paint_content(painter, box, ink)

    def show_ring(self) -> None:
        """Show the focus ring although the focus did not come by keyboard (first button of a dialog)."""
        self._ring = True
        self.update()

    def _paint_content(self, painter: QPainter, box: QRectF, ink: str) -> None:
        width = self._theme.metrics("button").horizontalAdvance(self._label) + 2 if self._label else 0
        side = self._theme.px(16) if self._icon else 0
        gap = 8 if side and width else 0
        left = max(box.left() + 4, box.center().x() - (width + side + gap) / 2)
        if self._icon:
            self._theme.paint_icon(painter, QRectF(left, box.top(), side, box.height()), self._icon, ink, 16)
        left += side + gap
        if width:
            paint_text(painter, QRectF(left, box.top(), box.right() - left - 2, box.height()), self._label, self._theme, "button", ink)

    def _state(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self.isDown() or self.isChecked():
            return "pressed"
        return "hover" if self.underMouse() else "normal"

    def _take_action(self) -> None:
        action = self._action
        if action is None:
            return
        self._icon = self._icon or action.icon_name
        if self._label or not self._icon:
            self.set_label(action.label)
        self.setAccessibleName(action.label)
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """A button with only an icon: ``name`` is read to who cannot see it and shown as its tooltip."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        variant: str = "plain",
        small: bool = False,
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", icon, variant, tip=name, small=small, writes=writes, parent=parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(self._height) + 2 * RING
        return QSize(side, side)


def button_row(*buttons: QWidget, stretch_first: bool = True) -> QHBoxLayout:
    """Lay buttons side by side, 8 px apart to the eye, at the right when ``stretch_first``."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    if stretch_first:
        row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
