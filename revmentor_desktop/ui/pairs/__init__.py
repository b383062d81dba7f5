# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Parejas*: who could be paired with whom, which pairs there are, and what both people say of it."""
