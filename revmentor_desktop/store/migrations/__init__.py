# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""One dead file per schema step, in raw SQL; never today's tables."""
