# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the sections have to say at the foot of the window, and changes that belong to no field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.programme import words
from revmentor_desktop.ui.programme.keeper import Keeper
from revmentor_desktop.ui.text_drafts import TextDrafts
from revmentor_desktop.ui.words import errors


class Notices(QObject):
    """``saved(sentence)``: something was kept and can be taken back. ``told(sentence)``: only to be read."""

    saved = Signal(str)
    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def keeper(self, read: Callable[[], Any], write: Callable[[Workspace, Any], None], parent: QObject, draft: str = "") -> Keeper:
        """Return a keeper of a record whose notices are said here; its half-typed lines are kept under the key ``draft``, if any."""

        def put(record: object) -> None:
            write(self.workspace, record)

        made = Keeper(read, put, parent, TextDrafts(self.workspace, f"programme.{draft}", parent) if draft else None)
        made.saved.connect(self.saved)
        made.failed.connect(self.told)
        return made

    def attempt(self, change: Callable[[], object], told: str) -> bool:
        """Do ``change`` and say ``told``, or say why it is refused. Returns whether it was done."""
        try:
            change()
        except DomainError as error:
            self.told.emit(words.refusal(error, error.field))
            return False
        except StoreError as error:
            self.told.emit(" ".join(errors.sentence(error)).strip())
            return False
        self.saved.emit(told)
        return True
