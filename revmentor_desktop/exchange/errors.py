# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What exchange answers about a file of others: a table that cannot be read at all, and remarks about single cells.

Codes and data only; the window and the command line own the words.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


class TableError(Exception):
    """A table that cannot be taken as a whole.

    Codes: ``missing_file``, ``not_readable`` (no permission, or the disk refused), ``empty``, ``no_rows``,
    ``wrong_type`` (``kind`` says what it is: pdf, image, word, …), ``encrypted``, ``too_big`` (``what``: bytes, rows,
    columns or content; ``limit``), ``damaged``, ``timeout`` (``seconds``), ``columns`` (``name``, ``why``: not_json, field
    or heading) and ``missing_columns`` (``columns``: the fields).
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, object] = MappingProxyType(dict(data))


def _nothing() -> Mapping[str, object]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """A remark about one cell, row or table.

    ``row`` is the row that the person sees in their spreadsheet (0: the whole table), ``field`` one of
    `columns.FIELDS` (empty: the whole row), ``code`` the reason and ``data`` what a sentence needs.
    """

    row: int
    field: str
    code: str
    data: Mapping[str, object] = dataclasses.field(default_factory=_nothing)
