# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Two languages that need not be the same: the window's, and a document's.

The window's is chosen once per thread of work with `use`; `_`, `plural` and `context` translate into it.
A document takes `words` of its own language. Message ids are English; Spanish is the default.
"""

from revmentor_desktop.i18n.words import LANGUAGES, Words, _, context, current, plural, use, words

__all__ = ["LANGUAGES", "Words", "_", "context", "current", "plural", "use", "words"]
