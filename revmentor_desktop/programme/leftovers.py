# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Folders in which a file lies for a while, and removing those that a crash left behind."""

from revmentor_desktop.store.private_folders import private_folder, sweep

__all__ = ["private_folder", "sweep"]
