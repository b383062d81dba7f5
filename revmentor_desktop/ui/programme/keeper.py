# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Between the fields of a form and one frozen record: a value goes in on leaving its field, or stays there with its sentence."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.optional_date import OptionalDate
from revmentor_desktop.ui.text_drafts import TextDrafts
from revmentor_desktop.ui.widgets.checks import Switch
from revmentor_desktop.ui.widgets.editors import ComboBox, DateEdit, LineEdit, NumberEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.words import errors


class Keeper(QObject):
    """Holds no record: ``read`` gives the present one, ``write`` keeps a changed one (both of the programme).

    ``saved(sentence)`` after a change went in; ``failed(sentence)`` when the file could not be written. Lines that are half typed go
    into ``drafts``, and come back from there with a remark; Esc throws them away.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(
        self, read: Callable[[], Any], write: Callable[[Any], None], parent: QObject | None = None, drafts: TextDrafts | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._recovered: set[str] = set()
        self._offered = False
        self._read, self._write = read, write
        self._bound: dict[str, Bound] = {}
        self._wrong: dict[str, object] = {}

    def bind(self, name: str, label: str, editor: QWidget, field: Field | None = None) -> None:
        """Let ``editor`` show and change the record's value ``name``; ``field`` says what is wrong with it."""
        self._bound[name] = Bound(self, name, label, editor, field)
        if self._drafts is not None and isinstance(editor, LineEdit):
            self._drafts.watch(name, editor, partial(self._kept_text, name))

    def show_record(self) -> None:
        """Show what is kept; what was typed and could not be kept stays with its sentence."""
        record = self._read()
        for name, bound in self._bound.items():
            if name not in self._wrong and name not in self._recovered:
                bound.show(getattr(record, name))
        self._offer()

    def give_up(self, name: str) -> None:
        """Forget what was refused: its field shows again what is kept."""
        self._wrong.pop(name, None)
        self._clear_errors({name: None})
        self._bound[name].take_back(getattr(self._read(), name))
        self._settle(name)

    def is_recovered(self, name: str) -> bool:
        """Whether a line holds what was half typed when the program ended, and nobody has decided about it."""
        return name in self._recovered

    def recovered_editor(self) -> QWidget | None:
        """Return the first line of which `is_recovered` is true, ``None`` without one."""
        return next((bound.editor for name, bound in self._bound.items() if self.is_recovered(name)), None)

    def change(self, name: str, value: object, told: str, field: Field | None = None) -> bool:
        """Keep another value. Returns whether it went in; what is refused is said at ``field``."""
        try:
            self._keep(name, value, told)
        except DomainError as error:
            self._wrong[name] = value
            if field is not None:
                field.set_error(words.refusal(error, name))
            return False
        except StoreError as error:
            happened, todo = errors.sentence(error)
            self._wrong[name] = value
            if field is not None:
                field.set_error(happened)
            self.failed.emit(f"{happened} {todo}".strip())
            return False
        finally:
            self._settle(name)
        return True

    def _offer(self) -> None:
        """Put back, once, what was half typed when the program ended."""
        if self._drafts is None or self._offered:
            return
        self._offered = True
        self._recovered = set(self._drafts.found())
        self._drafts.offer()
        for name in self._recovered:
            self._bound[name].remark(_("Recovered from before: not saved. Esc discards it."))

    def _settle(self, name: str) -> None:
        """Somebody has decided about a line: it is kept, refused or given up."""
        if name in self._recovered:
            self._recovered.discard(name)
            self._bound[name].remark("")
        if self._drafts is not None:
            self._drafts.keep()

    def _kept_text(self, name: str) -> str:
        return str(getattr(self._read(), name))

    def _keep(self, name: str, value: object, told: str) -> None:
        record = self._read()
        # A value refused before may be possible together with the new one: a start after the end, until the end is moved too.
        tries = [{**self._wrong, name: value}, {name: value}] if set(self._wrong) - {name} else [{name: value}]
        for number, changes in enumerate(tries, 1):
            try:
                changed = replace(record, **changes)
                # Cleared first: the write is heard at once, and the fields show what is kept.
                before, self._wrong = self._wrong, {key: wrong for key, wrong in self._wrong.items() if key not in changes}
                if changed != record:
                    self._write_or(changed, before)
            except DomainError:
                if number == len(tries):
                    raise
                continue
            self._clear_errors(changes)
            self.show_record()
            if changed != record:
                self.saved.emit(told)
            return

    def _write_or(self, changed: object, before: dict[str, object]) -> None:
        try:
            self._write(changed)
        except (DomainError, StoreError):
            self._wrong = before
            raise

    def _clear_errors(self, names: dict[str, object]) -> None:
        for name in names:
            field = self._bound[name].field if name in self._bound else None
            if field is not None:
                field.set_error(None)


