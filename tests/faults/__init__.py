# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What may never happen to the file, provoked on purpose: one file a kind of fault."""
