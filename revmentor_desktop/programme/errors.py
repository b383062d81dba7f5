# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The world's refusals, by code, for those who own the words: a file that can't be opened, a table that can't be read."""

from revmentor_desktop.exchange.errors import TableError
from revmentor_desktop.store.check import Fault
from revmentor_desktop.store.errors import StoreError

__all__ = ["Fault", "StoreError", "TableError"]
