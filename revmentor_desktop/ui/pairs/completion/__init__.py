# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Complete proposals side by side: those of today and those that were kept, to use one of them or none."""
