# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Temas sin cubrir*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (
        ActionSpec("back", _("Back to pairs"), "arrow-left", "Alt+Left", _("Go to the board of the pairs"), "go_back"),
        ActionSpec(
            "copy",
            _("Copy open invitation"),
            "copy",
            "Ctrl+Shift+C",
            _("Copy a text that looks for somebody who teaches this topic, without a name"),
            "copy_open",
        ),
        ActionSpec("people", _("Go to people"), "users", "", _("Go to the enrolments"), "go_to_people"),
        ActionSpec("filter", _("Look for a topic"), "search", "Ctrl+F", _("Go to the filter of the topics"), "focus_filter"),
    )
