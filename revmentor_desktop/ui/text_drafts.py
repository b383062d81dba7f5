# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Lines of text that are half typed: kept in the file every two seconds, offered again after a crash, gone when saved or discarded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.pairs import PairId
from revmentor_desktop.programme.drafts import FormDraft
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.editors import LineEdit
from revmentor_desktop.ui.widgets.goals_dialog import GoalsDialog
from revmentor_desktop.ui.widgets.recovered import DRAFT_MILLISECONDS, RecoveredLine

GOALS = "goals."
"""Beginning of the key of the draft of a pair's goals; the pair's number follows."""


@dataclass(frozen=True, slots=True)
class _Line:
    editor: LineEdit
    kept: Callable[[], str]


class TextDrafts(QObject):
    """Watches lines of one form. ``changed``: what is half typed was written, or is gone.

    Tell it each line (`watch`), then put back what was left (`found`, `offer`). A line that says what is kept is not half typed,
    so that saving needs no word of its own beyond `keep`.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = FormDraft(workspace, key)
        self._lines: dict[str, _Line] = {}
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    def watch(self, name: str, editor: LineEdit, kept: Callable[[], str]) -> None:
        """Watch a line; ``kept`` gives what the file holds in it."""
        self._lines[name] = _Line(editor, kept)
        editor.textEdited.connect(self._note)

    def found(self) -> dict[str, str]:
        """Return what was half typed when the program ended, by the names of the lines."""
        return self._draft.found({name: line.kept() for name, line in self._lines.items()})

    def offer(self) -> bool:
        """Write what was half typed into its lines; leaving one then saves it as any other typing. Returns whether there was anything."""
        left = self.found()
        for name, text in left.items():
            self._lines[name].editor.setText(text)
        return bool(left)

    def put_back(self) -> None:
        """Write what is kept into every line and forget the rest."""
        for line in self._lines.values():
            line.editor.setText(line.kept())
        self.keep()

    def texts(self) -> dict[str, str]:
        """Return what stands in the lines."""
        return {name: line.editor.text() for name, line in self._lines.items()}

    def keep(self) -> None:
        """Keep what is half typed now."""
        self.keep_texts(self.texts())

    def forget(self) -> None:
        """The form was discarded, or saved."""
        self.keep_texts({})

    def keep_texts(self, typed: Mapping[str, str]) -> None:
        """Keep what stood in the lines, as far as it is not what the file holds; the lines may be gone."""
        self._timer.stop()
        kept = {name: line.kept() for name, line in self._lines.items()}
        try:
            self._draft.keep({name: text for name, text in typed.items() if text.strip() != kept[name].strip()}, kept)
        except StoreError:
            # The lines still hold it: it is tried again at the next letter.
            return
        self.changed.emit()

    def _note(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


class GoalsDraft(QObject):
    """Keeps the goals that are being written in a dialog; make it when the dialog is made. It goes by itself.

    Saving and discarding end the draft. What was accepted and could not be saved stays one: the next dialog offers it again.
    """

    def __init__(self, theme: Theme, workspace: Workspace, pair_id: PairId, dialog: GoalsDialog) -> None:
        super().__init__(dialog.parent())
        self._workspace, self._pair_id = workspace, pair_id
        self._drafts = TextDrafts(workspace, f"{GOALS}{pair_id}", self)
        for name, editor in zip(("mentor_goal", "mentee_goal"), dialog.editors(), strict=True):
            self._drafts.watch(name, editor, partial(self._kept, name))
        self._line = RecoveredLine(theme, can_save=False)
        dialog.body.insertWidget(0, self._line)
        self._line.setVisible(self._drafts.offer())
        self._line.discard_asked.connect(self._put_back)
        dialog.rejected.connect(self._discarded)
        dialog.accepted.connect(self._accepted)

    def _kept(self, name: str) -> str:
        pair = next((pair for pair in self._workspace.snapshot().pairs if pair.id == self._pair_id), None)
        return str(getattr(pair, name, ""))

    def _put_back(self) -> None:
        self._drafts.put_back()
        self._line.hide()

    def _discarded(self) -> None:
        self._drafts.forget()
        self.deleteLater()

    def _accepted(self) -> None:
        texts = self._drafts.texts()
        self._drafts.keep_texts(texts)
        # Whoever asked saves the goals now; afterwards they are kept, or still a draft.
        QTimer.singleShot(0, self, partial(self._settle, texts))

    def _settle(self, texts: Mapping[str, str]) -> None:
        self._drafts.keep_texts(texts)
        self.deleteLater()
