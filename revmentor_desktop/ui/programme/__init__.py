# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Programa*: the settings of the edition, the firm, its sites and its days, each beside what it means."""
