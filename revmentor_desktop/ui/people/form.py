# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The intake form in the side panel: one person at a time, four sections in one scroll, saved on leaving each field."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from revmentor_desktop.domain.enrolments import missing as missing_answers
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.people.binder import Binder
from revmentor_desktop.ui.people.data_section import DataSection
from revmentor_desktop.ui.people.hours_section import HoursSection
from revmentor_desktop.ui.people.keeper import Keeper
from revmentor_desktop.ui.people.privacy_section import PrivacySection
from revmentor_desktop.ui.people.section import Section
from revmentor_desktop.ui.people.section_bar import SectionBar
from revmentor_desktop.ui.people.topics_section import TopicsSection
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.button import RING, Button, IconButton
from revmentor_desktop.ui.widgets.figures import Avatar
from revmentor_desktop.ui.widgets.held import hold
from revmentor_desktop.ui.widgets.labels import Line, PlainLabel
from revmentor_desktop.ui.widgets.looks import role_look
from revmentor_desktop.ui.widgets.recovered import DRAFT_MILLISECONDS, RecoveredLine
from revmentor_desktop.ui.widgets.side_panel import SidePanel
from revmentor_desktop.ui.words import errors, labels

_NAMED = 3
"""So many missing answers are named; of more, two and a number."""


class PersonForm(SidePanel):
    """``enrolled(id)``: somebody new became a row. ``discarded``: the half-typed form was thrown away."""

    enrolled = Signal(int)
    discarded = Signal()

    def __init__(self, theme: Theme, keeper: Keeper, today: Callable[[], date], actions: dict[str, Action]) -> None:
        super().__init__(theme, 392)
        self.keeper = keeper
        self._binder = Binder(keeper, self)
        self.data = DataSection(theme, self._binder)
        self.topics = TopicsSection(theme, self._binder)
        self.hours = HoursSection(theme, self._binder, today)
        self.privacy = PrivacySection(theme, self._binder, today)
        self.sections: tuple[Section, ...] = (self.data, self.topics, self.hours, self.privacy)
        self.section_bar = SectionBar(
            theme, [("data", _("Data")), ("topics", _("Topics")), ("hours", _("Hours")), ("privacy", _("Privacy"))]
        )
        self.trouble = Banner(theme, "danger", "", action=_("Try again"))
        self.recovered = RecoveredLine(theme)
        self.away = Banner(theme, "info", "", action=_("Bring back"), writes=True)
        self.avatar = Avatar(theme, size=40)
        self.state = PlainLabel(theme, "", "caption", wrap=True)
        self._mark = QLabel()
        self.to_missing = IconButton(theme, "arrow-right", _("Go to the first answer that lacks"), small=True)
        self.withdraw = Button(theme, _("Withdraw…"), variant="plain").follow(actions["withdraw"])
        self.withdraw.set_icon("")
        self.discard = Button(theme, _("Discard form"), variant="plain")
        self._jumping = False
        self._loaded = False
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MILLISECONDS)
        self._assemble(theme, actions)
        self._connect(actions)

        for part in (*self.sections, self.away):
            hold(part, keeper.workspace.read_only)

    # Whom it shows

    def open_person(self, person_id: PersonId | None) -> None:
        """Show somebody, or (``None``) the empty or half-typed form; the section in sight stays."""
        self.leave()
        self.keeper.person_id = person_id
        self._loaded = True
        section = self.section_bar.current()
        self.trouble.hide()
        self.refresh(anew=True)
        self.jump_to(section, focus=False)

    def refresh(self, *, anew: bool = False) -> None:
        """Show the present state; what is being typed stays unless it is another person (``anew``)."""
        for section in self.sections:
            section.show_answers(anew=anew)
        self._show_state()

    def forget(self) -> None:
        """Show nobody: whoever was shown is gone, and nothing of the fields may go into another form."""
        self._draft_timer.stop()
        self._loaded = False
        self.keeper.person_id = None

    def leave(self) -> None:
        """Take what is typed, as when the focus leaves its field."""
        if not self._loaded:
            return
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        for section in self.sections:
            section.leave()
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep everything half typed in the file."""
        self._draft_timer.stop()
        if self._loaded:
            for section in self.sections:
                section.remember_typing()
        try:
            self.keeper.write_draft()
        except StoreError:
            # What cannot be kept now is kept at the next letter; the fields still hold it.
            return
        self._show_recovered()

    def keep_recovered(self) -> None:
        """Keep what was half typed before the program ended; what is refused stays with its sentence."""
        for section in self.sections:
            section.keep_recovered()
        self.keep_draft()

    def drop_recovered(self) -> None:
        """Throw away what was half typed before the program ended."""
        if self.keeper.is_new:
            self._discard()
            return
        try:
            self.keeper.drop_recovered()
        except StoreError as error:
            self._say_trouble(*errors.sentence(error))
        self.refresh(anew=True)

    # Sections

    def jump_to(self, key: str, *, focus: bool = True) -> None:
        """Bring a section into sight, and the focus to its first field."""
        section = next(section for section in self.sections if section.key == key)
        self._settle()
        self._jumping = True
        self.section_bar.set_current(key)
        self.scroller.verticalScrollBar().setValue(self._top_of(section))
        self._jumping = False
        if focus:
            self._focus_first(section)

    def go_to(self, spot: str) -> None:
        """Go to a section by its key, to the first answer that lacks (``"missing"``), to what was half typed (``"typed"``),

        to the way of meeting (``"modality"``), the places (``"capacity"``) or what they offer (``"offers"``), or nowhere.
        """
        fields = {"modality": self.hours.modality, "capacity": self.hours.capacity, "offers": self.topics.offers}
        if spot == "missing":
            self.go_to_missing()
        elif spot == "typed":
            self._go_to_recovered()
        elif spot in fields:
            self._go_to_field(fields[spot])
        elif any(section.key == spot for section in self.sections):
            self.jump_to(spot)

    def _go_to_field(self, field: QWidget) -> None:
        section = next(section for section in self.sections if section.isAncestorOf(field))
        self.jump_to(section.key, focus=False)
        self.scroller.ensureWidgetVisible(field)
        self._focus_first(field)

    def next_section(self) -> None:
        """Go to the next section, from the last to the first."""
        self.section_bar.step(1)

    def go_to_missing(self) -> None:
        """Go to the first answer that is wrong, else to the first that is missing."""
        lacking = missing_answers(self.keeper.person, self.keeper.enrolment)
        found = [(section, section.first_open(lacking)) for section in self.sections]
        wrong = [(section, place) for section, place in found if any(answer.field.error() for answer in section.texts.values())]
        for section, place in wrong or found:
            if place is not None:
                self.jump_to(section.key, focus=False)
                place.setFocus(Qt.FocusReason.TabFocusReason)
                self.scroller.ensureWidgetVisible(place)
                return

    def _go_to_recovered(self) -> None:
        for section in self.sections:
            place = section.place_of(self.keeper.recovered())
            if place is not None:
                self.jump_to(section.key, focus=False)
                place.setFocus(Qt.FocusReason.TabFocusReason)
                self.scroller.ensureWidgetVisible(place)
                return

    def focus_name(self) -> None:
        """Put the focus into *Nombre*."""
        self.jump_to("data", focus=False)
        self.data.first_name.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Inside

    def _assemble(self, theme: Theme, actions: dict[str, Action]) -> None:
        self.set_sign(self.avatar)
        for key in ("previous", "next"):
            button = IconButton(theme, actions[key].icon_name, actions[key].label, small=True)
            self.add_to_head(button.follow(actions[key]))
        self.bar.setContentsMargins(10, 0, 10, 0)
        # In sight wherever the form is scrolled to.
        self.bar.addWidget(self.recovered)
        self.recovered.setContentsMargins(6, 0, 6, 4)
        self.recovered.hide()
        self.bar.addWidget(self.section_bar)
        self.body.setSpacing(16)
        self.body.setContentsMargins(16 - RING, 14, 6, 14)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.away)
        self.trouble.hide()
        for number, section in enumerate(self.sections):
            if number:
                self.body.addWidget(Line())
            self.body.addWidget(section)
        self.body.addStretch(1)
        self.add_to_footer(self._mark)
        self.add_to_footer(self.state, 1)
        self.add_to_footer(self.to_missing)
        self.add_to_footer(self.withdraw)
        self.add_to_footer(self.discard)

    def _connect(self, actions: dict[str, Action]) -> None:
        self.section_bar.chosen.connect(self.jump_to)
        self.scroller.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.to_missing.clicked.connect(self.go_to_missing)
        self.trouble.acted.connect(self._retry)
        self.recovered.save_asked.connect(self.keep_recovered)
        self.recovered.discard_asked.connect(self.drop_recovered)
        self.away.acted.connect(actions["come_back"].trigger)
        self.discard.clicked.connect(self._discard)
        self._draft_timer.timeout.connect(self.keep_draft)
        self._binder.kept.connect(self._after_change)
        self._binder.refused.connect(self._after_change)
        self._binder.enrolled.connect(self.enrolled)
        self._binder.failed.connect(self._say_trouble)
        self._binder.typing.connect(self._note_typing)
        self._theme.changed.connect(self._show_state)

    def _after_change(self) -> None:
        self.trouble.hide()
        for section in self.sections:
            section.show_answers(anew=False)
        self._show_state()
        self._note_typing()

    def _say_trouble(self, happened: str, todo: str) -> None:
        self.trouble.say("danger", happened, todo, action=_("Try again"))
        self.trouble.show()
        self.scroller.verticalScrollBar().setValue(0)

    def _retry(self) -> None:
        self.trouble.hide()
        for section in self.sections:
            section.retry()

    def _note_typing(self) -> None:
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _discard(self) -> None:
        self._draft_timer.stop()
        try:
            self.keeper.discard_new()
        except StoreError as error:
            self._say_trouble(*errors.sentence(error))
            return
        self.refresh(anew=True)
        self.discarded.emit()

    def _show_recovered(self) -> None:
        self.recovered.setVisible(self.keeper.is_recovered())
        self.recovered.save.setVisible(not self.keeper.is_new)

    def _show_state(self) -> None:
        person, enrolment = self.keeper.person, self.keeper.enrolment
        lacking = missing_answers(person, enrolment)
        for section in self.sections:
            section.show_missing(lacking)
        self.section_bar.set_complete({section.key: section.is_complete(lacking) for section in self.sections})
        self.set_title(person.full_name or _("New person"), self._subtitle())
        self.avatar.set_person(person.initials or "+", enrolment.role, name=person.full_name, faded=enrolment.withdrawn_on is not None)
        self._show_footer(lacking)
        self._show_recovered()

    def _subtitle(self) -> str:
        enrolment = self.keeper.enrolment
        if self.keeper.is_new:
            return _("It is kept as soon as it has name and surnames")
        parts = [role_look(enrolment.role).text]
        if enrolment.role is not None and enrolment.role.teaches:
            parts.append(plural("up to {n} pair", "up to {n} pairs", enrolment.capacity).format(n=enrolment.capacity))
        return " · ".join(parts)

    def _show_footer(self, lacking: tuple[str, ...]) -> None:
        gone = self.keeper.enrolment.withdrawn_on
        self.away.setVisible(gone is not None)
        if gone is not None:
            day = formats.long_date(gone, current())
            self.away.say("info", _("Out of this edition since {day}").format(day=day), _("Their data are kept."), action=_("Bring back"))
        wrong = any(answer.field.error() for section in self.sections for answer in section.texts.values())
        icon, token = ("circle-check", "ok") if not lacking else ("pencil-line", "warn")
        if wrong:
            icon, token = "circle-alert", "danger"
        self._mark.setPixmap(self._theme.pixmap(icon, token, 16))
        self.to_missing.setVisible(wrong or bool(lacking))
        self.state.setText(_("Look at the field with a warning") if wrong else lacking_text(lacking))
        self.withdraw.setVisible(not self.keeper.is_new and gone is None)
        self.discard.setVisible(self.keeper.half_typed() is not None and self.keeper.is_new)

    def _settle(self) -> None:
        # Places are only right once the layout has been worked out.
        inner = self.scroller.widget()
        layout = inner.layout() if inner is not None else None
        if inner is not None and layout is not None and self.isVisible():
            layout.activate()
            inner.resize(self.scroller.viewport().width(), layout.heightForWidth(self.scroller.viewport().width()))

    def _top_of(self, section: QWidget) -> int:
        return 0 if section is self.sections[0] else section.y() - 14

    def _follow_scroll(self, value: int) -> None:
        if self._jumping:
            return
        bar = self.scroller.verticalScrollBar()
        edge = value + self.scroller.viewport().height() // 3
        seen = [section for section in self.sections if self._top_of(section) <= edge]
        chosen = self.sections[-1] if value == bar.maximum() > 0 else (seen or [self.sections[0]])[-1]
        self.section_bar.set_current(chosen.key)

    def _focus_first(self, section: QWidget) -> None:
        widget: QWidget | None = section
        while widget is not None:
            widget = widget.nextInFocusChain()
            if widget is section or widget is None or not section.isAncestorOf(widget):
                return
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return


def lacking_text(lacking: tuple[str, ...]) -> str:
    """Say what is missing: «Faltan: horario e información RGPD», or that nothing is."""
    if not lacking:
        return _("Enrolment complete")
    names = [labels.answer_field(field) for field in lacking]
    if len(names) > _NAMED:
        rest = len(names) - 2
        names = [*names[:2], plural("{n} more answer", "{n} more answers", rest).format(n=rest)]
    return plural("Missing: {answers}", "Still missing: {answers}", len(lacking)).format(answers=formats.joined(names, current()))
