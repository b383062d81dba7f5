# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""There is no pair to propose: why, for everybody who is left, and where something can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.navigation import PEOPLE, PROGRAMME
from revmentor_desktop.ui.pairs.completion.line_view import LineView
from revmentor_desktop.ui.pairs.completion.lines import LineKind, alone_lines
from revmentor_desktop.ui.pairs.completion.offers import Found
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.button import Button
from revmentor_desktop.ui.widgets.dialog import Dialog

_ALL_PAIRED, _NOBODY, _BELOW, _OTHERWISE = "all_paired", "nobody", "below_minimum", "otherwise"


class NothingDialog(Dialog):
    """One sentence, and everybody who stays without a pair with the reason. When accepted, ``way`` is the (place, target) to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None, found: Found) -> None:
        why = why_nothing(found)
        title, text = _words(why, found.snapshot)
        super().__init__(theme, parent, title, text, safe=_("Close"), width=480)
        self.way: tuple[str, object] | None = None
        order = found.proposals[0].completion.unpaired if found.proposals else ()
        self.list = LineView(theme, _("Without pair"))
        lines = alone_lines(found.snapshot, found.lonely, order)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.body.addWidget(self.list, 1)
        self._ways: dict[Button, tuple[str, object]] = {}
        for words, way in _ways(why):
            button = Button(theme, words)
            button.clicked.connect(self._go)
            self._ways[button] = way
            self.foot.addWidget(button)
        if lines and parent is not None:
            self.list.resize(self.minimumWidth() - 40, 100)
            whole = self.sizeHint().height() - self.list.sizeHint().height() + self.list.whole_height()
            self.resize(self.minimumWidth(), min(max(240, whole), 560, parent.window().height() - 24))
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The ways out that it offers."""
        return tuple(self._ways)

    def alone(self) -> dict[str, str]:
        """Return who is left, by name, with the reason."""
        return {line.text: line.reason for line in self.list.lines.records if line.kind is LineKind.ALONE}

    def _go(self) -> None:
        self.way = next(way for button, way in self._ways.items() if button is self.sender())
        self.accept()


def why_nothing(found: Found) -> str:
    """Return the code of why nothing can be proposed: ``nobody``, ``all_paired``, ``below_minimum``, ``otherwise``."""
    snapshot = found.snapshot
    roles = [one.role for person_id, one in snapshot.enrolments.items() if snapshot.is_active(person_id) and one.role is not None]
    if not any(role.learns for role in roles) or not any(role.teaches for role in roles) or len(roles) < 2:
        return _NOBODY
    left = [one for one in found.lonely if one.code != "withdrawn"]
    learn = [one for one in left if (role := snapshot.enrolments[one.person_id].role) is None or role is not Role.MENTOR]
    if not learn:
        return _ALL_PAIRED
    return _BELOW if any(one.code == "below_minimum" for one in learn) else _OTHERWISE


def _words(why: str, snapshot: Snapshot) -> tuple[str, str]:
    minimum = formats.number(snapshot.edition.minimum, current(), 1)
    return {
        _NOBODY: (
            _("There is nobody to pair yet"),
            _("Pairing needs at least one person who teaches and another who learns."),
        ),
        _ALL_PAIRED: (_("Everybody who wants to learn has a pair"), _("There is no new pair to propose.")),
        _BELOW: (
            _("No new pair reaches the minimum"),
            _("A new pair needs {minimum} of 100 at least. You can lower the minimum, or form a pair by hand whatever it scores.").format(
                minimum=minimum
            ),
        ),
        _OTHERWISE: (
            _("There is no new pair to propose"),
            _("Nobody who is free can be a pair of those who are left. This is why:"),
        ),
    }[why]


def _ways(why: str) -> tuple[tuple[str, tuple[str, object]], ...]:
    if why == _NOBODY:
        return ((_("Go to People"), (PEOPLE, None)),)
    if why == _BELOW:
        return ((_("See the minimum"), (PROGRAMME, "criteria")),)
    return ()
