# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Inicio*: where the edition stands, what comes next and what needs a look."""
