# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The agreement of a pair as data: who, what, when, the ten clauses, and what is left to write by hand."""

from datetime import datetime

from revmentor_desktop.documents import clauses, guide
from revmentor_desktop.documents.content import merge, page, wording
from revmentor_desktop.documents.content.merge import AgreementData
from revmentor_desktop.domain.people import Person
from revmentor_desktop.i18n import formats, words

_BEFORE_TABLE = ("parties", "object", "goals", "commitments", "calendar", "confidentiality")


def agreement(data: AgreementData) -> page.Agreement:
    """Return all that the agreement says. Raises `DomainError` for a clause with an unknown field."""
    _, pgettext = words(data.language).gettext, words(data.language).pgettext
    all_clauses = {clause.key: clause for clause in numbered_clauses(data)}
    programme = merge.programme_name(data)
    return page.Agreement(
        language=data.language,
        title=_("Reverse mentoring agreement"),
        subject=wording.bound(f"{programme} · {data.edition.name} · {merge.pair_names(data)}"),
        heading=heading(data),
        running=" · ".join((wording.bound(data.firm.name), _("Reverse mentoring agreement"))),
        teaches=page.Party(_("Mentor · teaches"), data.mentor.full_name),
        learns=page.Party(_("Mentee · learns"), data.mentee.full_name),
        opening=tuple(clause for key, clause in all_clauses.items() if key in _BEFORE_TABLE),
        table=table(data, all_clauses["calendar"].number),
        closing=tuple(clause for key, clause in all_clauses.items() if key not in (*_BEFORE_TABLE, "signatures")),
        signing=all_clauses["signatures"],
        signers=_signers(data),
        sign_label=pgettext("agreement", "Signature"),
        date_label=pgettext("agreement", "Date"),
        foot=page.Foot(
            note=_("{number} · v{version} · Internal and confidential document").format(number=data.number, version=data.version),
            initials=pgettext("agreement", "Initials"),
            page=_("Page {page} of {pages}"),
        ),
    )


def heading(data: AgreementData) -> page.Heading:
    """Return the top of the first page of a pair's documents."""
    return page.Heading(
        firm=wording.bound(data.firm.name),
        programme=f"{merge.programme_name(data)} · {data.edition.name}",
        number=data.number,
        place_and_date=_place_and_date(data),
        initials=wording.initials(data.firm.name),
        logo=data.firm.logo,
    )


def numbered_clauses(data: AgreementData) -> list[page.Clause]:
    """Return the ten clauses with their fields put in. Raises `DomainError` for an unknown field."""
    texts = {clause.key: clause for clause in clauses.standard(data.language)}
    texts.update({clause.key: clause for clause in data.clauses})
    values = merge.values(data)
    own = {"parties": _parties, "goals": _goals}
    result: list[page.Clause] = []
    for number, key in enumerate(clauses.KEYS, start=1):
        written = clauses.merged(texts[key], values, data.language)
        title = clauses.title(texts[key], values, data.language)
        body = (*own[key](data), *written) if key in own else written
        result.append(page.Clause(key, number, title, body, small=key == "data"))
    return result


def _parties(data: AgreementData) -> tuple[page.Block, ...]:
    _, pgettext = words(data.language).gettext, words(data.language).pgettext
    firm = data.firm
    return (
        page.Parties(
            (
                page.Party(pgettext("agreement", "Mentor"), data.mentor.full_name, _post(data.mentor, data.mentor_site)),
                page.Party(pgettext("agreement", "Mentee"), data.mentee.full_name, _post(data.mentee, data.mentee_site)),
                page.Party(
                    pgettext("agreement", "For the company"),
                    firm.hr_name,
                    tuple(wording.bound(line) for line in (firm.hr_position, _("Coordinates the programme")) if line),
                ),
            )
        ),
    )


def _post(person: Person, site: str) -> tuple[str, ...]:
    # No break around the dot: it would stand alone at the end of a line.
    place = "\u00a0·\u00a0".join(part for part in (person.department, site) if part)
    return tuple(wording.bound(line) for line in (person.position, place) if line)


