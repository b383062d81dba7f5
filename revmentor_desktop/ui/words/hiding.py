# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What stands for names while they are hidden."""

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.hiding import Masks


def masks() -> Masks:
    """Return the words."""
    return Masks(_("Person {number}"), _("Saved proposal {number}"), _("Person"), _("the reason is hidden, as the names are"))
