# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The files opened last: when each changed, where it lies, or that it is no longer there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, QFileInfo, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel, tip_text
from revmentor_desktop.ui.words.moments import moment

SHOWN = 5
"""Files named at most."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One file as it lies there now; ``when`` is empty for one that is gone."""

    path: str
    name: str
    folder: str
    when: str

    @property
    def missing(self) -> bool:
        """Whether the file is no longer where it was."""
        return not self.when


def looked_up(paths: Sequence[str]) -> tuple[RecentFile, ...]:
    """Return the first `SHOWN` of ``paths`` as they lie there now."""
    today = QDate.currentDate().toPython()
    found: list[RecentFile] = []
    for text in paths[:SHOWN]:
        path, info = Path(text), QFileInfo(text)
        when = moment(info.lastModified().toPython(), today) if info.isFile() else ""  # pyright: ignore[reportArgumentType]
        found.append(RecentFile(text, path.stem, path.parent.name or str(path.parent), when))
    return tuple(found)


class RecentRow(QWidget):
    """One file. ``chosen(path)`` opens it; ``search_asked`` when it is gone and the person wants to look for it."""

    chosen = Signal(str)
    search_asked = Signal()

    def __init__(self, theme: Theme, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        if file.missing:
            about = _("is not in {folder} any more").format(folder=file.folder)
            name = ElidedLabel(theme, file.name, "strong", "text2")
            row.addSpacing(12)
            row.addWidget(name)
            row.addSpacing(8)
            self.button = Button(theme, _("Look for it…"), variant="quiet", small=True)
            self.button.setAccessibleName(f"{file.name} {about}: {self.button.text()}")
            self.button.clicked.connect(self.search_asked)
        else:
            about = f"{file.when} · {file.folder}"
            self.button = Button(theme, file.name, variant="quiet", small=True)
            self.button.setAccessibleName(_("Open {name}, {about}").format(name=file.name, about=about))
            self.button.clicked.connect(self._choose)
            row.addWidget(self.button)
        self.button.setToolTip(tip_text(file.path))
        # A long name is cut before the date is.
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed if file.missing else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.setMinimumWidth(0 if file.missing else min(80, self.button.sizeHint().width()))
        self._about = ElidedLabel(theme, about, "caption", "text2")
        self._about.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._about)
        if file.missing:
            row.addWidget(self.button)
        row.addStretch(1)

    @property
    def about(self) -> str:
        """What is said of the file behind its name."""
        return self._about.text()

    def _choose(self) -> None:
        self.chosen.emit(self.file.path)


class RecentFiles(QWidget):
    """The list, in two columns when there are several and room for them."""

    chosen = Signal(str)
    search_asked = Signal()

    def __init__(self, theme: Theme, files: Sequence[RecentFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(RecentRow(theme, file) for file in files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = PlainLabel(theme, _("Recent"), "label", "text2")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        if len(files) == 1:
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(title)
            line.addLayout(self._grid)
            line.addStretch(1)
            column.addLayout(line)
        else:
            title.setContentsMargins(12, 0, 0, 0)
            column.addWidget(title)
            column.addLayout(self._grid)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            row.search_asked.connect(self.search_asked)
        self.set_columns(1)
        self.setVisible(bool(files))

    def set_columns(self, columns: int) -> None:
        """Lay the files out in so many columns."""
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place // columns, place % columns, Qt.AlignmentFlag.AlignVCenter)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
