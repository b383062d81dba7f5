# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Why two people fit, why they can't be a pair, and why somebody has none, in sentences."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.pairs import Block
from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import Topic, TopicId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.pairs import Criterion, Gap, Lonely, Match
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.words import labels


def block(value: Block, *, hidden: bool = False) -> str:
    """Why two people can't be a pair, in a few words; with hidden names nobody learns that somebody noted an incompatibility."""
    if hidden and value is Block.EXCLUSION:
        return _("Not available")
    names = {
        Block.NOT_ENROLLED: _("Not enrolled in this edition"),
        Block.WITHDRAWN: _("Has left the edition"),
        Block.DRAFT: _("Enrolment not complete"),
        Block.NO_NOTICE: _("Data protection notice missing"),
        Block.EXCLUSION: _("Incompatibility noted"),
        Block.BOSS: _("Direct boss and report"),
        Block.HOURS: _("No shared hours"),
        Block.MODALITY: _("One only by video, the other only in person"),
        Block.CAPACITY: _("No place left"),
    }
    return names[value]


def warning(code: str) -> str:
    """A warning of a pair, in a few words."""
    names = {
        "same_chain": _("Same chain of command"),
        "same_department": _("Same department"),
        "paired_before": _("Paired before in another edition"),
        "low_score": _("Low compatibility"),
        "tried_before": _("Tried already in this edition"),
        "second_pair": _("Second pair for one of them"),
        "one_window": _("Only one stretch in common"),
    }
    return names.get(code, code)


def warning_sentence(code: str) -> str:
    """A warning of a pair, as a whole sentence that says what to think of."""
    names = {
        "same_chain": _("One is further up in the other's chain of command. The pair is possible; think it over first."),
        "same_department": _("Both work in the same department, so the exchange between areas is smaller."),
        "paired_before": _("They were a pair in an earlier edition. Somebody new may bring more."),
        "low_score": _("The compatibility is under 40 of 100. Look whether another pair gives more to both."),
        "tried_before": _("They were proposed or met in this edition already, and it did not go on. Ask both before trying again."),
        "second_pair": _("One of them has a pair already. Make sure that they have the time."),
        "one_window": _("They share a single stretch a week, so a change of hours would leave them without sessions."),
    }
    return names.get(code, code)


def criterion_name(name: str) -> str:
    """Name of a criterion."""
    names = {
        "learn": _("Learns"),
        "give_back": _("Gives back"),
        "hours": _("Shared hours"),
        "hierarchy": _("Distance in rank"),
        "department": _("Other department"),
        "ease": _("Ease"),
    }
    return names[name]


def criterion_reason(criterion: Criterion, topics: Mapping[TopicId, Topic]) -> str:
    """One plain sentence why a criterion has its value."""
    data = criterion.data
    if criterion.name in {"learn", "give_back"}:
        return _topics_reason(criterion, topics)
    if criterion.name == "hours":
        windows = cast("Sequence[Window]", data.get("windows", ()))
        return hours(windows) if windows else _("No hour in common")
    if criterion.name == "hierarchy":
        return _hierarchy_reason(criterion)
    if criterion.name == "department":
        return _department_reason(criterion)
    return _ease_reason(criterion)


def _topics_reason(criterion: Criterion, topics: Mapping[TopicId, Topic]) -> str:
    if criterion.reason == "no_wants":
        return _("Has not said what to learn: counts half")
    if criterion.reason == "nothing":
        return _("None of the topics asked for")
    matches = cast("Sequence[Match]", criterion.data["matches"])
    exact = [topics[match.topic_id].name for match in matches if match.via is None]
    if exact:
        return _sentence(formats.joined([exact[0], *[name[:1].lower() + name[1:] for name in exact[1:3]]], current()))
    near = matches[0]
    return _("Not the topic, but something near: {topic}").format(topic=topics[near.via or near.topic_id].name)


def _hierarchy_reason(criterion: Criterion) -> str:
    if criterion.reason == "same_level":
        return _("Both at the same level")
    if criterion.reason == "mentor_above":
        return _("Who teaches is at a higher level")
    if criterion.reason == "unknown":
        return _("A level is missing")
    apart = cast("int", criterion.data["apart"])
    return plural("{n} level apart", "{n} levels apart", apart).format(n=apart)


def _department_reason(criterion: Criterion) -> str:
    if criterion.reason == "unknown":
        return _("A department is missing")
    names = [str(criterion.data["mentor"]), str(criterion.data["mentee"])]
    if criterion.reason == "same":
        return _("Both in {department}").format(department=names[0])
    return formats.joined(names, current())


def _ease_reason(criterion: Criterion) -> str:
    data = criterion.data
    language = _("same language") if data.get("languages") else _("no shared language")
    if data.get("same_site"):
        place = _("same site")
    elif data.get("no_in_person"):
        place = _("both can meet by video")
    else:
        place = _("different sites")
    return _sentence(f"{language}; {place}")


