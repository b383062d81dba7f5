# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""*Documentos*: the papers of each pair, how they look, and how they get on paper or into a folder."""
