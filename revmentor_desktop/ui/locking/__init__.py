# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The password of a file in the window: asking, setting, changing and removing it, locking when nobody is there, and the recovery key.

Everything here is data in, answer out: nothing in it opens, writes or closes a programme file.
"""
