# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password of the open file: asking for it, setting, changing and removing it, and locking when the person leaves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import backups, files, passwords
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.programme.passwords import PasswordReport
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.background import Progress
from revmentor_desktop.ui.copies.keeper import keeper_of
from revmentor_desktop.ui.locking.attempts import Attempts
from revmentor_desktop.ui.locking.dialogs import (
    AskPasswordDialog,
    ChangePasswordDialog,
    NewPassword,
    PasswordChange,
    PasswordDialog,
    PasswordFacts,
    RemovePasswordDialog,
    SetPasswordDialog,
)
from revmentor_desktop.ui.locking.idle import IdleWatch
from revmentor_desktop.ui.locking.leaving import Leaving, clear_own_clipboard
from revmentor_desktop.ui.locking.lock_page import LockPage, reasons
from revmentor_desktop.ui.locking.recovery_dialog import Occasion, RecoveryFacts, RecoveryKeyDialog
from revmentor_desktop.ui.locking.session import SessionWatch
from revmentor_desktop.ui.program.host import Host
from revmentor_desktop.ui.program.opened import OpenProgramme
from revmentor_desktop.ui.program.refusals import Way, way_on
from revmentor_desktop.ui.widgets.dialog import choose, tell

Work = Callable[[Path], PasswordReport]
_MANY = 3
"""Wrong passwords in a row after which the file itself is doubted."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a file is opened once its password is there: to work in it (``anyway``: whatever mark lies beside it) or to look at it.

    ``refusal``: why it could not be opened for working.
    """

    to_read: bool = False
    anyway: bool = False
    refusal: StoreError | None = None


class Asker(Protocol):
    """Who asked for the password: a page or a question; both say what became of it."""

    def set_busy(self, *, busy: bool) -> None:
        """Show that the file is being opened."""
        ...

    def show_wrong(self, seconds: float) -> None:
        """Say that it was not the right one."""
        ...

    def offer_help(self, happened: str, todo: str, verb: str) -> None:
        """Say what it may be when no password is the right one."""
        ...


