# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Going back to a copy: into a new file, or in the place of the open one, each with what it means in numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.checks import RadioButton
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

ChooseTarget = Callable[[QWidget, Path], Path | None]
"""Asks the person for a file to write, proposing one; ``None``: not now."""
SUFFIX = ".revmentor"


@dataclass(frozen=True, slots=True)
class Going:
    """What the dialog shows. ``when`` «hoy a las 16:40»; ``now`` and ``then`` «28 personas, 9 parejas»; ``aside`` the name that is kept.

    ``in_place``: whether that is possible at all.
    """

    when: str
    now: str
    then: str
    proposed: Path
    aside: str
    in_place: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answer: a new file, or (``None``) the place of the open one."""

    target: Path | None


def ask_target(parent: QWidget, proposed: Path) -> Path | None:
    """Open the system's choice of a new file."""
    name, _filter = QFileDialog.getSaveFileName(
        parent, _("Recover into a new file"), str(proposed), _("Programmes of RevMentor") + f" (*{SUFFIX})"
    )
    if not name:
        return None
    return Path(name) if name.endswith(SUFFIX) else Path(f"{name}{SUFFIX}")


class RestoreDialog(Dialog):
    """Two ways, the harmless one first. ``choose_target`` asks for another file and may be replaced."""

    def __init__(self, theme: Theme, parent: QWidget | None, going: Going, choose_target: ChooseTarget = ask_target) -> None:
        super().__init__(
            theme, parent, _("Recover the copy {when}").format(when=going.when), safe=_("Leave as it is"), act=_("Recover"), width=520
        )
        self._going, self._choose_target = going, choose_target
        self.target = going.proposed
        self.into_new = RadioButton(theme, _("Into a new file"))
        self.in_place = RadioButton(theme, _("In the place of your file"))
        self._group = QButtonGroup(self)
        self._name = ElidedLabel(theme, "", "segment")
        self._folder = ElidedLabel(theme, "", "caption", "text2")
        self.change = Button(theme, _("Change…"), variant="quiet", small=True)
        self._fill()
        self.into_new.setChecked(True)
        self.in_place.toggled.connect(self._settle)
        self.change.clicked.connect(self._change)
        for before, after in pairwise((self.into_new, self.in_place, self.change, self.safe, self.act)):
            self.setTabOrder(before, after)
        self._settle()

    def answer(self) -> Chosen:
        """Return what was chosen."""
        return Chosen(None if self.in_place.isChecked() else self.target)

    def _fill(self) -> None:
        going, theme = self._going, self.theme
        for way in (self.into_new, self.in_place):
            self._group.addButton(way)
        numbers = QVBoxLayout()
        numbers.setSpacing(1)
        numbers.addWidget(PlainLabel(theme, _("Now: {figures}").format(figures=going.now), "table", "text2", wrap=True))
        numbers.addWidget(PlainLabel(theme, _("In the copy: {figures}").format(figures=going.then), "strong", wrap=True))
        self.body.addLayout(numbers)
        names = QHBoxLayout()
        names.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._folder)
        names.addLayout(words, 1)
        names.addWidget(self.change)
        note = PlainLabel(theme, _("Your file stays as it is; you can open the other one to compare."), "caption", "text2", wrap=True)
        self._add(self.into_new, note, names)
        text = _("What your file holds now is not lost: it stays beside it as “{aside}”.").format(aside=going.aside)
        self._add(self.in_place, PlainLabel(theme, text, "caption", "text2", wrap=True))
        self.in_place.setVisible(going.in_place)
        self.body.addStretch(1)

    def _add(self, way: RadioButton, note: PlainLabel, more: QHBoxLayout | None = None) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(-RING, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(way)
        inset = QVBoxLayout()
        inset.setContentsMargins(self.theme.px(26) + RING, 0, 0, 0)
        inset.setSpacing(4)
        inset.addWidget(note)
        if more is not None:
            inset.addLayout(more)
        column.addLayout(inset)
        # As high as its words are in this width: what it asks for by itself is reckoned for a narrower one.
        note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        note.setVisible(way is self.into_new or self._going.in_place)
        self.body.addLayout(column)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)
        self.safe.show_ring()
        layout = self.layout()
        if layout is not None:
            # Before its words were laid out in this width it asked for too much.
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _settle(self) -> None:
        in_place = self.in_place.isChecked()
        self._name.setText(self.target.name)
        self._folder.setText(_("In {folder}").format(folder=str(self.target.parent)))
        self.change.setEnabled(not in_place)
        self.act.set_label(_("Recover in its place") if in_place else _("Recover into a new file"))
        self.act.set_variant("danger" if in_place else "primary")

    def _change(self) -> None:
        chosen = self._choose_target(self, self.target)
        if chosen is not None:
            self.target = chosen
            self._settle()


def ask_restore(theme: Theme, parent: QWidget, going: Going, choose_target: ChooseTarget = ask_target) -> Chosen | None:
    """Ask and wait; ``None``: leave everything as it is."""
    dialog = RestoreDialog(theme, parent, going, choose_target)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.answer() if accepted else None
    dialog.deleteLater()
    return chosen
