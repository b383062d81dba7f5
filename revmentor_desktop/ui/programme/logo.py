# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The firm's logo: which files are one, and how it is shown and chosen."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.theme.tokens import LIGHT
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.paint import paint_box

LARGEST = 5 * 1024 * 1024
"""Bytes that a logo may have (the file's own limit)."""
WIDEST = 3
"""Squares that a wide logo takes on paper, at most."""
MOST_DOTS = 6000
"""Dots on a side: more would be tens of millions to hold for a square of 9 mm."""
_FORMATS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}


class LogoError(Exception):
    """A file that is no logo; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_logo(path: Path) -> bytes:
    """Return the bytes of a PNG or JPEG of at most 5 MB. Raises `LogoError`."""
    try:
        if path.stat().st_size > LARGEST:
            raise LogoError(_("The picture is larger than 5 MB. Save it smaller and choose it again."))
        data = path.read_bytes()
    except OSError as error:
        raise LogoError(_("The picture can't be read. Look whether it is still there and choose it again.")) from error
    if not any(data.startswith(start) for start in _FORMATS):
        raise LogoError(_("This is not a PNG or JPEG picture. Choose another file."))
    if picture(data).isNull():
        raise LogoError(_("The picture is damaged or far too large. Open it in another program, save it anew and choose it again."))
    return data


def picture(data: bytes) -> QImage:
    """Return the picture of a logo, a null one when the bytes are none."""
    kind = next((name for start, name in _FORMATS.items() if data.startswith(start)), None)
    if kind is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > MOST_DOTS:
        return QImage()
    return reader.read()


def paper(token: str) -> QColor:
    """Return a colour of printed sheets: paper stays white in the dark theme too."""
    return QColor(LIGHT[token])


class LogoView(QWidget):
    """The logo on the white of paper, or the initials that are printed in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._initials = QImage(), ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_logo(self, image: QImage, initials: str) -> None:
        """Show another logo, or its initials when ``image`` is null."""
        self._picture, self._initials = image, initials
        self.setAccessibleName(_("No logo: the initials {initials}").format(initials=initials) if image.isNull() else _("Logo"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(64))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_box(painter, box, 8, paper("surface"), self._theme.color("border2"))
        paint_logo(painter, box.adjusted(9, 9, -9, -9), self._picture, self._initials, self._theme)


def printed_width(image: QImage, side: float) -> float:
    """Return how wide a logo (or the initials) stands where a square one has ``side``: as on paper, at least a square, at most three."""
    if image.isNull():
        return side
    return min(WIDEST * side, max(side, side * image.width() / image.height()))


def paint_logo(painter: QPainter, box: QRectF, image: QImage, initials: str, theme: Theme) -> None:
    """Draw a logo whole inside a box, or the framed initials, in the inks of paper."""
    if not image.isNull():
        ratio = painter.device().devicePixelRatio()
        room = QSize(round(box.width() * ratio), round(box.height() * ratio))
        scaled = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        width, height = scaled.width() / ratio, scaled.height() / ratio
        painter.drawImage(QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height), scaled)
        return
    paint_box(painter, box, 4, None, paper("text"), 1.4)
    font = theme.font("label")
    font.setPixelSize(max(9, round(box.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(paper("text"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials)


class LogoRow(QWidget):
    """The logo with its buttons."""

    def __init__(self, theme: Theme, choose: Action, remove: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LogoView(theme)
        self.remove = Button(theme, remove.label, "trash-2", "quiet").follow(remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14 - RING)
        row.addWidget(self.view)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        for button in (Button(theme, choose.label, "image").follow(choose), self.remove):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            buttons.addLayout(line)
        row.addLayout(buttons, 1)


class LogoField(Field):
    """The field in which the logo stands, with what is wrong with a chosen file below."""

    def __init__(self, theme: Theme, row: LogoRow, parent: QWidget | None = None) -> None:
        text = _("PNG or JPEG, up to 5 MB. It prints 9 mm high, and a wide one up to 27 mm wide.")
        super().__init__(theme, _("Logo"), row, help_text=text, parent=parent)

    @override
    def take_hold(self) -> None:
        super().take_hold()
        # Nobody chooses one now.
        self.set_help("")
