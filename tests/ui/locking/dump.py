# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Everything that the windows of the program say, to eyes and to screen readers: what a name must not be in once a file is locked."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_TEXTS = ("text", "title", "windowTitle", "plainText", "placeholderText", "currentText", "toolTip", "statusTip", "accessibleName")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole)
_DEEPEST = 40


def said_by_all_windows() -> str:
    """Return every text, name, value and row of every window there is, in sight or not, and what is on the clipboard."""
    parts: list[str] = [QApplication.clipboard().text()]
    for window in QApplication.topLevelWidgets():
        for thing in (window, *window.findChildren(QObject)):
            parts += _texts(thing)
        parts += _read(QAccessible.queryAccessibleInterface(window), 0)
    return "\n".join(parts)


def _texts(thing: QObject) -> Iterator[str]:
    for name in (*_TEXTS, "accessibleDescription"):
        value = thing.property(name)
        if isinstance(value, str):
            yield value
    if isinstance(thing, QAction):
        yield thing.text()
    if isinstance(thing, QWidget):
        yield thing.accessibleDescription()
    if isinstance(thing, QAbstractItemView) and thing.model() is not None:
        yield from _rows(thing.model(), QModelIndex(), 0)


def _rows(model: QAbstractItemModel, parent: QModelIndex, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    # Of a list Qt keeps the columns to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(value) for role in _ROLES if (value := index.data(role)) is not None)
        if not isinstance(model, QAbstractListModel):
            yield from _rows(model, model.index(row, 0, parent), depth + 1)


def _read(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid() or depth > _DEEPEST:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help):
        yield interface.text(kind)
    for number in range(min(interface.childCount(), 500)):
        yield from _read(interface.child(number), depth + 1)
