# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What an action changed of a record, so that taking it back can go to that place."""

from dataclasses import fields, is_dataclass


def changed_fields(before: object, after: object) -> tuple[str, ...]:
    """Name the fields in which two records of one class differ; nothing when one of them is no record of that class."""
    if not is_dataclass(after) or isinstance(after, type) or type(before) is not type(after):
        return ()
    return tuple(field.name for field in fields(after) if getattr(before, field.name) != getattr(after, field.name))
