# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What leaves the printer: content (pure) and layout (the only ReportLab)."""
