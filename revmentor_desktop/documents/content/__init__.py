# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a page says, as plain records, in Spanish or English. Pure functions."""
