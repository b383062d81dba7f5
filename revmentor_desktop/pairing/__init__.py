# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Criteria, score, blocks, exact completion and explanations. Records in, records out; no clock, no files, no randomness."""
