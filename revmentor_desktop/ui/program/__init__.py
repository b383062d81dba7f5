# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The running program: which window is in sight, which file is behind it, and how one comes to it."""
