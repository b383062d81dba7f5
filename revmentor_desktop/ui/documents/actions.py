# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Documentos*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (
        ActionSpec("print", _("Print agreements"), "printer", "Ctrl+P", _("Print what is ticked"), "print_ticked"),
        ActionSpec("print_this", _("Print this one"), "printer", "Ctrl+Shift+P", _("Print only the one in sight"), "print_this"),
        ActionSpec(
            "save", _("Save in a folder"), "folder-down", "Ctrl+Shift+S", _("Write a PDF of each one that is ticked"), "save_ticked"
        ),
        ActionSpec(
            "prepare", _("Prepare agreements"), "file-plus", "Ctrl+N", _("Give each accepted pair its agreement"), "prepare", writes=True
        ),
        ActionSpec("filter", _("Filter"), "list-filter", "Ctrl+F", _("Go to the filter of this screen"), "focus_filter"),
        ActionSpec("tick_all", _("Tick all"), "", "Ctrl+A", _("Tick all of the list, or none"), "tick_all"),
        ActionSpec("tick_drafts", _("Tick the drafts"), "", "", _("Tick what has not been printed yet"), "tick_drafts"),
        ActionSpec("tick", _("Tick or untick"), "check", "", _("Space does it too"), "tick_current"),
        ActionSpec("previous", _("Previous page"), "chevron-left", "PgUp", _("Go to the page before"), "previous_page"),
        ActionSpec("next", _("Next page"), "chevron-right", "PgDown", _("Go to the page after"), "next_page"),
        ActionSpec("zoom_in", _("Larger"), "zoom-in", "Ctrl++", _("Show the page larger"), "zoom_in"),
        ActionSpec("zoom_out", _("Smaller"), "zoom-out", "Ctrl+-", _("Show the page smaller"), "zoom_out"),
        ActionSpec(
            "goals",
            _("Write the goals…"),
            "target",
            "F2",
            _("Write what each one wants to achieve, for the agreement"),
            "write_goals",
            writes=True,
        ),
        ActionSpec("pair", _("Go to the pair"), "git-compare-arrows", "", _("Open this pair on the board"), "go_to_pair"),
    )
