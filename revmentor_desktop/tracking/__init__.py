# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Where every pair stands: progress and alarms. Records in, records out; today is a parameter."""
