# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What papers call criteria, states, warnings, broken rules and reasons, in the language of the paper."""

from collections.abc import Sequence

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Block, PairState
from revmentor_desktop.i18n import formats, words

WARNINGS = ("same_chain", "same_department", "paired_before", "low_score", "second_pair", "one_window")
"""Codes that a paper may say. Any other stays out: it could tell who preferred another option."""

_LINES = 2
"""Lines of hours that are written out."""


def criterion(name: str, language: str) -> str:
    """Name of one of the six criteria."""
    _ = words(language).gettext
    names = {
        "learn": _("Learns"),
        "give_back": _("Gives back"),
        "hours": _("Shared hours"),
        "hierarchy": _("Distance in rank"),
        "department": _("Other department"),
        "ease": _("Ease"),
    }
    return names[name]


def state(value: PairState, language: str) -> str:
    """Where a pair stands."""
    pgettext = words(language).pgettext
    names = {
        PairState.PROPOSED: pgettext("pair", "Proposed"),
        PairState.CONSULTING: pgettext("pair", "In consultation"),
        PairState.ACCEPTED: pgettext("pair", "Accepted"),
        PairState.ACTIVE: pgettext("pair", "Under way"),
        PairState.PAUSED: pgettext("pair", "Paused"),
        PairState.COMPLETED: pgettext("pair", "Completed"),
        PairState.ENDED_EARLY: pgettext("pair", "Ended early"),
        PairState.DECLINED: pgettext("pair", "Not accepted"),
    }
    return names[value]


def role(value: Role | None, language: str) -> str:
    """As what somebody takes part, whoever they are."""
    pgettext = words(language).pgettext
    names = {
        Role.MENTOR: pgettext("pairing sheet", "To teach"),
        Role.MENTEE: pgettext("pairing sheet", "To learn"),
        Role.EITHER: pgettext("pairing sheet", "To teach or learn"),
        None: "–",
    }
    return names[value]


def warning(code: str, language: str) -> str:
    """A warning of a pair, one of `WARNINGS`."""
    _, pgettext = words(language).gettext, words(language).pgettext
    names = {
        "same_chain": _("Same chain of command"),
        "same_department": _("Same department"),
        "paired_before": _("Paired before in another edition"),
        "low_score": _("Low compatibility"),
        "second_pair": pgettext("pairing sheet", "Second pair"),
        "one_window": pgettext("pairing sheet", "Only one stretch"),
    }
    return names[code]


def rule(block: Block, language: str) -> str:
    """A rule that was broken with a reason; only those that may be."""
    _ = words(language).gettext
    names = {
        Block.HOURS: _("No shared hours"),
        Block.MODALITY: _("One only by video, the other only in person"),
        Block.CAPACITY: _("No place left"),
    }
    return names[block]


def alone(code: str, language: str) -> str:
    """Why somebody has no pair, without anybody's name."""
    _ = words(language).gettext
    names = {
        "draft": _("Enrolment not complete"),
        "no_rgpd": _("Data protection notice missing"),
        "no_shared_hours": _("Shares no hours with anybody"),
        "no_candidates_teach": _("Nobody offers the topics wanted yet"),
        "below_minimum": _("No possible pair reaches the minimum"),
        "mentors_taken": _("Those who fit have a pair already"),
        "surplus_mentor": _("More people teach than there are places"),
        "no_possible": _("No pair is possible for now"),
        "open": _("Pair still to be decided"),
    }
    return names[code]


def hours(windows: Sequence[Window], language: str) -> tuple[str, ...]:
    """Hours of the week in short lines: «Lunes y jueves 16:00–18:00», and how many more stretches there are."""
    pgettext, ngettext = words(language).pgettext, words(language).ngettext
    groups: dict[tuple[int, int], list[int]] = {}
    for window in windows:
        groups.setdefault((window.start, window.end), []).append(window.weekday)
    lines = [
        _capital(formats.joined([formats.weekday_name(day, language) for day in days], language))
        + f" {formats.hour(start)}–{formats.hour(end)}"
        for (start, end), days in groups.items()
    ]
    if not lines:
        return (pgettext("pairing sheet", "None"),)
    if len(lines) <= _LINES:
        return tuple(lines)
    more = len(windows) - len(next(iter(groups.values())))
    return (lines[0], ngettext("and {n} stretch more", "and {n} stretches more", more).format(n=more))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
