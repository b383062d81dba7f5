# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The cards beside the list: the file itself, what lies outside this computer, and the program."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.labels import ElidedLabel, Line, PlainLabel, tip_text
from revmentor_desktop.ui.words import copies as words
from revmentor_desktop.ui.words.moments import moment

Actions = dict[str, Action]


class IconLine(QWidget):
    """An icon and a sentence that wraps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._tone = theme, "info", "text2"
        self._mark = QLabel()
        self._words = PlainLabel(theme, "", "caption", "text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        theme.changed.connect(self._restyle)

    def say(self, text: str, icon: str, tone: str = "text2") -> None:
        """Say something; ``tone`` text2, ok, warn or danger."""
        self._icon, self._tone = icon, tone
        self._words.setText(text)
        self._words.set_tone("danger" if tone == "danger" else "text2")
        self._restyle()

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def _restyle(self) -> None:
        token = "warn_icon" if self._tone == "warn" else self._tone
        self._mark.setPixmap(self._theme.pixmap(self._icon, token, 16))


class SideCard(Card):
    """A card whose quiet buttons stand in line with its words."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self._columns: list[QVBoxLayout] = []
        self.body.setSpacing(5)
        theme.changed.connect(self._keep_in_line)
        self.add_words(PlainLabel(theme, title, "h2"))

    def add_words(self, *widgets: QWidget) -> None:
        """Put widgets under each other, a little apart from what comes next."""
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget)
        self.body.addLayout(column)
        self._columns.append(column)
        self._keep_in_line()

    def add_buttons(self, *buttons: Button) -> None:
        """Put buttons side by side, going on in the next line."""
        holder = QWidget()
        flow = FlowLayout(holder, line_gap=-RING)
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(holder)

    def _keep_in_line(self) -> None:
        """A quiet button keeps room around its words at the left: what stands above is moved in by as much."""
        inset = RING + self._theme.px(8)
        self.body.setContentsMargins(max(0, 16 - inset), 12, 16, 8)
        for column in self._columns:
            column.setContentsMargins(inset, 0, 0, 0)


class OwnFileCard(SideCard):
    """The open file: name, place, size, when it was saved, and whether it has a password."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, _("Your file"))
        self.name = ElidedLabel(theme, "", "segment")
        self.place = ElidedLabel(theme, "", "caption", "text2")
        self.saved = ElidedLabel(theme, "", "caption", "text2")
        self.lock = IconLine(theme)
        self.add_words(self.name, self.place, self.saved)
        self.add_words(self.lock)
        keys = (navigation.SAVE_COPY, navigation.CHECK_FILE, navigation.PASSWORD, navigation.LOCK)
        self.buttons = _quiet(theme, actions, *keys)
        self.add_buttons(*self.buttons)

    def show_file(self, path: Path, octets: int | None, saved_at: datetime | None, today: date, *, encrypted: bool) -> None:
        """Show the file as it lies there; ``octets`` is ``None`` when it can't be asked."""
        self.name.setText(path.name)
        self.name.setToolTip(tip_text(str(path)))
        self.place.setText(_("In {folder}").format(folder=_shown(path.parent)))
        self.place.setToolTip(tip_text(str(path.parent)))
        parts = [] if octets is None else [words.size(octets)]
        parts += [] if saved_at is None else [_("saved {when}").format(when=moment(saved_at, today))]
        self.saved.setText(" · ".join(parts))
        self.buttons[-1].setVisible(encrypted)
        if encrypted:
            self.lock.say(_("With password: only who knows it can read it."), "lock", "ok")
        else:
            self.lock.say(_("Without password: whoever has the file can read it."), "lock-open", "text2")


class OutsideCard(SideCard):
    """The newest copy outside this computer, and the second folder."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, _("Outside this computer"))
        self.outside = IconLine(theme)
        self.second = IconLine(theme)
        self.stick = Button(theme, actions["outside"].label, "usb", variant="quiet", small=True).follow(actions["outside"])
        self.choose = Button(theme, actions["second"].label, variant="quiet", small=True).follow(actions["second"])
        self.remove = Button(theme, actions["no_second"].label, variant="quiet", small=True).follow(actions["no_second"])
        self.add_words(self.outside)
        self.add_buttons(self.stick)
        self.add_words(Line())
        self.add_words(PlainLabel(theme, _("Second folder"), "segment"), self.second)
        self.add_buttons(self.choose, self.remove)

    def show_outside(self, last: date | None, today: date, *, due: bool) -> None:
        """Say when the newest copy was carried out, and whether that is long ago."""
        if last is None:
            text = _("If the computer is stolen or breaks, only a copy outside it is left. There is none yet.")
            self.outside.say(text, "triangle-alert" if due else "usb", "warn" if due else "text2")
            return
        when = words.age(last, today)
        if due:
            self.outside.say(_("The last copy on a stick is {when}: it is time for another.").format(when=when), "triangle-alert", "warn")
        else:
            self.outside.say(_("The last copy on a stick is {when}.").format(when=when), "circle-check", "ok")

    def show_second(self, folder: Path | None, trouble: str) -> None:
        """Say where copies go besides, and what is wrong there."""
        self.remove.setVisible(folder is not None)
        if folder is None:
            self.second.say(_("None. If you choose one, on another disk or a network drive, each copy goes there too."), "folder", "text2")
        elif trouble:
            self.second.say(f"{_shown(folder)}. {trouble}", "triangle-alert", "warn")
        else:
            self.second.say(_("Each copy goes to {folder} too.").format(folder=_shown(folder)), "circle-check", "ok")
        self.second.setToolTip(tip_text(str(folder)) if folder else "")


class ProgramCard(SideCard):
    """The rest of the menu of the file."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, _("Program"))
        self.buttons = _quiet(theme, actions, navigation.CREATE, navigation.OPEN, navigation.PREFERENCES, navigation.QUIT)
        self.add_buttons(*self.buttons)


def _quiet(theme: Theme, actions: Actions, *keys: str) -> tuple[Button, ...]:
    return tuple(Button(theme, actions[key].label, variant="quiet", small=True).follow(actions[key]) for key in keys)


def _shown(folder: Path) -> str:
    """Return the end of a path, which tells it from others; the tooltip has the whole."""
    parts = folder.parts
    return str(folder) if len(parts) <= 3 else "…/" + "/".join(parts[-2:])
