# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Words of the screen *Programa*: clocks, refusals and what the dates of the edition mean."""

from revmentor_desktop.domain.editions import Edition, LegalBasis
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.editions import Fit
from revmentor_desktop.ui.words import errors

TIME_ZONES = ("Europe/Madrid", "Atlantic/Canary")


def time_zone(name: str) -> str:
    """Name of a clock."""
    names = {"Europe/Madrid": _("Mainland time"), "Atlantic/Canary": _("Canarian time, one hour less")}
    return names.get(name, name)


def legal_basis(value: LegalBasis) -> str:
    """Ground on which the firm handles the answers."""
    return {LegalBasis.LEGITIMATE_INTEREST: _("Legitimate interest"), LegalBasis.CONSENT: _("Consent")}[value]


def criterion_note(name: str) -> str:
    """What a criterion of the pairing looks at."""
    return {
        "learn": _("What they look for and are taught"),
        "give_back": _("What who teaches takes along"),
        "hours": _("Free hours that coincide"),
        "hierarchy": _("Levels between the two"),
        "department": _("Bridges between areas"),
        "ease": _("Language, site and way of meeting"),
    }[name]


def refusal(error: DomainError, changed: str) -> str:
    """Return why a value is refused, at the field ``changed`` that the person has just left."""
    if error.reason == "ends_before_start":
        return ends_before(changed)
    if (error.field, error.reason) == ("name", "taken"):
        return _("Another site is called {name}. Choose another name.").format(name=error.data.get("name", ""))
    if error.reason == "empty":
        return _("It can't be empty. Write something here.")
    return errors.domain(error)


def ends_before(changed: str) -> str:
    """Return what to do about an end before its start, at the one of both that was changed."""
    if changed in {"start", "summer_start"}:
        return _("It starts after it ends. Choose an earlier day, or change the end first.")
    return _("It ends before it starts. Choose a later day.")


def fits(fit: Fit, edition: Edition) -> tuple[str, str, str]:
    """Return tone, what and why: whether the sessions of a pair have room, and if not, which value would do."""
    weeks = plural("there is {n} useful week", "there are {n} useful weeks", fit.weeks).format(n=fit.weeks)
    if not fit.fits:
        title = plural("{n} session does not fit", "{n} sessions do not fit", fit.sessions).format(n=fit.sessions)
        return "warn", title, _remedy(fit, edition, weeks)
    if fit.sessions == 1:
        return "info", _("The session fits"), _("{weeks} to choose from.").format(weeks=_capital(weeks))
    title = _("The {n} sessions fit").format(n=fit.sessions)
    every = plural("so one falls every day", "so one falls every {n} days", fit.every).format(n=fit.every)
    return "info", title, f"{_capital(weeks)}, {every}."


def _remedy(fit: Fit, edition: Edition, weeks: str) -> str:
    limit = plural("with {n} session a week at most", "with {n} sessions a week at most", edition.per_pair_week)
    what = f"{_capital(weeks)}, {limit.format(n=edition.per_pair_week)}."
    ways: list[str] = []
    if fit.places > 0:
        ways.append(plural("{n} session does", "{n} sessions do", fit.places).format(n=fit.places))
    if fit.end is not None:
        ways.append(_("ending on {date} all do").format(date=formats.long_date(fit.end, current())))
    if not ways:
        return what
    remedy = ways[0] if len(ways) == 1 else _("{one}, or {other}").format(one=ways[0], other=ways[1])
    return f"{what} {_capital(remedy)}."


def saved(label: str, value: str = "") -> str:
    """Return the notice after a field was left."""
    if not value:
        return _("Saved: {field}").format(field=label)
    return _("Saved: {field}, {value}").format(field=label, value=value if len(value) <= 48 else f"{value[:47]}…")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
