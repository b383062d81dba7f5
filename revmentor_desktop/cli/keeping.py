# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Verbs that keep a file safe: copies, its password, and whether it is sound."""

import argparse
import sys
from functools import partial
from pathlib import Path

from revmentor_desktop.cli.access import NEW_PASSWORD, PASSWORD, asked, given, new_password, unlocked
from revmentor_desktop.cli.answers import DONE, REFUSED, Answer, listed
from revmentor_desktop.cli.verbs import Verbs, now
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import backups, files, passwords
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.words import errors


def add_backup(verbs: Verbs) -> None:
    """Add the verb that makes a copy."""
    backup = verbs.add("backup", _("make one checked copy of a file"), _backup, _say_backup)
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("folder for the copy"))


def add_restore(verbs: Verbs) -> None:
    """Add the verb that makes a file from a copy."""
    restore = verbs.add("restore", _("make a file from a copy"), _restore, _say_restore, file=False)
    restore.add_argument("copy", type=Path, metavar="COPY", help=_("the copy, which is only read"))
    restore.add_argument("--to", type=Path, required=True, metavar="FILE", help=_("the new file; one that is there is set aside"))


def add_password(verbs: Verbs) -> None:
    """Add the verb that sets, changes or removes a password."""
    password = verbs.add(
        "password", _("set, change or remove the password of a file and of its automatic copies"), _password, _say_password
    )
    deed = password.add_mutually_exclusive_group(required=True)
    for name, help_text in (
        ("set", _("encrypt a file")),
        ("change", _("give it another one")),
        ("remove", _("make it readable for anybody")),
    ):
        deed.add_argument(f"--{name}", dest="deed", action="store_const", const=name, help=help_text)
    password.add_argument("--keep-copies", action="store_true", help=_("with --set: leave the automatic copies without a password"))
    password.epilog = _("The passwords are taken from {present} and {new}, or asked for.").format(present=PASSWORD, new=NEW_PASSWORD)
    password.set_defaults(refuse=password.error)


def add_check(verbs: Verbs) -> None:
    """Add the verb that examines a file."""
    verbs.add("check", _("examine a file without changing it"), _check, _say_check)


def _backup(arguments: argparse.Namespace) -> tuple[Answer, int]:
    copy = unlocked(partial(backups.back_up, arguments.file, arguments.to, now(arguments)))
    answer: Answer = {"file": str(copy.path), "people": copy.people, "pairs": copy.pairs, "sessions": copy.sessions}
    return answer | {"sequence": copy.sequence}, DONE


def _say_backup(answer: Answer) -> str:
    return _("Copied and checked: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer) + f"\n  {answer['file']}"


def _restore(arguments: argparse.Namespace) -> tuple[Answer, int]:
    made = unlocked(partial(backups.restore, arguments.copy, arguments.to, now(arguments)))
    aside = None if made.set_aside is None else str(made.set_aside)
    return {"file": str(made.path), "set_aside": aside, "people": made.people, "pairs": made.pairs, "sessions": made.sessions}, DONE


def _say_restore(answer: Answer) -> str:
    head = _("Made from the copy: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer)
    aside = [_("What was there lies now in:"), f"  {answer['set_aside']}"] if answer["set_aside"] else []
    return "\n".join([head, f"  {answer['file']}", *aside])


def _password(arguments: argparse.Namespace) -> tuple[Answer, int]:
    path, deed, folders = arguments.file, arguments.deed, (backups.copies_folder(),)
    if arguments.keep_copies and deed != "set":
        arguments.refuse("--keep-copies")
    encrypted = passwords.has_password(path)
    if encrypted == (deed == "set"):
        raise StoreError("password", why="present" if encrypted else "absent")
    if deed == "set":
        report = passwords.set_password(path, new_password(), folders, keep_copies=arguments.keep_copies)
    else:
        present = given(PASSWORD) or asked(_("Present password: "))
        if deed == "change":
            report = passwords.change_password(path, present, new_password(), folders)
        else:
            report = passwords.remove_password(path, present, folders)
    left = [str(plain) for plain in report.plain_left]
    return {"encrypted": report.encrypted, "copies_encrypted": report.copies_encrypted, "plain_left": left}, DONE


def _say_password(answer: Answer) -> str:
    encrypted = int(str(answer["copies_encrypted"]))
    head = _("The file has a password now.") if answer["encrypted"] else _("The file has no password now.")
    copies = plural("{n} automatic copy has one.", "{n} automatic copies have one.", encrypted).format(n=encrypted)
    left = listed(answer, "plain_left")
    told = [_("Anybody can still read:"), *(f"  {path}" for path in left)] if left else []
    return "\n".join([f"{head} {copies}", *told])


def _check(arguments: argparse.Namespace) -> tuple[Answer, int]:
    report = unlocked(partial(files.check, arguments.file))
    faults = [errors.fault(fault) for fault in report.faults]
    answer: Answer = {"sound": report.sound, "people": report.people, "pairs": report.pairs, "sessions": report.sessions, "faults": faults}
    if not report.sound:
        sys.stderr.write(_("The file is damaged. Keep it as it is and go back to your newest copy.") + "\n")
    return answer, DONE if report.sound else REFUSED


def _say_check(answer: Answer) -> str:
    if answer["sound"]:
        return _("The file is sound: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer)
    return "\n".join([_("The file is not sound:"), *(f"  {fault}" for fault in listed(answer, "faults"))])
