# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Inicio*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (
        ActionSpec(
            "import", _("Import answers"), "file-up", "Ctrl+I", _("Take the answers of a spreadsheet"), "import_answers", writes=True
        ),
        ActionSpec("new", _("New person"), "user-plus", "Ctrl+N", _("Open an empty form"), "new_person", writes=True),
    )
