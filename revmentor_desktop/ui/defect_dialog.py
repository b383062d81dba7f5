# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the person sees when the program itself is at fault: a sentence, and the report before anything is done with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import saving
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import TextEdit
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.words import errors

ChoosePath = Callable[[QWidget, Path], Path | None]
"""Asks where a file goes, proposing a path; ``None``: not now."""
_LINES = 12


def ask_path(parent: QWidget, proposed: Path) -> Path | None:
    """Open the system's choice of a file to write."""
    name, _filter = QFileDialog.getSaveFileName(parent, _("Save the report"), str(proposed), _("Text") + " (*.txt)")
    return Path(name) if name else None


class DefectDialog(Dialog):
    """Says that something failed and goes on. ``report`` is shown exactly as it would be saved or copied; nothing is sent anywhere."""

    def __init__(self, theme: Theme, parent: QWidget | None, report: str, choose_path: ChoosePath = ask_path) -> None:
        super().__init__(
            theme,
            parent,
            _("Something went wrong"),
            _("Something went wrong in the program itself. Your data are as they were last saved."),
            safe=_("Go on"),
            width=560,
        )
        self._report, self._choose_path = report, choose_path
        self.look = Button(theme, _("View report"), variant="quiet")
        self.copy = Button(theme, _("Copy report"))
        self.save = Button(theme, _("Save report…"))
        self.text = TextEdit(theme, report, lines=_LINES)
        self._said = PlainLabel(theme, "", "caption", "text2", wrap=True)
        self._shown = QWidget()
        self._build_report()
        self.foot.insertWidget(0, self.look)
        self.look.clicked.connect(self._toggle)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)

    def _build_report(self) -> None:
        theme = self.theme
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        about = _("If you want help, give this text to whoever looks after your computers. It holds no names and nothing of your file.")
        column.addWidget(PlainLabel(theme, about, "caption", "text2", wrap=True))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Report"))
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._said, 1)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        column.addLayout(row)
        self.body.addWidget(self._shown)
        self._shown.hide()

    def _toggle(self) -> None:
        shown = self._shown.isHidden()
        self._shown.setVisible(shown)
        self.look.set_label(_("Hide report") if shown else _("View report"))
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._said.setText(_("Report copied."))

    def _save(self) -> None:
        path = self._choose_path(self, documents_folder() / _("RevMentor report.txt"))
        if path is None:
            return
        try:
            saving.save(path, self._report.encode())
        except OSError as error:
            self._said.setText(" ".join(errors.sentence(error)))
            return
        self._said.setText(_("Report saved as {name}.").format(name=path.name))


def tell_defect(theme: Theme, parent: QWidget | None, report: str) -> None:
    """Say it and wait until the person goes on."""
    dialog = DefectDialog(theme, parent, report)
    dialog.exec()
    dialog.deleteLater()
