# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The tour: a picture of every screen and main dialog, and every document, made without a person."""
