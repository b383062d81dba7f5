# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on the screen *Programa*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen in the order of its help."""
    return (
        ActionSpec("next", _("Next section"), "", "Ctrl+PgDown", _("Go to the next section of the programme"), "show_next_section"),
        ActionSpec(
            "previous", _("Previous section"), "", "Ctrl+PgUp", _("Go to the section before of the programme"), "show_previous_section"
        ),
        ActionSpec(
            "add_closure",
            _("Add closure…"),
            "plus",
            "Ctrl+N",
            _("Close several days in a row, such as a week in August"),
            "add_closure",
            writes=True,
        ),
        ActionSpec(
            "choose_logo", _("Choose logo…"), "image", "", _("Print the logo of the firm on every document"), "choose_logo", writes=True
        ),
        ActionSpec("remove_logo", _("Remove logo"), "trash-2", "", _("Print the initials of the firm instead"), "remove_logo", writes=True),
        ActionSpec(
            "restore_weights",
            _("Restore the recommended values"),
            "rotate-ccw",
            "",
            _("Give each criterion the weight it had at first; the pairs formed stay"),
            "restore_weights",
            writes=True,
        ),
        ActionSpec("add_topic", _("Add topic"), "plus", "", _("Offer a topic of your own on the enrolment form"), "add_topic", writes=True),
    )
