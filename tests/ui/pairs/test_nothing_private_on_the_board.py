# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The board says «Incompatibilidad anotada» and not a word more, in no list, tip, toast or name for screen readers."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from revmentor_desktop.domain.pairs import Answer
from revmentor_desktop.programme import pairs, people
from revmentor_desktop.ui.pairs.board import Side
from revmentor_desktop.ui.widgets.dialog import Dialog
from tests import factory
from tests.ui.pairs.desk import Desk
from tests.ui.pairs.hand import reading

REASON = "Zarzamora"
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
TOLD = re.compile(r"ncompatibilidad(?! anotada)")
"""An incompatibility of which more is said than that it is noted."""


def said(root: QWidget) -> Iterator[str]:
    """Everything that the parts of a window say, in whichever way."""
    for part in (root, *root.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.statusTip(), part.whatsThis())
        for name in ("text", "toPlainText", "title"):
            words = getattr(part, name, None)
            if callable(words):
                yield str(words())
        if isinstance(part, QAbstractItemView):
            yield from in_list(part)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def in_list(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        yield from (str(model.index(row, 0).data(role) or "") for role in ROLES)


def of_board(desk: Desk) -> str:
    painted = [desk.rows(), *(column.view.people.records for column in desk.screen.board.columns.values())]
    words = "\n".join((*said(desk.screen), *map(repr, painted), desk.preview(), *(text for text, _action in desk.heard)))
    # What the action is for stands in its tip, whoever is chosen.
    return words.replace(desk.screen.commands["reason"].toolTip(), "")


def excluded(desk: Desk) -> None:
    """A proposal that may not go on, a couple that cannot be one, and somebody who cannot be anybody's partner."""
    desk.make("Álvaro", "Rocío")
    unlucky = desk.who("Mercedes")
    couples = [(desk.who("Álvaro"), desk.who("Rocío")), (desk.who("Lucía"), desk.who("Gonzalo"))]
    couples += [(unlucky, other) for other in desk.workspace.snapshot().enrolments if other != unlucky]
    for one, other in couples:
        people.add_exclusion(desk.workspace, one, other, REASON)


def test_whoever_is_chosen_the_reason_is_nowhere(desk: Desk) -> None:
    excluded(desk)
    pair_id = desk.rows()[0].pair_id
    heard: list[str] = []
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Gonzalo")
    heard.append(of_board(desk))
    desk.click(Side.LEARN, "Mercedes")
    heard.append(of_board(desk))
    desk.screen.show_target(("pair", pair_id))
    desk.screen.commands["consult"].trigger()
    desk.screen.commands["accept"].trigger()
    heard.append(of_board(desk))
    for words in heard:
        assert "Incompatibilidad anotada" in words
        assert REASON not in words
        assert not TOLD.search(words)


def test_only_who_asks_for_the_reason_reads_it(desk: Desk) -> None:
    excluded(desk)
    desk.click(Side.TEACH, "Lucía")
    desk.click(Side.LEARN, "Gonzalo")
    shown: list[str] = []
    desk.in_dialog(Dialog, reading(shown), desk.screen.commands["reason"].trigger)
    assert REASON in shown[0]
    # The walk through the board finds it too, while the closed dialog has not gone yet.
    assert REASON in of_board(desk)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert REASON not in of_board(desk)


def test_what_is_looked_through_holds_what_everybody_may_read(desk: Desk) -> None:
    words = of_board(desk)
    for person in desk.workspace.snapshot().enrolled:
        assert person.first_name in words


def test_the_board_is_the_same_whoever_of_the_two_refused(desk: Desk) -> None:
    boards: list[str] = []
    for name in ("Paula", "Concepción"):
        pair_id = desk.make("Paula", "Concepción")
        other = "Concepción" if name == "Paula" else "Paula"
        pairs.answer(desk.workspace, pair_id, desk.who(other), Answer.YES, factory.TODAY)
        desk.screen.show_target(("pair", pair_id))
        desk.screen.desk.note(desk.workspace.snapshot().pair(pair_id), desk.who(name), Answer.OTHER)
        desk.screen.board.list.filter.piece("over").click()
        desk.click_part(desk.rows()[0], "")
        boards.append("\n".join((repr([(row.names, row.mentor, row.mentee) for row in desk.rows()]), desk.preview(), desk.heard[-1][0])))
        while desk.workspace.next_undo is not None:
            desk.workspace.undo()
    assert boards[0] == boards[1]
