# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The words for every refusal: what happened and what to do. Rules and the world give codes; here are the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, current
from revmentor_desktop.i18n.formats import day_and_month, hour, joined, long_date, number
from revmentor_desktop.ui import error_words


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal in words: ``what`` happened, and what ``todo`` about it (may be empty)."""

    what: str
    todo: str = ""

    @property
    def text(self) -> str:
        """Both, one after the other."""
        return f"{self.what} {self.todo}".strip()


def sentence(error: Exception) -> Told:
    """Return the words for a `DomainError`, or for an error of files or tables (anything with ``code`` and ``data``).

    An unknown code, or one whose data lack what its sentence mentions, gets a general sentence, never the code.
    """
    if isinstance(error, DomainError):
        return _of_rule(error)
    code, data = getattr(error, "code", None), getattr(error, "data", None)
    if code is None or not isinstance(data, Mapping):
        return Told(_("That could not be done."), _("Your data are as they were last saved. Try again."))
    if type(error).__name__ == "TableError":
        return _chosen(error_words.of_tables(), str(code), data, _("The answers could not be read."), _("Try with another file."))
    if code == "in_use":
        return _in_use(data)
    what, todo = _("The file could not be used."), _("Try again; if it goes on, open a backup copy.")
    return _chosen(error_words.of_files(), str(code), data, what, todo)


def field_error(error: DomainError) -> str:
    """Return the one sentence that stands below the field at fault."""
    return sentence(error).text


def _of_rule(error: DomainError) -> Told:
    words = error_words.of_rules()
    data = {"field": error_words.field_word(error.field), **error.data}
    general = Told(_("That cannot be done like this."), _("Look through what you have written and try again."))
    for key in (f"{error.field}.{error.reason}", error.reason):
        if key in words:
            return _filled(words[key], data) or general
    return general


def _chosen(words: Mapping[str, tuple[str, str]], code: str, data: Mapping[str, object], what: str, todo: str) -> Told:
    known = _filled(words[code], data) if code in words else None
    return known or Told(what, todo)


def _filled(words: tuple[str, str], data: Mapping[str, object]) -> Told | None:
    said = {name: _said(value) for name, value in data.items()}
    try:
        what, todo = (part.format(**said) for part in words)
    except (KeyError, IndexError):
        return None
    return Told(what[:1].upper() + what[1:], todo)


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return f"{day_and_month(value.date(), current())}, {hour(value)}"
    if isinstance(value, date):
        return long_date(value, current())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return number(value, current(), 2)
    if isinstance(value, (list, tuple, set, frozenset)):
        return joined([_said(part) for part in value], current())
    return str(value)


def _in_use(data: Mapping[str, object]) -> Told:
    who, computer, since = (_moment(data.get(key)) for key in ("who", "computer", "since"))
    if data.get("elsewhere"):
        place = _("{who}, on the computer {computer}").format(who=who or _("somebody"), computer=computer or "?")
        return Told(
            _("This programme may be open elsewhere: {place}.").format(place=place),
            _("Close it there first, or open a copy to look at it."),
        )
    if who and computer:
        what = _("This programme is already open: {who}, on {computer}, since {since}.").format(who=who, computer=computer, since=since)
        return Told(what, _("Close it there, or open a copy to look at it."))
    return Told(_("This programme is already open in another window."), _("Close that window, or open a copy to look at it."))


def _moment(value: object) -> str:
    if not isinstance(value, str):
        return _said(value)
    try:
        return _said(datetime.fromisoformat(value))
    except ValueError:
        return value
