# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What could not be read or taken of a spreadsheet, in sentences that say what to do."""

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.imports import Problem
from revmentor_desktop.ui.words import labels


def sentence(problem: Problem) -> str:
    """Return what is wrong with a row and what to do, «La fila 7 no tiene apellidos. …»."""
    words = _REJECTIONS().get((problem.field, problem.code)) or _SENTENCES().get(problem.code)
    if words is None:
        words = _("Row {row}: the {field} could not be read (“{text}”).")
    data = {
        "row": problem.row,
        "field": labels.answer_field(problem.field),
        "text": problem.data.get("text", ""),
        "name": problem.data.get("name", ""),
        "email": problem.data.get("email", ""),
        "limit": problem.data.get("limit", ""),
        "first": problem.data.get("same_as", ""),
        "rows": _rows(problem),
        "encoding": _letters(str(problem.data.get("encoding", ""))),
    }
    return words.format(**data)


def _letters(encoding: str) -> str:
    """The name that people know of a table of letters."""
    return "Windows" if encoding.lower().replace("-", "").startswith(("cp125", "latin", "iso8859")) else encoding.upper()


def _rows(problem: Problem) -> str:
    rows = problem.data.get("rows", ())
    numbers = [str(row) for row in rows] if isinstance(rows, tuple) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return formats.joined(numbers, current())


def _REJECTIONS() -> dict[tuple[str, str], str]:  # noqa: N802 — read as the table that it is
    return {
        ("first_name", "empty"): _("Row {row} has no first name. Correct it in the sheet and import it again."),
        ("last_name", "empty"): _("Row {row} has no surname. Correct it in the sheet and import it again."),
        ("first_name", "too_long"): _("Row {row}: the first name has over {limit} letters. Shorten it in the sheet and import it again."),
        ("last_name", "too_long"): _("Row {row}: the surnames have over {limit} letters. Shorten them in the sheet and import it again."),
        ("email", "no_at"): _("Row {row}: the e-mail “{text}” lacks the @. Correct it in the sheet and import it again."),
        ("email", "no_ending"): _("Row {row}: the e-mail “{text}” lacks its ending, such as .com or .es. Correct it and import it again."),
        ("email", "malformed"): _("Row {row}: “{text}” is not an e-mail. Correct it in the sheet and import it again."),
    }


def _SENTENCES() -> dict[str, str]:  # noqa: N802
    return {
        "repeated_email": _("The e-mail {email} stands in rows {rows} with different answers. Leave the right one and import it again."),
        "repeated_name": _("Rows {rows} seem to be the same person, but without e-mail nobody can tell. Look whether one is too many."),
        "duplicate_row": _("Row {row} repeats row {first}; it was counted once."),
        "encoding": _("The table was not in UTF-8 but with the letters of {encoding}. Look whether accents and ñ are right."),
        "quotes": _("There are loose quotation marks in the table. Look whether the texts are whole."),
        "too_long": _("Row {row}: the {field} is longer than {limit} letters; the rest was left out."),
        "unreadable_hours": _(
            "Row {row}: the hours “{text}” could not be read. Write them like “L 09:00-11:00; J 16:00-18:00”, or mark them in the form."
        ),
        "unknown_role": _("Row {row}: “{text}” is no role. Choose mentor, mentorizado or ambos in the form."),
        "unknown_level": _("Row {row}: “{text}” is no level from 1 to 5. Choose it in the form."),
        "unknown_modality": _("Row {row}: “{text}” is no way of meeting; both ways were noted."),
        "unknown_band": _("Row {row}: “{text}” is no age band; it was left empty."),
        "unknown_language": _("Row {row}: the language “{text}” is not known; it was left out."),
        "unknown_notice_way": _("Row {row}: “{text}” is no way of giving the data protection notice; paper was noted."),
        "bad_capacity": _("Row {row}: “{text}” is no number of pairs from 1 to 3; one was noted."),
        "bad_grade": _("Row {row}: the number of “{text}” is not from 1 to 3; 2 was noted."),
        "bad_date": _("Row {row}: “{text}” is no date; the {field} was left empty."),
        "notice_without_date": _("Row {row}: the data protection notice has no date. Type it in the form."),
        "guessed_name": _("Row {row}: “{text}” stands in one column; look whether name and surnames were parted well."),
        "unknown_boss": _("Row {row}: the direct boss “{name}” is not in the file; it was left empty."),
        "boss_cycle": _("Row {row}: “{name}” can't be the direct boss, for they would answer to each other; it was left empty."),
        "unknown_exclusion": _("Row {row}: “{name}”, with whom not to be paired, is not in the file. Note it in the form."),
        "unknown_topic": _("Row {row}: “{name}” is not in the list of topics; it was added as a topic of the firm's own."),
        "same_name": _(
            "Row {row}: somebody called {name} is there already with another e-mail; both were kept. Look whether they are the same person."
        ),
    }


def summary(added: int, updated: int, rejected: int) -> str:
    """«24 nuevas, 3 actualizadas, 1 por revisar»."""
    return ", ".join(
        [
            plural("{n} new", "{n} new ones", added).format(n=added),
            plural("{n} updated", "{n} updated ones", updated).format(n=updated),
            plural("{n} to look at", "{n} of them to look at", rejected).format(n=rejected),
        ]
    )
