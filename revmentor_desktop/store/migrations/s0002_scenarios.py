# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Schema 1.1: the warnings that were read and the days of a pair's life, and ways of pairing kept under a name. A dead file.

Nothing that the first release wrote changes its meaning, and what is new has a default: its program may still look at such a file.
"""

VERSION = 1001
"""Major · 1000 + minor (``user_version``)."""
MIN_READER = 1000
"""Lowest schema whose program may open the result."""

STATEMENTS: tuple[str, ...] = (
    """
ALTER TABLE pair ADD COLUMN warnings_read TEXT NOT NULL DEFAULT ''
    CONSTRAINT ck_pair_warnings_read CHECK (length(warnings_read) <= 400 AND instr(warnings_read, char(0)) = 0
        AND warnings_read NOT GLOB '*[^a-z_,]*')""",
    """
ALTER TABLE pair ADD COLUMN consulted_on TEXT
    CONSTRAINT ck_pair_consulted_on CHECK (date(consulted_on) IS consulted_on AND consulted_on >= '0001')""",
    """
ALTER TABLE pair ADD COLUMN over_on TEXT CONSTRAINT ck_pair_over_on CHECK (date(over_on) IS over_on AND over_on >= '0001')""",
    """
ALTER TABLE pair ADD COLUMN paused_on TEXT
    CONSTRAINT ck_pair_paused_on CHECK (date(paused_on) IS paused_on AND paused_on >= '0001')""",
    """
CREATE TABLE scenario (
    id INTEGER NOT NULL CONSTRAINT pk_scenario PRIMARY KEY AUTOINCREMENT,
    edition_id INTEGER NOT NULL CONSTRAINT fk_scenario_edition_id REFERENCES edition (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CONSTRAINT ck_scenario_name CHECK (length(name) <= 120 AND instr(name, char(0)) = 0),
    made_on TEXT NOT NULL CONSTRAINT ck_scenario_made_on CHECK (date(made_on) IS made_on AND made_on >= '0001'),
    objective TEXT NOT NULL CONSTRAINT ck_scenario_objective CHECK (objective IN ('total', 'fairest', 'alternative')),
    size INTEGER NOT NULL CONSTRAINT ck_scenario_size CHECK (size BETWEEN 0 AND 1000000)
) STRICT""",
    "CREATE INDEX ix_scenario_edition_id ON scenario (edition_id)",
    """
CREATE TABLE scenario_pair (
    scenario_id INTEGER NOT NULL CONSTRAINT fk_scenario_pair_scenario_id REFERENCES scenario (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CONSTRAINT ck_scenario_pair_position CHECK (position BETWEEN 0 AND 1000000),
    mentor_id INTEGER NOT NULL CONSTRAINT fk_scenario_pair_mentor_id REFERENCES person (id) ON DELETE CASCADE,
    mentee_id INTEGER NOT NULL CONSTRAINT fk_scenario_pair_mentee_id REFERENCES person (id) ON DELETE CASCADE,
    score REAL NOT NULL CONSTRAINT ck_scenario_pair_score CHECK (score BETWEEN 0 AND 100.001),
    fixed INTEGER NOT NULL CONSTRAINT ck_scenario_pair_fixed CHECK (fixed BETWEEN 0 AND 1),
    CONSTRAINT pk_scenario_pair PRIMARY KEY (scenario_id, position),
    CONSTRAINT ck_scenario_pair_two CHECK (mentor_id <> mentee_id)
) STRICT""",
    "CREATE INDEX ix_scenario_pair_mentor_id ON scenario_pair (mentor_id)",
    "CREATE INDEX ix_scenario_pair_mentee_id ON scenario_pair (mentee_id)",
)
