# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""A release that does not exist, two schemas ahead of the first: a table rebuilt, a new one filled from old rows, a column added."""

import re

from revmentor_desktop.store.migrations import runner, s0001_initial
from revmentor_desktop.store.migrations.runner import Step

_AREA = next(statement for statement in s0001_initial.STATEMENTS if "CREATE TABLE area " in statement)

REBUILT = Step(
    2000,
    (
        # Topics refer to areas, so this is the kind of step that loses rows when foreign keys act.
        re.sub("CREATE TABLE area ", "CREATE TABLE area_new ", _AREA),
        "INSERT INTO area_new SELECT * FROM area",
        "DROP TABLE area",
        "ALTER TABLE area_new RENAME TO area",
        """
CREATE TABLE nickname (
    person_id INTEGER NOT NULL CONSTRAINT pk_nickname PRIMARY KEY
        CONSTRAINT fk_nickname_person_id REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT""",
        "INSERT INTO nickname SELECT id, lower(first_name) FROM person",
    ),
    resized=frozenset({"nickname"}),
)
WIDENED = Step(2001, ("ALTER TABLE firm ADD COLUMN web TEXT NOT NULL DEFAULT ''",), min_reader=2000)
STEPS = (*runner.STEPS, REBUILT, WIDENED)
LATEST = WIDENED.version


def arrive() -> None:
    """Make this process that release's program. To be called in a process of its own, before the rest of the store is imported."""
    runner.STEPS, runner.LATEST = STEPS, LATEST
    for function in (runner.pending, runner.min_reader, runner.migrate):
        function.__defaults__ = (STEPS, LATEST)
