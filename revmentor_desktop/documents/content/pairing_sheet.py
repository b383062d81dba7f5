# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The pairing sheet for HR and management as data: the criteria, every pair with its reasons, and who is without one.

Never in it: an incompatibility, who preferred another option, or a note that is private to HR.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.documents.content import page, pairing_words, wording
from revmentor_desktop.domain.availability import Window
from revmentor_desktop.domain.editions import Edition, Firm
from revmentor_desktop.domain.enrolments import Role
from revmentor_desktop.domain.pairs import Forced, PairState
from revmentor_desktop.domain.people import Person, PersonId, folded
from revmentor_desktop.i18n import formats, words


@dataclass(frozen=True, slots=True)
class Topics:
    """Names of topics from one to the other, best first. ``near``: none of them was asked for, they only come near."""

    names: tuple[str, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class PairFacts:
    """One pair as the programme knows it.

    ``score`` is today's, ``accepted_score`` that of the day of acceptance. ``windows`` are the hours that both share,
    ``warnings`` (code, whether it was ticked as read).
    """

    mentor: Person
    mentee: Person
    state: PairState
    score: float
    accepted_score: float | None = None
    taught: Topics = Topics()
    given_back: Topics = Topics()
    windows: tuple[Window, ...] = ()
    warnings: tuple[tuple[str, bool], ...] = ()
    forced: Forced | None = None


@dataclass(frozen=True, slots=True)
class AloneFacts:
    """Somebody without a pair, and a code of `pairing_words.alone` that says why without naming anybody."""

    person: Person
    role: Role | None
    reason: str


@dataclass(frozen=True, slots=True)
class SheetData:
    """Everything that the sheet prints."""

    firm: Firm
    edition: Edition
    day: date
    language: str
    pairs: tuple[PairFacts, ...]
    alone: tuple[AloneFacts, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A mentee under their mentor, with what speaks for the pair. ``notes`` are points at acceptance, if others, and warnings."""

    mentee: str
    department: str
    points: str
    taught: tuple[str, ...]
    given_back: tuple[str, ...]
    hours: tuple[str, ...]
    state: str
    notes: tuple[str, ...]
    forced: page.Text


@dataclass(frozen=True, slots=True)
class Team:
    """A mentor with their pairs; ``label`` names the team when there are several, ``again`` stands where it goes on overleaf."""

    mentor: str
    department: str
    label: str
    again: str
    lines: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class AloneLine:
    """Somebody without a pair."""

    name: str
    department: str
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class PairingSheet:
    """The sheet as it is read from top to bottom; ``weights`` are (value, label), ``least`` (title, value, label)."""

    language: str
    title: str
    summary: str
    heading: page.Heading
    running: str
    weights_title: str
    weights: tuple[tuple[str, str], ...]
    least: tuple[str, str, str]
    heads: tuple[str, str, str, str, str, str, str]
    teams: tuple[Team, ...]
    empty: str
    alone_title: str
    alone_heads: tuple[str, str, str, str]
    alone: tuple[AloneLine, ...]
    foot: page.Foot


def pairing_sheet(data: SheetData) -> PairingSheet:
    """Return what the sheet says."""
    _, pgettext = words(data.language).gettext, words(data.language).pgettext
    title = _("Pairing sheet")
    return PairingSheet(
        language=data.language,
        title=title,
        summary=_summary(data),
        heading=heading(data.firm, data.edition, data.day, data.language),
        running=" · ".join((wording.bound(data.firm.name), title, data.edition.name)),
        weights_title=_("Criteria and their weight in the 100 points"),
        weights=_weights(data.edition, data.language),
        least=(
            pgettext("pairing sheet", "Minimum"),
            formats.number(data.edition.minimum, data.language, 2),
            pgettext("pairing sheet", "to propose a pair"),
        ),
        heads=(
            pgettext("agreement", "Mentor"),
            pgettext("agreement", "Mentee"),
            pgettext("pairing sheet", "Points"),
            pgettext("pairing sheet", "Teaches → · ← learns in return"),
            _("Shared hours"),
            pgettext("pairing sheet", "State"),
            pgettext("pairing sheet", "Warnings (✓ read)"),
        ),
        teams=_teams(data.pairs, data.language),
        empty="" if data.pairs else _("No pairs have been formed yet."),
        alone_title=_("Without pair"),
        alone_heads=(
            pgettext("pairing sheet", "Person"),
            pgettext("pairing sheet", "Department"),
            pgettext("pairing sheet", "Takes part as"),
            pgettext("pairing sheet", "Why"),
        ),
        alone=tuple(_alone(one, data.language) for one in sorted(data.alone, key=lambda one: _by_name(one.person))),
        foot=foot(data.language),
    )


def heading(firm: Firm, edition: Edition, day: date, language: str) -> page.Heading:
    """Return the top of a paper about pairs that stays in the house."""
    _ = words(language).gettext
    programme = firm.programme_name.strip() or _("Reverse mentoring programme")
    place = ", ".join(part for part in (firm.town, wording.bound(formats.long_date(day, language))) if part)
    return page.Heading(
        firm=wording.bound(firm.name),
        programme=f"{programme} · {edition.name}",
        number=words(language).pgettext("pairing sheet", "Internal use"),
        place_and_date=place,
        initials=wording.initials(firm.name),
        logo=firm.logo,
    )


def foot(language: str) -> page.Foot:
    """Return the bottom of a paper about pairs that stays in the house."""
    _ = words(language).gettext
    return page.Foot(note=wording.bound(_("Confidential: for HR and management only")), initials="", page=_("Page {page} of {pages}"))


def _summary(data: SheetData) -> str:
    """«13 parejas · 1 equipo · 2 personas sin pareja · 61 puntos de media»."""
    ngettext = words(data.language).ngettext
    teams = sum(bool(team.label) for team in _teams(data.pairs, data.language))
    counted = (
        (len(data.pairs), ngettext("{n} pair", "{n} pairs", len(data.pairs))),
        (teams, ngettext("{n} team", "{n} teams", teams)),
        (len(data.alone), ngettext("{n} person without pair", "{n} people without pair", len(data.alone))),
    )
    parts = [text.format(n=formats.number(count, data.language)) for count, text in counted if count]
    if data.pairs:
        mean = formats.number(sum(pair.score for pair in data.pairs) / len(data.pairs), data.language)
        parts.append(words(data.language).gettext("{points} points on average").format(points=mean))
    return " · ".join(parts)


def _weights(edition: Edition, language: str) -> tuple[tuple[str, str], ...]:
    shares = edition.weights.shares().items()
    return tuple((formats.number(share, language, 1), pairing_words.criterion(name, language)) for name, share in shares)


def _teams(pairs: Sequence[PairFacts], language: str) -> tuple[Team, ...]:
    by_mentor: defaultdict[PersonId, list[PairFacts]] = defaultdict(list)
    for pair in pairs:
        by_mentor[pair.mentor.id].append(pair)
    in_order = sorted(by_mentor.values(), key=lambda group: _by_name(group[0].mentor))
    return tuple(_team(sorted(group, key=lambda pair: _by_name(pair.mentee)), language) for group in in_order)


def _team(group: Sequence[PairFacts], language: str) -> Team:
    mentor = group[0].mentor
    together = sum(pair.state.living for pair in group)
    pgettext = words(language).pgettext
    return Team(
        mentor=mentor.full_name,
        department=wording.bound(mentor.department),
        label=pgettext("pairing sheet", "Mentoring team") if together > 1 else "",
        again=pgettext("pairing sheet", "continued"),
        lines=tuple(_line(pair, language) for pair in group),
    )


def _line(pair: PairFacts, language: str) -> PairLine:
    now = formats.number(pair.score, language)
    then = now if pair.accepted_score is None else formats.number(pair.accepted_score, language)
    changed = (words(language).pgettext("pairing sheet", "{points} points when accepted").format(points=then),) if then != now else ()
    return PairLine(
        mentee=pair.mentee.full_name,
        department=wording.bound(pair.mentee.department),
        points=now,
        taught=_listed(pair.taught, language),
        given_back=_listed(pair.given_back, language),
        hours=pairing_words.hours(pair.windows, language),
        state=pairing_words.state(pair.state, language),
        notes=(*changed, *(_warning(code, read, language) for code, read in pair.warnings)),
        forced=_forced(pair.forced, language),
    )


def _listed(topics: Topics, language: str) -> tuple[str, ...]:
    """Names as a sentence lists them: only the first one keeps its capital."""
    pgettext = words(language).pgettext
    if not topics.names:
        return (pgettext("pairing sheet", "nothing of what was asked for"),)
    first = pgettext("pairing sheet", "near: {topic}").format(topic=topics.names[0]) if topics.near else topics.names[0]
    return (wording.bound(first), *(wording.bound(wording.lowered(name)) for name in topics.names[1:]))


def _warning(code: str, read: bool, language: str) -> str:
    text = pairing_words.warning(code, language)
    return f"{text}\u00a0✓" if read else text


def _forced(forced: Forced | None, language: str) -> page.Text:
    if forced is None:
        return ()
    rules = [pairing_words.rule(block, language) for block in forced.blocks]
    named = "; ".join(rule if not index else wording.lowered(rule) for index, rule in enumerate(rules))
    mark = words(language).pgettext("pairing sheet", "Forced:")
    return (page.Run(mark, strong=True), page.Run(f" {wording.lowered(named)} — {wording.sentence(' '.join(forced.reason.split()))}"))


def _alone(one: AloneFacts, language: str) -> AloneLine:
    return AloneLine(
        name=one.person.full_name,
        department=wording.bound(one.person.department),
        role=pairing_words.role(one.role, language),
        reason=pairing_words.alone(one.reason, language),
    )


def _by_name(person: Person) -> tuple[str, int]:
    return folded(person.full_name), person.id
