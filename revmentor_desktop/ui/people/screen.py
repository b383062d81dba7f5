# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Personas*: the table of who takes part, the form beside it, and the way in for spreadsheets of answers."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import people
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.people.actions import specs
from revmentor_desktop.ui.people.form import PersonForm
from revmentor_desktop.ui.people.half_typed import HalfTypedBanner
from revmentor_desktop.ui.people.import_dialog import ImportDialog
from revmentor_desktop.ui.people.import_door import ImportDoor, dropped_table
from revmentor_desktop.ui.people.keeper import Keeper
from revmentor_desktop.ui.people.rows import KINDS
from revmentor_desktop.ui.people.table_card import PeopleCard
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.actions import build_actions
from revmentor_desktop.ui.widgets.header import PageHeader
from revmentor_desktop.ui.widgets.panel_page import PanelPage
from revmentor_desktop.ui.words import errors


class PeopleScreen(QWidget):
    """A screen of the main window (see `navigation.Screen`).

    `show_target` takes ``("person", id)`` or an id (opens the form), ``("hours", id)`` or ``("topics", id)`` (there),
    ``("missing", id)`` (at the first answer that lacks), ``("modality", id)``, ``("capacity", id)`` and ``("offers", id)`` (at these),
    ``("filter", kind)`` (one of `rows.KINDS`), ``"new"``, ``"import"``
    ``("people", ids)`` (the list, with them in sight) or the path of a spreadsheet. Who is gone is where they were: in the list.
    ``clock`` gives the present moment.
    """

    go = Signal(str, object)
    toast = Signal(str, object)

    def __init__(self, theme: Theme, bridge: Bridge, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "people"
        self._theme, self._bridge, self._clock = theme, bridge, clock
        self._workspace = bridge.workspace
        self._withdrawn: PersonId | None = None
        self._hides = False
        self._actions = build_actions(theme, self, specs(), bridge.read_only)
        self.header = PageHeader(theme, _("People"))
        self.card = PeopleCard(theme, self._actions)
        self._keeper = Keeper(bridge.workspace)
        self.form = PersonForm(theme, self._keeper, self._today, self._actions)
        self.half_typed = HalfTypedBanner(theme, self._keeper)
        self._undo_withdrawal = QAction(_("Bring back"), self)
        self._undo_withdrawal.setIconText(_("Undo"))
        self._door = ImportDoor(theme, bridge, clock, self)
        self.setAcceptDrops(not bridge.read_only)
        self._lay_out()
        self._connect()
        self.refresh(frozenset())

    # What the main window asks

    def refresh(self, changed: frozenset[str]) -> None:
        """Show the present state of the file."""
        snapshot = self._workspace.snapshot()
        self._keeper.follow_edition()
        person_id = self._keeper.person_id
        if person_id is not None and person_id not in snapshot.enrolments:
            self.form.forget()
            self.close_form()
        self._hide_names()
        self.card.show_people(self._bridge.snapshot())
        if self.form.isVisibleTo(self):
            self.form.refresh()
        self._show_head()
        self._show_half_typed()
        self._update_actions()

    def show_target(self, target: object) -> None:
        """Go to a person, a filter, the empty form or the import (see the class); while names are hidden, to no form."""
        if self._bridge.hides_names and (target in ("new", "import") or isinstance(target, Path)):
            self._say_hidden()
            return
        match target:
            case ("people", tuple() as person_ids):
                self._show_several(person_ids)
            case int() as person_id:
                self._go_to_person("person", person_id)
            case (str() as spot, int() as person_id):
                self._go_to_person(spot, person_id)
            case (str(), str() | Path() as place):
                self._show_place(place)
            case str() | Path() as place:
                self._show_place(place)
            case _:
                return

    # The form

    def open_person(self, person_id: PersonId, *, focus: bool = True) -> None:
        """Open somebody's form; ``focus`` moves into it. While names are hidden it says so, and opens none."""
        if self._bridge.hides_names:
            self.card.select(person_id)
            self._say_hidden()
            return
        if not self.form.isVisibleTo(self) or self._keeper.person_id != person_id:
            self.form.open_person(person_id)
        self._page.open_panel()
        self.card.select(person_id)
        self._show_half_typed()
        self._update_actions()
        if focus:
            self.form.section_bar.setFocus(Qt.FocusReason.TabFocusReason)

    def open_new_person(self) -> None:
        """Open an empty form, or the one that was left half typed, with the focus in *Nombre*."""
        self.form.open_person(None)
        self._page.open_panel()
        self.card.select(None)
        self._show_half_typed()
        self._update_actions()
        # The panel has its size only after the layout has run.
        QTimer.singleShot(0, self.form, self.form.focus_name)
        self.form.focus_name()

    def close_form(self) -> None:
        """Close the form and give the focus back to the row."""
        self.form.leave()
        self._page.close_panel()
        self.card.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_half_typed()
        self._update_actions()

    def open_selected(self) -> None:
        """Open the form of the current row."""
        person_id = self.card.current_id()
        if person_id is not None:
            self.open_person(person_id)

    def open_previous(self) -> None:
        """Go to the person above, keeping the section."""
        self._step(-1)

    def open_next(self) -> None:
        """Go to the person below, keeping the section."""
        self._step(1)

    def go_to_next_section(self) -> None:
        """Go to the next section of the form."""
        if self.form.isVisibleTo(self):
            self.form.next_section()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.card.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.card.search.selectAll()

    # What is done with a person

    def withdraw_selected(self) -> None:
        """Take the person out of the edition; the notice at the foot brings them back."""
        person_id = self._subject()
        if person_id is None or not self._workspace.snapshot().is_active(person_id):
            return
        heir = self.card.neighbour(person_id, 1) or self.card.neighbour(person_id, -1)
        self.form.leave()
        if not self._done(people.withdraw, person_id, self._today()):
            return
        self._withdrawn = person_id
        name = self._bridge.snapshot().people[person_id].short_name
        if self.form.isVisibleTo(self):
            self.close_form()
        self.card.select(heir)
        self.toast.emit(_("{name} is out of this edition").format(name=name), self._undo_withdrawal)

    def bring_back_selected(self) -> None:
        """Take the person into the edition again."""
        person_id = self._subject()
        if person_id is not None and not self._workspace.snapshot().is_active(person_id):
            self._bring_back(person_id)

    def copy_email(self) -> None:
        """Copy the person's e-mail."""
        person_id = self._subject()
        email = self._workspace.snapshot().people[person_id].email if person_id is not None else None
        if email:
            QGuiApplication.clipboard().setText(email)
            self.toast.emit(_("E-mail copied"), None)

    # Answers of a spreadsheet

    def choose_import_file(self) -> None:
        """Ask for a spreadsheet and import it."""
        self.form.leave()
        self._door.choose()

    def import_file(self, path: Path) -> ImportDialog:
        """Open the import of one spreadsheet. Returns its dialog."""
        self.form.leave()
        return self._door.open(path)

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _show_place(self, place: str | Path) -> None:
        if place in ("new", "import"):
            # By their actions: they know whether the file can be changed.
            self._actions[str(place)].trigger()
        elif isinstance(place, Path):
            if not self._bridge.read_only:
                self.import_file(place)
        elif place in KINDS:
            self.card.clear_filters()
            self.card.show_kind(place)

    def _go_to_person(self, spot: str, number: int) -> None:
        person_id = PersonId(number)
        if person_id not in self._workspace.snapshot().enrolments:
            # Gone with what was undone: the list from which they went, not somebody else's form.
            if self.form.isVisibleTo(self):
                self.close_form()
            self._focus_list()
            return
        self._bring_into_sight(person_id)
        self.open_person(person_id)
        # The panel has its size only after the layout has run.
        QTimer.singleShot(0, self.form, partial(self.form.go_to, spot))

    def _bring_into_sight(self, person_id: PersonId) -> bool:
        """Select somebody's row, without the filters that hide it; returns whether there is one."""
        if self.card.select(person_id):
            return True
        self.card.clear_filters()
        if not self._workspace.snapshot().is_active(person_id):
            self.card.show_kind("withdrawn")
        return self.card.select(person_id)

    def _show_several(self, wanted: Sequence[object]) -> None:
        """Show the list with all of some people in sight, those of them who are there; of those who are gone, where they were."""
        known = self._workspace.snapshot().enrolments
        here = [PersonId(one) for one in wanted if isinstance(one, int) and one in known]
        if self.form.isVisibleTo(self) and self._keeper.person_id not in here:
            # Somebody else's form beside them would say that this is about that person.
            self.close_form()
        if not all(self.card.model.row_of(one) >= 0 for one in here):
            self.card.clear_filters()
        if here:
            self.card.select(here[0])
        self._focus_list()

    def _focus_list(self) -> None:
        table = self.card.table
        target = table if table.isVisibleTo(self) else self.header.primary_button()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._update_actions()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.header.set_actions([self._actions["import"]], self._actions["new"])
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.half_typed)
        inner.addWidget(self.card, 1)
        self._page = PanelPage(self._theme, content, self.form)
        column.addWidget(self._page, 1)

    def _connect(self) -> None:
        self.card.chosen.connect(self._follow_row)
        self.card.clicked.connect(self._open_clicked)
        self.card.opened.connect(self._open_entered)
        self.card.menu_asked.connect(self._open_menu)
        self.form.closed.connect(self.close_form)
        self.form.enrolled.connect(self._show_enrolled)
        self.form.discarded.connect(self.close_form)
        self.half_typed.wanted_new.connect(self.open_new_person)
        self.half_typed.wanted.connect(self._go_on_typing)
        self._undo_withdrawal.triggered.connect(self._undo)
        self._door.imported.connect(self._tell_imported)
        self._door.failed.connect(self._say)
        # Supr removes a topic in the form; only in the table it means the person.
        self._actions["withdraw"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.card.table.addAction(self._actions["withdraw"])

    def _show_head(self) -> None:
        snapshot = self._workspace.snapshot()
        active = sum(snapshot.is_active(person.id) for person in snapshot.enrolled)
        drafts = len(snapshot.drafts)
        parts = [plural("{n} person in this edition", "{n} people in this edition", active).format(n=active)]
        if drafts:
            parts.append(plural("{n} enrolment to complete", "{n} enrolments to complete", drafts).format(n=drafts))
        self.header.set_state(" · ".join(parts))

    def _show_half_typed(self) -> None:
        if self._bridge.hides_names:
            # It names whose form waits.
            self.half_typed.hide()
        else:
            self.half_typed.show_state(form_open=self.form.isVisibleTo(self))

    def _go_on_typing(self, person_id: int) -> None:
        self._go_to_person("typed", person_id)

    def _update_actions(self) -> None:
        snapshot, person_id = self._workspace.snapshot(), self._subject()
        known = person_id is not None and person_id in snapshot.enrolments
        active = known and person_id is not None and snapshot.is_active(person_id)
        self._actions["open"].setEnabled(self.card.current_id() is not None and not self._bridge.hides_names)
        self._actions["withdraw"].setEnabled(bool(active))
        self._actions["come_back"].setEnabled(bool(known and not active))
        hides = self._bridge.hides_names
        self._actions["copy"].setEnabled(bool(not hides and known and person_id is not None and snapshot.people[person_id].email))
        for key in ("new", "import"):
            self._actions[key].setEnabled(not hides)
        shown = self.form.isVisibleTo(self)
        for key in ("previous", "next", "section"):
            self._actions[key].setEnabled(shown)

    def _subject(self) -> PersonId | None:
        """Whom an action is about: the person of the open form, else of the current row."""
        if self.form.isVisibleTo(self):
            return self._keeper.person_id
        return self.card.current_id()

    def _done(self, change: Callable[..., object], *arguments: object) -> bool:
        try:
            change(self._workspace, *arguments)
        except StoreError as error:
            self.toast.emit(" ".join(errors.sentence(error)), None)
            return False
        return True

    def _bring_back(self, person_id: PersonId) -> None:
        if self._done(people.come_back, person_id):
            name = self._bridge.snapshot().people[person_id].short_name
            if not self.card.select(person_id):
                self.card.clear_filters()
                self.card.select(person_id)
            self._update_actions()
            self.toast.emit(_("{name} takes part again").format(name=name), None)

    def _undo(self) -> None:
        if self._withdrawn is not None:
            person_id, self._withdrawn = self._withdrawn, None
            self._bring_back(person_id)

    def _step(self, step: int) -> None:
        if not self.form.isVisibleTo(self):
            return
        person_id = self.card.neighbour(self._keeper.person_id, step)
        if person_id is not None:
            self.open_person(person_id, focus=False)
            self.form.section_bar.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow_row(self, person_id: int) -> None:
        if self.form.isVisibleTo(self) and self._keeper.person_id != person_id:
            self.open_person(PersonId(person_id), focus=False)
        self._update_actions()

    def _open_clicked(self, person_id: int) -> None:
        self.open_person(PersonId(person_id), focus=False)

    def _open_entered(self, person_id: int) -> None:
        self.open_person(PersonId(person_id))

    def _show_enrolled(self, person_id: int) -> None:
        if not self.card.select(PersonId(person_id)):
            self.card.clear_filters()
            self.card.select(PersonId(person_id))
        self._show_half_typed()
        self._update_actions()

    def _tell_imported(self, number: int) -> None:
        self.card.clear_filters()
        self.toast.emit(plural("{n} person imported", "{n} people imported", number).format(n=number), self._door.undo)

    def _hide_names(self) -> None:
        """Close the form, which is nothing but what somebody is called and wrote; what was half typed in it stays."""
        hid, self._hides = self._hides, self._bridge.hides_names
        if self._hides and self.form.isVisibleTo(self):
            self.close_form()
        if self._hides and not hid:
            # Somebody's name may have been looked for.
            self.card.clear_filters()

    def _say_hidden(self) -> None:
        self.toast.emit(_("Show the names first: a form is full of them."), None)

    def _say(self, sentence: str) -> None:
        self.toast.emit(sentence, None)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        subject = self._subject()
        active = subject is not None and self._workspace.snapshot().is_active(subject)
        menu.addActions([self._actions["open"], self._actions["copy"]])
        menu.addSeparator()
        menu.addAction(self._actions["withdraw" if active else "come_back"])
        menu.popup(point)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Another place, or the window closes: nothing half typed may be lost.
        if self.form.isVisibleTo(self):
            self.form.leave()
        super().hideEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_table(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_table(event)
        if path is not None:
            event.acceptProposedAction()
            self.show_target(path)
