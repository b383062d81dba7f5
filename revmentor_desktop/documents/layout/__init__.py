# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How a page looks: a small kit over ReportLab. User text is escaped here, once."""
