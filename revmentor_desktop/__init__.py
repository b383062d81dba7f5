# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""RevMentor Desktop: reverse-mentoring programmes for small firms, on one laptop, offline."""

__version__ = "0.1.0"
