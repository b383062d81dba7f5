# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The screens of the window, each imported and built only when it is first shown: the start waits for none but the first."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import cast

from revmentor_desktop.ui.bridge import Bridge
from revmentor_desktop.ui.navigation import CALENDAR, COPIES, COVERAGE, DOCUMENTS, HOME, PAIRS, PEOPLE, PROGRAMME, Screen
from revmentor_desktop.ui.theme import Theme

# A class declares a Signal, its objects have a SignalInstance: the protocol speaks of the objects, hence the casts.
Clock = Callable[[], datetime]
Maker = Callable[[], Screen]


def makers(theme: Theme, bridge: Bridge, clock: Clock) -> dict[str, Maker]:
    """Return how each screen is made, by its key, in the order of the sidebar."""
    known = {HOME: _home, PEOPLE: _people, PAIRS: _pairs, CALENDAR: _calendar, DOCUMENTS: _documents, PROGRAMME: _programme}
    return {key: partial(make, theme, bridge, clock) for key, make in {**known, COVERAGE: _coverage, COPIES: _copies}.items()}


def _home(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.home.screen import HomeScreen

    return cast("Screen", HomeScreen(theme, bridge, clock))


def _people(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.people.screen import PeopleScreen

    return cast("Screen", PeopleScreen(theme, bridge, clock))


def _pairs(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.pairs.screen import PairsScreen

    return cast("Screen", PairsScreen(theme, bridge, clock))


def _calendar(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.calendar.screen import CalendarScreen

    return cast("Screen", CalendarScreen(theme, bridge, clock))


def _documents(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.documents.screen import DocumentsScreen

    return cast("Screen", DocumentsScreen(theme, bridge, clock))


def _programme(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.programme.screen import ProgrammeScreen

    return cast("Screen", ProgrammeScreen(theme, bridge, clock))


def _coverage(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.coverage.screen import CoverageScreen

    return cast("Screen", CoverageScreen(theme, bridge, clock))


def _copies(theme: Theme, bridge: Bridge, clock: Clock) -> Screen:
    from revmentor_desktop.ui.copies.screen import CopiesScreen

    return cast("Screen", CopiesScreen(theme, bridge, clock))
