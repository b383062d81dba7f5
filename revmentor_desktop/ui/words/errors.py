# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What happened and what to do about it, for every refusal of the world and of the rules."""

import errno
from collections.abc import Mapping
from typing import cast

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.i18n import _, current, formats
from revmentor_desktop.programme.errors import Fault, StoreError, TableError
from revmentor_desktop.ui.words import labels, pairing, planning, tables

Refusal = StoreError | TableError | DomainError | OSError


def sentence(error: Refusal) -> tuple[str, str]:
    """Return what happened, and what to do; the second may be empty."""
    if isinstance(error, StoreError):
        return _store(error)
    if isinstance(error, TableError):
        return _table(error)
    if isinstance(error, DomainError):
        return domain(error), ""
    return _system(error)


def fault(found: Fault) -> str:
    """Return what an examination found in a file."""
    damaged = tables.kinds(cast("tuple[str, ...]", found.data.get("tables", ())))
    if found.code == "integrity" and damaged:
        return _("It is damaged inside where it keeps: {kinds}.").format(kinds=formats.joined(damaged, current()))
    names = {
        "damaged": _("The file is damaged inside."),
        "foreign_keys": _("Some rows refer to others that are gone."),
        "schema": _("Its tables are not those of this program."),
        "pages": _("Some of its pages were changed outside this program, or have gone bad."),
        "seal": _("Its content was changed outside this program, or has gone bad."),
    }
    return names.get(found.code, _("The file is damaged inside."))


def _store(error: StoreError) -> tuple[str, str]:
    if error.code == "in_use":
        return _in_use(error.data), _("Close it there, then try again.")
    if error.code == "password":
        return _password(str(error.data.get("why", "")))
    if error.code == "no_folder":
        return _("The folder “{name}” does not exist.").format(name=error.data.get("folder", "")), _(
            "Make it first, or choose another one."
        )
    if error.code == "no_place":
        return _("“{name}” is no folder and can't become one.").format(name=error.data.get("folder", "")), _("Choose another folder.")
    if error.code == "copy_damaged":
        return _("The copy “{name}” is damaged, so nothing was changed.").format(name=error.data.get("copy", "")), _(
            "Choose an older copy."
        )
    if error.code == "foreign":
        what = _kind(str(error.data.get("what", "")))
        return _("This is not a programme of RevMentor, but {what}.").format(what=what), _("Choose a file that ends in .revmentor.")
    happened, todo = {
        "missing": (_("There is no such file."), _("Look for it in another folder, or open another one.")),
        "folder": (_("This is a folder, not a programme."), _("Choose a file that ends in .revmentor.")),
        "damaged": (_("The file is damaged."), _("Keep it as it is and go back to your newest copy.")),
        "copy_failed": (
            _("The copy did not come out equal to the file, so it was thrown away."),
            _("Check the drive or the stick, or choose another folder."),
        ),
        "not_upgraded": (
            _("This file comes from an older version and could not be brought up to date, so it was left as it was."),
            _("Go back to an older copy, or open it with the version that made it."),
        ),
        "newer": (_("This file was made by a newer version of RevMentor."), _("Install the newer version to open it.")),
        "full": (_("It could not be saved: the disk is full."), _("Free some space and try again; what you typed is still here.")),
        "io": (_("The disk does not answer well."), _("Check the drive or the stick and try again.")),
        "read_only": (_("The file can only be read here."), _("Copy it to your documents and open the copy.")),
        "permission": (_("You may not write there."), _("Choose another folder, or ask for permission.")),
        "exists": (_("A file of that name is there already, and it was left as it is."), _("Choose another name.")),
        "moved": (_("The file was moved or replaced while it was open."), _("Save a copy elsewhere and go on with it.")),
        "schema": (_("The tables of this file are not those of RevMentor, so it was not opened."), _("Go back to a copy that you trust.")),
        "too_long": (_("The path of that folder is too long."), _("Put the file in a folder nearer to the top, such as Documents.")),
        "viewing": (_("This file is open for looking at it only, so nothing was changed."), _("Open it for working first.")),
        "busy": (_("Another program is using the file."), _("Wait a moment and try again.")),
    }.get(error.code, (_("The file could not be used."), _("Try again, or go back to your newest copy.")))
    return happened, todo


