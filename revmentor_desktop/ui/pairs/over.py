# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Pairs that are over, in words: how they ended, and what is left of the plan for who is paired anew."""

from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.sessions import SessionState
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme import pairs
from revmentor_desktop.programme.snapshot import Snapshot


def left_words(snapshot: Snapshot, pair: Pair) -> str:
    """Return «Quedan 6 sesiones de 10», empty while nothing of the plan was used up or nothing is left to be said of it."""
    left, total = pairs.sessions_left(snapshot, pair), snapshot.edition.sessions
    if left >= total or pair.state in {PairState.COMPLETED, PairState.DECLINED}:
        return ""
    return plural("{n} session of {total} is left", "{n} sessions of {total} are left", left).format(n=left, total=total)


def over_words(snapshot: Snapshot, pair: Pair) -> tuple[str, str]:
    """Return how a pair ended, and what can be said of it; nobody is named as the one who did not want it."""
    people = snapshot.people
    names = formats.joined([people[pair.mentor_id].first_name, people[pair.mentee_id].first_name], current())
    if pair.state is PairState.DECLINED:
        return _("{names} did not go on as a pair").format(names=names), _("Neither who preferred another option nor why is kept.")
    title = _("{names} completed their pair") if pair.state is PairState.COMPLETED else _("{names} ended early, without blame")
    day = formats.day_and_month(pair.over_on, current()) if pair.over_on else ""
    held = sum(session.state is SessionState.HELD for session in snapshot.sessions_of(pair.id))
    parts = (
        _("On {day}.").format(day=day) if day else "",
        plural("{n} session held.", "{n} sessions held.", held).format(n=held) if held else _("No session was held."),
        _with_stop(left_words(snapshot, pair)),
    )
    return title.format(names=names), " ".join(part for part in parts if part)


def _with_stop(text: str) -> str:
    return f"{text}." if text else ""
