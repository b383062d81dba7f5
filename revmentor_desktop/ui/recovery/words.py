# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sentences about a damaged file and its ways on, with what each brings in numbers."""

from datetime import date, datetime

from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.errors import Fault
from revmentor_desktop.programme.recovery import Options, Salvaged, SoundCopy, TableSalvage
from revmentor_desktop.ui.words import copies, errors, tables

_MOST_KINDS = 4


def found(faults: tuple[Fault, ...]) -> str:
    """Return what an examination found, each thing once."""
    said = dict.fromkeys(errors.fault(fault) for fault in faults)
    return " ".join(said) or _("The file is damaged inside.")


def copy_figures(copy: SoundCopy) -> str:
    """Return «28 personas, 9 parejas, 38 sesiones»."""
    return copies.figures(copy.people, copy.pairs, copy.sessions)


def copy_note(copy: SoundCopy, salvage: Salvaged | None) -> str:
    """Return what speaks for and against a copy."""
    if copy.related is False:
        return _("Careful: it is a copy of another programme.")
    if salvage is not None and salvage.when > copy.when:
        return _("Read whole just now. What you did after it will be missing.")
    return _("Read whole just now.")


def salvage_figures(found_rows: Salvaged) -> str:
    """Return «27 de 28 personas, 9 parejas, 36 de 38 sesiones»."""
    people, pairs, sessions = (_before(found_rows.table(name)) for name in ("person", "pair", "session"))
    parts = [
        _part(found_rows.people, people, plural("{n} person", "{n} people", people), _("nobody")),
        _part(found_rows.pairs, pairs, plural("{n} pair", "{n} pairs", pairs), _("no pairs")),
    ]
    if pairs or sessions:
        parts.append(_part(found_rows.sessions, sessions, plural("{n} session", "{n} sessions", sessions), _("no sessions")))
    return ", ".join(parts)


def salvage_notes(found_rows: Salvaged, copy: SoundCopy | None, today: date) -> tuple[str, ...]:
    """Return what is lost, what was lent by the copy, and how sure the rest is."""
    notes: list[str] = []
    if found_rows.lost:
        text = plural("{n} row can't be read: {kinds}.", "{n} rows can't be read: {kinds}.", found_rows.lost)
        notes.append(text.format(n=_number(found_rows.lost), kinds=_lost_kinds(found_rows)))
    if found_rows.stray or any(table.torn and not table.fetched for table in found_rows.tables):
        notes.append(_("There may have been more that can't be read."))
    if found_rows.fetched and copy is not None:
        text = plural(
            "{n} row that can't be read was taken from the copy {when}.",
            "{n} rows that can't be read were taken from the copy {when}.",
            found_rows.fetched,
        )
        notes.append(text.format(n=_number(found_rows.fetched), when=copies.in_sentence(copy.when, today)))
    if found_rows.proven:
        notes.append(_("Checked: it is exactly what you last saved."))
    else:
        notes.append(_("What can be read may have changed: look through it before you go on."))
    return tuple(notes)


def no_copy(options: Options) -> str:
    """Say why there is no copy to go back to."""
    if options.locked:
        return _("The copies have a password. With it the newest sound one can be found.")
    if options.copies:
        text = plural(
            "There is {n} copy, but it can't be read whole either.", "There are {n} copies, but none can be read whole.", options.copies
        )
        return text.format(n=options.copies)
    return _("On this computer there is no copy of this file. You may have one on a stick.")


def no_salvage(options: Options) -> str:
    """Say why nothing can be salvaged."""
    if options.refusal is not None and options.refusal.code == "password" and options.refusal.data.get("why") != "missing":
        return _("With this password nothing of it can be read: it is another one, or the whole file is damaged.")
    return _("Nothing in the file can be read any more.")


def kept(name: str, folder: str) -> str:
    """Say that the damaged file is kept, where, and under which name."""
    return _("Nothing is deleted: the damaged file stays in {folder} as “{name}”.").format(folder=folder, name=name)


def stays(name: str) -> str:
    """Say that the damaged file stays where it is, and what the new one beside it is called."""
    return _("Nothing is deleted: the damaged file stays as it is, and “{name}” is made beside it.").format(name=name)


def nothing_left() -> str:
    """Say what to do when there is no way on from here."""
    return _(
        "Keep this file, and look for a copy on a stick, another drive or another computer. It is opened only if it can be read whole."
    )


def moment(when: datetime, today: date) -> str:
    """Return «Hoy, 16:40»."""
    return copies.moment(when, today)


def _lost_kinds(found_rows: Salvaged) -> str:
    lost = [table for table in found_rows.tables if table.lost > table.fetched or table.orphans]
    names = list(tables.kinds(table.name for table in lost))
    if len(names) > _MOST_KINDS:
        names = [*names[: _MOST_KINDS - 1], _("other data")]
    return formats.joined(names or [_("other data")], current())


def _before(table: TableSalvage) -> int:
    return max(table.before, table.kept)


def _part(kept_rows: int, before: int, words: str, none: str) -> str:
    if not before:
        return none
    if kept_rows >= before:
        return words.format(n=_number(before))
    return _("{n} of {all}").format(n=_number(kept_rows), all=words.format(n=_number(before)))


def _number(value: int) -> str:
    return formats.number(value, current())
