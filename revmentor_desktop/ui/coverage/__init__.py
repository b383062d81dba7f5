# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Temas sin cubrir*: topics that nobody offers, that are short or that nobody wants, and whom to invite."""
