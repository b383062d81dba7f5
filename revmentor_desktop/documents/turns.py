# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Documents are drawn one at a time, whichever thread asks."""

import threading

# ReportLab's typefaces keep their place in the font file while they are cut down: two documents at once spoil each other.
ONE_AT_A_TIME = threading.Lock()
"""Held while a document is drawn."""