class LockDesk(QObject):
    """Knows how often somebody was wrong, where the person was when the file was locked, and watches whether they are there."""

    def __init__(self, program: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._attempts = Attempts()
        self._why = ""
        self._left: tuple[Path, str] | None = None
        self._asker: Asker | None = None
        self._answer: object = None
        self._idle = IdleWatch(parent=self)
        self._session = SessionWatch(self)
        self._leaving = Leaving(self)
        self._session.locked.connect(self._lock_away)
        self._idle.expired.connect(self._lock_idle)
        self._leaving.left.connect(self._lock_now)

    # Locking

    def watch(self, opened: OpenProgramme) -> None:
        """Begin to watch whether the person is there, when the file has a password."""
        if opened.workspace.encrypted:
            self._idle.start()
            self._session.start()

    def unwatch(self) -> None:
        """Watch no longer."""
        self._idle.stop()
        self._session.stop()

    def lock(self) -> None:
        """Lock the open file, if it has a password: nothing of it is seen any more, and it is closed."""
        self._begin_lock("")

    def ask(self, path: Path, opening: Opening | None = None) -> None:
        """Ask for the password of a file and open it: over the window in sight, or on a page of its own when there is none."""
        if self._program.window is None:
            self._show_page(path, "", opening)
            return
        dialog = AskPasswordDialog(self._program.theme, self._program.window, path.stem)
        dialog.hold(self._attempts.waiting(path))
        before, self._asker = self._asker, dialog
        dialog.submitted.connect(partial(self._try, path, dialog, opening or Opening()))
        dialog.help_asked.connect(partial(self._help, path, dialog))
        dialog.exec()
        dialog.deleteLater()
        if self._asker is dialog:
            # The page of a locked file may be below: it goes on asking.
            self._asker = before

    # Changing it

    def ask_change(self) -> None:
        """Let the person set a password, or change or remove the one there is."""
        opened = self._program.current
        if opened is None or opened.workspace.read_only:
            return
        if not opened.workspace.encrypted:
            self._ask_first(opened)
            return
        title, text = _("The file has a password"), _("Whoever opens it is asked for it. What would you like to do?")
        verbs = [_("Remove it…"), _("Print the recovery key…"), _("Change it…")]
        chosen = choose(self._program.theme, opened.window, title, text, safe=_("Leave it as it is"), verbs=verbs)
        if chosen == 0:
            self._ask_removal(opened)
        elif chosen == 1:
            self._ask_before_key(opened)
        elif chosen == 2:
            self._ask_other(opened)

    def _ask_before_key(self, opened: OpenProgramme) -> None:
        dialog = AskPasswordDialog.before_key(self._program.theme, opened.window, opened.workspace.path.stem)
        if isinstance(self._answered(dialog, opened.workspace), str):
            self.show_recovery_key(opened)

    def show_recovery_key(self, opened: OpenProgramme, occasion: Occasion = Occasion.ASKED) -> None:
        """Offer the recovery key for print."""
        key = opened.workspace.recovery_key
        if key is not None:
            facts = RecoveryFacts(opened.workspace.path, key, self._program.clock().date(), occasion)
            dialog = RecoveryKeyDialog(self._program.theme, opened.window, facts)
            dialog.exec()
            dialog.deleteLater()

    def _ask_first(self, opened: OpenProgramme) -> None:
        dialog = SetPasswordDialog(self._program.theme, opened.window, self._facts(opened))
        answer = self._answered(dialog, opened.workspace)
        if isinstance(answer, NewPassword):
            folders, keep = self._folders(opened), answer.keep_copies
            self._rewrite(opened, partial(passwords.set_password, new=answer.password, folders=folders, keep_copies=keep), Occasion.SET)

    def _ask_other(self, opened: OpenProgramme) -> None:
        dialog = ChangePasswordDialog(self._program.theme, opened.window, self._facts(opened))
        answer = self._answered(dialog, opened.workspace)
        if isinstance(answer, PasswordChange):
            change = partial(passwords.change_password, old=answer.old, new=answer.new, folders=self._folders(opened))
            self._rewrite(opened, change, Occasion.CHANGED)

    def _ask_removal(self, opened: OpenProgramme) -> None:
        dialog = RemovePasswordDialog(self._program.theme, opened.window, self._facts(opened))
        answer = self._answered(dialog, opened.workspace)
        if isinstance(answer, str):
            self._rewrite(opened, partial(passwords.remove_password, old=answer, folders=self._folders(opened)), None)

    def _answered(self, dialog: PasswordDialog, workspace: Workspace) -> object:
        """Wait for an answer whose present password is right; ``None`` when there is none."""
        self._answer = None
        dialog.submitted.connect(partial(self._take_answer, dialog, workspace))
        dialog.exec()
        dialog.deleteLater()
        answer, self._answer = self._answer, None
        return answer

    def _take_answer(self, dialog: PasswordDialog, workspace: Workspace, answer: object) -> None:
        present = answer.old if isinstance(answer, PasswordChange) else answer if isinstance(answer, str) else None
        if present is not None and not workspace.is_password(present):
            if isinstance(dialog, AskPasswordDialog | ChangePasswordDialog | RemovePasswordDialog):
                dialog.show_wrong(self._attempts.wrong(workspace.path))
            return
        self._attempts.right(workspace.path)
        self._answer = answer
        dialog.accept()

    def _rewrite(self, opened: OpenProgramme, work: Work, occasion: Occasion | None) -> None:
        """Close the file, have its password changed beside the window, and open it again."""
        path, key, screen = opened.workspace.path, opened.workspace.key, opened.window.current_key()
        opened.workspace.take_precaution()
        self._program.close_viewers()
        self._program.show_wait(path, _busy_words(occasion).format(name=path.stem))
        self._program.runner.run(
            self,
            partial(_changed, work, path),
            partial(self._take_change, path, screen, occasion),
            partial(self._take_refusal, path, key, screen),
        )

    def _take_change(self, path: Path, screen: str, occasion: Occasion | None, answer: object) -> None:
        if not isinstance(answer, PasswordReport):
            raise TypeError(type(answer))
        said = _("The password is set") if answer.encrypted else _("The password is removed")
        said = _("The password is changed") if occasion is Occasion.CHANGED else said
        copies = plural("{n} copy encrypted", "{n} copies encrypted", answer.copies_encrypted).format(n=answer.copies_encrypted)
        whole = f"{said}; {copies}" if answer.copies_encrypted and answer.encrypted else said
        if not self._program.show_again(path, answer.key, screen, said=whole):
            return
        opened = self._program.current
        if opened is not None and answer.encrypted and occasion is not None:
            self._tell_plain(answer.plain_left)
            self.show_recovery_key(opened, occasion)

    def _tell_plain(self, left: tuple[Path, ...]) -> None:
        """Name what can still be read without the password."""
        if not left:
            return
        shown = [f"{path.name} ({path.parent.name})" for path in left[:8]]
        more = [plural("and {n} more", "and {n} more", len(left) - 8).format(n=len(left) - 8)] if len(left) > 8 else []
        text = "\n".join([_("Delete them, or keep them where nobody finds them:"), *shown, *more])
        title = plural("{n} older state can still be read by anybody", "{n} older states can still be read by anybody", len(left))
        tell(self._program.theme, self._program.window, title.format(n=len(left)), text, _("Close"))

    def _take_refusal(self, path: Path, key: files.Secret | None, screen: str, error: Exception) -> None:
        self._program.show_again(path, key, screen)
        if not isinstance(error, StoreError):
            raise error
        self._program.tell_refusal(error)

    # Inside

    def _lock_idle(self) -> None:
        self._begin_lock("idle")

    def _lock_away(self) -> None:
        self._begin_lock("away")

    def _begin_lock(self, why: str) -> None:
        opened = self._program.current
        if opened is not None and opened.workspace.encrypted:
            self._why = why
            self._leaving.start()

    def _lock_now(self) -> None:
        opened = self._program.current
        if opened is None or not opened.workspace.encrypted:
            return
        self._left = opened.workspace.path, opened.window.current_key()
        self._program.close_viewers()
        self._show_page(opened.workspace.path, reasons()[self._why])
        clear_own_clipboard()

    def _show_page(self, path: Path, why: str, opening: Opening | None = None) -> None:
        page = LockPage(self._program.theme, path.stem, why or _("The file has a password."))
        page.hold(self._attempts.waiting(path))
        page.unlock_asked.connect(partial(self._try, path, page, opening or Opening()))
        page.help_asked.connect(partial(self._help, path, page))
        page.other_asked.connect(self._program.choose_file)
        page.closing.connect(self._program.end)
        self._asker = page
        self._program.show_page(page)

    def _try(self, path: Path, asker: Asker, opening: Opening, secret: str) -> None:
        asker.set_busy(busy=True)
        take, refuse = partial(self._take, path, asker, opening), partial(self._refuse, path, asker, opening, secret)
        self._program.runner.run(self, partial(_opened, opening, path, secret), take, refuse)

    def _take(self, path: Path, asker: Asker, opening: Opening, answer: object) -> None:
        if not isinstance(answer, Workspace):
            raise TypeError(type(answer))
        if self._asker is not asker:
            answer.close()
            return
        self._asker = None
        self._attempts.right(path)
        left, self._left = self._left, None
        if isinstance(asker, AskPasswordDialog):
            asker.accept()
        if opening.to_read:
            self._program.show_consulted(answer, opening.refusal)
            return
        self._program.remember(path)
        opened = self._program.show_workspace(answer)
        if left is not None and left[0] == answer.path:
            opened.window.show_screen(left[1])

    def _refuse(self, path: Path, asker: Asker, opening: Opening, secret: str, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        if self._asker is not asker:
            return
        if error.code == "password":
            asker.show_wrong(self._attempts.wrong(path))
            self._offer_help(path, asker)
            return
        asker.set_busy(busy=False)
        if isinstance(asker, AskPasswordDialog):
            asker.reject()
        way = way_on(self._program.theme, self._program.window, error)
        if way is Way.RECOVER:
            self._program.recover(path, secret)
        elif way is Way.TO_READ:
            self._program.consult(path, secret, error)
        elif way in {Way.AGAIN, Way.ANYWAY}:
            self._program.show_again(path, secret, "", anyway=opening.anyway or way is Way.ANYWAY)

    def _offer_help(self, path: Path, asker: Asker) -> None:
        """What is no more than noise looks like a file with a password: say so to who never set one, or can't get in."""
        if backups.is_plain_in_copies(path):
            happened, todo = _("Its newest copy has no password."), _("If you never set one, the file is damaged: go back to the copy.")
        elif self._attempts.failures(path) >= _MANY:
            happened, todo = _("If you are sure of the password, the file may be damaged."), _("See what can be recovered.")
        else:
            return
        asker.offer_help(happened, todo, _("Recover…"))

    def _help(self, path: Path, asker: Asker) -> None:
        if isinstance(asker, AskPasswordDialog):
            asker.reject()
        self._program.recover(path)

    def _facts(self, opened: OpenProgramme) -> PasswordFacts:
        plain = [copy for folder in self._folders(opened) for copy in backups.copies(folder, opened.workspace) if not copy.encrypted]
        return PasswordFacts(opened.workspace.path.stem, opened.workspace.snapshot().firm.name, len(plain))

    def _folders(self, opened: OpenProgramme) -> list[Path]:
        keeper = keeper_of(opened.bridge)
        second = keeper.second_folder if keeper is not None else None
        return [backups.copies_folder(), *([second] if second is not None else [])]


def _busy_words(occasion: Occasion | None) -> str:
    """Return what is said while the file is written anew; ``None``: without a password."""
    if occasion is None:
        return _("Taking the password off {name}…")
    return _("Changing the password of {name}…") if occasion is Occasion.CHANGED else _("Encrypting {name}…")


def _changed(work: Work, path: Path, _progress: Progress) -> PasswordReport:
    return work(path)


def _opened(opening: Opening, path: Path, secret: str, _progress: Progress) -> Workspace:
    if opening.to_read:
        return files.open_to_read(path, secret)
    return files.open_file(path, secret, anyway=opening.anyway)