def _password(why: str) -> tuple[str, str]:
    return {
        "missing": (_("The file has a password."), _("Open it with its password or with the printed recovery key.")),
        "present": (_("The file has a password already."), _("Change it instead of setting one.")),
        "absent": (_("The file has no password."), _("Set one first.")),
    }.get(why, (_("That is not the password of this file."), _("Try again, or use the printed recovery key.")))


def _in_use(data: Mapping[str, object]) -> str:
    who, computer, since = (str(data.get(key) or "") for key in ("who", "computer", "since"))
    if not who:
        return _("This programme is already open in another window.")
    hour = since[11:16] if len(since) >= 16 else since
    return _("{who} has this programme open on {computer} since {hour}.").format(who=who, computer=computer, hour=hour)


def _kind(kind: str) -> str:
    names = {
        "pdf": _("a PDF"),
        "zip": _("a compressed file"),
        "archive": _("a compressed file"),
        "office": _("an Office document"),
        "opendocument": _("a LibreOffice document"),
        "word": _("a text document"),
        "presentation": _("a presentation"),
        "mail": _("an e-mail"),
        "text": _("a text file"),
        "picture": _("a picture"),
        "image": _("a picture"),
        "media": _("a video or a sound"),
        "sqlite": _("a database of another program"),
        "database": _("a database of another program"),
        "web": _("a web page"),
        "xml": _("a data file of another program"),
        "xlsb": _("a binary Excel workbook"),
        "book": _("an electronic book"),
        "calendar": _("a calendar"),
        "contacts": _("a list of contacts"),
        "binary": _("a file of another program"),
        "folder": _("a folder"),
        "device": _("a device"),
        "link": _("a file with a second name elsewhere"),
    }
    return names.get(kind.lower(), _("a file of another program"))


def _table(error: TableError) -> tuple[str, str]:
    data = error.data
    if error.code == "wrong_type":
        return (
            _("This is not a spreadsheet, but {what}.").format(what=_kind(str(data.get("kind", "")))),
            _("Choose a CSV, XLSX, ODS or XLS file."),
        )
    if error.code == "missing_columns":
        fields = [labels.answer_field(field) for field in cast("tuple[str, ...]", data.get("columns", ()))]
        return (
            _("The table has no column for: {columns}.").format(columns=formats.joined(fields, current())),
            _("Give it a heading such as “nombre” or “apellidos”, or choose the column by hand."),
        )
    if error.code == "columns":
        return _("The list of columns can't be used: “{name}” is not known.").format(name=data.get("name", "")), _(
            "Correct it and try again."
        )
    happened, todo = {
        "missing_file": (_("The table is no longer where it was."), _("Look for it in another folder.")),
        "not_readable": (_("The table can't be read."), _("Close it in Excel, or ask for permission, and try again.")),
        "empty": (_("The table is empty."), _("Choose one with a row of headings and a row for each person.")),
        "no_rows": (_("The table has headings but nobody in it."), _("Add a row for each person and import it again.")),
        "encrypted": (_("The table has a password."), _("Save it without password and import it again.")),
        "too_big": (_("The table is too big."), _("Keep only the sheet with the answers: at most 5,000 rows.")),
        "damaged": (_("The table is damaged."), _("Open it in Excel or LibreOffice, save it anew and import it again.")),
        "timeout": (_("The table took too long to read."), _("Save only the sheet with the answers as CSV and import it again.")),
    }.get(error.code, (_("The table could not be read."), _("Save it as CSV and import it again.")))
    return happened, todo


def domain(error: DomainError) -> str:
    """Return why the rules refuse a value or an action, in one sentence that says what would do."""
    data = error.data
    if error.field == "pair" and error.reason in _PAIR:
        return _pair(error.reason, data)
    if error.field == "start":
        return planning.obstacle(error.reason, data, {})
    words = _FIELDS.get((error.field, error.reason)) or _REASONS.get(error.reason)
    if words is None:
        return _("That value can't be used. Change it and try again.")
    return _(words).format(
        field=labels.answer_field(error.field),
        low=data.get("low", ""),
        high=data.get("high", ""),
        limit=data.get("limit", ""),
        letters=data.get("letters", ""),
        name=data.get("name", ""),
    )


def _pair(reason: str, data: Mapping[str, object]) -> str:
    names = [str(data[key]) for key in ("mentor", "mentee") if key in data]
    # Whose names are known is told of which pair it is; otherwise it is the one in sight.
    words = _PAIR_NAMED[reason] if len(names) == 2 and reason in _PAIR_NAMED else _PAIR[reason]
    block = data.get("block")
    return _(words).format(names=formats.joined(names, current()), block=pairing.block(block) if isinstance(block, Block) else "")


