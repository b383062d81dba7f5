# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the person is told when a file can't be opened for working, and which ways on there are."""

from enum import Enum

from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.dialog import choose, tell
from revmentor_desktop.ui.words import errors


class Way(Enum):
    """A way on after a refusal."""

    STOP = "stop"
    AGAIN = "again"
    ANYWAY = "anyway"
    TO_READ = "to_read"
    UNLOCK = "unlock"
    RECOVER = "recover"


def way_on(theme: Theme, parent: QWidget | None, error: StoreError) -> Way:
    """Say why a file can't be opened and return what the person wants to do instead; what needs no question is decided here."""
    if error.code == "password" and error.data.get("why") in {"missing", "wrong"}:
        return Way.UNLOCK
    if error.code in {"damaged", "schema"}:
        return Way.RECOVER
    if error.code == "read_only" and error.data.get("readable"):
        # The band on top of the window says why.
        return Way.TO_READ
    happened, todo = errors.sentence(error)
    offers = _offers(error)
    if not offers:
        tell(theme, parent, happened, todo, _("Close"))
        return Way.STOP
    chosen = choose(theme, parent, happened, todo, safe=_("Close"), verbs=[text for _way, text in offers])
    return Way.STOP if chosen is None else offers[chosen][0]


def _offers(error: StoreError) -> list[tuple[Way, str]]:
    consult = (Way.TO_READ, _("Open to consult"))
    if error.code == "in_use":
        # A mark that came along with the file: nobody holds it here, so the person may know better.
        anyway = [(Way.ANYWAY, _("Open all the same"))] if error.data.get("elsewhere") else []
        return [consult, *anyway, (Way.AGAIN, _("Try again"))]
    if error.code == "busy":
        return [consult, (Way.AGAIN, _("Try again"))]
    if error.code == "newer" and error.data.get("readable"):
        return [consult]
    return []
