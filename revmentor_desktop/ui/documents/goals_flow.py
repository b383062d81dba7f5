# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The goals of a pair, written where they are missed: beside its agreement."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.i18n import _
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.documents.rows import Row
from revmentor_desktop.ui.text_drafts import GoalsDraft
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.goals_dialog import Aim, GoalsDialog
from revmentor_desktop.ui.words import errors


class GoalsFlow(QObject):
    """``saved(str)``: they are kept, and can be taken back. ``failed(str)``: they are not. ``ended``: the dialog is closed, either way."""

    saved = Signal(str)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._bridge, self._workspace, self._window = theme, bridge, bridge.workspace, window
        self._row: Row | None = None
        self._dialog: GoalsDialog | None = None

    def start(self, row: Row) -> None:
        """Ask for the goals of one pair."""
        snapshot = self._workspace.snapshot()
        pair = snapshot.pair(row.pair_id)
        mentor, mentee = snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id]
        self._row = row
        self._dialog = dialog = GoalsDialog(
            self._theme,
            self._window,
            row.names,
            Aim(mentor.first_name, pair.mentor_goal),
            Aim(mentee.first_name, pair.mentee_goal),
            read_only=self._bridge.read_only,
        )
        GoalsDraft(self._theme, self._workspace, row.pair_id, dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._save)
        dialog.finished.connect(self._end)
        dialog.open()

    def _save(self) -> None:
        if self._dialog is None or self._row is None:
            return
        try:
            pairs.set_goals(self._workspace, self._row.pair_id, self._dialog.mentor_goal(), self._dialog.mentee_goal())
        except StoreError as error:
            self.failed.emit(" ".join(errors.sentence(error)))
            return
        self.saved.emit(_("Goals saved: {names}").format(names=self._row.names))

    def _end(self) -> None:
        self._dialog = None
        self.ended.emit()
