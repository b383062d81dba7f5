# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Answering questions that wait for the person, as a person would: by the buttons of the dialog."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

Answer = Callable[[QDialog], object]


@contextmanager
def answering(*answers: Answer) -> Iterator[list[str]]:
    """Give ``answers`` to the dialogs that open inside the block, one each and in turn; yields their titles.

    Fails when a dialog opens that nobody answers, or fewer open than were expected.
    """
    waiting, titles, seen = list(answers), list[str](), list[QDialog]()
    surprises: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or any(dialog is one for one in seen):
            return
        seen.append(dialog)
        titles.append(dialog.windowTitle())
        try:
            assert waiting, f"nobody answers «{dialog.windowTitle()}»"
            waiting.pop(0)(dialog)
        except (AssertionError, LookupError, StopIteration) as wrong:
            surprises.append(str(wrong))
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    try:
        yield titles
    finally:
        timer.stop()
    assert not surprises, "; ".join(surprises)
    assert not waiting, f"{len(waiting)} dialogs never opened"


def press(text: str) -> Answer:
    """Press the button whose words begin with ``text``."""

    def answer(dialog: QDialog) -> None:
        named(dialog, text).click()

    return answer


def close(dialog: QDialog) -> None:
    """Close a dialog by Esc, its safe answer."""
    dialog.reject()


def named(dialog: QDialog, text: str) -> QAbstractButton:
    """Return the visible button of a dialog whose words begin with ``text``."""
    buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text().replace("&", "").startswith(text)]
    assert buttons, f"no button «{text}» in «{dialog.windowTitle()}»"
    return buttons[0]
