# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What an agreement is made from, and the values that its clauses may name."""

from dataclasses import dataclass
from datetime import date, datetime

from revmentor_desktop.documents.clauses import ClauseText
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.editions import Edition, Firm, LegalBasis
from revmentor_desktop.domain.enrolments import Modality
from revmentor_desktop.domain.people import Person
from revmentor_desktop.i18n import formats, words


@dataclass(frozen=True, slots=True)
class AgreementData:
    """Everything that one agreement prints.

    The person of HR, the town, the contact and the logo come from ``firm``. ``taught`` and ``given_back`` are names of
    topics in the language of the document, from mentor to mentee and back. ``sessions`` are (number, start in the
    mentor's wall time or ``None``), in order; without any, ``edition.sessions`` empty rows are printed. ``modality`` is one
    of ``Modality``. ``first_day`` and
    ``last_day`` are the span of the pair (without them, the edition's). ``clauses`` are those that the firm has changed.
    """

    firm: Firm
    edition: Edition
    number: str
    version: int
    created_on: date
    language: DocumentLanguage
    mentor: Person
    mentee: Person
    mentor_site: str = ""
    mentee_site: str = ""
    taught: tuple[str, ...] = ()
    given_back: tuple[str, ...] = ()
    mentor_goal: str = ""
    mentee_goal: str = ""
    sessions: tuple[tuple[int, datetime | None], ...] = ()
    minutes: int | None = None
    modality: str = Modality.VIRTUAL
    first_day: date | None = None
    last_day: date | None = None
    clauses: tuple[ClauseText, ...] = ()

    def planned(self) -> tuple[tuple[int, datetime | None], ...]:
        """The sessions to print, empty rows when none is planned yet."""
        return self.sessions or tuple((number, None) for number in range(1, self.edition.sessions + 1))


def programme_name(data: AgreementData) -> str:
    """Return the firm's name of its programme, or the plain one."""
    return data.firm.programme_name.strip() or words(data.language).gettext("Reverse mentoring programme")


def called(data: AgreementData) -> tuple[str, str]:
    """Return how running text calls mentor and mentee: by first name, or by as much as tells the two apart."""
    mentor, mentee = data.mentor, data.mentee
    candidates = (
        (mentor.first_name, mentee.first_name),
        (mentor.short_name, mentee.short_name),
        (mentor.full_name, mentee.full_name),
        (f"{mentor.full_name} ({mentor.position})", f"{mentee.full_name} ({mentee.position})"),
    )
    return next((names for names in candidates if names[0].casefold() != names[1].casefold()), candidates[-1])


def pair_names(data: AgreementData) -> str:
    """Return both names as running text joins them: «Lucía y Gonzalo», «Sara e Itziar»."""
    return formats.joined(called(data), data.language)


def values(data: AgreementData) -> dict[str, str]:
    """Return the value of every field of a clause, by its English name; empty when nobody has typed it."""
    mentor, mentee = called(data)
    firm, last = data.firm, data.last_day or data.edition.end
    return {
        "mentor": mentor,
        "mentee": mentee,
        "pair": pair_names(data),
        "firm": firm.name,
        "controller": _controller(data),
        "programme": programme_name(data),
        "edition": data.edition.name,
        "sessions": _sessions(data),
        "minutes": str(data.minutes or data.edition.minutes),
        "format": _format(data),
        "period": _period(data),
        "start": formats.long_date(data.first_day or data.edition.start, data.language),
        "end": formats.long_date(last, data.language),
        "legal_basis": _legal_basis(data),
        "retention": _retention(data),
        "contact": firm.privacy_contact or firm.hr_email,
        "hr": firm.hr_name,
        "hr_email": firm.hr_email,
        "number": data.number,
        "town": firm.town,
    }


def _controller(data: AgreementData) -> str:
    _ = words(data.language).gettext
    tax = _("tax no. {number}").format(number=data.firm.tax_number) if data.firm.tax_number else ""
    return ", ".join(part for part in (data.firm.name, tax) if part)


def _sessions(data: AgreementData) -> str:
    count = len(data.planned())
    text = words(data.language).ngettext("{n} session of {minutes} minutes", "{n} sessions of {minutes} minutes", count)
    return text.format(n=count, minutes=data.minutes or data.edition.minutes)


def _format(data: AgreementData) -> str:
    """How they meet, as a phrase after the number of sessions; in agreement with it («presencial», «presenciales»)."""
    translated, count = words(data.language), len(data.planned())
    if data.modality == Modality.VIRTUAL:
        return translated.gettext("by video call")
    if data.modality == Modality.MIXED:
        return translated.ngettext("held in person or by video call", "held in person or by video call", count)
    if data.mentor_site and data.mentor_site == data.mentee_site:
        text = translated.ngettext("held in person at the {site} site", "held in person at the {site} site", count)
        return text.format(site=data.mentor_site)
    return translated.ngettext("held in person", "held in person", count)


def _period(data: AgreementData) -> str:
    _ = words(data.language).gettext
    first, last = data.first_day or data.edition.start, data.last_day or data.edition.end
    start = formats.day_and_month if first.year == last.year else formats.long_date
    return _("between {start} and {end}").format(start=start(first, data.language), end=formats.long_date(last, data.language))


def _legal_basis(data: AgreementData) -> str:
    _ = words(data.language).gettext
    if data.firm.legal_basis is LegalBasis.CONSENT:
        return _("consent, which may be withdrawn at any time without consequences (art. 6(1)(a) GDPR)")
    return _("legitimate interest in developing staff through a voluntary programme (art. 6(1)(f) GDPR)")


def _retention(data: AgreementData) -> str:
    months = data.firm.retention_months
    return words(data.language).ngettext("{n} month", "{n} months", months).format(n=months)
