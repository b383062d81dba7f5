# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The programme file: the only SQL. Rows in, frozen records out; one module per noun."""
