# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sheet of the recovery key as data: the key, what it opens, how it is typed, where to keep it, when it ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.documents.content import page
from revmentor_desktop.domain import passwords
from revmentor_desktop.i18n import formats, words


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """One sheet. ``groups`` are the key in small letters; ``key_name`` says what they are to who can't see their frame."""

    language: str
    title: str
    heading: page.Heading
    running: str
    opening: page.Text
    key_name: str
    groups: tuple[str, ...]
    sections: tuple[page.Clause, ...]
    foot: page.Foot


def recovery_sheet(file_name: str, key: str, day: date, language: str) -> RecoverySheet:
    """Return the sheet of the file called ``file_name`` (no path), for a key of 96 hexadecimal digits printed in any way."""
    _ = words(language).gettext
    title = _("Recovery key")
    written = formats.long_date(day, language)
    return RecoverySheet(
        language=language,
        title=title,
        # Nothing on it says whose file it is: whoever finds the sheet learns no more than a name.
        heading=page.Heading("RevMentor", title, file_name, written, "RM"),
        running=f"{file_name} · {title}",
        opening=(
            page.Run(_("With this key anybody opens the file") + " "),
            page.Run(f"«{file_name}»" if language == "es" else f"“{file_name}”", strong=True),
            page.Run(" " + _("without knowing its password. It is the only way in when the password is forgotten.")),
        ),
        key_name=_("Key, 12 groups of 8"),
        groups=passwords.key_groups(key),
        sections=_sections(_, file_name),
        foot=page.Foot(note=f"{title} · {written}", initials="", page=_("Page {page} of {pages}")),
    )


def _sections(_: Callable[[str], str], file_name: str) -> tuple[page.Clause, ...]:
    told: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        (
            "opens",
            _("What it opens"),
            (
                _("The file {name}, and the copies of it made with the same password.").format(name=file_name),
                _("Copies from before, without a password or with another one, it does not open."),
            ),
        ),
        (
            "ends",
            _("Until when it holds"),
            (
                _("Until the password is changed or removed. From then on this sheet opens nothing of what is new."),
                _("After each change, print the new key and destroy this sheet."),
            ),
        ),
        (
            "keep",
            _("Where to keep it"),
            (
                _("Away from the computer: in a locked cabinet, in the safe of the firm or at the notary’s."),
                _("Not beside the laptop, not in its bag, not as a photograph on a phone."),
                _("If this sheet is lost or somebody has seen it, change the password."),
            ),
        ),
        (
            "type",
            _("How it is typed"),
            (
                _("When the program asks for the password, choose “Use the recovery key” and type the groups from 1 to 12."),
                _("It has only the digits 0 to 9 and the letters a to f. What looks like an o is a zero, what looks like an l is a one."),
                _("Capital or small letters, spaces and dashes make no difference."),
            ),
        ),
    )
    return tuple(
        page.Clause(key, number, title, (page.Bullets(tuple(page.plain(item) for item in items)),))
        for number, (key, title, items) in enumerate(told, start=1)
    )