class Bound(QObject):
    """One editor and its value of the record."""

    def __init__(self, keeper: Keeper, name: str, label: str, editor: QWidget, field: Field | None) -> None:
        super().__init__(keeper)
        self._keeper, self._name, self._label, self.editor, self.field = keeper, name, label, editor, field
        self._shown: object = None
        self._help = field.note() if field is not None else ""
        editor.installEventFilter(self)
        if isinstance(editor, LineEdit | DateEdit | NumberEdit | OptionalDate):
            editor.committed.connect(self._commit)
        elif isinstance(editor, ComboBox):
            editor.activated.connect(self._choose)
        elif isinstance(editor, Switch):
            editor.toggled.connect(self._commit)
        else:
            raise TypeError(type(editor))

    def remark(self, text: str) -> None:
        """Say something below the field instead of its help; empty: its help again."""
        if self.field is not None:
            self.field.set_help(text or self._help)

    def take_back(self, value: object) -> None:
        """Show a value of the record in place of whatever was typed."""
        if isinstance(self.editor, LineEdit):
            self.editor.setText(str(value))
        self.show(value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if escape and (self._keeper_refused() or self._keeper.is_recovered(self._name)):
            self._keeper.give_up(self._name)
            return True
        return super().eventFilter(watched, event)

    def show(self, value: object) -> None:
        """Show a value of the record, unless something else is being typed."""
        editor = self.editor
        if isinstance(editor, LineEdit):
            # Taken back while the focus is still in the field: what stands there was kept before, so it is not being typed.
            if editor.text() == self._shown:
                editor.setText(str(value))
            editor.set_value(str(value))
            if not editor.hasFocus():
                # A long text shows its beginning.
                editor.setCursorPosition(0)
        elif isinstance(editor, NumberEdit) and isinstance(value, int | float):
            editor.set_value(round(value))
        elif isinstance(editor, DateEdit | OptionalDate):
            editor.set_value(value)  # type: ignore[arg-type]
        elif isinstance(editor, ComboBox):
            editor.select(value)
        elif isinstance(editor, Switch):
            blocked = editor.blockSignals(True)
            editor.setChecked(bool(value))
            editor.blockSignals(blocked)
            editor.update()
        self._shown = value

    def _choose(self, _row: int) -> None:
        if isinstance(self.editor, ComboBox):
            self._commit(self.editor.currentData())

    def _commit(self, value: object) -> None:
        if isinstance(value, str):
            value = value.strip()
        self._keeper.change(self._name, value, words.saved(self._label, self._said(value)), self.field)
        if not self._keeper_refused():
            self._shown = value

    def _keeper_refused(self) -> bool:
        return self.field is not None and bool(self.field.error())

    def _said(self, value: object) -> str:
        if isinstance(self.editor, ComboBox):
            return self.editor.currentText()
        if isinstance(self.editor, Switch):
            return context("switch", "yes") if value else context("switch", "no")
        if isinstance(self.editor, DateEdit | OptionalDate):
            return "" if value is None else formats.numeric_date(value, current())  # type: ignore[arg-type]
        return str(value)
