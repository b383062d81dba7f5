# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a page says, as plain records: text in runs, blocks of a clause, tables and signatures. Nothing about how it looks.

Every text is literal: no character of it is mark-up.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    strong: bool = False


Text = tuple[Run, ...]
"""One paragraph."""


def plain(text: str) -> Text:
    """Return a paragraph in the normal weight."""
    return (Run(text),)


def said(text: Text) -> str:
    """Return the letters of a paragraph, without its weights."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph over the whole width of the clause."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list over the whole width of the clause."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FillIn:
    """A label and ``lines`` empty lines to write on by hand."""

    label: Text
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A small label and a list under it; ``blanks`` empty lines to write on when nothing is known yet."""

    label: str
    items: tuple[Text, ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Lists side by side, of equal width."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who signs: role, name and what they do. An empty ``name`` is written by hand."""

    role: str
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parties:
    """Those who sign, side by side."""

    parties: tuple[Party, ...]


Block = Paragraph | Bullets | FillIn | Columns | Parties


@dataclass(frozen=True, slots=True)
class Clause:
    """One numbered clause. ``small`` is set smaller (data protection)."""

    key: str
    number: int
    title: str
    body: tuple[Block, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A line of the table of sessions; ``day`` and ``hour`` are empty while there is no date."""

    number: str
    day: str
    hour: str
    title: str


@dataclass(frozen=True, slots=True)
class SessionTable:
    """The planned sessions: a title, a note beside it, six heads and the rows."""

    title: str
    note: str
    heads: tuple[str, str, str, str, str, str]
    rows: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Top of the first page. ``logo`` holds a PNG or JPEG, or nothing: then the ``initials`` are framed."""

    firm: str
    programme: str
    number: str
    place_and_date: str
    initials: str
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Foot:
    """Bottom of every page. ``page`` is a sentence with ``{page}`` and ``{pages}``."""

    note: str
    initials: str
    page: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of a pair, as it is read from top to bottom.

    ``opening`` stands on the first page, ``table`` and ``closing`` after it; the last clause is the one of the
    signatures, with ``signers`` under it.
    """

    language: str
    title: str
    subject: str
    heading: Heading
    running: str
    teaches: Party
    learns: Party
    opening: tuple[Clause, ...]
    table: SessionTable
    closing: tuple[Clause, ...]
    signing: Clause
    signers: tuple[Party, ...]
    sign_label: str
    date_label: str
    foot: Foot

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order."""
        return (*self.opening, *self.closing, self.signing)


@dataclass(frozen=True, slots=True)
class PairCalendar:
    """The sessions of a pair on one sheet, to pin up: what was agreed, the dates, and whom to ask."""

    language: str
    title: str
    heading: Heading
    running: str
    teaches: Party
    learns: Party
    agreed: tuple[Block, ...]
    table: SessionTable
    ask: Text
    foot: Foot


def words_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return every sentence and label of ``blocks`` in reading order, for tests and for searching."""
    return tuple(words for block in blocks for words in _words(block))


def _words(block: Block) -> list[str]:
    match block:
        case Paragraph(text) | FillIn(text, _):
            return [said(text)]
        case Bullets(items):
            return [said(item) for item in items]
        case Columns(columns):
            return [words for column in columns for words in (column.label, *(said(item) for item in column.items))]
        case Parties(parties):
            return [words for party in parties for words in (party.role, party.name, *party.lines)]
