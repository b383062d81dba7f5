# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Parts of the window that know no screen: each takes the `Theme` first, text that a person sees, and signals what was done.

Text is always plain: a name is never mark-up. What is painted here is also painted by delegates, through `paint`.
"""
