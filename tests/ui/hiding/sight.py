# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Everything that is in sight: what widgets say and their tips, rows of lists, what is read aloud, and every word that is painted."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from revmentor_desktop.programme.snapshot import Snapshot

_TEXTS = (
    *("text", "title", "windowTitle", "plainText", "placeholderText", "currentText", "toolTip", "statusTip", "accessibleName"),
    "accessibleDescription",
)
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole)
_DEEPEST = 40
_SHORT = frozenset({"de", "del", "la", "las", "los", "el", "y", "e"})


class Sight:
    """Looks at windows. Made before they are painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._painted: list[str] = []
        drawn = QPainter.drawText

        def draw(painter: QPainter, *arguments: object) -> object:
            self._painted += [one for one in arguments if isinstance(one, str)]
            return drawn(painter, *arguments)  # type: ignore[call-overload]

        monkeypatch.setattr(QPainter, "drawText", draw)

    def said(self, window: QWidget) -> list[str]:
        """Return every text of a window that can be seen, pointed at or heard now."""
        self._painted.clear()
        window.grab()
        found = list(self._painted)
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                found += _texts(widget)
        found += _read(QAccessible.queryAccessibleInterface(window), 0)
        return found


def names_in(said: list[str], snapshot: Snapshot) -> list[str]:
    """Return the texts that hold what somebody is called, an address, or somebody's initials and nothing else."""
    everybody = snapshot.people.values()
    words = {word for person in everybody for word in f"{person.first_name} {person.last_name}".split()}
    # A firm may be called after a family, and that stays.
    words = {word for word in words if word.casefold() not in _SHORT and word not in snapshot.firm.name}
    words |= {person.email for person in everybody if person.email}
    initials = {person.initials for person in everybody}
    called = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(words))})(?!\w)")
    return sorted({text for text in said if text in initials or called.search(text)})


def _texts(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        value = widget.property(name)
        if isinstance(value, str):
            yield value
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        # Of a list Qt keeps the columns to itself.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for row in range(model.rowCount(QModelIndex())):
            for column in range(columns):
                index = model.index(row, column, QModelIndex())
                yield from (str(value) for role in _ROLES if (value := index.data(role)) is not None)


def _read(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid() or depth > _DEEPEST or interface.state().invisible:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help):
        yield interface.text(kind)
    for number in range(min(interface.childCount(), 500)):
        yield from _read(interface.child(number), depth + 1)
