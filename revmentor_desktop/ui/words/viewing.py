# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why an open file can only be looked at, and what its button does."""

from collections.abc import Mapping

from revmentor_desktop.i18n import _
from revmentor_desktop.programme.errors import StoreError
from revmentor_desktop.ui.words import errors


def band(read_only: str, holder: Mapping[str, object] | None = None) -> tuple[str, str]:
    """Return the sentence on top of the window and the words of its button, empty without one.

    ``read_only`` is that of the workspace; ``holder`` the data of the refusal ``in_use`` after which the file was opened so.
    """
    if read_only == "newer":
        text = _("A newer version of RevMentor saved this file: you can consult it, not change it. Install that version to work on it.")
        return text, ""
    if read_only == "damaged":
        return _("This file is damaged: what can be read of it is shown."), _("Recover…")
    if read_only == "medium":
        return _("Open to consult only: nothing can be written where the file is."), _("Save it elsewhere…")
    if holder:
        who = errors.sentence(StoreError("in_use", **holder))[0]
        return _("Open to consult only. {who}").format(who=who), _("Open to work")
    return _("Open to consult only: nothing you do here is saved."), _("Open to work")
