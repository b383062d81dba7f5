# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What the user does: each function checks, then runs one named transaction. No sentences, no Qt, no SQL."""
