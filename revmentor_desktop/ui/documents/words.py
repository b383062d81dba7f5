# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Counts, buttons and lacks in words, for each kind of paper."""

from collections.abc import Sequence
from datetime import date

from revmentor_desktop.domain.agreements import AgreementState
from revmentor_desktop.i18n import _, context, current, formats, plural
from revmentor_desktop.ui.documents.rows import Kind, Row

GOALS = "goals"
"""Filled in on this screen, in a dialog."""
PLACES = {"topics": "pairs", "goal": GOALS, "sessions": "calendar", "hr_name": "programme", "town": "programme"}
"""Lack → the screen where it is filled in, or `GOALS`."""


def kind_name(kind: Kind) -> str:
    """Return the name of a kind of paper."""
    return _("Mentoring agreements") if kind is Kind.AGREEMENT else _("Calendar of each pair")


def print_label(kind: Kind, number: int) -> str:
    """Return «Imprimir 4 acuerdos»; without any ticked, without a number."""
    if kind is Kind.AGREEMENT:
        return plural("Print one agreement", "Print the {n} agreements", number).format(n=number) if number else _("Print agreements")
    return plural("Print one calendar", "Print the {n} calendars", number).format(n=number) if number else _("Print calendars")


def saved(kind: Kind, number: int, wanted: int, folder: str) -> str:
    """Say how many files were written, and where."""
    if number < wanted:
        return _("{n} of {wanted} saved in “{folder}”").format(n=number, wanted=wanted, folder=folder)
    if kind is Kind.AGREEMENT:
        text = plural("{n} agreement saved in “{folder}”", "{n} agreements saved in “{folder}”", number)
    else:
        text = plural("{n} calendar saved in “{folder}”", "{n} calendars saved in “{folder}”", number)
    return text.format(n=number, folder=folder)


def sent(kind: Kind, number: int) -> str:
    """Say how many papers went to the printer."""
    if kind is Kind.AGREEMENT:
        return plural("{n} agreement sent to the printer", "{n} agreements sent to the printer", number).format(n=number)
    return plural("{n} calendar sent to the printer", "{n} calendars sent to the printer", number).format(n=number)


def lack(field: str) -> str:
    """Name what an agreement lacks (a code of `programme.agreements.lacks`)."""
    return {
        "topics": context("lacks", "topics in common"),
        "goal": context("lacks", "the goal of the pair"),
        "sessions": context("lacks", "the dates of the sessions"),
        "hr_name": context("lacks", "who signs for HR"),
        "town": context("lacks", "the town of the firm"),
    }[field]


def lacking(fields: Sequence[str]) -> str:
    """Say «Falta el objetivo de la pareja y las fechas de las sesiones»."""
    return _("Missing: {what}").format(what=formats.joined([lack(field) for field in fields], current()))


def way(place: str) -> str:
    """Name the button that goes to one of `PLACES`."""
    return {GOALS: _("Write the goals…"), "pairs": _("Go to Pairs"), "calendar": _("Go to Calendar"), "programme": _("Go to Programme")}[
        place
    ]


def state_line(rows: Sequence[Row], waiting: int) -> str:
    """Say how things stand, for the head: «Acuerdos de 13 parejas · 4 borradores, 3 impresos»."""
    if not rows:
        return (
            plural("{n} accepted pair without agreement", "{n} accepted pairs without agreement", waiting).format(n=waiting)
            if waiting
            else ""
        )
    counts = {state: sum(row.agreement.state is state for row in rows) for state in AgreementState}
    words = {
        AgreementState.DRAFT: plural("{n} draft", "{n} drafts", counts[AgreementState.DRAFT]),
        AgreementState.PRINTED: plural("{n} printed", "{n} printed", counts[AgreementState.PRINTED]),
        AgreementState.SIGNED: plural("{n} signed", "{n} signed", counts[AgreementState.SIGNED]),
        AgreementState.SUPERSEDED: plural("{n} superseded", "{n} superseded", counts[AgreementState.SUPERSEDED]),
    }
    told = ", ".join(words[state].format(n=number) for state, number in counts.items() if number)
    return plural("Agreement of {n} pair", "Agreements of {n} pairs", len(rows)).format(n=len(rows)) + f" · {told}"


def fate(row: Row, kind: Kind) -> str:
    """Say what printing does to a paper, or what it did."""
    if kind is Kind.CALENDAR:
        return _("It shows the dates of today. Print it again when they change.")
    if row.is_draft:
        return _("Once printed, its content does not change any more.")
    return printed_on(row.agreement.printed_on)


def printed_on(day: date | None) -> str:
    """Say since when the content stays."""
    if day is None:
        return _("Its content does not change any more.")
    return _("Printed on {day}. Its content does not change any more.").format(day=formats.day_and_month(day, current()))
