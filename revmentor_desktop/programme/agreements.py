# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The agreement of each pair: its number, what it says, its pages, and when it freezes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from revmentor_desktop.documents import agreement as paper
from revmentor_desktop.domain.agreements import Agreement, AgreementId, AgreementState, DocumentLanguage, number_for
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.topics import Topic, TopicId
from revmentor_desktop.exchange.safe_files import write_safely
from revmentor_desktop.pairing.criteria import matched_topics
from revmentor_desktop.programme.pair_life import sessions_planned
from revmentor_desktop.programme.sessions import is_in_person
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import agreements

READY = (PairState.ACCEPTED, PairState.ACTIVE)
TOPICS_PRINTED = 4
"""Topics named for each direction in the agreement; the best matched first."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One PDF that was written: its agreement, its path and its pages."""

    agreement: Agreement
    path: Path
    pages: int


def pairs_without_draft(snapshot: Snapshot) -> tuple[Pair, ...]:
    """Return the accepted or active pairs that have no agreement yet."""
    return tuple(pair for pair in snapshot.pairs if pair.state in READY and snapshot.agreement_of(pair.id) is None)


def prepare_drafts(workspace: Workspace, today: date, language: DocumentLanguage = DocumentLanguage.SPANISH) -> int:
    """Give every accepted or active pair without agreement a draft with its number; return how many."""
    lacking = pairs_without_draft(workspace.snapshot())
    if not lacking:
        return 0
    with workspace.action("prepare_drafts", pairs=len(lacking), pair_ids=tuple(pair.id for pair in lacking)) as cx:
        for pair in lacking:
            number = number_for(today.year, agreements.next_running(cx, today.year))
            agreements.add(cx, Agreement(AgreementId(0), pair.id, number, 1, today, language))
    return len(lacking)


def current(snapshot: Snapshot) -> tuple[Agreement, ...]:
    """Return the newest agreement of every accepted or active pair, by number."""
    found = [snapshot.agreement_of(pair.id) for pair in snapshot.pairs if pair.state in READY]
    return tuple(sorted((a for a in found if a is not None), key=lambda a: (a.number, a.version)))


def set_language(workspace: Workspace, agreement_id: AgreementId, language: DocumentLanguage) -> None:
    """Choose the language of a draft; a printed one stays as it was issued."""
    agreement = _agreement(workspace.snapshot(), agreement_id)
    if agreement.state is AgreementState.DRAFT and agreement.language is not language:
        with workspace.action("set_language", number=agreement.number, pair_id=agreement.pair_id) as cx:
            agreements.update(cx, replace(agreement, language=language))


def data_of(snapshot: Snapshot, agreement: Agreement, language: DocumentLanguage | None = None) -> paper.AgreementData:
    """Return what the agreement says, from today's data of the pair."""
    pair = snapshot.pair(agreement.pair_id)
    mentor, mentee = snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id]
    spoken = language or agreement.language
    sites = [snapshot.site_of(person.id) for person in (mentor, mentee)]
    sessions = snapshot.sessions_of(pair.id)
    rows = tuple((s.number, s.start) for s in sessions) or tuple((n, None) for n in range(1, sessions_planned(snapshot, pair) + 1))
    return paper.AgreementData(
        firm=snapshot.firm,
        edition=snapshot.edition,
        number=agreement.number,
        version=agreement.version,
        created_on=agreement.created_on,
        language=spoken,
        mentor=mentor,
        mentee=mentee,
        mentor_site=sites[0].name if sites[0] else "",
        mentee_site=sites[1].name if sites[1] else "",
        taught=_topics(snapshot, pair, spoken, back=False),
        given_back=_topics(snapshot, pair, spoken, back=True),
        mentor_goal=pair.mentor_goal or _expectation(snapshot, pair, teaching=True),
        mentee_goal=pair.mentee_goal or _expectation(snapshot, pair, teaching=False),
        sessions=rows,
        modality=Modality.IN_PERSON if is_in_person(snapshot, pair) else Modality.VIRTUAL,
    )


def pdf_of(snapshot: Snapshot, agreement: Agreement, language: DocumentLanguage | None = None) -> bytes:
    """Return the pages as PDF: the issued bytes once printed, otherwise drawn anew. May run beside the window."""
    if agreement.state is not AgreementState.DRAFT and agreement.pdf and language in {None, agreement.language}:
        return agreement.pdf
    return paper.agreement_pdf(data_of(snapshot, agreement, language))


