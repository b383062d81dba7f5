# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The only Qt. Asks programme, gets frozen records or bytes, redraws on one signal."""
