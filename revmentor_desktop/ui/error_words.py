# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The tables of sentences of `errors`: by code, what happened and what to do. Built anew at each call, for the language may change."""

from revmentor_desktop.i18n import _

Words = dict[str, tuple[str, str]]


def of_files() -> Words:
    """Sentences for the programme file, by the code of a store error."""
    return {
        "missing": (_("The file is no longer where it was."), _("Look for it in another folder, or open a backup copy.")),
        "folder": (_("That is a folder, not a programme file."), _("Choose a file that ends in .revmentor.")),
        "foreign": (_("That file is not a RevMentor programme, but {what}."), _("Choose a file that ends in .revmentor.")),
        "damaged": (_("The file is damaged and cannot be used as it is."), _("Open the newest backup copy; this file is not touched.")),
        "newer": (_("The file comes from a newer RevMentor."), _("Update the program to open it.")),
        "full": (_("It could not be saved: the disk is full."), _("Free some space and try again; what you wrote is still here.")),
        "io": (_("The disk or the network did not answer."), _("Check that the drive is connected and try again.")),
        "read_only": (_("The file cannot be changed there."), _("Save a copy in a folder of yours, such as Documents.")),
        "permission": (_("The program may not write there."), _("Choose another folder, or close the file in other programs.")),
        "exists": (_("There is already a file with that name."), _("Choose another name; nothing was overwritten.")),
        "moved": (_("The file was moved or replaced while it was open."), _("Save a copy now, and open it from its new place.")),
        "schema": (_("The file does not have the shape that RevMentor expects."), _("Open the newest backup copy.")),
        "password": (_("That is not the password of this file."), _("Type it again; check the capitals.")),
        "busy": (_("Another program is using the file."), _("Wait a moment and try again.")),
    }


def of_tables() -> Words:
    """Sentences for a sheet of answers, by the code of a table error."""
    return {
        "missing_file": (_("The sheet is no longer where it was."), _("Choose it again.")),
        "not_readable": (_("The sheet cannot be read."), _("Close it in other programs, or copy it to another folder.")),
        "empty": (_("The sheet is empty."), _("Check that you saved it and choose it again.")),
        "no_rows": (_("The sheet has headings but no answers."), _("Check that the answers are on the first page.")),
        "wrong_type": (_("That file is not a sheet of answers."), _("Choose one in Excel, LibreOffice or CSV form.")),
        "encrypted": (_("The sheet is protected with a password."), _("Save it without a password and choose it again.")),
        "too_big": (_("The sheet is too big."), _("Leave only the answers on it and save it again.")),
        "damaged": (_("The sheet is damaged."), _("Open it with your spreadsheet, save it again and retry.")),
        "timeout": (_("The sheet takes too long to read."), _("Save it as CSV and choose that file.")),
        "missing_columns": (_("The sheet lacks these columns: {columns}."), _("Say which column each one is, or add it.")),
        "columns": (_("The choice of columns does not fit the sheet: {name}."), _("Choose the columns again.")),
    }


def of_rules() -> Words:
    """Sentences for what the rules refuse, by ``field.reason`` or by ``reason`` alone."""
    return _of_forms() | _of_dates() | _of_pairs()


def _of_forms() -> Words:
    return {
        "empty": (_("{field} is missing."), _("Write it to go on.")),
        "too_long": (_("{field} is too long."), _("Leave it at {limit} letters or fewer.")),
        "control": (_("{field} holds signs that cannot be written."), _("Type it instead of pasting it.")),
        "range": (_("{field} goes from {low} to {high}."), _("Write a number in between.")),
        "email.no_at": (_("The e-mail lacks the @."), _("For example, name@firm.com.")),
        "email.no_ending": (_("The end of the e-mail is missing, such as .com or .es."), ""),
        "email.malformed": (_("The e-mail is not written well."), _("Look for spaces or commas.")),
        "email.taken": (_("{name} already has that e-mail."), _("Each person needs their own.")),
        "boss_id.cycle": (_("{name} already answers to this person."), _("Choose another boss.")),
        "same_person": (_("Both are the same person."), _("Choose somebody else.")),
        "weights.range": (_("A weight cannot be negative."), _("Use numbers from 0 up.")),
        "weights.all_zero": (_("At least one criterion has to weigh something."), _("Raise one of the six.")),
        "number.malformed": (_("The number of the agreement is not written well."), _("For example, 2027-P-07.")),
        "clause.unknown_field": (_("There is no field called {name}."), _("Take it out or choose one from the list.")),
        "clause.unknown_clause": (_("There is no clause called {name}."), _("Choose one from the list.")),
        "clause.empty_title": (_("The clause has no title."), _("Write one to go on.")),
        "region.unknown": (_("There are no holidays for that region."), _("Choose one from the list.")),
    }


def _of_dates() -> Words:
    return {
        "ends_before_start": (_("The end comes before the start."), _("Change one of the two dates.")),
        "too_far": (_("There are more than three years between the two dates."), _("Bring the end nearer.")),
        "stretch": (_("The hours end before they begin."), _("Change one of the two.")),
        "weekday": (_("That is not a day of the week."), _("Choose one from the list.")),
    }


def _of_pairs() -> Words:
    return {
        "reason.too_short": (_("The reason is too short."), _("Write at least {letters} letters: it stays with the pair.")),
        "not_forcible": (_("That rule cannot be passed over."), _("Choose another pair.")),
        "blocked": (_("These two people cannot be a pair now."), _("Look at the reason beside the person.")),
        "needs_force": (_("A rule speaks against this pair."), _("Form it with Force, and write why.")),
        "not_offered": (_("That cannot be undone in the state of the pair."), _("Open the pair to see what can be done.")),
        "too_late": (_("The pair has gone too far for that."), _("End it early instead: what was held stays.")),
        "not_consulting": (_("The pair is not in consultation."), _("Start the consultation first.")),
        "not_running": (_("The pair is not under way."), _("Plan its sessions first.")),
    }


def field_word(field: str) -> str:
    """Return a field of a form as words inside a sentence; unknown ones are «the answer»."""
    return {
        "first_name": _("the first name"),
        "last_name": _("the surname"),
        "name": _("the name"),
        "email": _("the e-mail"),
        "department": _("the department"),
        "position": _("the post"),
        "town": _("the town"),
        "minutes": _("the length"),
        "sessions": _("the number of sessions"),
        "minimum": _("the least score"),
        "capacity": _("the number of pairs"),
        "per_pair_week": _("the limit per pair"),
        "per_person_week": _("the limit per person"),
        "rating": _("the rating"),
        "motivation": _("the motivation"),
        "expectation": _("the expectation"),
        "private_notes": _("the note"),
        "rooms": _("the number of rooms"),
        "retention_months": _("the number of months"),
    }.get(field, _("the answer"))
