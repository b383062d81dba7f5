# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Codes of the rules put into sentences. No Qt here: the command line says the same words."""
