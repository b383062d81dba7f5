# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Numbers, dates, hours and joined names as each language writes them.

Every function takes the language, so that a document in English can be made from a Spanish window.
Babel is imported at first use: it is not needed before the first paint.
"""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time

_LOCALES = {"es": "es_ES", "en": "en_GB"}


def long_date(day: date, language: str) -> str:
    """«18 de enero de 2027», "18 January 2027"."""
    return _date(day, {"es": "d 'de' MMMM 'de' y", "en": "d MMMM y"}, language)


def day_and_month(day: date, language: str) -> str:
    """«15 de febrero», "15 February"."""
    return _date(day, {"es": "d 'de' MMMM", "en": "d MMMM"}, language)


def weekday_date(day: date, language: str) -> str:
    """«lunes 19 de abril», "Monday 19 April"."""
    return _date(day, {"es": "EEEE d 'de' MMMM", "en": "EEEE d MMMM"}, language)


def weekday_long_date(day: date, language: str) -> str:
    """«lunes 19 de abril de 2027», "Monday 19 April 2027"."""
    return _date(day, {"es": "EEEE d 'de' MMMM 'de' y", "en": "EEEE d MMMM y"}, language)


def short_weekday_date(day: date, language: str) -> str:
    """«lun 22 feb», "Mon 22 Feb"."""
    return _date(day, {"es": "EEE d MMM", "en": "EEE d MMM"}, language).replace(".", "")


def short_date(day: date, language: str) -> str:
    """«19 abr», "19 Apr"."""
    return _date(day, {"es": "d MMM", "en": "d MMM"}, language).replace(".", "")


def numeric_date(day: date, language: str) -> str:
    """«15/02/2027» in both languages, as fields show it."""
    return _date(day, {"es": "dd/MM/y", "en": "dd/MM/y"}, language)


def month_and_year(day: date, language: str) -> str:
    """«Abril de 2027», "April 2027"; capital first, for a title."""
    text = _date(day, {"es": "LLLL 'de' y", "en": "LLLL y"}, language)
    return text[:1].upper() + text[1:]


def weekday_name(weekday: int, language: str) -> str:
    """Name of a weekday, 0 = Monday: «lunes», "Monday"."""
    return _date(date(2024, 1, 1 + weekday), {"es": "EEEE", "en": "EEEE"}, language)


def hour(when: datetime | time | int) -> str:
    """«16:00», of a moment or of minutes from midnight."""
    if isinstance(when, int):
        return f"{when // 60:02d}:{when % 60:02d}"
    return f"{when.hour:02d}:{when.minute:02d}"


def number(value: float, language: str, decimals: int = 0) -> str:
    """«13 300», «4,4»: with at most ``decimals`` places; Spanish groups by a no-break space, and only from five digits on."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    text = format_decimal(value, format=pattern, locale=_LOCALES[language])
    if language == "es":
        text = text.replace(".", "\u00a0" if abs(value) >= 10_000 else "")
    return text


def joined(names: Sequence[str], language: str) -> str:
    """«Marcos, Paula y Lucía», «Sara e Itziar» (before i- or hi-, not hie-), "Sara and Itziar"."""
    if len(names) < 2:
        return "".join(names)
    word = "and"
    if language == "es":
        start = unicodedata.normalize("NFD", names[-1].casefold())
        bare = "".join(letter for letter in start if not unicodedata.combining(letter))
        # «y» before hia-, hie-, ia-, io- (a diphthong), «e» before the plain vowel.
        sounds_like_i = bare.startswith(("i", "hi")) and not bare.startswith(("hie", "hia", "ia", "ie", "io"))
        word = "e" if sounds_like_i else "y"
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def _date(day: date, patterns: dict[str, str], language: str) -> str:
    from babel.dates import format_date

    return format_date(day, patterns[language], locale=_LOCALES[language])
