# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Enrolling the people of a spreadsheet, all in one action."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from revmentor_desktop.domain.people import PersonId
from revmentor_desktop.domain.sites import SiteId
from revmentor_desktop.domain.topics import Topic, TopicId
from revmentor_desktop.exchange.answers import Problem, parse
from revmentor_desktop.exchange.columns import FIELDS, mapping_from_json, recognise, require
from revmentor_desktop.exchange.spreadsheets import Table, read_table
from revmentor_desktop.programme.import_plan import Merge, Outcome, RowPlan, match_row
from revmentor_desktop.programme.people import find_or_add_site
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.store import enrolments, people, topics
from revmentor_desktop.store.file import Connection

__all__ = [
    "FIELDS",
    "ImportPlan",
    "ImportReport",
    "Problem",
    "RowPlan",
    "Table",
    "apply",
    "plan_import",
    "prepare",
    "preview",
    "recognise",
]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, before it does it. ``columns`` says field → index of the column."""

    table: Table
    columns: Mapping[str, int]
    rows: tuple[RowPlan, ...]
    rejected: tuple[Problem, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; ``added`` counts drafts too, ``warnings`` name every answer that could not be read or placed."""

    added: int
    updated: int
    unchanged: int
    drafts: int
    rejected: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def prepare(snapshot: Snapshot, path: Path, columns_json: str | None = None) -> ImportPlan:
    """Read a spreadsheet and say what importing it would do; touches nothing, so it may run beside the window.

    ``columns_json`` may name the columns: ``{"email": "Dirección"}``. Raises `TableError`.
    """
    table = read_table(path)
    columns = recognise(table.headings) if columns_json is None else mapping_from_json(columns_json, table.headings)
    return plan_import(snapshot, table, columns)


def plan_import(snapshot: Snapshot, table: Table, columns: Mapping[str, int]) -> ImportPlan:
    """Compare the rows of ``table`` with the people of the file. Raises `TableError` when a needed column is missing."""
    require(columns)
    parsed = parse(table, columns)
    rows = tuple(match_row(snapshot, answers) for answers in parsed.answers)
    return ImportPlan(table, columns, rows, parsed.rejected, (*table.warnings, *parsed.problems))


def preview(snapshot: Snapshot, plan: ImportPlan, same: Mapping[int, PersonId] | None = None) -> ImportReport:
    """Return the figures that `apply` would give."""
    return _report(plan, _outcome(snapshot, plan, same))


def apply(workspace: Workspace, plan: ImportPlan, same: Mapping[int, PersonId] | None = None) -> ImportReport:
    """Enrol the people of ``plan`` in the current edition, all in one action; nothing is written when nothing changes.

    ``same`` says, by row, that somebody of the same name and another e-mail is the same person.
    """
    outcome = _outcome(workspace.snapshot(), plan, same)
    if outcome.people or outcome.enrolments or outcome.exclusions:
        workspace.take_precaution()
        region = workspace.snapshot().edition.region
        with workspace.action("import", people=outcome.added + outcome.updated) as cx:
            workspace.note(person_ids=_write(cx, outcome, region))
    return _report(plan, outcome)


def _outcome(snapshot: Snapshot, plan: ImportPlan, same: Mapping[int, PersonId] | None) -> Outcome:
    chosen = same or {}
    rows = [replace(row, match=chosen.get(row.answers.row, row.match)) for row in plan.rows]
    return Merge(snapshot, rows).outcome()


def _report(plan: ImportPlan, outcome: Outcome) -> ImportReport:
    return ImportReport(
        added=outcome.added,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        drafts=outcome.drafts,
        rejected=plan.rejected,
        warnings=tuple(sorted((*plan.problems, *outcome.warnings), key=lambda problem: problem.row)),
    )


def _write(cx: Connection, outcome: Outcome, region: str) -> tuple[PersonId, ...]:
    """Give the new sites, topics and people real ids, in this order, then write what refers to them; return whom it concerned."""
    site_ids = {site_id: find_or_add_site(cx, name, region) for site_id, name in outcome.new_sites.items()}
    topic_ids = {topic_id: topics.add_topic(cx, Topic(TopicId(0), name, None)) for topic_id, name in outcome.new_topics.items()}
    person_ids: dict[PersonId, PersonId] = {}
    for person in outcome.people:
        if person.id < 0:
            here = SiteId(0) if person.site_id is None else person.site_id
            new = replace(person, code=people.next_code(cx), boss_id=None, site_id=site_ids.get(here, person.site_id))
            person_ids[person.id] = people.add(cx, new)
    for person in outcome.people:
        real = person_ids.get(person.id, person.id)
        stored = people.get(cx, real)
        boss_id = None if person.boss_id is None else person_ids.get(person.boss_id, person.boss_id)
        site_id = None if person.site_id is None else site_ids.get(person.site_id, person.site_id)
        people.update(cx, replace(person, id=real, code=stored.code, boss_id=boss_id, site_id=site_id))
    for enrolment in outcome.enrolments:
        known = enrolment.id > 0
        stored_answers = replace(
            enrolment,
            person_id=person_ids.get(enrolment.person_id, enrolment.person_id),
            wants=tuple(replace(want, topic_id=topic_ids.get(want.topic_id, want.topic_id)) for want in enrolment.wants),
            offers=tuple(replace(offer, topic_id=topic_ids.get(offer.topic_id, offer.topic_id)) for offer in enrolment.offers),
        )
        (enrolments.update if known else enrolments.add)(cx, stored_answers)
    for exclusion in outcome.exclusions:
        ids = (person_ids.get(exclusion.by_id, exclusion.by_id), person_ids.get(exclusion.other_id, exclusion.other_id))
        people.add_exclusion(cx, replace(exclusion, by_id=ids[0], other_id=ids[1]))
    concerned = [*(person.id for person in outcome.people), *(enrolment.person_id for enrolment in outcome.enrolments)]
    return tuple(dict.fromkeys(person_ids.get(person_id, person_id) for person_id in concerned))
