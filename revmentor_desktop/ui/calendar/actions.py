# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on the calendar, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions; ``method`` is one of `CalendarScreen`."""
    return (
        ActionSpec(
            "plan", _("Plan sessions"), "calendar-plus", "", _("Give dates to the sessions of the accepted pairs"), "plan", writes=True
        ),
        ActionSpec("previous", _("Previous month"), "chevron-left", "PgUp", "", "previous_month"),
        ActionSpec("next", _("Next month"), "chevron-right", "PgDown", "", "next_month"),
        ActionSpec("today", _("Today"), "", "Ctrl+Home", _("Go to today"), "go_to_today"),
        ActionSpec(
            "next_slot",
            _("Next free slot"),
            "",
            "Ctrl+Right",
            _("Offer the session the next slot free for both; Enter moves it there"),
            "next_free_slot",
            local=True,
            writes=True,
        ),
        ActionSpec(
            "previous_slot",
            _("Free slot before"),
            "",
            "Ctrl+Left",
            _("Offer the session the slot before that is free for both; Enter moves it there"),
            "previous_free_slot",
            local=True,
            writes=True,
        ),
        ActionSpec("filter", _("Filter sessions"), "filter", "Ctrl+F", _("Show one pair or one person"), "focus_filter"),
        ActionSpec("keep", _("Save what the panel says"), "check", "Ctrl+Return", "", "keep", writes=True),
        ActionSpec("clashes", _("Solve clashes"), "triangle-alert", "", _("Sessions that no longer fit where they are"), "show_clashes"),
        ActionSpec("undated", _("Sessions without date"), "calendar-x", "", _("Sessions that wait for a date"), "show_undated"),
        ActionSpec("pairs", _("Go to the pairs"), "git-compare-arrows", "", "", "go_to_pairs"),
    )
