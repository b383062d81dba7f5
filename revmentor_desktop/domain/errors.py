# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the rules answer when they refuse: a field and a reason code, never a sentence.

The words belong to ``ui`` and ``cli``; here are only codes and the data that a sentence needs.
"""

from collections.abc import Mapping
from types import MappingProxyType


class DomainError(Exception):
    """A value or an action that the rules of the programme refuse.

    ``field`` names the field of the record at fault (empty: the whole action), ``reason`` is a code
    such as ``malformed``, and ``data`` carries what the sentence mentions (names, numbers, dates).
    """

    def __init__(self, field: str, reason: str, **data: object) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self.field = field
        self.reason = reason
        self.data: Mapping[str, object] = MappingProxyType(dict(data))
