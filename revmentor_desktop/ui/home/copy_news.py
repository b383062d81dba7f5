# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What *Inicio* says about the copies of the file: a line on the card, and notices when one failed or none is outside."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import file_notes
from revmentor_desktop.programme.copy_plan import Standing
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.copies.keeper import CopyKeeper, keeper_of
from revmentor_desktop.ui.home.words import Notice
from revmentor_desktop.ui.navigation import COPIES
from revmentor_desktop.ui.words import copies as words

OUTSIDE = "outside"
"""What *Archivo y copias* is asked to show: the copy outside this computer."""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """How the copies stand, in one line; ``tone`` ok, warn or danger."""

    text: str
    tone: str
    icon: str


class CopyNews(QObject):
    """``changed``: something is different now. Says nothing for a file whose copies nobody makes (the example, one opened to read)."""

    changed = Signal()

    def __init__(self, bridge: Bridge, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._clock = bridge, clock
        self._keeper: CopyKeeper | None = None

    def line(self) -> CopyLine | None:
        """Return the line of the card."""
        keeper = self._found()
        if keeper is None:
            return None
        copying, today = keeper.copying, self._clock().date()
        if keeper.standing in (Standing.FAILED, Standing.LATE):
            late = keeper.standing is Standing.LATE
            return CopyLine(words.failure(copying.why), "danger" if late else "warn", "shield-alert")
        if copying.last is None:
            return CopyLine(_("The first copy is made in a moment"), "ok", "shield")
        return CopyLine(_("Last copy {when}").format(when=words.in_sentence(copying.last, today)), "ok", "shield-check")

    def notices(self) -> tuple[Notice, ...]:
        """Return what needs a look."""
        keeper = self._found()
        if keeper is None:
            return ()
        found: list[Notice] = []
        if keeper.standing in (Standing.FAILED, Standing.LATE):
            tone = "danger" if keeper.standing is Standing.LATE else "warn"
            found.append(Notice(tone, words.failure(keeper.copying.why), words.remedy(keeper.copying.why), _("See the copies"), COPIES))
        if keeper.second.failing_since is not None:
            why = keeper.second.why
            found.append(Notice("warn", words.second_failure(why), words.remedy(why), _("See the copies"), COPIES, OUTSIDE))
        if keeper.outside_is_due:
            found.append(self._outside())
        return tuple(found)

    def _outside(self) -> Notice:
        last = file_notes.day(self._bridge.workspace.file_uuid, file_notes.OUTSIDE_DAY)
        if last is None:
            title = _("There is no copy outside this computer")
        else:
            title = _("The last copy on a stick is {when}").format(when=words.age(last, self._clock().date()))
        detail = _("If the computer is lost or breaks, it is all that is left.")
        return Notice("warn", title, detail, _("Save on a stick"), COPIES, OUTSIDE)

    def _found(self) -> CopyKeeper | None:
        # The window is built before the copies begin, or after: whichever comes first.
        if self._keeper is None:
            self._keeper = keeper_of(self._bridge)
            if self._keeper is not None:
                self._keeper.changed.connect(self.changed)
        return self._keeper
