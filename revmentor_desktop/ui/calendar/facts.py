# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the panel says of one session, in words."""

from dataclasses import dataclass
from datetime import datetime

from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.sessions import Session, SessionState
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import pairs, sessions
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.calendar.entries import Entry, names_of


@dataclass(frozen=True, slots=True)
class Facts:
    """One session as its panel shows it. ``topics`` are those the two have in common; ``coming`` is the pair's next date, or empty."""

    entry: Entry
    names: str
    initials: tuple[str, str]
    roles: tuple[Role, Role]
    full_names: str
    number: str
    title: str
    date: str
    hours: str
    place: str
    place_icon: str
    history: str
    coming: str
    topics: tuple[tuple[TopicId, str], ...]

    @property
    def session(self) -> Session:
        """The session itself."""
        return self.entry.session


def facts_of(snapshot: Snapshot, entry: Entry, now: datetime) -> Facts:
    """Gather what the panel says of a session."""
    session, pair = entry.session, snapshot.pair(entry.session.pair_id)
    two = (snapshot.people[pair.mentor_id], snapshot.people[pair.mentee_id])
    count = len(snapshot.sessions_of(pair.id))
    place, icon = _place(snapshot, pair, session)
    return Facts(
        entry=entry,
        names=names_of(snapshot, pair),
        initials=(two[0].initials, two[1].initials),
        roles=(Role.MENTOR, Role.MENTEE),
        full_names=formats.joined([person.full_name for person in two], current()),
        number=_("Session {number} of {count}").format(number=session.number, count=count),
        title=sessions.session_title(session.number, count, current()),
        date=_capital(formats.weekday_long_date(session.start, current())) if session.start else _("Without date"),
        hours=_hours(session),
        place=place,
        place_icon=icon,
        history=_history(session),
        coming=_coming(snapshot, session, now),
        topics=_topics(snapshot, pair, session),
    )


def date_and_hour(when: datetime) -> str:
    """Return «jueves 6 de mayo, 16:00»."""
    return f"{formats.weekday_date(when, current())}, {formats.hour(when)}"


def short_date_and_hour(when: datetime) -> str:
    """Return «jue 6 may, 16:00»."""
    return f"{formats.short_weekday_date(when, current())}, {formats.hour(when)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _hours(session: Session) -> str:
    if session.start is None or session.end is None:
        return ""
    return _("From {start} to {end}").format(start=formats.hour(session.start), end=formats.hour(session.end))


def _place(snapshot: Snapshot, pair: Pair, session: Session) -> tuple[str, str]:
    if not session.in_person:
        return _("Video call"), "video"
    site = snapshot.site_of(pair.mentor_id)
    return (_("In person · {site}").format(site=site.name) if site is not None else _("In person")), "map-pin"


def _history(session: Session) -> str:
    """Say when it was to be at first, and how often one of the pair has moved it."""
    parts: list[str] = []
    if session.baseline is not None and session.baseline != session.start:
        parts.append(_("At first planned for {when}").format(when=date_and_hour(session.baseline)))
    if session.postponements:
        parts.append(plural("postponed {n} time", "postponed {n} times", session.postponements).format(n=session.postponements))
    return _capital(" · ".join(parts))


def _coming(snapshot: Snapshot, session: Session, now: datetime) -> str:
    after = max(now, session.start) if session.start else now
    dates = [
        each.start
        for each in snapshot.sessions_of(session.pair_id)
        if each.id != session.id and each.state is SessionState.PLANNED and each.start is not None and each.start > after
    ]
    return _("Next: {when}").format(when=date_and_hour(min(dates))) if dates else ""


def _topics(snapshot: Snapshot, pair: Pair, session: Session) -> tuple[tuple[TopicId, str], ...]:
    """The wants of both that the other meets, then what was noted although it is no longer one of them."""
    ids: list[TopicId] = []
    if pair.mentor_id in snapshot.enrolments and pair.mentee_id in snapshot.enrolments:
        for criterion in pairs.assess(snapshot, pair.mentor_id, pair.mentee_id).criteria:
            matches = criterion.data.get("matches", ())
            ids += [each.topic_id for each in matches if isinstance(each, pairs.Match)] if isinstance(matches, tuple) else []
    ids += session.log.topic_ids if session.log is not None else ()
    known = [snapshot.topics[topic_id] for topic_id in dict.fromkeys(ids) if topic_id in snapshot.topics]
    return tuple((topic.id, topic.name_en or topic.name if current() == "en" else topic.name) for topic in known)
