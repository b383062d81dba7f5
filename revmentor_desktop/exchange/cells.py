# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Single answers as people write them: role, level, mode, languages, capacity, topics, names. ``None`` means «not read»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from revmentor_desktop.domain.enrolments import CAPACITY_LIMIT, Modality, NoticeWay, Role
from revmentor_desktop.domain.people import GenerationBand, Level, folded

DEFAULT_GRADE = 2
"""Priority or level of a topic written without one."""

NOTHING = frozenset({"", "-", "--", "–", "—", ".", "n/a", "n.a.", "na", "ninguno", "ninguna", "nadie", "none", "nobody", "no aplica"})
"""Folded ways of leaving a cell empty."""
_YES = re.compile(r"si\b|yes\b|true$|x$|ok$|1$|✓|✔|entregad|leid|he leido|i have read|acept|conforme|confirm|de acuerdo|agree")
_NO_EMAIL = re.compile(r"(no|sin) .*(correo|e-?mail|mail)|no (tiene|tengo|usa|uso|hay)|sin correo|no$|none$")
_NOT_GIVEN = re.compile(r"anonim[oa]|anonymous")

_EITHER = re.compile(r"\bamb[oa]s\b|cualquier|\bl[oa]s dos\b|indistint|me da igual|\bboth\b|\beither\b|\bany\b")
_TEACHES = re.compile(r"\bmentor(a|/a|as|es|\(a\)|@)?\b|enseñ|aport|teach|\bjunior\b")
_LEARNS = re.compile(r"mentorizad|mentorand|mentoread|tutelad|mentee|menti|aprend|learn|\bsenior\b")
_REFUSAL = re.compile(r"\b(no|not|nunca|never)\b")

