# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Bloquear*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui.widgets.actions import ActionSpec


def lock_spec(method: str = "") -> ActionSpec:
    """Return the action that locks the file. Ctrl+L fixes a pair on the board, so this one takes Shift too."""
    return ActionSpec(
        "lock_file",
        _("Lock"),
        "lock",
        "Ctrl+Shift+L",
        _("Close the file and ask for its password before anything of it is seen again"),
        method,
    )
