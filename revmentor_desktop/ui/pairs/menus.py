# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The menus of a pair, of a person in a row, and of an item of a column."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.pairs import Answer, PairId
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _, context, current, formats
from revmentor_desktop.ui.pairs.items import Item, Kind
from revmentor_desktop.ui.pairs.pair_rows import Half, PairRow
from revmentor_desktop.ui.widgets.actions import Action
from revmentor_desktop.ui.widgets.labels import no_mnemonic

PAIR_MENU = (
    *("consult", "accept", "letters", "", "lock", "why", "hours", "", "swap_mentor", "swap_mentee", "", "goals", "agreement", ""),
    *("pause", "resume", "withdraw", "unpair", "completed", "end_early", "again"),
)
"""Actions of a pair's menu; those that cannot be done now are left out, and an empty key is a line."""
SEVERAL_MENU = ("consult", "accept", "letters")
_ITEM_MENUS: Mapping[Kind, tuple[str, ...]] = {
    Kind.CARD: ("form",),
    Kind.UNREADY: ("form",),
    Kind.FIT: ("pair", "hours", "form"),
    Kind.BLOCKED: ("force", "reason", "hours", "form"),
}


def answer_title(half: Half) -> str:
    """Return «¿Qué ha dicho Paula?»."""
    return _("What has {name} said?").format(name=half.first_name)


def fill_answers(menu: QMenu, pair_id: PairId, half: Half) -> None:
    """Offer the three answers of one person; each action's data are (pair, person, answer)."""
    said = {Answer.YES: _("Accepts"), Answer.OTHER: _("Prefers another option"), Answer.NOT_YET: context("answer", "Not yet")}
    for value, text in said.items():
        # With the day of a yes that is noted.
        since = half.said_on if value is Answer.YES else None
        day = f" \u00b7 {formats.short_date(since, current())}" if since is not None else ""
        action = menu.addAction(no_mnemonic(text + day))
        action.setData((pair_id, half.person_id, value))
        action.setCheckable(value is not Answer.OTHER)
        action.setChecked(value is (Answer.YES if half.said_yes else Answer.NOT_YET))
    menu.addSeparator()
    menu.addAction(no_mnemonic(_("Neither who prefers another option nor why is kept."))).setEnabled(False)


def answer_of(action: QAction) -> tuple[PairId, PersonId, Answer] | None:
    """Return what an action of `fill_answers` notes, ``None`` for any other."""
    data = action.data()
    return data if isinstance(data, tuple) and len(data) == 3 else None


def answer_menu(parent: QWidget, row: PairRow, half: Half) -> QMenu:
    """Return the menu that opens at an avatar."""
    menu = QMenu(parent)
    menu.setAccessibleName(answer_title(half))
    title = menu.addAction(no_mnemonic(answer_title(half)))
    title.setEnabled(False)
    fill_answers(menu, row.pair_id, half)
    return menu


def pair_menu(parent: QWidget, actions: Mapping[str, Action], rows: tuple[PairRow, ...]) -> QMenu:
    """Return the menu of the selected rows."""
    menu = QMenu(parent)
    keys = PAIR_MENU if len(rows) == 1 else SEVERAL_MENU
    for key in keys:
        if key and actions[key].isEnabled():
            menu.addAction(actions[key])
        elif not key and menu.actions() and not menu.actions()[-1].isSeparator():
            menu.addSeparator()
        if key == "accept" and len(rows) == 1 and rows[0].open_to_answers and not actions[key].held:
            for half in (rows[0].mentor, rows[0].mentee):
                fill_answers(menu.addMenu(no_mnemonic(answer_title(half))), rows[0].pair_id, half)
    return menu


def item_menu(parent: QWidget, actions: Mapping[str, Action], item: Item) -> QMenu:
    """Return the menu of an item of a column."""
    menu = QMenu(parent)
    for key in _ITEM_MENUS[item.kind]:
        if actions[key].isEnabled():
            menu.addAction(actions[key])
    return menu
