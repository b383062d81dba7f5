# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What is shown when a file is damaged: its newest sound copy, what can be salvaged of it, and the ways on."""
