# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small rules of writing: the full stop that ends a sentence once, and the spaces at which no line may break."""

import re

BLANK = "…" * 12
"""A dotted line to fill by hand, for something that nobody has typed yet."""

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_NO_BREAK = "\u00a0"
_BOUND = (
    (re.compile(r"\b([SC])\. ([A-ZÁÉÍÓÚ])\."), r"\1." + _NO_BREAK + r"\2."),
    (re.compile(r"\bRR\. ?HH\."), f"RR.{_NO_BREAK}HH."),
    (re.compile(r"\b([Aa]rts?\.) (?=\d)"), r"\1" + _NO_BREAK),
    (re.compile(r"\b([Nn]\.º) (?=\d)"), r"\1" + _NO_BREAK),
    (re.compile(r"\b(\d{1,2}) (?=de [a-z])"), r"\1" + _NO_BREAK),
    (re.compile(rf"\b(\d{{1,2}}) (?={'|'.join(_MONTHS)})"), r"\1" + _NO_BREAK),
    (re.compile(r"\b(\d+) (?=(?:horas|hours|minutos|minutes|meses|months)\b)"), r"\1" + _NO_BREAK),
)
_DOUBLED_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
_ENDS = re.compile(r"[.!?…:][»”\"')\]]*$")
_INFINITIVE = re.compile(r"\w*[aeií]r(?:se|me|te|nos)?(?:lo|la|los|las|le|les)?$", re.IGNORECASE)

_NO_VERBS = frozenset(
    {
        "ayer",
        "bar",
        "carácter",
        "celular",
        "escolar",
        "familiar",
        "hogar",
        "líder",
        "lugar",
        "mar",
        "militar",
        "mujer",
        "máster",
        "par",
        "particular",
        "popular",
        "primer",
        "regular",
        "similar",
        "singular",
        "taller",
        "tercer",
        "tutor",
    }
)
"""Words that end like an infinitive and may begin a goal («Taller de IA»)."""


def bound(text: str) -> str:
    """Return ``text`` with no-break spaces in «S. L.», «RR. HH.», «art. 6», «13 de agosto», «24 horas»."""
    for pattern, replacement in _BOUND:
        text = pattern.sub(replacement, text)
    return text


def single_stops(text: str) -> str:
    """Return ``text`` with «..» (an abbreviation at the end of a sentence) as one full stop; «...» stays."""
    return _DOUBLED_STOP.sub(".", text)


def sentence(text: str) -> str:
    """Return ``text`` as a sentence: with a full stop at its end, unless it has one («RR. HH.» has)."""
    text = text.strip()
    return text if not text or _ENDS.search(text) else text + "."


def starts_with_infinitive(text: str, language: str) -> bool:
    """Whether a goal begins with a verb that can follow «quiere»: «publicar», «Perder el miedo», "to publish"."""
    first, *rest = text.split(maxsplit=1) or [""]
    if language == "en":
        return first.lower() == "to" and bool(rest)
    return len(first) > 1 and first.lower() not in _NO_VERBS and _INFINITIVE.fullmatch(first) is not None


def lowered(text: str) -> str:
    """Return ``text`` with a small first letter, for the middle of a sentence; «IA para ventas» stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def initials(firm: str) -> str:
    """Return one or two letters for a firm without logo: «Talleres Albor, S. L.» is TA."""
    words = [word for word in re.findall(r"[^\W_]+", firm) if len(word) > 2]
    return "".join(word[0] for word in words[:2]).upper()
