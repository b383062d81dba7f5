# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A choice of one among few, side by side. One tab stop; the arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import RADIUS_FIELD
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.held import Editor
from revmentor_desktop.ui.widgets.labels import no_mnemonic
from revmentor_desktop.ui.widgets.paint import paint_box, paint_text


class _Piece(QPushButton):
    def __init__(self, theme: Theme, key: str, text: str, parent: "SegmentedControl") -> None:
        super().__init__(no_mnemonic(text), parent)
        self._theme, self.key, self.label = theme, key, text
        self.ring = self.plain = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        # Measured in the heavier weight, so that nothing moves when the choice does.
        width = self._theme.metrics("strong").horizontalAdvance(self.label)
        return QSize(width + self._theme.px(24), self._theme.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.metrics("strong").horizontalAdvance(self.label) + 12, self._theme.px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.plain:
            paint_text(painter, box, self.label, self._theme, "table")
            return
        if self.isChecked():
            edge = ("focus", 2.0) if self.ring else ("border2", 1.0)
            paint_box(painter, box, 6, self._theme.color("surface"), self._theme.color(edge[0]), edge[1])
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, box, 6, self._theme.color("surface2"))
        ink = "disabled" if not self.isEnabled() else "accent_text" if self.isChecked() else "text2"
        role = "strong" if self.isChecked() else "segment"
        paint_text(painter, box, self.label, self._theme, role, ink, Qt.AlignmentFlag.AlignCenter)


class SegmentedControl(Editor, QWidget):
    """``changed(key)`` when the user chose another piece. ``name`` says what is chosen, for screen readers."""

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        name: str,
        current: str = "",
        *,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``choices``: (key, text) in order; ``fill``: the pieces share the whole width."""
        super().__init__(parent)
        self._theme, self._name, self._fill = theme, name, fill
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self._pieces: list[_Piece] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred if fill else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices, current or (choices[0][0] if choices else ""))
        self._group.buttonClicked.connect(self._clicked)
        theme.changed.connect(self._restyle)

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str = "") -> None:
        """Offer other pieces, or the same with other words or counts; nothing is emitted."""
        chosen = current or self.current()
        if [key for key, _text in choices] != [piece.key for piece in self._pieces]:
            self._rebuild(choices)
        for piece, (_key, text) in zip(self._pieces, choices, strict=True):
            piece.label = text
            piece.setText(no_mnemonic(text))
            piece.updateGeometry()
        self.set_current(chosen)

    def current(self) -> str:
        """Return the key of the chosen piece, empty when none is."""
        return next((piece.key for piece in self._pieces if piece.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose a piece, or none with an empty key, without emitting."""
        self._group.setExclusive(False)
        for piece in self._pieces:
            piece.setChecked(piece.key == key)
        self._group.setExclusive(True)
        self._describe()
        self._show_chosen()

    @override
    def take_hold(self) -> None:
        super().take_hold()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._show_chosen()

    def piece(self, key: str) -> QPushButton:
        """Return the button of a key. Raises `KeyError`."""
        for piece in self._pieces:
            if piece.key == key:
                return piece
        raise KeyError(key)

    def _rebuild(self, choices: Sequence[tuple[str, str]]) -> None:
        for piece in self._pieces:
            self._group.removeButton(piece)
            self._row.removeWidget(piece)
            # It goes when Qt comes round to it; until then it must not be painted over the new ones.
            piece.hide()
            piece.deleteLater()
        self._pieces = [_Piece(self._theme, key, text, self) for key, text in choices]
        for piece in self._pieces:
            self._group.addButton(piece)
            self._row.addWidget(piece, 1 if self._fill else 0)

    def _show_chosen(self) -> None:
        """Held, it is the words of what was chosen."""
        for piece in self._pieces if self.held else ():
            piece.plain = True
            piece.setVisible(piece.isChecked())

    def _clicked(self, _button: object) -> None:
        self._describe()
        self.changed.emit(self.current())

    def _describe(self) -> None:
        chosen = next((piece.label for piece in self._pieces if piece.isChecked()), "")
        self.setAccessibleName(f"{self._name}: {chosen}" if chosen else self._name)
        self.update()

    def _restyle(self) -> None:
        for piece in self._pieces:
            piece.updateGeometry()
        self.update()

    def _show_ring(self, shown: bool) -> None:
        for piece in self._pieces:
            piece.ring = shown
            piece.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._pieces or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        chosen = next((place for place, piece in enumerate(self._pieces) if piece.isChecked()), -1 if step > 0 else 0)
        self._pieces[(chosen + step) % len(self._pieces)].click()
        self._show_ring(True)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_ring(event.reason() in KEYBOARD_REASONS)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_ring(False)
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.held:
            paint_box(QPainter(self), QRectF(self.rect()), RADIUS_FIELD, self._theme.color("sunken"), self._theme.color("border"))
