# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where the new programme is kept: a folder and a file name."""

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.ui.start.form_page import FormPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.field import Field

ENDING = ".revmentor"
NAME_LIMIT = 100
"""Letters of a proposed file name: room for folders on systems that count them too."""
_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def file_name(firm: str, edition: str) -> str:
    """Return a file name that every system takes, without its ending: «Talleres Albor, S. L. - Piloto 2027»."""
    parts = [kept for part in (firm, edition) if (kept := _kept(part)).strip(" .")]
    return cleaned(" - ".join(parts)) or "programa"


def cleaned(text: str) -> str:
    """Return ``text`` without what no file name may hold, cut to `NAME_LIMIT`; empty when nothing is left."""
    name = _kept(text)[:NAME_LIMIT].strip(" .")
    return f"{name}_" if name.partition(".")[0].lower() in _RESERVED else name


def _kept(text: str) -> str:
    return " ".join("".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in text).split())


class FilePage(FormPage):
    """Folder and name. The name follows firm and edition until somebody types another one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, _("Where shall it be kept?"), _("The whole programme is one file. Choose a folder of which copies are made.")
        )
        self._typed = False
        folder = documents_folder()
        self._folder = folder if folder.is_dir() else Path.home()
        self.name = LineEdit(theme, limit=200)
        self.folder = LineEdit(theme, str(self._folder))
        self.folder.setReadOnly(True)
        self.choose = Button(theme, _("Choose folder…"))
        self.choose.clicked.connect(self.choose_folder)
        self.add_field("name", Field(theme, _("File name"), self.name, help_text=_("It is kept with the ending .revmentor.")))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8 - RING)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        holder.setFocusProxy(self.folder)
        self.add_field("folder", Field(theme, _("Folder"), holder))
        self.folder.setAccessibleName(_("Folder"))
        self.name.textEdited.connect(self._take_typing)

    def propose(self, firm: str, edition: str) -> None:
        """Propose a name made of firm and edition; what was typed stays."""
        if not self._typed:
            self.name.setText(file_name(firm, edition))

    def set_folder(self, folder: Path) -> None:
        """Keep the file in another folder."""
        self._folder = folder
        self.folder.setText(str(folder))
        self.clear_errors()

    def choose_folder(self) -> None:
        """Let the person choose the folder."""
        name = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(self._folder))
        if name:
            self.set_folder(Path(name))

    @property
    def path(self) -> Path:
        """Where the file goes, with its ending."""
        return self._folder / f"{self._stem}{ENDING}"

    @property
    def _stem(self) -> str:
        name = self.name.text().strip()
        return name[: -len(ENDING)] if name.lower().endswith(ENDING) else name

    def check(self) -> bool:
        """Refuse a name that can't be, one that is taken, and a folder in which nothing may be written."""
        self.clear_errors()
        name = self._stem
        if not name:
            self.fields["name"].set_error(_("Write a file name."))
        elif cleaned(name) != name:
            self.fields["name"].set_error(_("A file can't be called that. Leave out signs such as / : ? * and dots at the end."))
        elif not self._folder.is_dir():
            self.fields["folder"].set_error(_("The folder is not there. Choose another one."))
        elif not os.access(self._folder, os.W_OK):
            self.fields["folder"].set_error(_("You may not write in that folder. Choose another one."))
        elif self.path.exists():
            self.fields["name"].set_error(_("There is a file of that name in the folder already. Choose another name, or another folder."))
        return not any(field.error() for field in self.fields.values())

    def _take_typing(self) -> None:
        self._typed = bool(self.name.text().strip())
        self.clear_errors()
