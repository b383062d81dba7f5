# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Words of *Temas sin cubrir*: how a topic stands, why, and what makes somebody worth asking."""

from collections.abc import Sequence

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.coverage import Basis, Cover, Gap, Group, Invitee
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.widgets.topic_chip import degree_words
from revmentor_desktop.ui.words import labels

NAMES_SHOWN = 2
"""Names that a row gives before «y 2 más»."""


def choices(covers: Sequence[Cover]) -> list[tuple[str, str]]:
    """Return the pieces of the filter with their counts."""
    texts = {
        Group.NOBODY: _("Nobody offers them {n}"),
        Group.SHORT: _("Fall short {n}"),
        Group.UNWANTED: _("Nobody asks for them {n}"),
        Group.COVERED: _("Covered {n}"),
    }
    return [(group.value, text.format(n=sum(cover.group is group for cover in covers))) for group, text in texts.items()]


def state(covers: Sequence[Cover]) -> str:
    """Return how things stand, for the head of the screen."""
    numbers = {group: sum(cover.group is group for cover in covers) for group in Group}
    parts: list[str] = []
    if n := numbers[Group.NOBODY]:
        parts.append(plural("{n} topic that nobody offers", "{n} topics that nobody offers", n).format(n=n))
    if n := numbers[Group.SHORT]:
        parts.append(plural("{n} that falls short", "{n} that fall short", n).format(n=n))
    if not parts and numbers[Group.COVERED]:
        parts.append(_("Everything asked for is covered"))
    if n := numbers[Group.UNWANTED]:
        parts.append(plural("{n} that nobody asks for", "{n} that nobody asks for", n).format(n=n))
    return " · ".join(parts)


def row(cover: Cover, snapshot: Snapshot) -> str:
    """Return the second line of a topic in the list."""
    if cover.group is Group.UNWANTED:
        names = _some([snapshot.people[one.person_id].short_name for one in cover.offered])
        return plural("Offered by {names}", "Offered by {names}", len(cover.offered)).format(names=names)
    n, m = len(cover.wanted), len(cover.offered)
    if cover.group is Group.COVERED:
        asked = plural("{n} person asks for it", "{n} people ask for it", n).format(n=n)
        given = plural("{n} offers it", "{n} offer it", m).format(n=m)
        return _("{asked}, {given}").format(asked=asked, given=given)
    asked = plural("{n} person asks for it", "{n} people ask for it", n).format(n=n)
    return f"{asked} · {interest(cover)}" if cover.gap is Gap.NOBODY else f"{title(cover)} · {interest(cover)}"


def interest(cover: Cover) -> str:
    """Return the sum of the priorities, «interés 8 de 9»."""
    return _("interest {n} of {most}").format(n=cover.priorities, most=3 * len(cover.wanted))


def spoken(cover: Cover, snapshot: Snapshot) -> str:
    """Return a topic of the list as it is read aloud."""
    second = row(cover, snapshot)
    return f"{topic_name(cover.topic_id, snapshot)}: {second if cover.group is Group.SHORT else f'{title(cover)}. {second}'}"


def title(cover: Cover) -> str:
    """Return how a topic stands, in a few words."""
    if cover.gap is Gap.PLACES:
        places = plural("{n} place", "{n} places", cover.places).format(n=cover.places)
        return plural("{places} for {n} person", "{places} for {n} people", cover.learners).format(places=places, n=cover.learners)
    gaps = {
        Gap.NOBODY: _("Nobody offers it"),
        Gap.ROLES: _("Only people who learn offer it") if cover.learners else _("Only people who teach offer it"),
        Gap.DRAFTS: _("Only in incomplete enrolments"),
        Gap.BASIC: _("Only at basic level"),
    }
    if cover.gap is not None:
        return gaps[cover.gap]
    return _("Covered") if cover.wanted else _("Nobody asks for it")


