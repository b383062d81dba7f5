# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why a session has no date, can't be moved somewhere, or no longer fits where it is."""

from collections.abc import Mapping
from types import MappingProxyType

from revmentor_desktop.domain.sessions import Unplaced
from revmentor_desktop.i18n import _, context

NOTHING: Mapping[str, object] = MappingProxyType({})
"""No data of an obstacle."""


def unplaced(reason: Unplaced) -> str:
    """Why a session found no date, with a way out."""
    names = {
        Unplaced.NO_SHARED_HOURS: _("The two share no stretch as long as a session. Ask one of them for one more hour."),
        Unplaced.NO_ROOM_LEFT: _("No free day is left before the edition ends. Extend the edition or shorten the sessions."),
        Unplaced.PERSON_LIMIT: _("One of them has as many sessions a week as allowed. Allow one more, or extend the edition."),
        Unplaced.ROOMS: _("All rooms are taken at the hours that both share. Add a room, or meet by video call."),
        Unplaced.SPAN_OVER: _("The edition ends before the session could take place. Extend the edition."),
    }
    return names[reason]


def obstacle(code: str, data: Mapping[str, object], names: Mapping[object, str]) -> str:
    """What stands against a date; ``names`` are first names by person id."""
    who = names.get(data.get("person_id"), _("one of the two"))
    sentences = {
        "overlap": _("{who} has another session at that hour."),
        "weekend": _("There are no sessions at weekends."),
        "day_off": _("That day is a day off: {name}."),
        "absence": _("{who} is away that day."),
        "outside_edition": _("The edition does not run on that day."),
        "outside_hours": _("{who} can't at that hour."),
        "week_pair": _("The pair would have two sessions in that week."),
        "week_person": _("{who} would have too many sessions in that week."),
        "rooms": _("No room is free at that hour."),
    }
    return sentences.get(code, _("That date can't be.")).format(who=who, name=data.get("name", ""))


def clash(code: str, data: Mapping[str, object] = NOTHING) -> str:
    """Cause of a clash in one word, for the calendar; ``data`` as the obstacle has it tells a closure of the firm from a holiday."""
    if code == "day_off" and data.get("kind") == "closure":
        return context("clash", "closure")
    names = {
        "day_off": context("clash", "day off"),
        "weekend": context("clash", "weekend"),
        "absence": context("clash", "absence"),
        "outside_hours": context("clash", "outside hours"),
        "overlap": context("clash", "overlap"),
        "rooms": context("clash", "room"),
        "outside_edition": context("clash", "outside the edition"),
    }
    return names.get(code, context("clash", "clash"))
