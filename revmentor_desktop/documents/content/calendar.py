# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The calendar of a pair as data: the table of the agreement on a sheet of its own."""

from dataclasses import replace

from revmentor_desktop.documents.content import page, wording
from revmentor_desktop.documents.content.agreement import heading, numbered_clauses, table
from revmentor_desktop.documents.content.merge import AgreementData
from revmentor_desktop.i18n import words


def pair_calendar(data: AgreementData) -> page.PairCalendar:
    """Return what the calendar says. Raises `DomainError` for a clause with an unknown field."""
    _, pgettext = words(data.language).gettext, words(data.language).pgettext
    agreed = next(clause for clause in numbered_clauses(data) if clause.key == "calendar")
    title = _("Session calendar")
    asked = ", ".join(part for part in (data.firm.hr_name, data.firm.hr_email) if part) or wording.BLANK
    return page.PairCalendar(
        language=data.language,
        title=title,
        heading=heading(data),
        running=f"{wording.bound(data.firm.name)} · {title}",
        teaches=page.Party(_("Mentor · teaches"), data.mentor.full_name),
        learns=page.Party(_("Mentee · learns"), data.mentee.full_name),
        agreed=agreed.body,
        table=replace(table(data, agreed.number), note=_("clause {n} of the agreement").format(n=agreed.number)),
        ask=(page.Run(pgettext("agreement", "Questions:"), strong=True), page.Run(" " + wording.bound(wording.sentence(asked)))),
        foot=page.Foot(note=f"{data.number} · {title}", initials="", page=_("Page {page} of {pages}")),
    )
