# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The inside of the panel for one session: what it is, what happened, and the form that goes with it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.i18n import _, context
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.acta_form import ActaForm
from revmentor_desktop.ui.calendar.choices import Choices
from revmentor_desktop.ui.calendar.entries import Kind, kind_look
from revmentor_desktop.ui.calendar.facts import Facts
from revmentor_desktop.ui.calendar.icon_mark import IconMark
from revmentor_desktop.ui.calendar.move_form import MoveForm
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button
from revmentor_desktop.ui.widgets.chip import Chip
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.held import hold
from revmentor_desktop.ui.widgets.labels import PlainLabel, tip_text
from revmentor_desktop.ui.widgets.paint import paint_pair
from revmentor_desktop.ui.widgets.recovered import RecoveredLine

HELD, MOVE, MISSED = "held", "move", "missed"
"""What can be said of a session that nobody has noted yet."""


class PairSign(QWidget):
    """Both avatars of a pair."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: Facts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Facts | None) -> None:
        """Show the pair of a session, or nobody."""
        self._facts = facts
        self.setAccessibleName(facts.full_names if facts is not None else "")
        self.setToolTip(tip_text(facts.full_names if facts is not None else ""))
        self.setVisible(facts is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(32)
        return QSize(round(side * 1.8) + 4, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._facts is not None:
            place = QRectF(0, 0, self.width(), self.height())
            paint_pair(QPainter(self), place, self._facts.initials, self._facts.roles, self._theme)


class SessionPage(QWidget):
    """``mode_changed()``: the choice, or whether its form can be kept, is another. ``reopen_asked()``: take back what was noted.

    ``mode`` is what is being noted: `HELD` (``acta``), `MOVE` (``move``), `MISSED`, or empty. ``edited``: an answer of its forms is
    another. ``discard_asked``: what was half noted before is not wanted any more.
    """

    mode_changed = Signal()
    reopen_asked = Signal()
    edited = Signal()
    discard_asked = Signal()

    def __init__(
        self, theme: Theme, snapshot: Snapshot, facts: Facts, today: date, read_only: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_only = read_only
        hold(self, read_only)
        self._theme, self._snapshot, self.facts, self._today = theme, snapshot, facts, today
        words = [(HELD, context("choice", "Held")), (MOVE, context("choice", "Other date")), (MISSED, context("choice", "Not held"))]
        self.choice = Choices(theme, words, _("What happened?"))
        self.recovered = RecoveredLine(theme, can_save=False)
        self.recovered.hide()
        self.reopen = Button(theme, _("Take back the note"), variant="quiet", small=True, writes=True)
        self.acta: ActaForm | None = None
        self.move_form: MoveForm | None = None
        self._mode = ""
        self._form = QVBoxLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._forms: dict[str, QWidget] = {}
        self._begun: dict[str, dict[str, object]] = {}
        self._build()
        self.choice.changed.connect(self.set_mode)
        self.reopen.clicked.connect(self.reopen_asked)
        self.recovered.discard_asked.connect(self.discard_asked)
        self.set_mode(self._first_mode())

    @property
    def mode(self) -> str:
        """What is being noted, empty for nothing."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Show the form of a choice; what was typed into another is kept until the panel shows something else."""
        self._mode = mode
        self.choice.set_current(mode)
        if mode and mode not in self._forms:
            self._forms[mode] = self._make_form(mode)
            self._form.addWidget(self._forms[mode])
        for key, form in self._forms.items():
            form.setVisible(key == mode)
        self.mode_changed.emit()

    def begin_again(self) -> None:
        """Show what was there when the session was opened; another date that was being looked at is given up."""
        given_up = self._forms.pop(MOVE, None)
        if given_up is not None:
            self._begun.pop(MOVE, None)
            self.move_form = None
            self._form.removeWidget(given_up)
            given_up.hide()
            given_up.deleteLater()
        self.set_mode(self._first_mode())
        self.edited.emit()

    def half_noted(self) -> dict[str, object]:
        """Return what stands in the forms and was not there at first, with the mode; empty when nothing is."""
        found: dict[str, object] = {}
        for mode, form in self._forms.items():
            if isinstance(form, ActaForm | MoveForm) and form.answers() != self._begun.get(mode):
                found[mode] = form.answers()
        return {"mode": self._mode, **found} if found else {}

    def take_half_noted(self, half: Mapping[str, object]) -> None:
        """Put back what `half_noted` gave, with the remark that it is not saved."""
        modes = [mode for mode in (HELD, MOVE) if isinstance(half.get(mode), dict)]
        for mode in modes:
            self.set_mode(mode)
            form, answers = self._forms[mode], half[mode]
            if isinstance(form, ActaForm | MoveForm) and isinstance(answers, dict):
                form.take(answers)
        last = half.get("mode")
        self.set_mode(str(last) if last in (HELD, MOVE, MISSED) else self._first_mode())
        self.recovered.setVisible(bool(self.half_noted()))

    def refusal(self) -> str:
        """Return why what is being noted can't be kept now; empty when it can."""
        if self._mode == MISSED and self._is_to_come():
            return _("Its day is still to come.")
        return self.move_form.refusal() if self._mode == MOVE and self.move_form is not None else ""

    def focus_first(self) -> None:
        """Give the keys to the first thing that can be answered."""
        first = self.choice if self.choice.isVisibleTo(self) else self.reopen if self.reopen.isVisibleTo(self) else None
        if first is None and self.move_form is not None:
            first = self.move_form.slot_buttons[0] if self.move_form.slot_buttons else self.move_form.day
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 say how it went from wherever nothing is being typed."""
        # Held, the bar takes no answer by any way.
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._mode == HELD and self.acta is not None and plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5:
            self.acta.rating.choose(event.key() - Qt.Key.Key_0)
            return
        super().keyPressEvent(event)

    def _first_mode(self) -> str:
        """What is most likely to be noted now."""
        if self._read_only:
            return HELD if self.facts.session.log is not None else ""
        kind = self.facts.entry.kind
        if kind in (Kind.NO_LOG, Kind.HELD):
            return HELD
        if kind in (Kind.CLASH, Kind.MISSED) or self.facts.entry.undated:
            return MOVE
        start = self.facts.session.start
        return HELD if start is not None and start.date() <= self._today else ""

    def _is_to_come(self) -> bool:
        start = self.facts.session.start
        return start is not None and start.date() > self._today

    def _make_form(self, mode: str) -> QWidget:
        if mode == HELD:
            self.acta = ActaForm(self._theme, self.facts, self._today, to_read=bool(self._read_only))
            self._begun[mode] = self.acta.answers()
            self.acta.edited.connect(self.edited)
            return self.acta
        if mode == MOVE:
            self.move_form = MoveForm(self._theme, self._snapshot, self.facts.session, self._today)
            self._begun[mode] = self.move_form.answers()
            self.move_form.changed.connect(self.mode_changed)
            self.move_form.edited.connect(self.edited)
            return self.move_form
        text = _("It keeps its number and stays noted as not held. You can give it another date later.")
        if self._is_to_come():
            text = _("Its day is still to come. If they cannot meet then, choose “Other date” to move or postpone it.")
        label = PlainLabel(self._theme, text, "table", "text2", wrap=True)
        label.setContentsMargins(RING, 0, RING, 0)
        return label

    def _build(self) -> None:
        facts, kind = self.facts, self.facts.entry.kind
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        # The forms below bring the 4 px of their rings themselves.
        column = QVBoxLayout()
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(4)
        whole.addLayout(column)
        if facts.title:
            column.addWidget(PlainLabel(self._theme, facts.title, "h2", wrap=True))
            column.addSpacing(2)
        for icon, text in (
            ("calendar-days", facts.date),
            ("clock", facts.hours),
            (facts.place_icon, facts.place),
            ("history", facts.history),
        ):
            if text:
                column.addLayout(self._line(icon, text))
        if facts.entry.reason:
            column.addSpacing(6)
            clash = kind is Kind.CLASH
            title = _("Clash: {cause}").format(cause=facts.entry.cause) if clash else _("Why it has no date")
            column.addWidget(Banner(self._theme, "danger" if clash else "warn", title, facts.entry.reason))
        column.addSpacing(8)
        noted = facts.session.state in (SessionState.HELD, SessionState.MISSED)
        if noted or self._read_only:
            column.addWidget(self._noted(kind))
        column.addWidget(self.recovered)
        column.addWidget(self.choice)
        self.choice.setVisible(not noted and not facts.entry.undated and not self._read_only)
        self.reopen.setVisible(noted)
        whole.addLayout(self._form)
        whole.addStretch(1)

    def _noted(self, kind: Kind) -> QWidget:
        """State and the way back, in two lines where the text is big."""
        holder, chip = QWidget(), QWidget()
        centred = QHBoxLayout(chip)
        # As high as the button beside it.
        centred.setContentsMargins(0, 6, 0, 6)
        centred.addWidget(Chip(self._theme, kind_look(kind)))
        flow = FlowLayout(holder)
        flow.addWidget(chip)
        flow.addWidget(self.reopen)
        return holder

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark(self._theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(self._theme, text, "table", wrap=True), 1)
        return row
