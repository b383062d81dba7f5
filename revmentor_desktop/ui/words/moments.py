# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""When something was, as one says it today."""

from datetime import date, datetime

from revmentor_desktop.i18n import _, current, formats


def moment(when: datetime, today: date) -> str:
    """Return «hoy a las 10:42», «ayer a las 17:20», «12 ene a las 09:05», or «12/01/2026» in another year."""
    hour, days = formats.hour(when), (today - when.date()).days
    if days == 0:
        return _("today at {hour}").format(hour=hour)
    if days == 1:
        return _("yesterday at {hour}").format(hour=hour)
    if when.year == today.year:
        return _("{day} at {hour}").format(day=formats.short_date(when.date(), current()), hour=hour)
    return formats.numeric_date(when.date(), current())


def capital(text: str) -> str:
    """Return ``text`` as the beginning of a line."""
    return text[:1].upper() + text[1:]
