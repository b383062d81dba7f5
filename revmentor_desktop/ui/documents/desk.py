# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The desk on which a PDF lies: pages with a shadow, zoom and keys, straight from memory."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QPalette, QRegion, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import KEYBOARD_REASONS
from revmentor_desktop.ui.widgets.paint import paint_box, paint_shadow

FIT_WIDTH, FIT_PAGE = "width", "page"
ZOOMS = (50, 75, 100, 125, 150, 200)
"""Sizes in per cent of the paper's own."""
_MARGIN, _BETWEEN = 18, 16


class Desk(QPdfView):
    """``page_changed(page, pages)``, from 1. ``zoom_asked(step)`` by the wheel with Ctrl: 1 larger, -1 smaller."""

    page_changed = Signal(int, int)
    zoom_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False
        # Without parent: as a child it would go after the view's own part has gone, and tell it so, which ends the program.
        self._document = QPdfDocument()
        self._buffer = QBuffer(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocumentMargins(QMargins(_MARGIN + 14, _MARGIN, _MARGIN + 14, _MARGIN))
        self.setPageSpacing(_BETWEEN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setDocument(self._document)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.pageNavigator().currentPageChanged.connect(self._tell_page)

    def show_pdf(self, pdf: bytes) -> None:
        """Lay these pages on the desk, the first on top. The bytes stay in memory."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go_to_page(1)
        self._tell_page()

    def pages(self) -> int:
        """Return how many pages lie there."""
        return max(0, self._document.pageCount())

    def page(self) -> int:
        """Return the page in sight, from 1."""
        return self.pageNavigator().currentPage() + 1

    def text(self) -> str:
        """Return what is written on the pages, for screen readers."""
        return "\n".join(self._document.getAllText(page).text() for page in range(self.pages()))

    def go_to_page(self, page: int) -> None:
        """Bring a page into sight, from 1; others than those there are ignored."""
        if 1 <= page <= self.pages():
            self.pageNavigator().jump(page - 1, QPointF(), self.pageNavigator().currentZoom())
            bar = self.verticalScrollBar()
            bar.setValue(0 if page == 1 else self._places()[page - 1].top() - _BETWEEN // 2)

    def set_zoom(self, zoom: str) -> None:
        """Fit to the width or the page, or show at so many per cent (``"125"``)."""
        fits = {FIT_WIDTH: QPdfView.ZoomMode.FitToWidth, FIT_PAGE: QPdfView.ZoomMode.FitInView}
        page = self.page()
        if zoom in fits:
            self.setZoomMode(fits[zoom])
        else:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(int(zoom) / 100)
        self.go_to_page(page)

    def zoom_now(self) -> float:
        """Return the size at which the first page shows, in per cent of the paper's own."""
        if not self.pages():
            return 100.0
        return 100.0 * self._page_size(0).width() / max(1.0, self._document.pagePointSize(0).width() * _dots())

    # Inside

    def _tell_page(self) -> None:
        self.page_changed.emit(self.page() if self.pages() else 0, self.pages())

    def _page_size(self, page: int) -> QSize:
        """Return the size of a page as QPdfView lays it out, which does not tell."""
        real = QSizeF(self._document.pagePointSize(page) * _dots())
        margins, room = self.documentMargins(), self.viewport().size()
        if self.zoomMode() is QPdfView.ZoomMode.Custom:
            return (real * self.zoomFactor()).toSize()
        whole = real.toSize()
        wide = room.width() - margins.left() - margins.right()
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return whole * (wide / max(1, whole.width()))
        return whole.scaled(QSize(wide, room.height() - self.pageSpacing()), Qt.AspectRatioMode.KeepAspectRatio)

    def _places(self) -> list[QRect]:
        """Return where the pages lie, in the coordinates of the whole desk."""
        sizes = [self._page_size(page) for page in range(self.pages())]
        margins = self.documentMargins()
        widest = max((size.width() for size in sizes), default=0) + margins.left() + margins.right()
        places: list[QRect] = []
        top = margins.top()
        for size in sizes:
            places.append(QRect((max(widest, self.viewport().width()) - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + self.pageSpacing()
        return places

    def _restyle(self) -> None:
        palette = self.palette()
        # QPdfView paints what lies around its pages in the colour of this role.
        palette.setColor(QPalette.ColorRole.Dark, self._theme.color("sunken"))
        self.setPalette(palette)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        moved = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        places = [place.translated(*moved) for place in self._places()]
        around = QRegion(self.viewport().rect())
        for place in places:
            around = around.subtracted(QRegion(place))
        painter.setClipRegion(around)
        for place in places:
            paint_shadow(painter, QRectF(place), 1, self._theme)
        painter.setClipping(False)
        if self._ring and self.hasFocus():
            paint_box(painter, QRectF(self.viewport().rect()), 2, None, self._theme.color("focus"), 2)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.viewport().update()


def _dots() -> float:
    """Return the pixels of one point of paper at 100 %, as QPdfView measures the screen."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