def verdict(cover: Cover) -> tuple[str, str, str]:
    """Return tone, what and why of a topic."""
    if cover.group is Group.UNWANTED:
        text = _("It may make a fifteen-minute talk open to everybody, or an idea for who does not know yet what to ask for.")
        return "info", title(cover), text
    if cover.gap is None:
        return "ok", title(cover), _("Whoever asks for it can find somebody who offers it.")
    roles = (
        _("They take part only to learn, so they can't be a mentor of whoever asks for it.")
        if cover.learners
        else _("They take part only to teach, as whoever asks for it does.")
    )
    texts = {
        Gap.NOBODY: _("No pair can meet this wish until somebody offers it. Another topic of its area counts a quarter."),
        Gap.ROLES: roles,
        Gap.DRAFTS: _("Whoever offers it can't have a pair until their enrolment is complete."),
        Gap.BASIC: _("A basic level meets a third of the wish. Somebody who knows more would reach further."),
        Gap.PLACES: _("At most: a place serves all the topics of whoever teaches."),
    }
    return "warn", title(cover), texts[cover.gap]


def degree(number: int, *, wanted: bool) -> str:
    """Return a priority or level in a word."""
    return degree_words(wanted)[number - 1]


def basis(one: Invitee, snapshot: Snapshot) -> str:
    """Return why somebody may be asked, in a sentence that says where it is known from."""
    topic, edition = topic_name(one.via, snapshot), edition_name(one, snapshot)
    level = degree(one.level, wanted=False).lower()
    answers = snapshot.enrolments.get(one.person_id)
    if one.basis is Basis.DRAFT:
        lacking = formats.joined([labels.answer_field(field) for field in snapshot.missing(one.person_id)], current())
        return _("Offers it ({level}), but the enrolment is incomplete: {fields}.").format(level=level, fields=lacking)
    if one.basis is Basis.MORE_PLACES and answers is not None:
        n = answers.capacity
        places = plural("{n} place", "{n} places", n).format(n=n)
        return _("Teaches it ({level}) with {places}; could take one person more.").format(level=level, places=places)
    if one.basis is Basis.OTHER_ROLE:
        only = _("only to learn") if answers is not None and answers.role is not None and answers.role.learns else _("only to teach")
        return _("Offers it ({level}), but is here {only}: could take part as both.").format(level=level, only=only)
    if one.basis is Basis.OFFERED_BEFORE:
        text = _("Offered it ({level}) in «{edition}»; not this time.") if one.enrolled else _("Offered it ({level}) in «{edition}».")
        return text.format(level=level, edition=edition) + ("" if one.enrolled else f" {_outside()}")
    if one.basis is Basis.AREA_BEFORE:
        text = _("Offered «{topic}» ({level}), of the same area, in «{edition}».").format(topic=topic, level=level, edition=edition)
        return f"{text} {_outside()}"
    return _("Offers «{topic}» ({level}), of the same area.").format(topic=topic, level=level)


def topic_name(topic_id: TopicId, snapshot: Snapshot) -> str:
    """Return the name of a topic."""
    topic = snapshot.topics.get(topic_id)
    return "" if topic is None else topic.name


def area_name(cover: Cover, snapshot: Snapshot) -> str:
    """Return the name of a topic's area, or what stands for none."""
    area_id = snapshot.topics[cover.topic_id].area_id
    return next((area.name for area in snapshot.areas if area.id == area_id), _("Topic of the firm, without area"))


def edition_name(one: Invitee, snapshot: Snapshot) -> str:
    """Return the name of the edition that somebody is known from."""
    return next((edition.name for edition in snapshot.editions if edition.id == one.edition_id), "")


def empty(group: Group) -> tuple[str, str]:
    """Return what an empty group says."""
    return {
        Group.NOBODY: (_("Every topic asked for is offered by somebody"), _("If one is missing some day, you see here whom to invite.")),
        Group.SHORT: (_("No topic falls short"), _("There are places and knowledge for what is asked for.")),
        Group.UNWANTED: (_("Everything offered is asked for"), _("Nobody offers something that nobody wants.")),
        Group.COVERED: (_("No topic is covered yet"), _("Topics come here when somebody asks for them and somebody offers them.")),
    }[group]


def people_text(cover: Cover, snapshot: Snapshot) -> str:
    """Return the names of all who want or offer a topic, for the filter."""
    ids: list[PersonId] = [one.person_id for one in (*cover.wanted, *cover.offered)]
    return " ".join(snapshot.people[person_id].full_name for person_id in ids)


def _outside() -> str:
    return _("Not in this edition.")


def _some(names: Sequence[str]) -> str:
    rest = len(names) - NAMES_SHOWN
    if rest <= 0:
        return formats.joined(names, current())
    return plural("{names} and {n} more", "{names} and {n} more", rest).format(names=", ".join(names[:NAMES_SHOWN]), n=rest)
