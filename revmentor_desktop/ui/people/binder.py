# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Between the fields of the form and the keeper: an answer goes in on leaving its field, or stays there with its sentence."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.people.keeper import Keeper, Typed
from revmentor_desktop.ui.widgets.editors import LineEdit, TextEdit
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.recovered import recovered_text
from revmentor_desktop.ui.words import errors


class RefusedError(Exception):
    """An answer that the form itself cannot understand (a name that nobody has); ``sentence`` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Binder(QObject):
    """``kept``: an answer went in. ``enrolled(id)``: somebody new became a row. ``typing``: letters came in.

    ``failed(what happened, what to do)``: the file could not be written.
    """

    kept = Signal()
    refused = Signal()
    enrolled = Signal(int)
    typing = Signal()
    failed = Signal(str, str)

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keeper = keeper

    def attempt(self, key: str, change: Callable[[], None], field: Field | None = None, typed: str | None = None) -> bool:
        """Do ``change``; what is refused is said at ``field`` and remembered as ``typed`` (``None``: nothing to remember).

        Returns whether it went in.
        """
        new_before = self.keeper.is_new
        # Before the change: the form is shown anew while it is being written.
        self.keeper.hold(key, None)
        try:
            change()
        except (DomainError, RefusedError) as error:
            sentence = error.sentence if isinstance(error, RefusedError) else errors.domain(error)
            self._refuse(key, field, typed, sentence)
            return False
        except StoreError as error:
            happened, todo = errors.sentence(error)
            self._refuse(key, field if typed is not None else None, typed, happened)
            self.failed.emit(happened, todo)
            return False
        if field is not None:
            field.set_error(None)
        if new_before and self.keeper.person_id is not None:
            self.enrolled.emit(self.keeper.person_id)
        self.kept.emit()
        return True

    def _refuse(self, key: str, field: Field | None, typed: str | None, sentence: str) -> None:
        if typed is not None:
            self.keeper.hold(key, Typed(typed, sentence))
        if field is not None:
            field.set_error(sentence)
        self.refused.emit()


class TextAnswer(QObject):
    """One field of text: what it shows, and what happens to what is typed in it."""

    def __init__(
        self, binder: Binder, key: str, field: Field, shown: Callable[[], str], change: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        if not isinstance(field.editor, LineEdit | TextEdit):
            raise TypeError(type(field.editor))
        self._binder, self._key, self.field, self._shown, self._change = binder, key, field, shown, change
        self.editor: LineEdit | TextEdit = field.editor
        self._help = field.note()
        self._showed = ""
        self.editor.committed.connect(self._commit)
        if isinstance(self.editor, LineEdit):
            self.editor.textEdited.connect(self._note_typing)
        else:
            self.editor.textChanged.connect(self._note_typing)

    def show_answer(self, *, anew: bool) -> None:
        """Show what is kept, or what was typed and could not be. ``anew``: another person, so nothing typed now stays."""
        typed = self._binder.keeper.typed(self._key)
        text = self._shown() if typed is None else typed.text
        blocked = self.editor.blockSignals(True)
        # Taken back while the focus is still in the field: what stands there was kept before, so it is not being typed.
        if anew or self._text() == self._showed != text:
            self._put(text)
        self._showed = text
        # What is only not finished is taken when its field is left; what was refused or comes from before waits for another word.
        unfinished = self._is_unfinished()
        self.editor.set_value(self._shown() if unfinished else text)
        if unfinished and self._text() != text:
            self._put(text)
        if isinstance(self.editor, LineEdit) and not self.editor.hasFocus():
            # A long name is read from its beginning.
            self.editor.setCursorPosition(0)
        self.editor.blockSignals(blocked)
        self.field.set_error(typed.sentence if typed is not None else None)
        self.field.set_help(recovered_text() if typed is not None and typed.recovered else self._help)

    def leave(self) -> None:
        """Take what is typed as if the field was left."""
        if isinstance(self.editor, LineEdit):
            self.editor.editingFinished.emit()
        elif self._text() != self._present() or self._is_unfinished():
            self._commit(self._text())

    def retry(self) -> None:
        """Try once more to keep what could not be kept."""
        typed = self._binder.keeper.typed(self._key)
        if typed is not None and typed.sentence:
            self._commit(typed.text)

    def keep_recovered(self) -> None:
        """Keep what was half typed before the program ended."""
        typed = self._binder.keeper.typed(self._key)
        if typed is not None and typed.recovered:
            self._commit(self._text())

    def remember_typing(self) -> None:
        """Tell the keeper what stands in the field and was not taken yet."""
        typed = self._binder.keeper.typed(self._key)
        if self._text() != self._present():
            self._binder.keeper.hold(self._key, Typed(self._text(), typed.sentence if typed else ""))
            self.field.set_help(self._help)
        elif typed is not None and not typed.sentence and self._text() == self._shown():
            self._binder.keeper.hold(self._key, None)

    def _is_unfinished(self) -> bool:
        typed = self._binder.keeper.typed(self._key)
        return typed is not None and not typed.sentence and not typed.recovered

    def _put(self, text: str) -> None:
        if isinstance(self.editor, LineEdit):
            self.editor.setText(text)
        else:
            self.editor.setPlainText(text)

    def _present(self) -> str:
        typed = self._binder.keeper.typed(self._key)
        return self._shown() if typed is None else typed.text

    def _text(self) -> str:
        return self.editor.text() if isinstance(self.editor, LineEdit) else self.editor.toPlainText()

    def _commit(self, text: str) -> None:
        if self._binder.attempt(self._key, partial(self._change, text), self.field, text):
            self.show_answer(anew=False)

    def _note_typing(self) -> None:
        self._binder.typing.emit()
