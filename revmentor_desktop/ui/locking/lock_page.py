# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is in sight while a file is locked: the mark, the name of the file, and the way in. Nothing of what the file holds."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.locking.secret_form import SecretForm
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.card import Card, Scroll
from revmentor_desktop.ui.widgets.labels import PlainLabel

_SMALLEST = QSize(660, 380)
_CARD, _MARK = 440, 44


class LockPage(QWidget):
    """A window in the place of the main one.

    ``name`` is that of the file, without its folder. Signals: ``unlock_asked(str)`` with the password or recovery key,
    ``other_asked`` (another file), ``help_asked`` (the way that `offer_help` offered), ``closing`` before it closes.
    """

    unlock_asked = Signal(str)
    other_asked = Signal()
    help_asked = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, name: str, why: str = "", parent: QWidget | None = None) -> None:
        """``why``: one of `reasons`, empty when the person locked it."""
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(f"{name} \N{EN DASH} RevMentor")
        self.setWindowIcon(theme.window_icon())
        self.setMinimumSize(_SMALLEST)
        self.resize(1366, 690)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = SecretForm(theme)
        self.open_button = Button(theme, _("Open"), "lock-open", "primary")
        self.other_button = Button(theme, _("Open another file…"), "folder-open", "plain")
        self.trouble = Banner(theme, "danger", "")
        self.trouble.hide()
        self._card = Card(theme, kind="surface", padding=24)
        self._build(name, why)
        self._connect()
        self._fit()

    # What the program does

    def show_wrong(self, seconds: float) -> None:
        """Say that it was not the right one, and let the next attempt wait so long."""
        self.set_busy(busy=False)
        self.form.show_wrong(seconds)

    def hold(self, seconds: float) -> None:
        """Let the first attempt wait, when somebody was wrong before."""
        self.form.hold(seconds)

    def offer_help(self, happened: str, todo: str, verb: str) -> None:
        """Say what it may be when no password is the right one; the button emits ``help_asked``."""
        self.trouble.say("warn", happened, todo, action=verb)
        self.trouble.show()

    def show_refusal(self, happened: str, todo: str = "") -> None:
        """Say why the file can't be opened although the password may be right."""
        self.set_busy(busy=False)
        self.trouble.say("danger", happened, todo)
        self.trouble.show()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the file is being opened."""
        self.form.set_busy(busy=busy)
        self.other_button.setEnabled(not busy)
        self.open_button.set_label(_("Opening…") if busy else _("Open"))
        if busy:
            self.trouble.hide()
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
            self.form.focus_field()

    # Inside

    def _build(self, name: str, why: str) -> None:
        body = self._card.body
        body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(_Mark(self._theme), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = PlainLabel(self._theme, name, "h1", wrap=True)
        words.addWidget(title)
        words.addWidget(PlainLabel(self._theme, why or reasons()[""], "table", "text2", wrap=True))
        head.addLayout(words, 1)
        body.addLayout(head)
        body.addSpacing(20)
        body.addWidget(self.form)
        body.addSpacing(12)
        # Empty, it takes no room.
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 0, 0, 12)
        holder.addWidget(self.trouble)
        body.addLayout(holder)
        row = QHBoxLayout()
        # Their edges in line with those of the field: a button brings the margin of its ring.
        row.addSpacing(-RING)
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addSpacing(-RING)
        body.addLayout(row)
        self._place_card()

    def _place_card(self) -> None:
        page = Scroll(margins=(24, 24, 24, 24), spacing=0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        page.body.addStretch(2)
        page.body.addLayout(middle)
        page.body.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _connect(self) -> None:
        self.form.submitted.connect(self.unlock_asked)
        self.form.ready_changed.connect(self.open_button.setEnabled)
        self.open_button.setEnabled(self.form.ready())
        self.open_button.clicked.connect(self.form.submit)
        self.other_button.clicked.connect(self.other_asked)
        self.trouble.acted.connect(self.help_asked)
        QShortcut(QKeySequence("Ctrl+O"), self, self._ask_other)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        self._theme.changed.connect(self._fit)

    def _ask_other(self) -> None:
        self.other_button.click()

    def _fit(self) -> None:
        self._card.setMaximumWidth(self._theme.px(_CARD))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.focus_field()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.clear()
        self.closing.emit()
        super().closeEvent(event)


class _Mark(QWidget):
    """The mark of the program."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return self._theme.icon_size(_MARK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(self.rect(), self._theme.mark(self.width(), self.devicePixelRatioF()))


def reasons() -> dict[str, str]:
    """Return the sentence below the name by what locked the file: the person (empty), ``idle``, ``away``."""
    return {
        "": _("Locked. What you were typing is kept."),
        "idle": _("Locked after 10 minutes without use. What you were typing is kept."),
        "away": _("Locked because the computer was. What you were typing is kept."),
    }
