# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The notice over the table: something of a form was left half typed, and the way back to it."""

from PySide6.QtCore import Signal

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.people.keeper import Keeper
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.banner import Banner
from revmentor_desktop.ui.widgets.recovered import recovered_text


class HalfTypedBanner(Banner):
    """``wanted_new``: go on with somebody who is no row yet. ``wanted(id)``: go on in somebody's fields."""

    wanted_new = Signal()
    wanted = Signal(int)

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme, "info", "", action=_("Go on typing"), writes=True)
        self._keeper = keeper
        self._person_id: PersonId | None = None
        self.acted.connect(self._tell)

    def show_state(self, *, form_open: bool) -> None:
        """Say what is half typed and not in the open form, somebody new first; hidden when there is nothing."""
        keeper = self._keeper
        name = keeper.half_typed()
        if name is not None and not (form_open and keeper.is_new):
            self._person_id = None
            title = _("{name} is half typed").format(name=name) if name else _("Somebody new is half typed")
            self.say("info", title, _("The person becomes a row with first name and surnames."), action=_("Go on typing"))
            self.show()
            return
        self._person_id = next((one for one in keeper.recovered_people() if not (form_open and one == keeper.person_id)), None)
        self.setVisible(self._person_id is not None)
        if self._person_id is not None:
            somebody = keeper.snapshot.people[self._person_id].short_name
            title = _("Something is half typed for {name}").format(name=somebody)
            self.say("info", title, recovered_text(), action=_("Go on typing"))

    def _tell(self) -> None:
        if self._person_id is None:
            self.wanted_new.emit()
        else:
            self.wanted.emit(self._person_id)
