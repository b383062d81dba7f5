# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Rows of a table as answers to the intake form. What cannot be read is named, never guessed; merging is `programme`'s.

Rejected whole are only: no first name or surname, a malformed e-mail, the same e-mail twice with different answers
(domain rules, §5). Anything else that cannot be read leaves its field empty.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from revmentor_desktop.domain.availability import Absence, Window
from revmentor_desktop.domain.enrolments import Modality, Notice, NoticeWay, Role
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.domain.people import NAME_LIMIT, TEXT_LIMIT, GenerationBand, Level, checked_email, folded
from revmentor_desktop.exchange import cells
from revmentor_desktop.exchange.cells import TopicText
from revmentor_desktop.exchange.columns import require
from revmentor_desktop.exchange.days import read_absences, read_day
from revmentor_desktop.exchange.errors import Problem
from revmentor_desktop.exchange.hours import read_hours
from revmentor_desktop.exchange.names import split_name
from revmentor_desktop.exchange.spreadsheets import Table

__all__ = ["Answers", "Parsed", "Problem", "TopicText", "parse"]

_T = TypeVar("_T")
_ANSWER_LETTERS = 400


@dataclass(frozen=True, slots=True)
class Answers:
    """One row as answers. ``row`` is the spreadsheet's number; ``boss`` and ``exclusions`` are as written (e-mail, name or
    ``#code``); ``code`` is the firm's number of somebody whose e-mail cell says ``#12``; ``uses_email`` is false when the
    cell says that the person has none. ``present`` names the fields whose column exists, so that an import without a
    column never empties that field (``first_name`` and ``last_name`` for a whole name, ``notice`` for its date).
    """

    row: int
    first_name: str
    last_name: str
    email: str | None = None
    uses_email: bool = True
    code: int | None = None
    department: str = ""
    position: str = ""
    level: Level | None = None
    boss: str = ""
    site: str = ""
    languages: tuple[str, ...] = ()
    modality: Modality | None = None
    role: Role | None = None
    wants: tuple[TopicText, ...] = ()
    offers: tuple[TopicText, ...] = ()
    windows: tuple[Window, ...] = ()
    capacity: int | None = None
    exclusions: tuple[str, ...] = ()
    motivation: str = ""
    expectation: str = ""
    notice: Notice | None = None
    absences: tuple[Absence, ...] = ()
    band: GenerationBand | None = None
    private_notes: str = ""
    present: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parsed:
    """Answers that may go in, rows rejected whole (one problem each), and what was not read of the others, by row."""

    answers: tuple[Answers, ...]
    rejected: tuple[Problem, ...]
    problems: tuple[Problem, ...]


