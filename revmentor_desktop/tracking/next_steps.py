# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What to do next, computed from what is there, in the order of what blocks the rest."""

from dataclasses import dataclass
from enum import StrEnum

from revmentor_desktop.tracking.phases import Counts

STEPS_SHOWN = 4
"""Tasks shown at once: more would not be read (DESIGN.md §10.1)."""


class StepCode(StrEnum):
    """What a task is about."""

    ENROL = "enrol"
    SOLVE_CLASHES = "solve_clashes"
    WRITE_LOGS = "write_logs"
    FINISH_DRAFTS = "finish_drafts"
    COMPLETE_PAIRS = "complete_pairs"
    CONSULT = "consult"
    NOTE_ANSWERS = "note_answers"
    PLAN_SESSIONS = "plan_sessions"
    DATE_SESSIONS = "date_sessions"
    COMPLETE_FIRM = "complete_firm"
    PRINT_AGREEMENTS = "print_agreements"


@dataclass(frozen=True, slots=True)
class Step:
    """One task: what, of how many, and about how many minutes it takes."""

    code: StepCode
    count: int
    minutes: int


def next_steps(counts: Counts, possible: int | None = None) -> tuple[Step, ...]:
    """Return at most `STEPS_SHOWN` tasks; none when everything is done.

    ``possible``: how many more pairs can be formed, once somebody has worked it out; until then it is taken that whoever is free fits.
    """
    pairable = min(counts.learners_free, counts.teachers_free)
    if possible is not None:
        pairable = min(pairable, possible)
    candidates = (
        Step(StepCode.ENROL, int(counts.enrolled == 0), 5),
        Step(StepCode.SOLVE_CLASHES, counts.clashes, 2 * counts.clashes),
        Step(StepCode.WRITE_LOGS, counts.logs_missing, counts.logs_missing),
        Step(StepCode.FINISH_DRAFTS, counts.drafts, 3 * counts.drafts),
        Step(StepCode.COMPLETE_PAIRS, pairable, 10),
        Step(StepCode.CONSULT, counts.proposed, 3 * counts.proposed),
        Step(StepCode.NOTE_ANSWERS, counts.consulting, 2 * counts.consulting),
        Step(StepCode.PLAN_SESSIONS, counts.pairs_to_plan, 3),
        Step(StepCode.DATE_SESSIONS, counts.undated, 2 * counts.undated),
        Step(StepCode.COMPLETE_FIRM, counts.firm_lacks, 1 + counts.firm_lacks),
        Step(StepCode.PRINT_AGREEMENTS, counts.agreements_to_print, 2 + counts.agreements_to_print // 5),
    )
    steps = tuple(step for step in candidates if step.count)
    if not counts.living_pairs and not counts.sessions and all(step.code is StepCode.COMPLETE_FIRM for step in steps):
        # There are people, but no pair can come of them.
        steps = (Step(StepCode.ENROL, 1, 5), *steps)
    return steps[:STEPS_SHOWN]
