# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Before a pair is accepted: its warnings that nobody has ticked as read, of one pair or of several in one dialog."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.i18n import _
from revmentor_desktop.ui.pairs.consulting.warnings_view import WarningLine, WarningWords
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.card import Scroll
from revmentor_desktop.ui.widgets.dialog import Dialog
from revmentor_desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class Unread:
    """A pair, «Lucía y Gonzalo», with its unread warnings: (code, sentence)."""

    pair_id: PairId
    names: str
    warnings: tuple[tuple[str, str], ...]


class WarningsDialog(Dialog):
    """Accepted only once all are ticked; then `read` says which."""

    def __init__(self, theme: Theme, parent: QWidget | None, pairs: Sequence[Unread]) -> None:
        text = _("Nothing here forbids the pair. Tick each warning once you have thought it over; the pair keeps that you read it.")
        super().__init__(
            theme, parent, _("Read this before they are accepted"), text, safe=_("Leave it"), act=_("Note that they accept"), width=360
        )
        self._pairs = tuple(pairs)
        self.lines: dict[tuple[PairId, str], WarningLine] = {}
        listing = Scroll(spacing=4)
        for pair in self._pairs:
            listing.body.addWidget(PlainLabel(theme, pair.names, "strong", wrap=True))
            for code, sentence in pair.warnings:
                line = self.lines[pair.pair_id, code] = WarningLine(theme, WarningWords(code, sentence))
                line.ticked.connect(self._tell)
                listing.body.addWidget(line)
            listing.body.addSpacing(8)
        listing.body.addStretch(1)
        self.body.addWidget(listing, 1)
        self._take_room(parent, listing)
        self._tell()
        next(iter(self.lines.values())).box.setFocus()

    def read(self) -> Mapping[PairId, frozenset[str]]:
        """Return the codes that were ticked, by pair."""
        ticked = [key for key, line in self.lines.items() if line.box.isChecked()]
        return {pair.pair_id: frozenset(code for pair_id, code in ticked if pair_id == pair.pair_id) for pair in self._pairs}

    def _take_room(self, parent: QWidget | None, listing: Scroll) -> None:
        room = parent.window().size() if parent is not None else self.maximumSize()
        width = min(self.theme.px(560), room.width() - 16)
        high = listing.body.totalHeightForWidth(width - 60)
        self.resize(width, min(high + self.theme.px(204), self.theme.px(520), room.height() - 8))

    def _tell(self) -> None:
        self.act.setEnabled(all(line.box.isChecked() for line in self.lines.values()))