def _goals(data: AgreementData) -> tuple[page.Block, ...]:
    _ = words(data.language).gettext
    mentor, mentee = merge.called(data)
    given = page.Columns(
        (
            _topics(_("{mentor} teaches {mentee}").format(mentor=mentor, mentee=mentee), data.taught),
            _topics(_("{mentee} gives back to {mentor}").format(mentor=mentor, mentee=mentee), data.given_back),
        )
    )
    goals = ((mentee, data.mentee_goal), (mentor, data.mentor_goal))
    typed = [_goal(name, goal, data.language, first=not index) for index, (name, goal) in enumerate(goals) if goal.strip()]
    text = tuple(run for index, runs in enumerate(typed) for run in ((page.Run(" "),) if index else ()) + runs)
    empty = [
        page.FillIn((page.Run(_("By the end, {name} wants").format(name=name), strong=True),)) for name, goal in goals if not goal.strip()
    ]
    return (given, *((page.Paragraph(text),) if text else ()), *empty)


def _goal(name: str, goal: str, language: str, *, first: bool) -> page.Text:
    """One person's goal as a sentence of its own grammar: a verb follows «quiere», anything else a colon."""
    _ = words(language).gettext
    goal = wording.sentence(" ".join(goal.split()))
    if wording.starts_with_infinitive(goal, language):
        start = _("By the end, {name} wants") if first else _("{name} wants")
        goal = wording.lowered(goal)
    else:
        start = _("Goal of {name}:")
    return (page.Run(start.format(name=name), strong=True), page.Run(" " + wording.bound(goal)))


def _topics(label: str, names: tuple[str, ...]) -> page.Column:
    items = tuple(page.plain(wording.bound(name)) for name in names if name.strip())
    return page.Column(label, items, blanks=0 if items else 2)


def _signers(data: AgreementData) -> tuple[page.Party, ...]:
    pgettext = words(data.language).pgettext
    return (
        page.Party(pgettext("agreement", "Mentor"), data.mentor.full_name, _line(data.mentor.position)),
        page.Party(pgettext("agreement", "Mentee"), data.mentee.full_name, _line(data.mentee.position)),
        page.Party(pgettext("agreement", "For the company"), data.firm.hr_name, _line(data.firm.hr_position)),
    )


def _line(text: str) -> tuple[str, ...]:
    return (wording.bound(text),) if text else ()


def table(data: AgreementData, clause: int) -> page.SessionTable:
    """Return the planned sessions; ``clause`` is the number of the one that speaks of them."""
    _, pgettext = words(data.language).gettext, words(data.language).pgettext
    planned = data.planned()
    titles = guide.titles(data.language, len(planned))
    years = {start.year for _number, start in planned if start is not None}
    rows = tuple(
        page.SessionRow(
            str(number),
            "" if start is None else _day(start, data.language, with_year=len(years) > 1),
            "" if start is None else formats.hour(start),
            titles[index],
        )
        for index, (number, start) in enumerate(planned)
    )
    heads = (
        pgettext("agreement", "No."),
        pgettext("agreement", "Date"),
        pgettext("agreement", "Time"),
        pgettext("agreement", "Session guide"),
        pgettext("agreement", "New date"),
        pgettext("agreement", "Held"),
    )
    return page.SessionTable(pgettext("agreement", "Planned sessions"), _("clause {n}").format(n=clause), heads, rows)


def _day(start: datetime, language: str, *, with_year: bool) -> str:
    short = formats.short_weekday_date(start.date(), language)
    if not with_year:
        return short
    # A plan over New Year: «lun 11/01/27», for «lun 11 ene» would leave the year to guess.
    return f"{short.split()[0]} {start:%d/%m/%y}"


def _place_and_date(data: AgreementData) -> str:
    return ", ".join(part for part in (data.firm.town, wording.bound(formats.long_date(data.created_on, data.language))) if part)
