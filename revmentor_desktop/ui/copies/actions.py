# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What can be done on *Archivo y copias*, as data."""

from revmentor_desktop.i18n import _
from revmentor_desktop.ui import navigation
from revmentor_desktop.ui.widgets.actions import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Return the actions of the screen, in the order of the help."""
    return (
        ActionSpec("make", _("Make a copy now"), "copy", "Ctrl+N", _("Make a copy of the programme as it is now"), "make_copy"),
        ActionSpec("outside", _("Save on a stick…"), "usb", "Ctrl+Shift+S", _("Put a checked copy outside this computer"), "copy_outside"),
        ActionSpec("view", _("View"), "eye", "", _("Look into the chosen copy in another window, changing nothing"), "view_copy"),
        ActionSpec("restore", _("Recover…"), "history", "Ctrl+R", _("Go back to the chosen copy"), "restore_copy"),
        ActionSpec("folder", _("Open the folder"), "folder-open", "", _("Show where the copies lie"), "open_folder"),
        ActionSpec("second", _("Choose a folder…"), "folder", "", _("Put each copy into another folder too"), "choose_second"),
        ActionSpec("no_second", _("Remove"), "", "", _("Put copies into the second folder no longer; those there stay"), "remove_second"),
        ActionSpec(navigation.SAVE_COPY, _("Save a copy in…"), "save", "", _("Write a copy under a name of your own"), "ask_program"),
        ActionSpec(navigation.CHECK_FILE, _("Check the file"), "shield-check", "", _("Look through the whole file"), "ask_program"),
        ActionSpec(navigation.PASSWORD, _("Password…"), "key-round", "", _("Lock the file with a password"), "ask_program"),
        ActionSpec(
            navigation.LOCK, _("Lock"), "lock", "", _("Close the file and ask for its password before it is seen again"), "ask_program"
        ),
        ActionSpec(navigation.CREATE, _("Create a programme…"), "folder-plus", "", _("Make another programme file"), "ask_program"),
        ActionSpec(navigation.OPEN, _("Open…"), "folder-open", "", _("Open another programme file"), "ask_program"),
        ActionSpec(navigation.PREFERENCES, _("Preferences…"), "palette", "", _("Language, theme and size of the text"), "ask_program"),
        ActionSpec(navigation.QUIT, _("Quit"), "log-out", "", _("Close the programme and leave"), "ask_program"),
    )
