# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sentences of *Inicio*: each task and each notice in words, with the place where its button goes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from revmentor_desktop.domain.pairs import Block, Pair, PairState
from revmentor_desktop.domain.sessions import Session
from revmentor_desktop.domain.topics import TopicId
from revmentor_desktop.i18n import _, current, formats, plural
from revmentor_desktop.programme.home import Alert, Findings, Standing, Step, StepCode, firm_lacks, standing, without_log
from revmentor_desktop.programme.pairs import Lonely
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.ui.navigation import CALENDAR, COVERAGE, DOCUMENTS, PAIRS, PEOPLE, PROGRAMME
from revmentor_desktop.ui.words import labels, pairing, planning

NAMES_SHOWN = 3
"""Names that a sentence gives before «y 2 más»."""
WAIT = "…"
"""What stands for a figure that is being worked out."""


@dataclass(frozen=True, slots=True)
class Task:
    """One line of *Qué toca ahora*. ``place`` and ``target`` say where the button lands; ``writes``: it begins to change something."""

    icon: str
    title: str
    reason: str
    minutes: int
    button: str
    place: str
    target: object = None
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of *Avisos*. ``tone`` is danger, warn or info."""

    tone: str
    title: str
    detail: str
    button: str
    place: str
    target: object = None


def tasks(steps: Iterable[Step], snapshot: Snapshot, now: datetime, found: Findings | None) -> tuple[Task, ...]:
    """Put the steps into words; ``found`` is ``None`` while it is being worked out."""
    writer = _TaskWriter(snapshot, now, found)
    return tuple(writer.task(step) for step in steps)


def pair_name(snapshot: Snapshot, pair: Pair) -> str:
    """Return the first names of a pair, «Sara e Itziar»."""
    return formats.joined([snapshot.people[person_id].first_name for person_id in (pair.mentor_id, pair.mentee_id)], current())


def and_more(names: Sequence[str], shown: int = NAMES_SHOWN) -> str:
    """Join the first names and count the rest, «Diego Amor, Hugo Barrios y 3 más»."""
    rest = len(names) - shown
    if rest <= 0:
        return formats.joined(names, current())
    return plural("{names} and {n} more", "{names} and {n} more", rest).format(names=", ".join(names[:shown]), n=rest)


class _TaskWriter:
    def __init__(self, snapshot: Snapshot, now: datetime, found: Findings | None) -> None:
        self._snapshot, self._now, self._found = snapshot, now, found

    def task(self, step: Step) -> Task:
        writers = {
            StepCode.ENROL: self._enrol,
            StepCode.SOLVE_CLASHES: self._clashes,
            StepCode.WRITE_LOGS: self._logs,
            StepCode.FINISH_DRAFTS: self._drafts,
            StepCode.COMPLETE_PAIRS: self._complete,
            StepCode.CONSULT: self._consult,
            StepCode.NOTE_ANSWERS: self._answers,
            StepCode.PLAN_SESSIONS: self._plan,
            StepCode.DATE_SESSIONS: self._date,
            StepCode.COMPLETE_FIRM: self._firm,
            StepCode.PRINT_AGREEMENTS: self._print,
        }
        return writers[step.code](step)

    def _enrol(self, step: Step) -> Task:
        if self._snapshot.enrolments:
            title, reason = _("Enrol more people"), _("No pair can come of those who are enrolled so far.")
        else:
            title, reason = _("Enrol the first people"), _("Take them from a spreadsheet of answers, or type them in one by one.")
        return Task("user-plus", title, reason, step.minutes, _("Import answers"), PEOPLE, "import", writes=True)

    def _clashes(self, step: Step) -> Task:
        title = plural("Resolve {n} clash of dates", "Resolve {n} clashes of dates", step.count).format(n=step.count)
        alerts = [] if self._found is None else [alert for alert in self._found.alerts if alert.code == "clash"]
        names = [self._name_of(alert) for alert in alerts]
        reason = _("Sessions of {names}.").format(names=_listed(names)) if names else WAIT
        first = alerts[0].session_id if alerts else None
        return Task("calendar-x", title, reason, step.minutes, _("See clashes"), CALENDAR, None if first is None else ("session", first))

    def _logs(self, step: Step) -> Task:
        late = without_log(self._snapshot.sessions, self._now)
        title = plural("Note {n} acta that waits", "Note {n} actas that wait", step.count).format(n=step.count)
        reason = _("Sessions of {names}.").format(names=_listed(self._pairs_of(late)))
        button = plural("Note acta", "Note actas", step.count)
        return Task("notebook-pen", title, reason, step.minutes, button, CALENDAR, ("session", late[0].id) if late else None)

    def _drafts(self, step: Step) -> Task:
        title = plural("Finish {n} enrolment", "Finish {n} enrolments", step.count).format(n=step.count)
        drafts = self._snapshot.drafts
        names = and_more([person.short_name for person in drafts], 2)
        lacking = {self._snapshot.missing(person.id) for person in drafts}
        if len(lacking) == 1 and len(fields := next(iter(lacking))) <= 2:
            words = formats.joined([labels.answer_field(field) for field in fields], current())
            reason = plural("{names}: the {fields} is missing.", "{names}: {fields} are missing.", len(fields))
            reason = reason.format(names=names, fields=words)
        else:
            reason = _("{names}: some answers are missing.").format(names=names)
        target = ("missing", drafts[0].id) if len(drafts) == 1 else ("filter", "drafts")
        return Task("user-pen", title, reason, step.minutes, _("Complete"), PEOPLE, target)

    def _complete(self, step: Step) -> Task:
        living = len(self._snapshot.living_pairs)
        title = _("Complete the pairs") if living else _("Form the pairs")
        more = None if self._found is None else self._found.possible - living
        if more is None:
            count = plural("You can form {n}.", "You can form {n}.", 2).format(n=WAIT)
        elif living:
            count = plural("You can form {n} more.", "You can form {n} more.", more).format(n=more)
        else:
            count = plural("You can form {n}.", "You can form {n}.", more).format(n=more)
        how = _("The program suggests how.")
        reason = f"{count} {how}"
        return Task("git-compare-arrows", title, reason, step.minutes, _("Go to pairs"), PAIRS, "complete")

    def _consult(self, step: Step) -> Task:
        title = plural("Consult {n} proposed pair", "Consult {n} proposed pairs", step.count).format(n=step.count)
        reason = _("Talk to each of them and note whether they accept.")
        return Task("messages-square", title, reason, step.minutes, _("See pairs"), PAIRS, self._first_pair(PairState.PROPOSED))

    def _answers(self, step: Step) -> Task:
        title = plural("Note what {n} pair says", "Note what {n} pairs say", step.count).format(n=step.count)
        asked = [pair_name(self._snapshot, pair) for pair in self._snapshot.pairs if pair.state is PairState.CONSULTING]
        target = self._first_pair(PairState.CONSULTING)
        reason = _("In consultation: {names}.").format(names=_listed(asked))
        return Task("clipboard-list", title, reason, step.minutes, _("Note answers"), PAIRS, target)

    def _plan(self, step: Step) -> Task:
        title = plural("Plan the sessions of {n} pair", "Plan the sessions of {n} pairs", step.count).format(n=step.count)
        reason = _("They have accepted. The program suggests the dates.")
        return Task("calendar-plus", title, reason, step.minutes, _("Plan sessions"), CALENDAR, "plan", writes=True)

    def _date(self, step: Step) -> Task:
        undated = [s for s in self._snapshot.sessions if standing(s, self._now) in {Standing.UNDATED, Standing.POSTPONED}]
        title = plural("Give {n} session a date", "Give {n} sessions a date", step.count).format(n=step.count)
        reason = _("Sessions of {names}.").format(names=_listed(self._pairs_of(undated)))
        target = ("session", undated[0].id) if undated else None
        return Task("calendar-clock", title, reason, step.minutes, _("Look for a date"), CALENDAR, target)

    def _firm(self, step: Step) -> Task:
        names = {"town": _("the town"), "hr_name": _("who signs for HR"), "privacy_contact": _("whom to ask about data protection")}
        lacking = [names[name] for name in firm_lacks(self._snapshot.firm)]
        reason = plural("The agreements lack {names}.", "The agreements lack {names}.", len(lacking))
        reason = reason.format(names=formats.joined(lacking, current()))
        return Task("building-2", _("Complete the firm's data"), reason, step.minutes, _("Complete data"), PROGRAMME, "firm")

    def _print(self, step: Step) -> Task:
        title = plural("Print {n} waiting agreement", "Print {n} waiting agreements", step.count).format(n=step.count)
        reason = _("Of the pairs that have accepted.")
        return Task("printer", title, reason, step.minutes, _("See agreements"), DOCUMENTS)

    def _first_pair(self, state: PairState) -> object:
        return next((("pair", pair.id) for pair in self._snapshot.pairs if pair.state is state), None)

    def _pairs_of(self, sessions: Iterable[Session]) -> list[str]:
        ids = dict.fromkeys(session.pair_id for session in sessions)
        return [pair_name(self._snapshot, self._snapshot.pair(pair_id)) for pair_id in ids]

    def _name_of(self, alert: Alert) -> str:
        return "" if alert.pair_id is None else pair_name(self._snapshot, self._snapshot.pair(alert.pair_id))


def _listed(pairs: Sequence[str]) -> str:
    """Pairs are joined by semicolons, for each holds an «y» already; one name stands once."""
    names = list(dict.fromkeys(pairs))
    rest = len(names) - 2
    text = "; ".join(names[:2])
    return text if rest <= 0 else plural("{names}; and {n} more", "{names}; and {n} more", rest).format(names=text, n=rest)


def notices(alerts: Iterable[Alert], snapshot: Snapshot) -> tuple[Notice, ...]:
    """Put what needs a look into words, in the order given."""
    return tuple(_notice(alert, snapshot) for alert in alerts)


def _notice(alert: Alert, snapshot: Snapshot) -> Notice:
    if alert.code == "lonely":
        return _lonely(alert, snapshot)
    if alert.code == "clash":
        return _clash(alert, snapshot)
    if alert.code == "topics_unmet":
        return _topics(alert)
    name = "" if alert.pair_id is None else pair_name(snapshot, snapshot.pair(alert.pair_id))
    target = ("pair", alert.pair_id)
    tone = "danger" if alert.red else "warn"
    if alert.code == "pair_blocked":
        title = _("{pair}: can no longer be a pair") if alert.red else _("{pair}: something stands against the pair")
        detail = f"{pairing.block(cast('Block', alert.data['block']), hidden=snapshot.hidden)}."
        return Notice(tone, title.format(pair=name), detail, _("See the pair"), PAIRS, target)
    title = _("{pair}: same chain of command").format(pair=name)
    return Notice(tone, title, _("The pair is possible; it is for you to decide."), _("See the pair"), PAIRS, target)


def _lonely(alert: Alert, snapshot: Snapshot) -> Notice:
    reason = cast("Lonely", alert.data["why"])
    titles: Mapping[str, str] = {
        "no_shared_hours": _("{name} shares no hours with anybody"),
        "no_candidates_teach": _("Nobody teaches what {name} asks for"),
        "below_minimum": _("Nobody fits well with {name}"),
        "only_boss": _("{name} can only meet people of their chain"),
        "all_blocked": _("Nobody can be paired with {name}"),
    }
    title = titles[reason.code].format(name=snapshot.people[reason.person_id].short_name)
    tone = "danger" if alert.red else "warn"
    if reason.code in {"no_shared_hours", "only_boss"}:
        return Notice(tone, title, _lonely_detail(reason, snapshot), _("Look over their hours"), PEOPLE, ("hours", reason.person_id))
    if reason.code == "no_candidates_teach":
        asked = [snapshot.topics[topic_id].name for topic_id in cast("Sequence[TopicId]", reason.data.get("topics", ()))]
        detail = _("Asks for: {topics}.").format(topics=_topic_names(asked)) if asked else pairing.lonely(reason, snapshot)
        return Notice(tone, title, detail, _("Look over their topics"), PEOPLE, ("topics", reason.person_id))
    return Notice(tone, title, _lonely_detail(reason, snapshot), _("See who fits"), PAIRS, ("person", reason.person_id))


def _lonely_detail(reason: Lonely, snapshot: Snapshot) -> str:
    windows = reason.data.get("windows")
    if reason.code == "no_shared_hours" and windows and reason.data.get("closest") is None:
        when = pairing.hours(cast("Sequence[object]", windows))  # pyright: ignore[reportArgumentType]
        return _("Can only meet: {hours}.").format(hours=when if current() == "en" else _inside(when))
    return pairing.lonely(reason, snapshot)


def _clash(alert: Alert, snapshot: Snapshot) -> Notice:
    session = next((s for s in snapshot.sessions if s.id == alert.session_id), None)
    pair = None if session is None else snapshot.pair(session.pair_id)
    name = "" if pair is None else pair_name(snapshot, pair)
    when = ""
    if session is not None and session.start is not None:
        when = f"{formats.short_weekday_date(session.start.date(), current())}, {formats.hour(session.start)}"
    first_names: Mapping[object, str] = {person_id: person.first_name for person_id, person in snapshot.people.items()}
    detail = planning.obstacle(str(alert.data["cause"]), alert.data, first_names)
    title = _("{pair}: clash on {when}").format(pair=name, when=when)
    return Notice("danger", title, detail, _("Look for another date"), CALENDAR, ("session", alert.session_id))


def _topics(alert: Alert) -> Notice:
    names = [str(name) for name in cast("Sequence[object]", alert.data["names"])]
    n = len(names)
    title = plural("{n} topic that nobody offers", "{n} topics that nobody offers", n).format(n=n)
    return Notice("warn", title, f"{_topic_names(names)}.", _("See whom to invite"), COVERAGE)


def _topic_names(names: Sequence[str]) -> str:
    return and_more([names[0], *(_inside(name) for name in names[1:])])


def _inside(words: str) -> str:
    # As in the middle of a sentence; initials (SAP) stay as they are.
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
