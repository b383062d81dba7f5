# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Before a programme is open: the first page, the five questions that make a programme, and the preferences."""
