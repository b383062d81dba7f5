# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Privacidad*: what was told about data protection, and what only HR sees."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from revmentor_desktop.domain.enrolments import Notice, NoticeWay
from revmentor_desktop.domain.people import Exclusion, ExclusionId
from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.programme import people
from revmentor_desktop.ui.people.binder import Binder, RefusedError
from revmentor_desktop.ui.people.choice_edit import ChoiceEdit
from revmentor_desktop.ui.people.choices import PeopleChoices
from revmentor_desktop.ui.people.keeper import Typed
from revmentor_desktop.ui.people.section import Section, choice_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import Button, IconButton, button_row
from revmentor_desktop.ui.widgets.card import Card, clear
from revmentor_desktop.ui.widgets.editors import DateEdit, LineEdit, TextEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.recovered import recovered_text

_NOT_YET = "not_yet"
_OTHER, _REASON = "exclusion_other", "exclusion_reason"
"""Names under which a half-typed incompatibility is remembered."""


class ExclusionRow(QWidget):
    """One incompatibility. ``removed(id)`` when the user takes it back."""

    removed = Signal(int)

    def __init__(self, theme: Theme, exclusion: Exclusion, name: str, detail: str) -> None:
        super().__init__()
        self._id = exclusion.id
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, name, "strong", wrap=True))
        if detail:
            words.addWidget(PlainLabel(theme, detail, "caption", "text2", wrap=True))
        self.remove = IconButton(theme, "x", _("Remove incompatibility with {name}").format(name=name), small=True, writes=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.removed.emit(self._id)


class PrivacySection(Section):
    """The notice with its day and way; incompatibilities and notes under a lock."""

    def __init__(self, theme: Theme, binder: Binder, today: Callable[[], date]) -> None:
        super().__init__(theme, binder, "privacy")
        self._today = today
        self._shown_exclusions: tuple[object, ...] | None = None
        self._rows: list[ExclusionRow] = []
        self.banner = Banner(theme, "warn", "")
        ways = [(_NOT_YET, context("notice", "Not yet")), *_short_ways()]
        self.way_choice = choice_of(theme, ways, _("Data protection notice"))
        self.notice = Field(theme, _("Data protection notice"), self.way_choice, required=True)
        self.day_edit = DateEdit(theme, today())
        self.day = Field(theme, _("Day it was given"), self.day_edit)
        self.required["notice"] = self.notice
        self.other_edit = ChoiceEdit(theme)
        self.other = Field(theme, _("Who they must not be paired with"), self.other_edit)
        self.reason_edit = LineEdit(theme, limit=4000)
        self.reason = Field(theme, _("Reason (optional)"), self.reason_edit)
        self._half: dict[str, LineEdit] = {_OTHER: self.other_edit, _REASON: self.reason_edit}
        self.add_exclusion = Button(theme, _("Note incompatibility"), "ban", small=True, writes=True)
        self.notes = Field(theme, _("Private notes"), TextEdit(theme, lines=3))
        self.add_text("private_notes", self.notes, self._shown_notes, self._change_notes)
        self._lay_out()
        self._connect()

    def show_answers(self, *, anew: bool) -> None:
        """Show what is kept."""
        super().show_answers(anew=anew)
        notice = self.keeper.enrolment.notice
        self.way_choice.set_current(notice.way if notice else _NOT_YET)
        self.day.setVisible(notice is not None)
        if notice is not None:
            self.day_edit.set_value(notice.day)
        self._show_banner(notice)
        self._show_exclusions()
        if anew:
            self._show_typed()
            self.other.set_error(None)
        recovered = any(key in self.keeper.recovered() for key in (_OTHER, _REASON))
        self.reason.set_help(recovered_text() if recovered else "")
        can_add = not self.keeper.is_new and not self.keeper.workspace.read_only
        for widget in (self.other, self.reason, self.add_exclusion):
            widget.setVisible(can_add)

    def rows(self) -> tuple[ExclusionRow, ...]:
        """Return the incompatibilities in sight."""
        return tuple(self._rows)

    def remember_typing(self) -> None:
        """Tell the keeper what is typed and not taken yet, an incompatibility among it."""
        super().remember_typing()
        for key, editor in self._half.items():
            before = self.keeper.typed(key)
            if editor.text() != (before.text if before is not None else ""):
                self.keeper.hold(key, Typed(editor.text()) if editor.text() else None)

    def keep_recovered(self) -> None:
        """Keep what was half typed before the program ended."""
        super().keep_recovered()
        if any(key in self.keeper.recovered() for key in self._half):
            self._add_exclusion()

    def place_of(self, keys: Collection[str]) -> QWidget | None:
        """Return where the first of some answers is typed, ``None`` when none of them is of this section."""
        return super().place_of(keys) or next((editor for key, editor in self._half.items() if key in keys), None)

    def _show_typed(self) -> None:
        for key, editor in self._half.items():
            typed = self.keeper.typed(key)
            editor.setText(typed.text if typed is not None else "")

    def _lay_out(self) -> None:
        self.put(PlainLabel(self.theme, _("Privacy"), "h3"))
        self.put(self.banner)
        self.put(self.notice)
        self.put(self.day)
        card = Card(self.theme, kind="quiet", padding=12)
        card.setAccessibleName(_("Only for HR"))
        head = QHBoxLayout()
        self._lock = QLabel()
        head.addWidget(self._lock)
        head.addWidget(PlainLabel(self.theme, _("Only for HR"), "h3"))
        head.addStretch(1)
        head.addWidget(PlainLabel(self.theme, _("It is never printed"), "caption", "text2"))
        card.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        card.body.addLayout(self._list)
        card.body.addWidget(self.other)
        card.body.addWidget(self.reason)
        buttons = button_row(self.add_exclusion)
        card.body.addLayout(buttons)
        card.body.addWidget(self.notes)
        self.put(card)
        self._restyle()
        self.theme.changed.connect(self._restyle)

    def _connect(self) -> None:
        self.way_choice.changed.connect(self._choose_way)
        self.day_edit.committed.connect(self._change_day)
        self.add_exclusion.clicked.connect(self._add_exclusion)
        self.reason_edit.returnPressed.connect(self._add_exclusion)
        for editor in self._half.values():
            editor.textEdited.connect(self.binder.typing)

    def _restyle(self) -> None:
        self._lock.setPixmap(self.theme.pixmap("lock", "text2", 16))

    def _show_banner(self, notice: Notice | None) -> None:
        if notice is None:
            self.banner.say("warn", _("The data protection notice has not been given"), _("Without it the enrolment stays a draft."))
            return
        titles = {
            NoticeWay.PAPER: _("Data protection notice given on paper"),
            NoticeWay.SCREEN: _("Data protection notice given on screen"),
            NoticeWay.PDF: _("Data protection notice given in the PDF form"),
        }
        self.banner.say("ok", titles[notice.way], formats.long_date(notice.day, current()), icon="shield-check")

    def _choose_way(self, key: str) -> None:
        before = self.keeper.enrolment.notice
        day = before.day if before else self._today()
        notice = None if key == _NOT_YET else Notice(day, NoticeWay(key))
        self.binder.attempt("notice", self.change_answers(notice=notice), self.notice)

    def _change_day(self, day: date) -> None:
        notice = self.keeper.enrolment.notice
        if notice is not None:
            self.binder.attempt("notice", self.change_answers(notice=Notice(day, notice.way)), self.notice)

    def _shown_notes(self) -> str:
        return self.keeper.enrolment.private_notes

    def _change_notes(self, text: str) -> None:
        self.keeper.change_answers(private_notes=text)

    # Incompatibilities

    def _show_exclusions(self) -> None:
        snapshot, me = self.keeper.snapshot, self.keeper.person_id
        self.other_edit.set_choices(PeopleChoices(snapshot, me).texts())
        mine = tuple(e for e in snapshot.exclusions if me is not None and me in (e.by_id, e.other_id))
        names = tuple(snapshot.people[e.other_id if e.by_id == me else e.by_id].full_name for e in mine)
        if (mine, names) == self._shown_exclusions:
            return
        self._shown_exclusions = (mine, names)
        clear(self._list)
        self._rows = []
        for exclusion, name in zip(mine, names, strict=True):
            noted = "" if exclusion.by_id == me else _("Asked for by the other person")
            row = ExclusionRow(self.theme, exclusion, name, ". ".join(part for part in (noted, exclusion.reason) if part))
            row.removed.connect(self._remove_exclusion)
            self._rows.append(row)
            self._list.addWidget(row)

    def _add_exclusion(self) -> None:
        if self.binder.attempt("exclusions", self._write_exclusion, self.other):
            for key, editor in self._half.items():
                editor.clear()
                self.keeper.hold(key, None)
            self.reason.set_help("")
            self.other_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write_exclusion(self) -> None:
        me = self.keeper.person_id
        other = PeopleChoices(self.keeper.snapshot, me).find(self.other_edit.text())
        if other is None or me is None:
            raise RefusedError(_("Nobody of the file is called so. Choose somebody of the list."))
        people.add_exclusion(self.keeper.workspace, me, other, self.reason_edit.text())

    def _remove_exclusion(self, exclusion_id: int) -> None:
        self.binder.attempt("exclusions", partial(people.remove_exclusion, self.keeper.workspace, ExclusionId(exclusion_id)), self.other)
        self.other_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _short_ways() -> list[tuple[str, str]]:
    words = {NoticeWay.PAPER: _("Paper"), NoticeWay.SCREEN: context("notice", "Screen"), NoticeWay.PDF: _("PDF form")}
    return [(way.value, word) for way, word in words.items()]
