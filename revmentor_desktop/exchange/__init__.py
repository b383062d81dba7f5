# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What comes in and goes out as files of others: spreadsheets and the like."""
