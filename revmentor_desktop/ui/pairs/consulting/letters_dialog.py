# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The messages that ask both people of each pair: to copy, or as drafts that the mail program opens. Nothing is sent from here."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import letters
from revmentor_desktop.programme.letters import Letter
from revmentor_desktop.programme.preferences import documents_folder
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.editors import DateEdit
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from revmentor_desktop.ui.widgets.table import RowDelegate, prepare_list
from revmentor_desktop.ui.words import errors

ChooseFolder = Callable[[QWidget, Path], Path | None]
"""Asks the user for a folder, proposing one; ``None``: not now."""
_SECOND = Qt.ItemDataRole.UserRole + 1


def ask_folder(parent: QWidget, proposed: Path) -> Path | None:
    """Open the system's choice of a folder."""
    name = QFileDialog.getExistingDirectory(parent, _("Save drafts in a folder"), str(proposed if proposed.is_dir() else Path.home()))
    return Path(name) if name else None


class LettersDialog(Dialog):
    """Who is written to, at the left; what they read, at the right. It has no answer to give."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        bridge: Bridge,
        pair_ids: Sequence[PairId],
        until: date,
        choose: ChooseFolder = ask_folder,
    ) -> None:
        """``until``: until when people may answer; it can be changed here."""
        text = _("Nothing is sent from here: the drafts open in your mail program. Speak with who learns first.")
        super().__init__(theme, parent, _("Messages to ask"), text, safe=_("Close"), act=_("Save drafts in…"), width=360)
        self._bridge, self.choose_folder, self.until = bridge, choose, DateEdit(theme, until)
        self._snapshot: Snapshot = bridge.workspace.snapshot()
        self._pair_ids, self._folder = tuple(pair_ids), documents_folder()
        self.letters: tuple[Letter, ...] = ()
        self.people = QListView()
        self.subject = ElidedLabel(theme, "", "strong")
        self.text = QPlainTextEdit()
        self.told = Banner(theme, "ok", "")
        self.told.hide()
        self.copy_button = Button(theme, _("Copy text"), "copy")
        self.act.set_icon("download")
        self._build_parts()
        self._connect()
        self._write_again()
        self._take_room(parent)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_text(self) -> None:
        """Put the message in sight on the clipboard."""
        letter = self._shown()
        if letter is not None:
            QGuiApplication.clipboard().setText(letter.text)
            self._tell("ok", _("Copied: the message to {name}").format(name=letter.name))

    def save_drafts(self) -> None:
        """Choose a folder and write a draft for everybody who has an address."""
        folder = self.choose_folder(self, self._folder)
        if folder is None:
            return
        self._folder = folder
        self.act.setEnabled(False)
        self._bridge.run(self, partial(_write, self.letters, folder), self._take_saved, self._fail)

    # Inside

    def _take_saved(self, result: object) -> None:
        number = cast("int", result)
        saved = plural("{n} draft saved in “{folder}”", "{n} drafts saved in “{folder}”", number)
        self._tell("ok", saved.format(n=number, folder=self._folder.name), _("Open each with a double click, look at it and send it."))
        self.act.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        self.act.setEnabled(True)
        if not isinstance(error, OSError):
            raise error
        # Of the folder, not of the file that was being written beside its place.
        self._tell("danger", *errors.sentence(OSError(error.errno, error.strerror, str(self._folder))))

    def _tell(self, tone: str, happened: str, todo: str = "") -> None:
        self.told.say(tone, happened, todo)
        self.told.show()

    def _shown(self) -> Letter | None:
        row = self.people.currentIndex().row()
        return self.letters[row] if 0 <= row < len(self.letters) else None

    def _write_again(self) -> None:
        row = max(0, self.people.currentIndex().row())
        self.letters = letters.letters(self._snapshot, self._pair_ids, self.until.value())
        model = cast("QStandardItemModel", self.people.model())
        model.clear()
        for letter in self.letters:
            item = QStandardItem(letter.name)
            second = letter.address or _("no e-mail: copy the text")
            item.setData(second, _SECOND)
            item.setData(f"{letter.name}, {second}", Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            model.appendRow(item)
        self.people.setCurrentIndex(model.index(min(row, len(self.letters) - 1), 0))
        number = sum(letter.address is not None for letter in self.letters)
        self.act.set_label(plural("Save {n} draft in…", "Save {n} drafts in…", number).format(n=number))
        self.act.setEnabled(number > 0)

    def _show(self, index: QModelIndex) -> None:
        del index
        letter = self._shown()
        self.subject.setText("" if letter is None else _("Subject: {subject}").format(subject=letter.subject))
        self.text.setPlainText("" if letter is None else letter.text)
        self.copy_button.setEnabled(letter is not None)

    def _build_parts(self) -> None:
        self.body.setSpacing(8)
        self.body.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = PlainLabel(self.theme, _("They may answer until"), "table")
        label.setBuddy(self.until)
        self.until.setAccessibleName(_("They may answer until"))
        row.addWidget(label)
        row.addWidget(self.until)
        row.addStretch(1)
        self.body.addLayout(row)
        self.people.setModel(QStandardItemModel(self.people))
        self.people.setItemDelegate(RowDelegate(self.theme, self.people, height=44, second_role=_SECOND))
        prepare_list(self.people)
        self.people.setAccessibleName(_("Who is asked"))
        self.people.setMinimumWidth(self.theme.px(140))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(self.theme.font("table"))
        self.text.setAccessibleName(_("Message"))
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.people, 2)
        message = QVBoxLayout()
        message.setSpacing(6)
        message.addWidget(self.subject)
        message.addWidget(self.text, 1)
        both.addLayout(message, 3)
        self.body.addLayout(both, 1)
        self.foot.insertWidget(self.foot.indexOf(self.act), self.copy_button)

    def _connect(self) -> None:
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self.save_drafts)
        self.copy_button.clicked.connect(self.copy_text)
        self.until.committed.connect(self._write_again)
        self.people.selectionModel().currentChanged.connect(self._show)

    def _take_room(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else self.maximumSize()
        self.resize(min(self.theme.px(760), room.width() - 16), min(self.theme.px(520), room.height() - 8))


def _write(chosen: Sequence[Letter], folder: Path, progress: Progress) -> int:
    progress.check()
    return len(letters.write_drafts(chosen, folder))
