# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Answering questions that wait for the person, as a person would: by the buttons of the dialog.

A question holds up the code that asked it until it is answered. So whatever goes wrong here, the question is closed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

Answer = Callable[[QDialog], object]


@contextmanager
def answering(*answers: Answer) -> Iterator[list[str]]:
    """Give ``answers`` to the dialogs that open inside the block, one each and in turn; yields their titles.

    A dialog that was closed and opens again is asked anew; one that opens inside an answer is not looked at.
    Fails when a dialog opens that nobody answers, or fewer open than were expected.
    """
    waiting, titles, asked = list(answers), list[str](), list[QDialog]()
    surprises: list[str] = []

    def forget(dialog: QDialog, _result: int) -> None:
        asked[:] = [one for one in asked if one is not dialog]

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or any(dialog is one for one in asked):
            return
        asked.append(dialog)
        titles.append(dialog.windowTitle())
        dialog.finished.connect(partial(forget, dialog))
        answered = False
        try:
            assert waiting, f"nobody answers «{dialog.windowTitle()}»"
            waiting.pop(0)(dialog)
            answered = True
        except (AssertionError, LookupError, StopIteration) as wrong:
            surprises.append(str(wrong) or repr(wrong))
        finally:
            if not answered:
                dialog.done(QDialog.DialogCode.Rejected)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    try:
        yield titles
    finally:
        timer.stop()
    assert not surprises, "; ".join(surprises)
    assert not waiting, f"{len(waiting)} dialogs never opened"


class Watch:
    """Closes what stands in the way of a test for so long that nobody will answer it: a dialog that waits, or a menu.

    Counted in looks, which happen only while events are handled: a slow machine takes nothing from it.
    """

    LOOKS = 40
    """How often something may be found still in the way: 20 seconds, for those that wait for a password to be tried."""

    def __init__(self) -> None:
        self._closed: list[str] = []
        self._seen: object = None
        self._looks = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(500)

    def stop(self) -> list[str]:
        """Look no more; returns what had to be closed."""
        self._timer.stop()
        return self._closed

    def _look(self) -> None:
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        self._looks = self._looks + 1 if found is self._seen else 0
        self._seen = found
        if found is None or self._looks < self.LOOKS:
            return
        self._closed.append(f"{type(found).__name__} «{found.windowTitle()}»")
        if isinstance(found, QDialog):
            found.done(QDialog.DialogCode.Rejected)
        # Whatever its answer is: what is hidden waits no longer.
        found.hide()


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
