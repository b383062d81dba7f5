# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""From bytes to sheets: the system's print dialog, and the pages drawn on the printer from memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.ui.background import Progress

SHARPEST = 400
"""Dots per inch at most: beyond it one page takes over 100 MB, and no eye sees the difference."""

PAPER = 0xFFFFFFFF
"""The colour of paper as ARGB: of no theme."""
_DOUBLE = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)


class PrinterError(Exception):
    """The printer does not take the job."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the print dialog should propose: the name of the job (without personal data) and how many copies."""

    name: str
    copies: int


ChoosePrinter = Callable[[QWidget, Wish], QPrinter | None]
"""Asks the user for a printer; ``None``: not now."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to print: ``name`` for the progress, ``draw`` gives its PDF."""

    name: str
    draw: Callable[[], bytes]


def ask_printer(parent: QWidget, wish: Wish) -> QPrinter | None:
    """Open the system's print dialog: A4, double-sided, so many copies proposed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setCopyCount(wish.copies)
    printer.setDocName(wish.name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(QAbstractPrintDialog.PrintDialogOption.PrintToFile | QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def print_papers(printer: QPrinter, papers: Sequence[Paper], progress: Progress) -> tuple[bytes, ...]:
    """Print each paper with all its copies before the next, in one job; may run beside the window.

    Returns the bytes of those that were printed: when the user stops it, the ones before. Raises `PrinterError`.
    """
    copies = printer.copyCount()
    # One pile for each signer would have to be sorted by hand: the copies are repeated here instead.
    printer.setCopyCount(1)
    printer.setFullPage(True)
    printed: list[bytes] = []
    run = _Run(printer)
    try:
        for paper in papers:
            if progress.cancelled:
                break
            progress.report(len(printed), len(papers), paper.name)
            pdf = paper.draw()
            run.add(pdf, copies)
            printed.append(pdf)
    finally:
        run.end()
    return tuple(printed)


def sides(pages: int, copies: int, *, double: bool) -> tuple[int | None, ...]:
    """Return which page goes on each side of paper, in order; ``None``: an empty back, so that each copy begins on a sheet of its own."""
    one: tuple[int | None, ...] = (*range(pages), *((None,) if double and pages % 2 else ()))
    return one * copies


class _Run:
    """One job of the printer, begun with its first page, so that stopping before it prints nothing."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._painter = QPainter()

    def add(self, pdf: bytes, copies: int) -> None:
        document = _document(pdf)
        self._lay(document)
        pages = _pictures(document, self._paper(), min(1.0, SHARPEST / self._printer.resolution()))
        document.close()
        for side in sides(len(pages), copies, double=self._printer.duplex() in _DOUBLE):
            self._turn()
            if side is not None:
                self._painter.drawImage(pages[side].place, pages[side].picture)

    def end(self) -> None:
        if self._painter.isActive():
            self._painter.end()

    def _lay(self, document: QPdfDocument) -> None:
        """Lay the sheets as the paper's own pages lie, whatever the dialog says: across an upright sheet they would come out too small."""
        size = document.pagePointSize(0)
        across = size.width() > size.height()
        self._printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)

    def _paper(self) -> QSize:
        return self._printer.pageLayout().fullRectPixels(self._printer.resolution()).size()

    def _turn(self) -> None:
        taken = self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)
        if not taken:
            raise PrinterError
        # Letters would get the fringes of JPEG otherwise.
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


@dataclass(frozen=True, slots=True)
class _Picture:
    place: QRect
    picture: QImage


def _document(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    # Its own, so that it lives as long as what is read from it.
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _pictures(document: QPdfDocument, paper: QSize, share: float) -> list[_Picture]:
    """Draw the pages of a PDF as large as the paper allows, at ``share`` of its dots."""
    pages: list[_Picture] = []
    for number in range(document.pageCount()):
        size = document.pagePointSize(number).scaled(QSizeF(paper), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        place = QRect((paper.width() - size.width()) // 2, (paper.height() - size.height()) // 2, size.width(), size.height())
        drawn = document.render(number, (QSizeF(size) * share).toSize())
        pages.append(_Picture(place, _on_white(drawn)))
    return pages


def _on_white(drawn: QImage) -> QImage:
    """Put a page on white: what is see-through would come out with a mask, or black."""
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(PAPER)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return white