_LEVEL_WORDS: tuple[tuple[Level, str], ...] = (
    (Level.LEAD, r"responsable|encargad|coordinador|supervisor|jef[ea] de (equipo|turno)|team lead|^lead\b|team leader"),
    (Level.DIRECTOR, r"direcc|director|gerente|gerencia|direction|^board|executive|\bceo\b|consejo|propiedad"),
    (Level.MANAGER, r"mando|manager|^jef[ea]\b|jefatura"),
    (Level.SPECIALIST, r"tecnic|especialista|specialist|technician|analista|oficial"),
    (Level.JUNIOR, r"junior|base\b|becari|practicas|auxiliar|aprendiz|operari|trainee|intern\b|assistant"),
)
_IN_PERSON = re.compile(r"presencial|in[ -_]?person|face to face|cara a cara|en persona|on[ -]?site")
_VIRTUAL = re.compile(r"virtual|on[ -]?line|en linea|remot|teletrabajo|distancia|video|teams|zoom|meet\b")
_MIXED = re.compile(r"mixt|hibrid|mixed|hybrid|semipresencial")
_BANDS: tuple[tuple[GenerationBand, str], ...] = (
    (
        GenerationBand.UP_TO_28,
        r"(hasta|menos de|up to|under|<|<=|max\.?)[ _]*(28|29)\b.*|(16|18)?\s*-\s*28\b.*|28 o menos|generacion z|gen z|z",
    ),
    (GenerationBand.FROM_29, r"(de |from )?29[ _]*(-|a|to|y)[ _]*43\b.*|millennials?|y"),
    (GenerationBand.FROM_44, r"(de |from )?44[ _]*(-|a|to|y)[ _]*59\b.*|generacion x|gen x|x"),
    (
        GenerationBand.FROM_60,
        r"(60|desde 60|from 60|mas de 60|over 60|>|>=)[ _]*(60)?[ _]*(\+|o mas|y mas|or more|and over|a[nñ]os.*)?|\+\s*60|baby ?boomers?",
    ),
)
_NUMBER_WORDS = {"una": 1, "un": 1, "uno": 1, "one": 1, "dos": 2, "two": 2, "tres": 3, "three": 3}
_CAPACITY = re.compile(
    rf"(?:hasta|maximo|max\.?|up to|solo|only)?\s*(?P<word>[0-9]{{1,6}}|{'|'.join(_NUMBER_WORDS)})(?:\.0)?"
    r"\s*(?:parejas?|personas?|pairs?|people|mentorizad\w*)?"
)
_GRADE_WORDS = {
    "poco": 1,
    "un poco": 1,
    "baja": 1,
    "bajo": 1,
    "basico": 1,
    "basica": 1,
    "a little": 1,
    "low": 1,
    "basic": 1,
    "bastante": 2,
    "media": 2,
    "medio": 2,
    "normal": 2,
    "intermedio": 2,
    "quite": 2,
    "medium": 2,
    "intermediate": 2,
    "mucho": 3,
    "muchisimo": 3,
    "alta": 3,
    "alto": 3,
    "experto": 3,
    "experta": 3,
    "avanzado": 3,
    "a lot": 3,
    "high": 3,
    "expert": 3,
    "advanced": 3,
}
_NOT_ASKED = frozenset({"0", "nada", "no", "ninguno", "nothing", "none", "no me interesa"})
_GRADED = re.compile(r"(?P<name>.*?\S)\s*(?:(?P<arrow>>|=)\s*(?P<a>[^>=]*)|:\s*(?P<c>[^:]*)|\((?P<b>[^()]*)\))", re.DOTALL)
_LANGUAGE_ALIASES = {
    "castellano": "es", "castellà": "es", "spanish": "es", "espanol": "es", "valenciano": "ca", "catala": "ca", "valencia": "ca",
    "vasco": "eu", "euskara": "eu", "euskera": "eu", "vascuence": "eu", "galego": "gl", "english": "en", "francais": "fr",
    "deutsch": "de", "portugues": "pt", "mandarin": "zh", "arabic": "ar", "rumano": "ro", "farsi": "fa", "bereber": "ber",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TopicText:
    """A topic as written, with its priority or level 1–3; which topic of the file it is, `programme` decides."""

    name: str
    grade: int


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no answer."""
    return folded(text) in NOTHING


def says_yes(text: str) -> bool:
    """Whether a cell is a yes, as the tick box of an online form writes it."""
    return bool(_YES.match(folded(text))) and not _REFUSAL.match(folded(text))


def says_no_email(text: str) -> bool:
    """Whether a cell of e-mail says that the person has none at work."""
    return "@" not in text and bool(_NO_EMAIL.match(folded(text)))


def is_anonymous(text: str) -> bool:
    """Whether a cell of e-mail or name is what Microsoft's forms write for somebody who was not signed in."""
    return bool(_NOT_GIVEN.fullmatch(folded(text)))


def read_role(text: str) -> Role | None:
    """Return the role of words such as mentor, mentora, mentor/a, mentorizado/a, ambos, quiero aprender."""
    plain = folded(text)
    if plain in tuple(Role):
        return Role(plain)
    if _EITHER.search(plain):
        return Role.EITHER
    if _REFUSAL.search(plain):
        return None
    teaches, learns = bool(_TEACHES.search(plain)), bool(_LEARNS.search(plain))
    if teaches and learns:
        return Role.EITHER
    if teaches:
        return Role.MENTOR
    return Role.MENTEE if learns else None


def read_level(text: str) -> Level | None:
    """Return the level of a number 1–5, alone or with words around it, or of words alone."""
    plain = folded(text)
    number = re.fullmatch(r"(?:nivel|level|n)?\.?\s*([1-5])(?:\.0)?(?:\s*[-–—.:·)(].*)?", plain)
    if number:
        return Level(int(number.group(1)))
    if re.search(r"\d|\b(sin|no|not)\b", plain):
        return None
    for level in Level:
        if plain == level.name.lower():
            return level
    for level, pattern in _LEVEL_WORDS:
        if re.search(pattern, plain):
            return level
    return None


def read_modality(text: str) -> Modality | None:
    """Return the mode of meeting; two modes named together are the mixed one."""
    plain = folded(text)
    if _MIXED.search(plain) or _EITHER.search(plain):
        return Modality.MIXED
    in_person, virtual = bool(_IN_PERSON.search(plain)), bool(_VIRTUAL.search(plain))
    if in_person and virtual:
        return Modality.MIXED
    if in_person:
        return Modality.IN_PERSON
    return Modality.VIRTUAL if virtual else None


def read_band(text: str) -> GenerationBand | None:
    """Return the age band of its own words; an age alone is not asked for and not read."""
    plain = re.sub(r"[‐-―]", "-", folded(text))
    if plain in tuple(GenerationBand):
        return GenerationBand(plain)
    return next((band for band, pattern in _BANDS if re.fullmatch(pattern, plain)), None)


def read_capacity(text: str) -> int | None:
    """Return how many pairs at once, 1–3, from a number or a word with few words around it."""
    plain = folded(text)
    match = _CAPACITY.fullmatch(plain)
    if match is None:
        return None
    number = _NUMBER_WORDS.get(match["word"]) or int(match["word"])
    return number if 1 <= number <= CAPACITY_LIMIT else None


def read_notice_way(text: str) -> NoticeWay | None:
    """Return how the data protection notice was given."""
    plain = folded(text)
    for way, pattern in (
        (NoticeWay.PDF, r"pdf"),
        (NoticeWay.PAPER, r"papel|paper|en mano|impres|firma"),
        (NoticeWay.SCREEN, r"pantalla|screen|on[ -]?line|formulario|web|form\b|forms\b|digital"),
    ):
        if re.search(pattern, plain):
            return way
    return None


def read_languages(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ISO 639 codes of a list of languages, and the words that are none."""
    codes: dict[str, None] = {}
    unknown: list[str] = []
    for part in re.split(r"[;,\n|/+&]|\b(?:y|e|and)\b", text, flags=re.IGNORECASE):
        plain = re.sub(r"\([^()]*\)|\b[abc][12]\b|\b(nativ\w+|native|materna|bilingue|alto|medio|basico)\b|[.:-]", " ", folded(part))
        word = " ".join(plain.split())
        if not word:
            continue
        code = _language_codes().get(word)
        if code is None:
            unknown.append(part.strip())
        else:
            codes[code] = None
    return tuple(codes), tuple(unknown)


@cache
def _language_codes() -> Mapping[str, str]:
    """Every language by its code and its Spanish and English name, from the tables of Unicode that Babel carries."""
    from babel import Locale

    known: dict[str, str] = {}
    for language in ("en", "es"):
        names = cast("Mapping[str, str]", Locale(language).languages)
        for code, name in names.items():
            if code.isalpha() and len(code) <= 3:
                known[folded(name)] = known[code] = code
    known.update({folded(name): code for name, code in _LANGUAGE_ALIASES.items()})
    for answer in ("si", "no"):  # Sinhala and Norwegian by code, but never meant so on a form
        del known[answer]
    return MappingProxyType(known)


def read_topics(text: str) -> tuple[tuple[TopicText, ...], tuple[str, ...]]:
    """Return the topics of a cell, and the parts whose grade was not 1–3 (kept with the default).

    Parted by ``;``, ``|`` or new lines, by commas only when there is none of those. The grade stands after ``>``, ``:`` or
    in brackets, as a number or a word. A topic written twice keeps its highest grade.
    """
    topics: dict[str, TopicText] = {}
    bad: list[str] = []
    for part in listed(text):
        topic, read = _topic(part)
        if not read:
            bad.append(part)
        before = topics.get(folded(topic.name)) if topic else None
        if topic.name and (before is None or before.grade < topic.grade):
            topics[folded(topic.name)] = topic
    return tuple(topics.values()), tuple(bad)


def _topic(part: str) -> tuple[TopicText, bool]:
    match = _GRADED.fullmatch(part)
    if match is None:
        return TopicText(part.strip(" >:="), DEFAULT_GRADE), True
    written = folded(match["a"] or match["b"] or match["c"] or "")
    grade = _grade(written)
    if grade is not None:
        return TopicText(match["name"], grade), True
    if written in _NOT_ASKED:
        return TopicText("", DEFAULT_GRADE), True
    if match["arrow"] or re.fullmatch(r"[-+]?\d+([.,]\d+)?", written):
        return TopicText(match["name"], DEFAULT_GRADE), False
    return TopicText(part.strip(), DEFAULT_GRADE), True


def _grade(written: str) -> int | None:
    number = re.fullmatch(r"([123])(?:\.0)?(?:\s*[-–.].*)?", written)
    return int(number.group(1)) if number else _GRADE_WORDS.get(written)


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of a list: by ``;``, ``|`` or new lines, by commas only when there is none of those."""
    strong = re.compile(r"[;|\n]")
    parts = strong.split(text) if strong.search(text) else re.split(r",(?![^()]{0,200}\))", text)
    return tuple(part.strip() for part in parts if part.strip())


def listed_people(text: str) -> tuple[str, ...]:
    """Return e-mails, codes or names of a list, where «Apellidos, Nombre» is one person and not two."""
    if re.search(r"[;|\n]", text):
        return listed(text)
    parts = listed(text)
    if all("@" in part or part.startswith("#") or " " in part for part in parts):
        return parts
    return (text.strip(),) if text.strip() else ()
