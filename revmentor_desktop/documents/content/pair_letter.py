# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The letter that asks one person about a pair: with whom, why in two lines, and how to say no.

Never in it: how well they fit in figures, who else could be, what the other one said, an incompatibility, or that a rule was broken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.documents.content.wording import bound, lowered
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.i18n import Words, formats, words

TOPICS_NAMED = 3
"""Topics named for each way; the best matched first."""


@dataclass(frozen=True, slots=True)
class LetterData:
    """What the letter is made of. ``asked_topics`` are those that the learner asked for and the teacher knows, in the letter's language;
    ``near`` says that they are only of the same area. ``returned_topics`` the same the other way. ``teaches``: the reader is who teaches.
    """

    language: str
    edition: str
    signed_by: str
    reader: str
    other: str
    other_full: str
    other_post: str
    teaches: bool
    asked_topics: tuple[str, ...]
    near: bool
    returned_topics: tuple[str, ...]
    hours: tuple[Window, ...]
    until: date


def subject(language: str, edition: str) -> str:
    """Return the subject, which names nobody: it shows in lists and notices."""
    return words(language).gettext("Proposal of a mentoring pair · {edition}").format(edition=edition)


def text(data: LetterData) -> str:
    """Return the letter as plain text, paragraphs parted by an empty line."""
    tr = words(data.language)
    hello = tr.gettext("Hello, {name}:").format(name=data.reader)
    why = (_learning(tr, data), _returning(tr, data), _hours(tr, data))
    parts = (hello, _proposal(tr, data), "\n".join(line for line in why if line), _answer(tr, data), data.signed_by)
    return bound("\n\n".join(part for part in parts if part)) + "\n"


def _proposal(tr: Words, data: LetterData) -> str:
    who = f"{data.other_full} ({data.other_post})" if data.other_post else data.other_full
    if data.teaches:
        message = tr.gettext("In {edition} I propose that you share what you know with {who}, who wants to learn.")
    else:
        message = tr.gettext("In {edition} I propose that you learn with {who}, who wants to share what they know.")
    return message.format(edition=data.edition, who=who)


def _learning(tr: Words, data: LetterData) -> str:
    """What the one who teaches knows of what the other asked for."""
    if not data.asked_topics:
        return ""
    topics = _listed(data.asked_topics, data.language)
    if data.teaches and data.near:
        return tr.gettext("{name} asks for something near to what you know: {topics}.").format(name=data.other, topics=topics)
    if data.teaches:
        return tr.gettext("{name} wants to learn what you know well: {topics}.").format(name=data.other, topics=topics)
    if data.near:
        return tr.gettext("{name} knows something near to what you want to learn: {topics}.").format(name=data.other, topics=topics)
    return tr.gettext("{name} knows what you want to learn: {topics}.").format(name=data.other, topics=topics)


def _returning(tr: Words, data: LetterData) -> str:
    """What goes back, for both learn in a pair."""
    if not data.returned_topics:
        return ""
    topics = _listed(data.returned_topics, data.language)
    if data.teaches:
        return tr.gettext("In return, you can learn from {name}: {topics}.").format(name=data.other, topics=topics)
    return tr.gettext("In return, {name} can learn from you: {topics}.").format(name=data.other, topics=topics)


def _hours(tr: Words, data: LetterData) -> str:
    if not data.hours:
        return tr.gettext("We will look together for hours that suit both of you.")
    groups: dict[tuple[int, int], list[int]] = {}
    for window in data.hours:
        groups.setdefault((window.start, window.end), []).append(window.weekday)
    parts = [
        tr.gettext("{days}, from {start} to {end}").format(
            days=formats.joined([formats.weekday_name(day, data.language) for day in days], data.language),
            start=formats.hour(start),
            end=formats.hour(end),
        )
        for (start, end), days in groups.items()
    ]
    return tr.gettext("Hours that you share: {hours}.").format(hours="; ".join(parts))


def _answer(tr: Words, data: LetterData) -> str:
    day = formats.weekday_date(data.until, data.language)
    return "\n".join(
        (
            tr.gettext("Tell me before the end of {day} whether it suits you.").format(day=day),
            tr.gettext("If you prefer another option, just say so: you need not explain anything, and nothing follows from it."),
        )
    )


def _listed(names: Sequence[str], language: str) -> str:
    return formats.joined([lowered(names[0]), *(lowered(name) for name in names[1:TOPICS_NAMED])], language)
