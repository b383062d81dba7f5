# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the four sections of the form share."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.ui.people.binder import Binder, TextAnswer
from revmentor_desktop.ui.people.keeper import Keeper
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import RING
from revmentor_desktop.ui.widgets.field import Field
from revmentor_desktop.ui.widgets.labels import PlainLabel
from revmentor_desktop.ui.widgets.segmented import SegmentedControl


class Section(QWidget):
    """A column of fields. ``required`` maps the answers that `missing` may name to their fields,

    ``places`` those without a field to where they are given.
    """

    def __init__(self, theme: Theme, binder: Binder, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.binder, self.key = theme, binder, key
        self.required: dict[str, Field | None] = {}
        self.texts: dict[str, TextAnswer] = {}
        self.places: dict[str, QWidget] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    @property
    def keeper(self) -> Keeper:
        """Whose answers these are."""
        return self.binder.keeper

    def put(self, item: QWidget | QLayout, *, ringed: bool = False) -> None:
        """Add a line to the column; what is ``ringed`` brings the room of its focus ring with it."""
        line = QVBoxLayout()
        room = 0 if ringed else RING
        line.setContentsMargins(room, 0, room, 0)
        if isinstance(item, QWidget):
            line.addWidget(item)
        else:
            line.addLayout(item)
        self.column.addLayout(line)

    def show_answers(self, *, anew: bool) -> None:
        """Show what is kept. ``anew``: it is another person."""
        for answer in self.texts.values():
            answer.show_answer(anew=anew)

    def show_missing(self, missing: tuple[str, ...]) -> None:
        """Say at the fields which required answers are not there yet."""
        for key, field in self.required.items():
            if field is not None:
                field.set_missing(key in missing)

    def is_complete(self, missing: tuple[str, ...]) -> bool:
        """Whether nothing of this section is missing or wrong."""
        wrong = any(answer.field.error() for answer in self.texts.values())
        return not wrong and not any(key in missing for key in self.required)

    def first_open(self, missing: tuple[str, ...]) -> QWidget | None:
        """Return where the first answer that is wrong or missing is given, ``None`` when all is well."""
        for answer in self.texts.values():
            if answer.field.error():
                return answer.editor
        for key, field in self.required.items():
            if key in missing:
                return field.editor if field is not None else self.places.get(key)
        return None

    def add_text(self, key: str, field: Field, shown: Callable[[], str], change: Callable[[str], None]) -> Field:
        """Bind a field of text to an answer and return it."""
        self.texts[key] = TextAnswer(self.binder, key, field, shown, change, self)
        return field

    def leave(self) -> None:
        """Take what is typed in every field."""
        for answer in self.texts.values():
            answer.leave()

    def retry(self) -> None:
        """Try once more to keep what could not be kept."""
        for answer in self.texts.values():
            answer.retry()

    def place_of(self, keys: Collection[str]) -> QWidget | None:
        """Return where the first of some answers is typed, ``None`` when none of them is of this section."""
        return next((answer.editor for key, answer in self.texts.items() if key in keys), None)

    def keep_recovered(self) -> None:
        """Keep what was half typed before the program ended."""
        for answer in self.texts.values():
            answer.keep_recovered()

    def remember_typing(self) -> None:
        """Tell the keeper what is typed and not taken yet."""
        for answer in self.texts.values():
            answer.remember_typing()

    def change_person(self, **changes: object) -> Callable[[], None]:
        """Return the change of the person, to be attempted."""

        def change() -> None:
            self.keeper.change_person(**changes)

        return change

    def change_answers(self, **changes: object) -> Callable[[], None]:
        """Return the change of the enrolment, to be attempted."""

        def change() -> None:
            self.keeper.change_answers(**changes)

        return change


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Put fields in one line, their tops level."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row


def heading(theme: Theme, text: str, note: QWidget | None = None) -> QHBoxLayout:
    """Return a line with a title and something at its right end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PlainLabel(theme, text, "h3"))
    row.addStretch(1)
    if note is not None:
        row.addWidget(note)
    return row


def choice_of(theme: Theme, choices: Sequence[tuple[str, str]], name: str) -> SegmentedControl:
    """Return a choice of one whose pieces share the width and give way when the text is large."""
    control = SegmentedControl(theme, choices, name, fill=True)
    for key, _text in choices:
        control.piece(key).setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return control


def order_tabs(widgets: Sequence[QWidget], last: QWidget) -> None:
    """Let Tab go through ``widgets``, which may be new, and then to ``last``, from wherever ``last`` is reached now.

    Qt puts new widgets at the end of the window, and nothing behind what never takes the focus.
    """
    before = last
    while (earlier := before.previousInFocusChain()) is not None and earlier is not last:
        before = earlier
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_among(before, widgets):
            break
    for widget in (*widgets, last):
        if widget is not before:
            QWidget.setTabOrder(before, widget)
        before = widget


def _is_among(widget: QWidget, widgets: Sequence[QWidget]) -> bool:
    return any(one is widget or one.isAncestorOf(widget) for one in widgets)
