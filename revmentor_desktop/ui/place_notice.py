# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Said once for each file: it lies in the cloud, on a stick, on the network or in a temporary folder, and where it is safer."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import places
from revmentor_desktop.programme.places import Place, PlaceKind
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, IconButton

_ICONS = {PlaceKind.REMOVABLE: "usb", PlaceKind.NETWORK: "hard-drive", PlaceKind.TEMPORARY: "clock"}


class PlaceNotice(QWidget):
    """Hidden until `look` finds something to say.

    ``told`` when it is shown: note it, so that it is said once for each file. ``move_asked``: the person wants it in Documents.
    """

    told = Signal()
    move_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(theme, "info", "")
        self.close_button = IconButton(theme, "x", _("Close this notice"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, RING)
        row.setSpacing(0)
        row.addWidget(self.banner, 1)
        inside = self.banner.layout()
        if inside is not None:
            inside.addWidget(self.close_button)
        self.banner.acted.connect(self._move)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def look(self, path: Path, *, already_told: bool) -> None:
        """Show where ``path`` lies when that deserves a word and was not said yet; otherwise hide."""
        place = None if already_told else places.place_of(path)
        self.setVisible(place is not None)
        if place is not None:
            title, text = words(place)
            self.banner.say("info", title, text, action=_("Move to Documents"), icon=_ICONS.get(place.kind, ""))
            self.told.emit()

    def _move(self) -> None:
        self.hide()
        self.move_asked.emit()


def words(place: Place) -> tuple[str, str]:
    """Return where a file lies, and what may happen there and what to do."""
    if place.kind is PlaceKind.CLOUD:
        return _("This file is in {name}.").format(name=place.name), _(
            "Another copy of the program on another computer could write in it at the same time, and one of the two would lose what it "
            "wrote. The safest is to have it in Documents; copies of it may well go to {name}."
        ).format(name=place.name)
    if place.kind is PlaceKind.REMOVABLE:
        title = _("This file is on “{name}”, which can be unplugged.").format(name=place.name)
        return title, _(
            "If it is unplugged while you work, what you type then can't be saved, and whoever finds it can read it if it has no "
            "password. The safest is to have the file in Documents and a copy there."
        )
    if place.kind is PlaceKind.NETWORK:
        return _("This file is on the network, in “{name}”.").format(name=place.name), _(
            "If the network fails while you work, what you type then can't be saved. The safest is to have the file in Documents and "
            "copies on the network."
        )
    return _("This file is in a temporary folder."), _(
        "The computer may empty it without asking. The safest is to have the file in Documents."
    )