def calendar_of(snapshot: Snapshot, agreement: Agreement, language: DocumentLanguage | None = None) -> bytes:
    """Return the calendar of the agreement's pair as PDF, with the dates of today. May run beside the window."""
    return paper.pair_calendar_pdf(data_of(snapshot, agreement, language))


def write_all(
    snapshot: Snapshot, chosen: Iterable[Agreement], folder: Path, language: DocumentLanguage | None = None
) -> tuple[WrittenFile, ...]:
    """Write one PDF for each agreement into ``folder``, named by its number alone. Raises `OSError` of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(agreement, pdf_of(snapshot, agreement, language), folder) for agreement in chosen)


def write_calendars(snapshot: Snapshot, chosen: Iterable[Agreement], folder: Path) -> tuple[WrittenFile, ...]:
    """Write the calendar of each pair into ``folder``, named by its agreement's number and «-cal». Raises `OSError` of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(agreement, calendar_of(snapshot, agreement), folder, "-cal") for agreement in chosen)


def mark_printed(workspace: Workspace, issued: Mapping[AgreementId, bytes], today: date) -> None:
    """Freeze drafts that came well out of the printer, with the bytes that were printed."""
    snapshot = workspace.snapshot()
    pair_ids = tuple(_agreement(snapshot, agreement_id).pair_id for agreement_id in issued)
    with workspace.action("mark_printed", agreements=len(issued), pair_ids=pair_ids) as cx:
        for agreement_id, pdf in issued.items():
            agreement = _agreement(snapshot, agreement_id)
            if agreement.state is AgreementState.DRAFT:
                agreements.update(cx, replace(agreement, state=AgreementState.PRINTED, printed_on=today, pdf=pdf))
    # Paper that left the printer can't be taken back.
    workspace.forget_history()


def lacks(snapshot: Snapshot, agreement: Agreement) -> tuple[str, ...]:
    """Name what should be filled in before printing: ``goal``, ``topics``, ``sessions``, ``hr_name``, ``town``."""
    data = data_of(snapshot, agreement)
    wanted = {
        "topics": data.taught,
        "goal": data.mentee_goal,
        "sessions": any(start for _number, start in data.sessions),
        "hr_name": snapshot.firm.hr_name,
        "town": snapshot.firm.town,
    }
    return tuple(field for field, there in wanted.items() if not there)


def _write(agreement: Agreement, pdf: bytes, folder: Path, ending: str = "") -> WrittenFile:
    path = folder / f"{agreement.number}{ending}.pdf"
    write_safely(path, pdf)
    return WrittenFile(agreement, path, paper.page_count(pdf))


def _topics(snapshot: Snapshot, pair: Pair, language: DocumentLanguage, *, back: bool) -> tuple[str, ...]:
    teacher, learner = (pair.mentee_id, pair.mentor_id) if back else (pair.mentor_id, pair.mentee_id)
    learning, teaching = snapshot.enrolments.get(learner), snapshot.enrolments.get(teacher)
    if learning is None or teaching is None:
        return ()
    matches = matched_topics(learning.wants, teaching.offers, snapshot.topics)
    # A topic of the same area only stands in when none of the topics asked for is offered.
    met = [match for match in matches if match.via is None] or matches
    return tuple(topic_name(snapshot.topics, match.topic_id, language) for match in met[:TOPICS_PRINTED])


def topic_name(topics: Mapping[TopicId, Topic], topic_id: TopicId, language: DocumentLanguage) -> str:
    """Return a topic's name in a language; the firm's own topics have one name only."""
    topic = topics[topic_id]
    return topic.name_en if language is DocumentLanguage.ENGLISH and topic.name_en else topic.name


def _expectation(snapshot: Snapshot, pair: Pair, *, teaching: bool) -> str:
    enrolment = snapshot.enrolments.get(pair.mentor_id if teaching else pair.mentee_id)
    return enrolment.expectation if enrolment else ""


def _agreement(snapshot: Snapshot, agreement_id: AgreementId) -> Agreement:
    for agreement in snapshot.agreements:
        if agreement.id == agreement_id:
            return agreement
    raise KeyError(agreement_id)
