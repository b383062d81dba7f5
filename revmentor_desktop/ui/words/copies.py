# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sentences about copies: when, how large, with what in them, and why one could not be made."""

import errno
from collections.abc import Sequence
from datetime import date, datetime

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.words import errors

_CODES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EIO: "io",
    errno.ENODEV: "io",
    errno.ENXIO: "io",
    errno.ENOENT: "missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "read_only",
}
_KILO, _MEGA, _GIGA = 1_000, 1_000_000, 1_000_000_000


def size(octets: int) -> str:
    """Return «186 kB», «3,1 MB», as systems show it: in steps of a thousand."""
    if octets < _MEGA:
        return _("{n} kB").format(n=formats.number(max(1, round(octets / _KILO)), current()))
    if octets < _GIGA:
        return _("{n} MB").format(n=formats.number(round(octets / _MEGA, 1), current(), 1))
    return _("{n} GB").format(n=formats.number(round(octets / _GIGA, 1), current(), 1))


def moment(when: datetime, today: date) -> str:
    """Return when a copy was made, to stand by itself: «Hoy, 16:40», «Ayer, 17:20», «mar 29 dic, 09:05», «29/12/2025, 09:05»."""
    return f"{_day(when.date(), today)}, {formats.hour(when)}"


def in_sentence(when: datetime, today: date) -> str:
    """Return when a copy was made, inside a sentence: «hoy a las 16:40», «del 29 dic a las 09:05»."""
    hour, days = formats.hour(when), (today - when.date()).days
    if days == 0:
        return _("of today at {hour}").format(hour=hour)
    if days == 1:
        return _("of yesterday at {hour}").format(hour=hour)
    day = formats.day_and_month(when.date(), current()) if when.year == today.year else formats.long_date(when.date(), current())
    return _("of {day} at {hour}").format(day=day, hour=hour)


def age(day: date, today: date) -> str:
    """Return how old a copy is: «de hoy», «de hace 16 días», «del 3 de enero de 2026»."""
    days = (today - day).days
    if days == 0:
        return _("of today")
    if days == 1:
        return _("of yesterday")
    if 1 < days <= 60:
        return plural("{n} day old", "{n} days old", days).format(n=days)
    return _("of {day}").format(day=formats.long_date(day, current()))


def figures(people: int, pairs: int, sessions: int) -> str:
    """Return «28 personas, 9 parejas, 90 sesiones», «28 personas, sin parejas»."""
    parts = [
        plural("{n} person", "{n} people", people).format(n=people) if people else _("nobody"),
        plural("{n} pair", "{n} pairs", pairs).format(n=pairs) if pairs else _("no pairs"),
    ]
    if pairs:
        parts.append(plural("{n} session", "{n} sessions", sessions).format(n=sessions) if sessions else _("no sessions"))
    return ", ".join(parts)


def total(sizes: Sequence[int]) -> str:
    """Return «14 copias, 3,1 MB», empty without any."""
    if not sizes:
        return ""
    number = plural("{n} copy", "{n} copies", len(sizes)).format(n=len(sizes))
    return f"{number}, {size(sum(sizes))}"


def failure(why: str) -> str:
    """Say in one sentence that the last copy could not be made, and why."""
    reasons = {
        "full": _("The last copy could not be made: the disk is full."),
        "permission": _("The last copy could not be made: the folder of copies may not be written."),
        "read_only": _("The last copy could not be made: the folder of copies can only be read."),
        "no_folder": _("The last copy could not be made: its folder is not there."),
        "io": _("The last copy could not be made: the disk does not answer well."),
        "copy_failed": _("The last copy did not come out equal to the file, so it was thrown away."),
        "busy": _("The last copy could not be made: another program was using its folder."),
        "moved": _("The last copy could not be made: the file is no longer in its place."),
    }
    return reasons.get(why, _("The last copy could not be made."))


def outside_failure(error: StoreError | OSError, folder: str) -> tuple[str, str]:
    """Return why a copy could not be put on a stick, and what to do: it says nothing about the file, which is saved."""
    code = error.code if isinstance(error, StoreError) else _CODES.get(error.errno or 0, "")
    if code == "full":
        return _("There is not enough room in “{folder}”.").format(folder=folder), _(
            "Free some there, or choose another stick or folder. Your file is saved all the same."
        )
    if code in {"io", "no_folder", "missing"}:
        return _("“{folder}” no longer answers: it may have been pulled out.").format(folder=folder), _(
            "Plug it in and try again. Your file is saved all the same."
        )
    if code in {"permission", "read_only"}:
        return _("Nothing can be written in “{folder}”.").format(folder=folder), _("Choose another stick or folder.")
    return errors.sentence(error)


def second_failure(why: str) -> str:
    """Say the same of the second folder."""
    reasons = {
        "no_folder": _("The second folder is not there, so no copy went into it."),
        "full": _("No copy went into the second folder: its disk is full."),
        "permission": _("No copy went into the second folder: it may not be written."),
        "read_only": _("No copy went into the second folder: it can only be read."),
    }
    return reasons.get(why, _("No copy went into the second folder."))


def remedy(why: str) -> str:
    """Say what to do about it."""
    remedies = {
        "full": _("Free some space and try again; your programme is saved all the same."),
        "no_folder": _("Plug it in or make the folder, and try again."),
        "moved": _("Save a copy somewhere and go on with it."),
    }
    return remedies.get(why, _("Try again; your programme is saved all the same."))


def heading(when: date, today: date, in_month: bool) -> str:
    """Return the head of a group of copies: «Hoy», «Ayer», «Lunes 11 de enero», or «Diciembre de 2026»."""
    days = (today - when).days
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Yesterday")
    if in_month:
        return formats.month_and_year(when, current())
    text = formats.weekday_date(when, current())
    return text[:1].upper() + text[1:]


def _day(when: date, today: date) -> str:
    days = (today - when).days
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Yesterday")
    return formats.short_weekday_date(when, current()) if when.year == today.year else formats.numeric_date(when, current())