class _RejectedError(Exception):
    """Carries why a row is rejected whole."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _problem(row: int, field: str, code: str, **data: object) -> Problem:
    """Return a remark with its data closed to changes."""
    return Problem(row, field, code, MappingProxyType(data))


def parse(table: Table, columns: Mapping[str, int]) -> Parsed:
    """Return what ``table`` answers when ``columns`` says which column is which field (`columns.recognise`).

    Raises `TableError` ``missing_columns`` when nothing names the people. Problem codes: ``too_long`` (cut at ``limit``),
    ``unreadable_hours`` (``why``), ``unknown_role``, ``unknown_level``, ``unknown_modality``, ``unknown_band``,
    ``unknown_language``, ``unknown_notice_way``, ``bad_capacity``, ``bad_grade``, ``bad_date``, ``notice_without_date``,
    ``guessed_name``, ``duplicate_row`` (``same_as``), ``repeated_name`` (``rows``); each with the ``text`` that was there.
    Rejections: ``empty``, ``too_long``, ``no_at``, ``no_ending``, ``malformed``, ``repeated_email`` (``email``, ``rows``).
    """
    require(columns)
    taken: list[Answers] = []
    rejected: list[Problem] = []
    problems: list[Problem] = []
    for row_number, cells_of_row in enumerate(table.rows, start=table.first_row):
        row = _Row(row_number, columns, cells_of_row)
        if row.is_blank():
            continue
        try:
            taken.append(row.answers())
            problems += row.problems
        except _RejectedError as refusal:
            rejected.append(refusal.problem)
    kept, repeated, remarks = _without_repeats(taken)
    numbers = {answers.row for answers in kept}
    problems = [remark for remark in problems if remark.row in numbers] + remarks
    return Parsed(kept, _by_row([*rejected, *repeated]), _by_row(problems))


def _by_row(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=_row_of))


def _row_of(remark: Problem) -> int:
    return remark.row


def _without_repeats(taken: Sequence[Answers]) -> tuple[tuple[Answers, ...], list[Problem], list[Problem]]:
    """Count equal rows once; reject all rows of an e-mail whose rows differ; name people without e-mail that seem the same."""
    groups: dict[tuple[str, ...], list[Answers]] = defaultdict(list)
    for answers in taken:
        groups[_identity(answers)].append(answers)
    kept: list[Answers] = []
    rejected: list[Problem] = []
    remarks: list[Problem] = []
    for group in groups.values():
        first, *others = group
        differ = any(replace(other, row=first.row) != first for other in others)
        rows = tuple(answers.row for answers in group)
        if not differ:
            kept.append(first)
            remarks += [_problem(other.row, "", "duplicate_row", same_as=first.row) for other in others]
        elif first.email:
            rejected += [_problem(row, "email", "repeated_email", email=first.email, rows=rows) for row in rows]
        else:
            kept += group
            remarks += [_problem(row, "", "repeated_name", rows=rows) for row in rows]
    return tuple(sorted(kept, key=_answers_row)), rejected, remarks


def _answers_row(answers: Answers) -> int:
    return answers.row


def _identity(answers: Answers) -> tuple[str, ...]:
    """What makes two rows the same person: the e-mail; without one, the code, or name and department."""
    if answers.email:
        return ("email", answers.email)
    if answers.code is not None:
        return ("code", str(answers.code))
    return ("name", folded(answers.first_name), folded(answers.last_name), folded(answers.department))


class _Row:
    """One row of the table while it is read."""

    def __init__(self, number: int, columns: Mapping[str, int], cells_of_row: Sequence[str]) -> None:
        self._number = number
        self._cells = {field: cells_of_row[column] if 0 <= column < len(cells_of_row) else "" for field, column in columns.items()}
        self.problems: list[Problem] = []

    def is_blank(self) -> bool:
        """Whether no known column has anything in this row."""
        return not any(cell.strip() for field, cell in self._cells.items() if field != "answered_on")

    def answers(self) -> Answers:
        """Read the whole row; raises `_RejectedError` when it cannot go in."""
        first_name, last_name = self._names()
        email, uses_email, code = self._email()
        return Answers(
            row=self._number,
            first_name=first_name,
            last_name=last_name,
            email=email,
            uses_email=uses_email,
            code=code,
            department=self._line("department"),
            position=self._line("position"),
            level=self._one("level", cells.read_level, "unknown_level"),
            boss=self._line("boss"),
            site=self._line("site"),
            languages=self._languages(),
            modality=self._one("modality", cells.read_modality, "unknown_modality"),
            role=self._one("role", cells.read_role, "unknown_role"),
            wants=self._topics("wants"),
            offers=self._topics("offers"),
            windows=self._windows(),
            capacity=self._one("capacity", cells.read_capacity, "bad_capacity"),
            exclusions=tuple(part for part in cells.listed_people(self._list("exclusions")) if not cells.is_nothing(part)),
            motivation=self._text("motivation"),
            expectation=self._text("expectation"),
            notice=self._notice(),
            absences=self._absences(),
            band=self._one("band", cells.read_band, "unknown_band"),
            private_notes=self._text("private_notes"),
            present=self._present(),
        )

    def _names(self) -> tuple[str, str]:
        first_name, last_name = self._name("first_name"), self._name("last_name")
        whole = self._name("full_name")
        if whole and not cells.is_anonymous(whole) and not (first_name and last_name):
            split = split_name(whole)
            first_name, last_name = split.first_name, split.last_name
            if split.guessed:
                self._remark("full_name", "guessed_name", first_name=first_name, last_name=last_name)
        for field, name in (("first_name", first_name), ("last_name", last_name)):
            if not name:
                raise _RejectedError(_problem(self._number, field, "empty"))
            if len(name) > NAME_LIMIT:
                raise _RejectedError(_problem(self._number, field, "too_long", limit=NAME_LIMIT))
        return first_name, last_name

    def _name(self, field: str) -> str:
        name = " ".join(self._cells.get(field, "")[:TEXT_LIMIT].split())
        return name if any(letter.isalpha() for letter in name) else ""

    def _email(self) -> tuple[str | None, bool, int | None]:
        text = self._cell("email")
        if not text or cells.is_anonymous(text):
            return None, True, None
        if text[0] == "#" and text[1:].isascii() and text[1:].isdigit() and len(text) < 10:
            return None, False, int(text[1:])
        if cells.says_no_email(text):
            return None, False, None
        if text.endswith(">") and "<" in text:  # «Ana Gil <ana@…>», as mail programs copy it
            text = text[text.rindex("<") + 1 : -1]
        try:
            return checked_email(text.removeprefix("mailto:")), True, None
        except DomainError as error:
            raise _RejectedError(_problem(self._number, "email", error.reason, text=text)) from error

    def _windows(self) -> tuple[Window, ...]:
        hours = read_hours(self._list("windows"))
        if hours.reason:
            self._remark("windows", "unreadable_hours", why=hours.reason)
        return hours.windows

    def _topics(self, field: str) -> tuple[TopicText, ...]:
        topics, bad = cells.read_topics(self._list(field))
        for part in bad:
            self._remark(field, "bad_grade", text=part)
        fitting = tuple(topic for topic in topics if len(topic.name) <= NAME_LIMIT)
        if len(fitting) < len(topics):
            self._remark(field, "too_long", limit=NAME_LIMIT)
        return fitting

    def _languages(self) -> tuple[str, ...]:
        codes, unknown = cells.read_languages(self._list("languages"))
        for word in unknown:
            self._remark("languages", "unknown_language", text=word)
        return codes

    def _absences(self) -> tuple[Absence, ...]:
        absences, unread = read_absences(self._list("absences"))
        for part in unread:
            self._remark("absences", "bad_date", text=part)
        return absences

    def _notice(self) -> Notice | None:
        """Return the notice as given; the tick box of an online form counts on the day of its time stamp, on screen."""
        text = self._cell("notice_date")
        way = self._one("notice_way", cells.read_notice_way, "unknown_notice_way")
        if not text or folded(text) in {"no", "false"}:
            return None
        day = read_day(text[:60])
        if day is not None:
            return Notice(day, way or NoticeWay.PAPER)
        if not cells.says_yes(text):
            self._remark("notice_date", "bad_date")
            return None
        stamped = read_day(self._cell("answered_on")[:60])
        if stamped is None:
            self._remark("notice_date", "notice_without_date")
            return None
        return Notice(stamped, way or NoticeWay.SCREEN)

    def _one(self, field: str, read: Callable[[str], _T | None], code: str) -> _T | None:
        text = self._cell(field)
        answer = read(text) if 0 < len(text) <= _ANSWER_LETTERS else None
        if text and answer is None:
            self._remark(field, code)
        return answer

    def _line(self, field: str) -> str:
        return self._cut(field, " ".join(self._cell(field).split()), NAME_LIMIT)

    def _text(self, field: str) -> str:
        return self._cut(field, self._cells.get(field, ""), TEXT_LIMIT)

    def _list(self, field: str) -> str:
        return self._cut(field, self._cell(field), TEXT_LIMIT)

    def _cut(self, field: str, text: str, limit: int) -> str:
        if len(text) > limit:
            self._remark(field, "too_long", limit=limit)
        return text[:limit].strip()

    def _cell(self, field: str) -> str:
        text = self._cells.get(field, "").strip()
        return "" if cells.is_nothing(text) else text

    def _remark(self, field: str, code: str, **data: object) -> None:
        text = self._cells.get(field, "")[:200]
        self.problems.append(_problem(self._number, field, code, **{"text": text, **data}))

    def _present(self) -> frozenset[str]:
        fields = set(self._cells)
        if "full_name" in fields:
            fields |= {"first_name", "last_name"}
        if "notice_date" in fields:
            fields.add("notice")
        return frozenset(fields)
