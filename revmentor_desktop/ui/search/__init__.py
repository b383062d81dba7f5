# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Search (`Ctrl+K`): people, pairs, sessions, documents, actions and places in one list over the window."""
