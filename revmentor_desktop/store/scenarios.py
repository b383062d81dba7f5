# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Ways of pairing that were kept under a name."""

from sqlalchemy import Connection, RowMapping, select

from revmentor_desktop.domain.editions import EditionId
from revmentor_desktop.domain.scenarios import Scenario, ScenarioId, ScenarioPair
from revmentor_desktop.store import rows, schema

_OWNER = "scenario_id"


def of_edition(cx: Connection, edition_id: EditionId) -> tuple[Scenario, ...]:
    """Return what was kept in an edition, in the order in which it was kept."""
    table = schema.scenario
    query = select(table).where(table.c.edition_id == edition_id).order_by(table.c.id)
    pairs = rows.children_of(cx, schema.scenario_pair, _OWNER, query.with_only_columns(table.c.id).order_by(None))
    return tuple(Scenario(**row, pairs=tuple(map(_pair, pairs.get(row["id"], ())))) for row in cx.execute(query).mappings())


def add(cx: Connection, scenario: Scenario) -> ScenarioId:
    """Keep a way of pairing and return its id."""
    new = ScenarioId(rows.add(cx, schema.scenario, rows.fields_in(schema.scenario, scenario)))
    rows.add_children(cx, schema.scenario_pair, _OWNER, {new: [rows.fields_in(schema.scenario_pair, pair) for pair in scenario.pairs]})
    return new


def rename(cx: Connection, scenario_id: ScenarioId, name: str) -> None:
    """Give a kept way of pairing another name."""
    rows.change(cx, schema.scenario, scenario_id, {"name": name})


def remove(cx: Connection, scenario_id: ScenarioId) -> None:
    """Forget a kept way of pairing."""
    rows.remove(cx, schema.scenario, scenario_id)


def _pair(row: RowMapping) -> ScenarioPair:
    return ScenarioPair(row["mentor_id"], row["mentee_id"], row["score"], row["fixed"])
