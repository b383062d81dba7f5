# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The firm: one row that is always there."""

from sqlalchemy import Connection, select

from revmentor_desktop.domain.editions import Firm
from revmentor_desktop.store import rows, schema


def get(cx: Connection) -> Firm:
    """Return the firm; its name is empty in a new file."""
    row = dict(rows.one(cx, select(schema.firm)))
    del row["id"]
    return Firm(**row)


def put(cx: Connection, firm: Firm) -> None:
    """Write the firm."""
    rows.change(cx, schema.firm, 1, rows.fields_in(schema.firm, firm))
