# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be found besides the edition's data: places to go, and actions to run."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.navigation import PROGRAMME, coverage_place, destinations, file_place
from revmentor_desktop.ui.programme.section_list import sections
from revmentor_desktop.ui.search.results import Entry, Group
from revmentor_desktop.ui.widgets.actions import Action


def place_entries() -> Iterator[Entry]:
    """The places of the sidebar with their shortcuts, the topics not covered, the sections of the programme, the file and its copies."""
    for number, place in enumerate(destinations(), 1):
        keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
        yield Entry(Group.PLACES, place.text, icon=place.icon, keys=keys, place=place.key)
    beyond = coverage_place()
    yield Entry(Group.PLACES, beyond.text, _("Pairs"), icon=beyond.icon, place=beyond.key)
    for section in sections():
        yield Entry(Group.PLACES, section.text, _("Programme"), icon=section.icon, place=PROGRAMME, target=section.key)
    of_file = file_place()
    yield Entry(Group.PLACES, of_file.text, icon=of_file.icon, place=of_file.key)


def action_entries(actions: Iterable[QAction]) -> Iterator[Entry]:
    """What can be done now, in the order given; what is disabled, hidden or a mere line is left out."""
    seen: set[str] = set()
    for action in actions:
        title = action.text().replace("&&", "&")
        if not action.isEnabled() or not action.isVisible() or action.isSeparator() or not title or title in seen:
            continue
        seen.add(title)
        detail = action.statusTip()
        yield Entry(
            Group.ACTIONS,
            title,
            detail if detail != title else "",
            icon=action.icon_name if isinstance(action, Action) else "",
            keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            target=action,
        )
