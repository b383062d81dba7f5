# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What exists in a reverse-mentoring programme: frozen records and their rules. No input, no output, nothing of ours."""
