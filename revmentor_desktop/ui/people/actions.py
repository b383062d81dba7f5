# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Personas*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (
        ActionSpec("new", _("New person"), "user-plus", "Ctrl+N", _("Open an empty form"), "open_new_person", writes=True),
        ActionSpec(
            "import", _("Import answers"), "file-up", "Ctrl+I", _("Take the answers of a spreadsheet"), "choose_import_file", writes=True
        ),
        ActionSpec("find", _("Search people"), "search", "Ctrl+F", _("Go to the search field of this screen"), "focus_search"),
        ActionSpec("open", _("Open form"), "pencil-line", "F2", _("Open the form of the selected person"), "open_selected"),
        ActionSpec(
            "previous", _("Previous person"), "chevron-up", "Alt+Up", _("Go to the person above, in the same section"), "open_previous"
        ),
        ActionSpec("next", _("Next person"), "chevron-down", "Alt+Down", _("Go to the person below, in the same section"), "open_next"),
        ActionSpec("section", _("Next section"), "list", "Ctrl+Return", _("Go to the next section of the form"), "go_to_next_section"),
        ActionSpec("copy", _("Copy e-mail"), "mail", "", _("Copy the e-mail of the selected person"), "copy_email"),
        ActionSpec(
            "withdraw",
            _("Withdraw…"),
            "log-out",
            "Del",
            _("Take the person out of this edition; their data stay"),
            "withdraw_selected",
            writes=True,
        ),
        ActionSpec(
            "come_back", _("Bring back"), "rotate-ccw", "", _("Take the person into this edition again"), "bring_back_selected", writes=True
        ),
    )