def _system(error: OSError) -> tuple[str, str]:
    name = str(error.filename or "").replace("\\", "/").rstrip("/").rpartition("/")[2]
    if error.errno == errno.ENOSPC:
        return _("The disk is full."), _("Free some space and try again.")
    if error.errno == errno.ENOENT:
        return _("“{name}” is not there.").format(name=name), _("Look for it in another folder.")
    return _("“{name}” can't be written.").format(name=name), _("Choose another folder, or close what has it open.")


def N_(message: str) -> str:  # noqa: N802 — the usual mark for words that are translated later
    """Mark a sentence for translation where it is only named."""
    return message


_PAIR = {
    "blocked": N_("These two can't be a pair: {block}."),
    "needs_force": N_("This pair breaks a rule that you may pass over. Say why, and it stays noted."),
    "not_offered": N_("Their roles do not fit: one has to teach and the other to learn."),
    "too_late": N_("Only proposed pairs can be undone. Take the consultation back, or end the pair early."),
    "not_consulting": N_("This pair has been answered already."),
    "not_running": N_("This pair is not on its way, so there is nothing to pause or end."),
    "not_paused": N_("This pair is not paused."),
    "not_proposed": N_("This pair is no proposal any more, so nobody can be asked about it anew."),
    "not_in_pair": N_("That person is not one of this pair."),
    "unread_warnings": N_("Read the warnings of this pair before both accept."),
    "paired_already": N_("These two are a pair already."),
    "in_it_already": N_("That person is in this pair already."),
    "outdated": N_("Something changed since this proposal was worked out. Work it out again."),
    "gone": N_("That pair was undone meanwhile. Look at the list again."),
}
_PAIR_NAMED = {
    "blocked": N_("{names} can't be a pair: {block}."),
    "needs_force": N_("{names} would break a rule that you may pass over. Form that pair by itself and say why."),
    "not_offered": N_("{names} can't be a pair: one has to teach and the other to learn."),
    "not_consulting": N_("{names} have been answered already."),
    "not_proposed": N_("{names} are no proposal any more, so nobody can be asked about them anew."),
    "unread_warnings": N_("Before both accept, read the warnings of {names}."),
    "paired_already": N_("{names} are a pair already."),
}
_FIELDS = {
    ("email", "no_at"): N_("The e-mail lacks the @, as in ana@empresa.es."),
    ("email", "no_ending"): N_("The e-mail lacks its ending, such as .com or .es."),
    ("email", "malformed"): N_("That is not an e-mail. Write it like ana@empresa.es."),
    ("email", "taken"): N_("{name} has that e-mail already. Look for the right one."),
    ("boss_id", "cycle"): N_("{name} already answers to this person. Choose somebody else, or nobody."),
    ("end", "ends_before_start"): N_("It ends before it starts. Choose a later day."),
    ("end", "too_far"): N_("An edition lasts three years at most. Choose an earlier day."),
    ("absences", "ends_before_start"): N_("The absence ends before it starts. Choose a later day."),
    ("weights", "all_zero"): N_("At least one criterion has to count."),
    ("reason", "too_short"): N_("Say why in at least {letters} letters."),
    ("availability", "stretch"): N_("A stretch has to end after it starts, on the same day."),
    ("day", "future"): N_("That day is still to come. Note a session once its day is here; to change its date, choose another one."),
    ("password", "too_short"): N_("The password needs at least {letters} letters; spaces count."),
    ("password", "is_key"): N_("That is a recovery key. Choose words that only you know."),
    ("password", "not_the_same"): N_("The two new passwords are not the same. Try again."),
    ("password", "missing"): N_("The file has a password. Put it into {name}, or run this in a terminal, which asks for it."),
    ("password", "new_missing"): N_("The new password is missing. Put it into {name}, or run this in a terminal, which asks for it."),
    ("scenario", "gone"): N_("That saved proposal is not there any more."),
    ("scenario", "taken"): N_("There is a saved proposal called {name} already. Choose another name."),
    ("other_id", "same_person"): N_("Choose another person."),
}
_REASONS = {
    "empty": N_("Write the {field}."),
    "too_long": N_("At most {limit} letters fit. Shorten it."),
    "control": N_("There is a letter in it that can't be printed. Delete it."),
    "range": N_("Choose a number from {low} to {high}."),
}
