# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Proposals beside one another as data: what each adds up to, its pairs, and who is left without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.documents.content import page, wording
from revmentor_desktop.documents.content.pairing_sheet import foot, heading
from revmentor_desktop.domain.editions import Edition, Firm
from revmentor_desktop.domain.people import Person, folded
from revmentor_desktop.i18n import formats, words

_NAMED = 24
"""Names of people left out that a column writes out."""


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A new pair of a proposal; ``differs``: it is in no other and marked, ``everywhere``: it is in every proposal shown."""

    mentor: Person
    mentee: Person
    score: float
    differs: bool
    everywhere: bool


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One proposal: figures as on its card in the window."""

    title: str
    pairs: tuple[ShownPair, ...]
    mentees: int
    either: int
    total: float
    worst: float | None
    left_out: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ComparisonData:
    """Everything that the comparison prints."""

    firm: Firm
    edition: Edition
    day: date
    language: str
    columns: tuple[ShownColumn, ...]


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A pair of a column, as it is written."""

    mentor: str
    mentee: str
    points: str
    differs: bool
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A proposal as it is written. ``figures`` are (value, label); ``same`` says how many pairs of all proposals it leaves out."""

    title: str
    figures: tuple[tuple[str, str], ...]
    pairs_title: str
    pairs: tuple[ComparedPair, ...]
    same: str
    left_out: page.Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """The proposals as they are read; ``legend`` explains the mark of pairs that are in no other one, if any is."""

    language: str
    title: str
    heading: page.Heading
    running: str
    legend: str
    columns: tuple[Column, ...]
    foot: page.Foot


def comparison(data: ComparisonData) -> Comparison:
    """Return what the comparison says."""
    _ = words(data.language).gettext
    title = _("Comparison of proposals") if len(data.columns) > 1 else _("Proposal of pairs")
    names = _Names(data)
    either = any(column.either for column in data.columns)
    return Comparison(
        language=data.language,
        title=title,
        heading=heading(data.firm, data.edition, data.day, data.language),
        running=" · ".join((wording.bound(data.firm.name), title, data.edition.name)),
        legend=words(data.language).pgettext("comparison", "Pairs that are in one proposal only")
        if any(p.differs for c in data.columns for p in c.pairs)
        else "",
        columns=tuple(_column(column, names, data.language, either=either) for column in data.columns),
        foot=foot(data.language),
    )


class _Names:
    """Short names, or whole ones where two people would read the same."""

    def __init__(self, data: ComparisonData) -> None:
        people = {
            person.id: person
            for column in data.columns
            for person in (*column.left_out, *(half for pair in column.pairs for half in (pair.mentor, pair.mentee)))
        }
        short = [folded(person.short_name) for person in people.values()]
        self._shared = {name for name in short if short.count(name) > 1}

    def of(self, person: Person) -> str:
        """Return how a person is called on this paper."""
        return person.full_name if folded(person.short_name) in self._shared else person.short_name


def _column(column: ShownColumn, names: _Names, language: str, *, either: bool) -> Column:
    ngettext = words(language).ngettext
    count = len(column.pairs)
    same = sum(pair.everywhere for pair in column.pairs)
    return Column(
        title=column.title,
        figures=_figures(column, language, either=either),
        pairs_title=ngettext("{n} proposed pair", "{n} proposed pairs", count).format(n=count),
        pairs=tuple(
            ComparedPair(names.of(pair.mentor), names.of(pair.mentee), formats.number(pair.score, language), pair.differs, pair.everywhere)
            for pair in column.pairs
        ),
        same=ngettext("and {n} pair that all the proposals have", "and {n} pairs that all the proposals have", same).format(n=same),
        left_out=_left_out([names.of(person) for person in column.left_out], language),
    )


def _figures(column: ShownColumn, language: str, *, either: bool) -> tuple[tuple[str, str], ...]:
    """Return the figures of a card; those who do both stand apart, in every column as soon as one has any."""
    _, ngettext = words(language).gettext, words(language).ngettext
    both = ((f"+{formats.number(column.either, language)}", words(language).pgettext("comparison", "who do both")),)
    worst = "–" if column.worst is None else formats.number(column.worst, language)
    return (
        (formats.number(column.mentees, language), ngettext("pair", "pairs", column.mentees)),
        *(both if either else ()),
        (formats.number(column.total, language), _("points")),
        (worst, _("lowest new one")),
    )


def _left_out(names: Sequence[str], language: str) -> page.Text:
    _ = words(language).gettext
    if not names:
        return page.plain(_("Nobody who wants to learn is left without a pair."))
    if len(names) > _NAMED:
        rest = len(names) - _NAMED
        more = words(language).ngettext("{names} and {n} more", "{names} and {n} more", rest)
        more = more.format(names=", ".join(names[:_NAMED]), n=rest)
    else:
        more = formats.joined(names, language)
    return (page.Run(words(language).pgettext("comparison", "Without pair:"), strong=True), page.Run(f" {wording.sentence(more)}"))
