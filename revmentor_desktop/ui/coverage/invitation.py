# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Texts to paste into an e-mail: an invitation by name, one without a name, and a thank-you for a topic that nobody asked for.

They say how many people want a topic, never who.
"""

from revmentor_desktop.domain.people import Person
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme.coverage import Basis, Cover, Invitee
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.coverage import words


def by_name(one: Invitee, cover: Cover, snapshot: Snapshot) -> str:
    """Return an invitation for somebody, with its subject on the first line."""
    person = snapshot.people[one.person_id]
    paragraphs = (
        _subject(cover, snapshot),
        _("Hello, {name}:").format(name=person.first_name),
        f"{_demand(cover, snapshot)} {_reason(one, snapshot)}",
        _commitment(snapshot),
        _("It is voluntary. If you would rather not, or can't now, just tell me: no reason is needed, and nothing comes of it."),
        _signature(snapshot),
    )
    return "\n\n".join(paragraphs)


def to_all(cover: Cover, snapshot: Snapshot) -> str:
    """Return an invitation for whoever knows about the topic."""
    topic = words.topic_name(cover.topic_id, snapshot)
    anybody = _("If you use it in your work, you can teach it: whoever starts is glad of an example.")
    paragraphs = (
        _subject(cover, snapshot),
        _("Hello:"),
        f"{_demand(cover, snapshot)} {anybody}",
        _commitment(snapshot),
        _("It is voluntary. Write to me if you want to take part, or if you think of somebody who knows about «{topic}».").format(
            topic=topic
        ),
        _signature(snapshot),
    )
    return "\n\n".join(paragraphs)


def for_talk(person: Person, cover: Cover, snapshot: Snapshot) -> str:
    """Return a thank-you for a topic that nobody asked for, with the offer of a short talk."""
    topic = words.topic_name(cover.topic_id, snapshot)
    paragraphs = (
        _("Subject: A fifteen-minute talk about «{topic}»?").format(topic=topic),
        _("Hello, {name}:").format(name=person.first_name),
        _(
            "You offered to teach «{topic}» in «{edition}». Nobody has asked for it this time, and it would be a pity to leave it there."
        ).format(topic=topic, edition=snapshot.edition.name),
        _("Would you tell about it to everybody, in a talk of fifteen minutes? I take care of the date, the room and the notice."),
        _("It is voluntary. If you would rather not, or can't now, just tell me: no reason is needed, and nothing comes of it."),
        _signature(snapshot),
    )
    return "\n\n".join(paragraphs)


def _subject(cover: Cover, snapshot: Snapshot) -> str:
    return _("Subject: Would you help us with «{topic}»?").format(topic=words.topic_name(cover.topic_id, snapshot))


def _demand(cover: Cover, snapshot: Snapshot) -> str:
    n = len(cover.wanted)
    text = plural(
        "In «{edition}», our reverse mentoring, {n} person wants to learn about «{topic}» and we lack somebody to teach it.",
        "In «{edition}», our reverse mentoring, {n} people want to learn about «{topic}» and we lack somebody to teach it.",
        n,
    )
    return text.format(edition=snapshot.edition.name, n=n, topic=words.topic_name(cover.topic_id, snapshot))


def _reason(one: Invitee, snapshot: Snapshot) -> str:
    topic, edition = words.topic_name(one.via, snapshot), words.edition_name(one, snapshot)
    reasons = {
        Basis.DRAFT: _("I thought of you because you offered it; your enrolment only lacks a few answers."),
        Basis.MORE_PLACES: _("I thought of you because you teach it: could you take one person more?"),
        Basis.OTHER_ROLE: _("I thought of you because you wrote that you know about it: besides learning, would you like to teach it?"),
        Basis.OFFERED_BEFORE: _("I thought of you because you offered it in «{edition}»."),
        Basis.SAME_AREA: _("I thought of you because you offer «{topic}», which is near."),
        Basis.AREA_BEFORE: _("I thought of you because in «{edition}» you offered «{topic}», which is near."),
    }
    return reasons[one.basis].format(topic=topic, edition=edition)


def _commitment(snapshot: Snapshot) -> str:
    edition = snapshot.edition
    sessions = plural("{n} session", "{n} sessions", edition.sessions).format(n=edition.sessions)
    return _("It would be {sessions} of {minutes} minutes with another person, in working time. You need not be a specialist.").format(
        sessions=sessions, minutes=edition.minutes
    )


def _signature(snapshot: Snapshot) -> str:
    firm = snapshot.firm
    who = [part for part in (firm.hr_name, firm.hr_position) if part.strip()]
    return (
        "\n".join([_("Thank you, and regards,"), ", ".join(who), firm.name])
        if who
        else "\n".join([_("Thank you, and regards,"), firm.name])
    )
