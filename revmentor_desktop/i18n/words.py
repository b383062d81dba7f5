# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Translation of sentences, by gettext."""

import gettext
from contextvars import ContextVar
from functools import cache

from revmentor_desktop import resources

DOMAIN = "revmentor"
LANGUAGES = ("es", "en")
"""Languages with a complete set of words; the first is the default."""

# Per context, not per module: a worker that draws an English document must not change the window.
_LANGUAGE: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])

Words = gettext.NullTranslations


@cache
def words(language: str) -> Words:
    """Return the translations of ``language`` (``es`` or ``en``; English is the message ids themselves)."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, resources.path("locale"), [language])


def use(language: str) -> None:
    """Choose the language of the window. Raises `ValueError` for one without words."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _LANGUAGE.set(language)


def current() -> str:
    """Return the language chosen with `use`."""
    return _LANGUAGE.get()


def _(message: str) -> str:
    """Translate one sentence into the language of the window."""
    return words(current()).gettext(message)


def plural(one: str, many: str, number: int) -> str:
    """Translate with the plural for ``number``; put the number in with ``.format(n=number)``."""
    return words(current()).ngettext(one, many, number)


def context(about: str, message: str) -> str:
    """Translate a word that means different things in different places; ``about`` tells them apart."""
    return words(current()).pgettext(about, message)
