# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The theme of one running program: which colours, which size of text, and the drawing material made of them."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.ui.interpreter import Collector, guard_constants
from revmentor_desktop.ui.theme import fonts, icons, palette, stylesheet
from revmentor_desktop.ui.theme.keys import KeyNames
from revmentor_desktop.ui.theme.tokens import DARK, LIGHT, TYPE, Tokens

_FONTS_BY_CLASS = {
    "QLineEdit": "table",
    "QPlainTextEdit": "table",
    "QAbstractSpinBox": "table",
    "QComboBox": "table",
    "QAbstractItemView": "table",
    "QHeaderView": "label",
    "QPushButton": "button",
    "QToolButton": "button",
    "QMenu": "table",
    "QTipLabel": "caption",
}


class Mode(StrEnum):
    """What the user chose under *Aspecto*."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """Colours, fonts, lengths and icons by role.

    `app` makes one and gives it to the window, which gives it to screens and widgets. ``changed`` is emitted after
    colours or the size of text changed, when the application already carries the new style.
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = Mode.SYSTEM, text_size: int = 100) -> None:
        """Register the fonts and the names of keys, and style ``application``. ``text_size`` is in per cent."""
        super().__init__(application)
        guard_constants()
        Collector(self)
        self._application = application
        self._mode = mode
        self._scale = text_size / 100
        self._tokens: Tokens = LIGHT
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        fonts.register()
        QCoreApplication.installTranslator(KeyNames(self))
        application.setStyle("Fusion")
        # The first style sheet sets a style of its own under everything, which forgets the fonts by class given before it.
        application.setStyleSheet(" ")
        hints = application.styleHints()
        hints.setColorScheme(self._wanted_scheme())
        self._apply()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    # What widgets ask for

    @property
    def mode(self) -> Mode:
        """What the user chose."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the text."""
        return self.color("bg").lightness() < self.color("text").lightness()

    @property
    def scale(self) -> float:
        """Size of text, 1.0 to 2.0."""
        return self._scale

    def px(self, length: float) -> int:
        """Return a height or icon size of the design, grown with the size of text."""
        return round(length * self._scale)

    def color(self, token: str) -> QColor:
        """Return the colour of a role (``accent``, ``mentor_soft``…). Raises `KeyError` for an unknown one."""
        return QColor(self._tokens[token])

    @staticmethod
    def shade(opacity: int) -> QColor:
        """Return the black of shadows and of what is dimmed, ``opacity`` 0 to 255."""
        return QColor(0, 0, 0, opacity)

    def font(self, role: str) -> QFont:
        """Return the font of a role of type (``h1``, ``body``, ``caption``…). Raises `KeyError`."""
        return fonts.font(role, self._scale)

    def metrics(self, role: str) -> QFontMetrics:
        """Return the measures of the font of a role."""
        return QFontMetrics(self.font(role))

    def line_height(self, role: str) -> int:
        """Return the height of one line of a role, in px."""
        return self.px(TYPE[role].line)

    def pixmap(self, name: str, token: str = "text2", size: int = 16, ratio: float | None = None) -> QPixmap:
        """Return an icon as pixels: ``size`` is that of the design (12, 14, 16, 18, 22) and grows with the text."""
        wanted = ratio or self._application.devicePixelRatio()
        key = (name, self._tokens[token], self.px(size), wanted)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.render(icons.source(name), key[1], key[2], wanted)
        return self._pixmaps[key]

    def icon(self, name: str, token: str = "text2", size: int = 16) -> QIcon:
        """Return an icon for actions and menus, faded when disabled."""
        result = QIcon()
        for ratio in sorted({1.0, 2.0, self._application.devicePixelRatio()}):
            result.addPixmap(self.pixmap(name, token, size, ratio), QIcon.Mode.Normal)
            result.addPixmap(self.pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
        return result

    def mark(self, size: int, ratio: float | None = None) -> QPixmap:
        """Return the program's mark, ``size`` px a side."""
        svg = icons.mark_source(self._tokens["accent"], self._tokens["on_accent"])
        return icons.render(svg, self._tokens["on_accent"], size, ratio or self._application.devicePixelRatio())

    def window_icon(self) -> QIcon:
        """Return the mark in the sizes that systems ask for, in its light colours."""
        result = QIcon()
        svg = icons.mark_source(LIGHT["accent"], LIGHT["on_accent"])
        for size in (16, 24, 32, 48, 256):
            result.addPixmap(icons.render(svg, LIGHT["on_accent"], size, 1.0))
        return result

    def paint_icon(self, painter: QPainter, rect: QRectF | QRect, name: str, token: str = "text2", size: int = 16) -> None:
        """Draw an icon in the middle of ``rect``, at the ratio of the device."""
        pixmap = self.pixmap(name, token, size, painter.device().devicePixelRatio())
        side = self.px(size)
        middle = QRectF(rect).center()
        painter.drawPixmap(QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side).toRect(), pixmap)

    def icon_size(self, size: int = 16) -> QSize:
        """Return the size of an icon in logical px, grown with the text."""
        return QSize(self.px(size), self.px(size))

    @staticmethod
    def restyle(widget: QWidget, **properties: object) -> None:
        """Set dynamic properties that the style sheet selects by, and paint accordingly at once."""
        for name, value in properties.items():
            widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()

    # What preferences change

    def set_mode(self, mode: Mode) -> None:
        """Use light, dark or the system's colours from now on."""
        self._mode = mode
        # Tells the platform too, so that title bars and native dialogs follow; Unknown gives it back to the system.
        QGuiApplication.styleHints().setColorScheme(self._wanted_scheme())
        self._apply()

    def set_text_size(self, per_cent: int) -> None:
        """Use another size of text from now on (one of `tokens.TEXT_SIZES`)."""
        self._scale = per_cent / 100
        self._apply()

    # Inside

    def _wanted_scheme(self) -> Qt.ColorScheme:
        schemes = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}
        return schemes.get(self._mode, Qt.ColorScheme.Unknown)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    def _follow_contrast(self, _preference: Qt.ContrastPreference) -> None:
        self._apply()

    def _chosen_tokens(self) -> Tokens:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            # An empty palette gives the system's back; Fusion's own standard one would not do.
            self._application.setPalette(QPalette())
            return palette.high_contrast(self._application.palette())
        dark = hints.colorScheme() is Qt.ColorScheme.Dark if self._mode is Mode.SYSTEM else self._mode is Mode.DARK
        return DARK if dark else LIGHT

    def _apply(self) -> None:
        self._tokens = self._chosen_tokens()
        self._pixmaps.clear()
        self._application.setPalette(palette.build(self._tokens))
        self._application.setFont(self.font("body"))
        for name, role in _FONTS_BY_CLASS.items():
            self._application.setFont(self.font(role), name)  # pyright: ignore[reportArgumentType] - takes a str
        self._application.setStyleSheet(stylesheet.build(self._tokens, self._scale))
        self.changed.emit()
