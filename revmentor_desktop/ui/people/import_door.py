# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The ways in for a spreadsheet of answers: chosen, or dropped on the screen; and the way back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import preferences
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.people.import_dialog import ImportDialog
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.words import errors

TABLE_FILES = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls")
"""Endings of the files that may be chosen or dropped; what is in them is told by their content."""


class ImportDoor(QObject):
    """``imported(number of people)``; ``undo`` takes the import back while nothing was done since. ``failed(sentence)``."""

    imported = Signal(int)
    failed = Signal(str)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._bridge, self._clock, self._host = theme, bridge, clock, host
        self.undo = QAction(_("Undo"), self)
        self.undo.triggered.connect(self._take_back)

    def choose(self) -> None:
        """Ask for a spreadsheet and import it."""
        kinds = " ".join(f"*{ending}" for ending in TABLE_FILES)
        folder = preferences.documents_folder()
        start = str(folder if folder.is_dir() else Path.home())
        name, _kind = QFileDialog.getOpenFileName(self._host, _("Import answers"), start, _("Spreadsheets") + f" ({kinds})")
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> ImportDialog:
        """Open the import of one spreadsheet and return its dialog."""
        dialog = ImportDialog(self._theme, self._host, self._bridge, path, self._clock)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self.imported)
        dialog.open()
        return dialog

    def _take_back(self) -> None:
        # Undo goes back step by step, and this button promises the import and nothing else.
        newest = self._bridge.workspace.next_undo
        if newest is None or newest.code != "import":
            return
        try:
            self._bridge.workspace.undo()
        except StoreError as error:
            self.failed.emit(" ".join(errors.sentence(error)))


def dropped_table(event: QDropEvent) -> Path | None:
    """Return the one spreadsheet that is dragged, ``None`` for anything else."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    return path if path is not None and path.suffix.lower() in TABLE_FILES else None