def not_proved(gap: Gap) -> str:
    """What is not known of a completion whose search took too long, as a sentence."""
    if gap.pairs:
        return plural(
            "With so many people who could do both, the search was ended after a while: {n} more of them could perhaps have a pair.",
            "With so many people who could do both, the search was ended after a while: up to {n} more of them could perhaps have a pair.",
            gap.pairs,
        ).format(n=gap.pairs)
    if gap.points > 0:
        return _(
            "With so many people who could do both, the search was ended after a while: "
            "their pairs could perhaps come to {points} points more."
        ).format(points=formats.number(gap.points, current(), 1))
    return _("With so many people who could do both, the search was ended after a while: others as good may be possible.")


def lonely(reason: Lonely, snapshot: Snapshot) -> str:
    """Why somebody has no pair, as a sentence."""
    name = snapshot.people[reason.person_id].first_name
    return _LONELY[reason.code](reason, snapshot, name)


def _plain_reason(reason: Lonely, _snapshot: Snapshot, name: str) -> str:
    sentences = {
        "withdrawn": _("{name} has left this edition."),
        "no_rgpd": _("{name} has not been given the data protection notice yet."),
        "surplus_mentor": _("There are more people who teach than places: {name} remains free."),
    }
    return sentences[reason.code].format(name=name)


def _draft_reason(reason: Lonely, _snapshot: Snapshot, name: str) -> str:
    fields = [labels.answer_field(field) for field in cast("Sequence[str]", reason.data["missing"])]
    return _("{name}'s enrolment is not complete. Missing: {fields}.").format(name=name, fields=formats.joined(fields, current()))


def _hours_lack(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    when = hours(cast("Sequence[Window]", reason.data["windows"]))
    sentence = _("{name} shares no hours with anybody. Their hours: {hours}.").format(name=name, hours=when[:1].lower() + when[1:])
    closest = cast("PersonId | None", reason.data["closest"])
    if closest is None:
        return sentence
    minutes = cast("int", reason.data["minutes"])
    near = _("Closest is {other}, with {minutes} minutes in common.").format(other=snapshot.people[closest].short_name, minutes=minutes)
    return f"{sentence} {near}"


def _topics_lack(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    names = [snapshot.topics[topic_id].name for topic_id in cast("Sequence[TopicId]", reason.data.get("topics", ()))]
    if not names:
        return _("Nobody can teach {name} yet.").format(name=name)
    return _("Nobody who could be paired with {name} teaches what they ask for: {topics}.").format(
        name=name, topics=formats.joined(names, current())
    )


def _below_minimum(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    best = snapshot.people[cast("PersonId", reason.data["best"])].short_name
    data = {key: formats.number(cast("float", reason.data[key]), current(), 1) for key in ("score", "minimum")}
    return _("Nobody free reaches the minimum with {name}: the best would be {best}, {score} of {minimum} needed.").format(
        name=name, best=best, **data
    )


def _only_boss(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    people = [snapshot.people[person_id].short_name for person_id in cast("Sequence[PersonId]", reason.data["people"])]
    return _("{name} only shares hours with {people}, and between them one answers to the other.").format(
        name=name, people=formats.joined(people[:3], current())
    )


def _all_blocked(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    blocks = cast("Mapping[Block, int]", reason.data["blocks"])
    told = ((block(kind, hidden=snapshot.hidden), count) for kind, count in blocks.items())
    parts = [f"{text[:1].lower()}{text[1:]} ({count})" for text, count in told]
    over = cast("int", reason.data.get("over", 0))
    if over:
        parts.append(_("already tried in this edition ({n})").format(n=over))
    if not parts:
        return _("Nobody can be paired with {name}.").format(name=name)
    return _("Nobody can be paired with {name}: {reasons}.").format(name=name, reasons=", ".join(parts))


def _mentors_taken(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    people = [snapshot.people[person_id].short_name for person_id in cast("Sequence[PersonId]", reason.data["people"])]
    return _("Everybody who fits with {name} has a pair already: {people}.").format(name=name, people=formats.joined(people[:4], current()))


def _not_yet(reason: Lonely, snapshot: Snapshot, name: str) -> str:
    best = snapshot.people[cast("PersonId", reason.data["best"])].short_name
    score = formats.number(cast("float", reason.data["score"]), current())
    return _("{name} could be paired with {best}, {score} of 100.").format(name=name, best=best, score=score)


_LONELY: Mapping[str, Callable[[Lonely, Snapshot, str], str]] = {
    "withdrawn": _plain_reason,
    "draft": _draft_reason,
    "no_rgpd": _plain_reason,
    "no_shared_hours": _hours_lack,
    "no_candidates_teach": _topics_lack,
    "only_boss": _only_boss,
    "all_blocked": _all_blocked,
    "below_minimum": _below_minimum,
    "mentors_taken": _mentors_taken,
    "surplus_mentor": _plain_reason,
    "not_paired_yet": _not_yet,
}


def hours(windows: Sequence[Window]) -> str:
    """Hours of the week in words: «Lunes y jueves, de 16:00 a 18:00»."""
    groups: dict[tuple[int, int], list[int]] = {}
    for window in windows:
        groups.setdefault((window.start, window.end), []).append(window.weekday)
    parts = [
        _("{days}, from {start} to {end}").format(
            days=formats.joined([formats.weekday_name(day, current()) for day in days], current()),
            start=formats.hour(start),
            end=formats.hour(end),
        )
        for (start, end), days in groups.items()
    ]
    return _sentence("; ".join(parts))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
