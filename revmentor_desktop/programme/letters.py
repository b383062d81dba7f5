# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Letters that ask both people of a pair, each in their own words: text to copy, and drafts for the mail program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from revmentor_desktop.documents.content import pair_letter
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.availability import shared
from revmentor_desktop.domain.pairs import Answer, Pair, PairId, PairState
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.exchange import eml
from revmentor_desktop.exchange.safe_files import write_safely
from revmentor_desktop.pairing.criteria import matched_topics
from revmentor_desktop.programme.agreements import topic_name
from revmentor_desktop.programme.snapshot import Snapshot

DAYS_TO_ANSWER = 7
"""Days that somebody has to answer, unless HR sets another date."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person is told of one pair. Without ``address`` there is only text to copy. ``code`` is the firm's number of the person."""

    pair_id: PairId
    person_id: PersonId
    code: int
    name: str
    address: str | None
    language: DocumentLanguage
    subject: str
    text: str


def reply_by(today: date) -> date:
    """Return until when people may answer: a week on, and never a Saturday or Sunday."""
    day = today + timedelta(days=DAYS_TO_ANSWER)
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def to_ask(snapshot: Snapshot) -> tuple[PairId, ...]:
    """Return the pairs in consultation in which somebody has not answered, oldest first."""
    return tuple(pair.id for pair in snapshot.living_pairs if pair.state is PairState.CONSULTING and _waiting(pair))


def letters(snapshot: Snapshot, pair_ids: Iterable[PairId], until: date) -> tuple[Letter, ...]:
    """Return a letter for each person of these pairs who has not answered yet, the mentee of a pair first."""
    found: list[Letter] = []
    for pair in (snapshot.pair(pair_id) for pair_id in pair_ids):
        found += [_letter(snapshot, pair, person_id, until) for person_id in _waiting(pair)]
    return tuple(found)


def file_name(number: int, letter: Letter) -> str:
    """Return the name of a draft's file: its place in the list, and the numbers of pair and person, for a name is no path.

    The same letter saved again takes the place of the old one, and no other's.
    """
    return f"{number:02d}-{letter.pair_id}-{letter.code}{eml.ENDING}"


def write_drafts(chosen: Sequence[Letter], folder: Path) -> tuple[Path, ...]:
    """Write a draft for every letter that has an address into ``folder``; return the files. Raises `OSError` of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, letter in enumerate(chosen, start=1):
        if letter.address is not None:
            path = folder / file_name(number, letter)
            write_safely(path, eml.draft(letter.name, letter.address, letter.subject, letter.text))
            written.append(path)
    return tuple(written)


def _waiting(pair: Pair) -> tuple[PersonId, ...]:
    said = ((pair.mentee_id, pair.mentee_answer), (pair.mentor_id, pair.mentor_answer))
    return tuple(person_id for person_id, answer in said if answer is Answer.NOT_YET)


def _letter(snapshot: Snapshot, pair: Pair, reader_id: PersonId, until: date) -> Letter:
    reader = snapshot.people[reader_id]
    language = _language(reader.languages)
    edition = snapshot.edition.name
    return Letter(
        pair_id=pair.id,
        person_id=reader_id,
        code=reader.code,
        name=reader.full_name,
        address=reader.email if reader.uses_email else None,
        language=language,
        subject=pair_letter.subject(language, edition),
        text=pair_letter.text(_data(snapshot, pair, reader_id, language, until)),
    )


def _data(snapshot: Snapshot, pair: Pair, reader_id: PersonId, language: DocumentLanguage, until: date) -> pair_letter.LetterData:
    teaches = reader_id == pair.mentor_id
    other = snapshot.people[pair.mentee_id if teaches else pair.mentor_id]
    mentor, mentee = snapshot.enrolments.get(pair.mentor_id), snapshot.enrolments.get(pair.mentee_id)
    asked, near = _met(snapshot, pair.mentee_id, pair.mentor_id, language, offered=not teaches)
    returned, _near = _met(snapshot, pair.mentor_id, pair.mentee_id, language, offered=True)
    return pair_letter.LetterData(
        language=language,
        edition=snapshot.edition.name,
        signed_by=snapshot.firm.hr_name,
        reader=snapshot.people[reader_id].first_name,
        other=other.first_name,
        other_full=other.full_name,
        other_post=", ".join(part for part in (other.position, other.department) if part),
        teaches=teaches,
        asked_topics=asked,
        near=near,
        returned_topics=returned,
        hours=shared(mentor.windows, mentee.windows) if mentor and mentee else (),
        until=until,
    )


def _met(
    snapshot: Snapshot, learner: PersonId, teacher: PersonId, language: DocumentLanguage, *, offered: bool
) -> tuple[tuple[str, ...], bool]:
    """Return the topics that one asked for and the other knows; only where there is none, those near to them.

    Of the near ones, ``offered``: those that the teacher named, otherwise those that the learner asked for.
    """
    learning, teaching = snapshot.enrolments.get(learner), snapshot.enrolments.get(teacher)
    if learning is None or teaching is None:
        return (), False
    matches = matched_topics(learning.wants, teaching.offers, snapshot.topics)
    exact = [match for match in matches if match.via is None]
    chosen = dict.fromkeys((match.via if offered and match.via is not None else match.topic_id) for match in exact or matches)
    return tuple(topic_name(snapshot.topics, topic_id, language) for topic_id in chosen), not exact


def _language(languages: Sequence[str]) -> DocumentLanguage:
    """Return the language to write to somebody in: English only to who speaks it and no Spanish."""
    return DocumentLanguage.ENGLISH if "en" in languages and "es" not in languages else DocumentLanguage.SPANISH
