# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Days off, slots, plans and moves of sessions. Records in, records out; today is a parameter."""
