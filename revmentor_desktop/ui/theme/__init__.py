# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How the program looks: the only place that knows a colour or a pixel. Names are roles, not hues.

`app` makes one `Theme` and hands it to whoever paints; nothing reaches for it globally.
"""

from revmentor_desktop.ui.theme.theme import Mode, Theme

__all__ = ["Mode", "Theme"]
