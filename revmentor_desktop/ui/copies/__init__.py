# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Backup copies in the window: who makes them by themselves, and the page *Archivo y copias*."""
