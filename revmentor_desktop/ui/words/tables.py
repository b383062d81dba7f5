# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the tables of a file hold, as people call it."""

from collections.abc import Iterable

from revmentor_desktop.i18n import _


def kinds(tables: Iterable[str]) -> tuple[str, ...]:
    """Return what is kept in these tables, each thing once: «personas», «respuestas», «sesiones»."""
    names = {
        "person": _("people"),
        "person_language": _("languages of people"),
        "exclusion": _("people who must not be paired"),
        "enrolment": _("answers"),
        "enrolment_want": _("topics that people want"),
        "enrolment_offer": _("topics that people offer"),
        "enrolment_window": _("hours of people"),
        "enrolment_absence": _("absences"),
        "pair": _("pairs"),
        "session": _("sessions"),
        "session_topic": _("topics of sessions"),
        "agreement": _("agreements"),
        "edition": _("editions"),
        "current_edition": _("editions"),
        "firm": _("data of the firm"),
        "site": _("sites"),
        "site_local_day": _("days off"),
        "closure": _("days off"),
        "area": _("areas"),
        "topic": _("topics"),
        "scenario": _("saved proposals"),
        "scenario_pair": _("saved proposals"),
        "draft": _("half-typed forms"),
    }
    wanted = set(tables)
    return tuple(dict.fromkeys(name for table, name in names.items() if table in wanted))
