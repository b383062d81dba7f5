# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Passwords of programme files and their recovery keys: what is refused, how strong one is, how long a wrong one waits.

No rule of composition: length counts, and not being what everybody uses. Nothing is ever trimmed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise

from revmentor_desktop.domain.errors import DomainError

LEAST = 12
"""Letters that a password has at least, counted after `normalised`."""
MOST = 200
"""Letters that it has at most."""
KEY_LETTERS, KEY_GROUP = 96, 8
"""Hexadecimal digits of a printed recovery key, and how many stand together."""
LONGEST_WAIT = 30.0
"""Seconds."""

_FAIR_FROM, _STRONG_FROM = 9, 16
"""Letters that nobody can foresee, from which a password is fair, and strong."""
_SHORTEST_STEM, _SHORTEST_RUN = 4, 3
_KNOWN_COUNTS = 2
"""What a known word, a run of keys or a year is worth, in letters that nobody can foresee: there are few of them."""

_ROWS = ("qwertyuiopasdfghjklñzxcvbnm", "qwertyuiop", "asdfghjklñ", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz", "0123456789")
_COLUMNS = ("1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp", "147258369", "a1b2c3d4e5f6g7h8i9")
_RUNS = tuple(run for row in (*_ROWS, *_COLUMNS) for run in (row, row[::-1]))

# Folded as `_folded` does it: small letters, no accents, no letters written as digits.
_EVERYBODYS = """
    contrasena clave password passwort secreto secreta secret acceso entrar hola adios admin administrador administrator usuario
    user root login test prueba demo invitado guest master maestro bienvenido bienvenida welcome letmein cambiame changeme
    recursos humanos rrhh personal empresa oficina trabajo company office work human resources mentor mentoria mentoring revmentor
    reverse inversa programa programme program archivo file piloto pilot edicion edition talleres taller grupo group
    madrid barcelona valencia sevilla zaragoza malaga murcia bilbao pamplona granada oviedo vigo espana spain aragon
    betis athletic atleti realmadrid barca futbol football liverpool chelsea arsenal
    maria jose carmen antonio manuel juan pepe paco lucia paula david javier pablo alvaro sergio laura marta sara elena cristina
    michael jordan daniel charlie george thomas ashley jessica jennifer william robert
    amor amorcito corazon tequiero teamo iloveyou love vida familia family mama papa hijo hija angel estrella princesa princess
    dios jesus fatima virgen sol luna playa verano invierno otono primavera summer winter autumn spring
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    january february march april june july august september october november december
    lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday
    superman batman pokemon naruto goku starwars matrix monkey dragon tigre tiger shadow sunshine flower football baseball
    computer ordenador internet google facebook instagram whatsapp windows microsoft excel office samsung iphone android
    gato perro caballo toro leon raton chocolate cerveza cafe freedom libertad trustno trust access ninja hello
"""
_STEMS = frozenset(_EVERYBODYS.split())
_LOOKALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "€": "e", "!": "i", "|": "l"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}[-/. ]?\d{1,2}[-/. ]?(?:19|20)?\d\d")
_AGAIN = re.compile(r"(.{3,}?)\1+|(.{1,2}?)\2{2,}", re.DOTALL)


class Strength(IntEnum):
    """How long a password stands against somebody who has the file and time."""

    WEAK = 1
    FAIR = 2
    STRONG = 3


def normalised(password: str) -> str:
    """Return the password as it is used: composed (NFC), so that «ñ» is the same from every keyboard; spaces are kept."""
    return unicodedata.normalize("NFC", password)


def check(password: str) -> None:
    """Refuse what can't be a new password: `DomainError` of ``password`` with too_short (``letters``),
    too_long (``limit``), control or is_key (a recovery key).
    """
    used = normalised(password)
    if len(used) < LEAST:
        raise DomainError("password", "too_short", letters=LEAST)
    if len(used) > MOST:
        raise DomainError("password", "too_long", limit=MOST)
    # Controls can't be typed again by hand; halves of letters can't be written as UTF-8.
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in used):
        raise DomainError("password", "control")
    # Typed again, it would be taken for the key itself, and the file would stay shut.
    if len(key_letters(used)) == KEY_LETTERS and not foreign_letters(used):
        raise DomainError("password", "is_key")


def strength(password: str, names: Iterable[str] = ()) -> Strength:
    """Return how strong a password is, by the letters in it that nobody can foresee.

    ``names`` (of the firm, of the file) count like the words that everybody uses.
    """
    unforeseen = _unforeseen(normalised(password)[:MOST], _stems(names))
    if unforeseen < _FAIR_FROM:
        return Strength.WEAK
    return Strength.STRONG if unforeseen >= _STRONG_FROM else Strength.FAIR


def delay_after(failures: int) -> float:
    """Return the seconds to wait after so many wrong passwords in a row: 0.5 × 2ⁿ, 30 at most."""
    return min(LONGEST_WAIT, 0.5 * 2 ** min(failures, 10))


def key_letters(text: str) -> str:
    """Return a typed recovery key without the spaces, dashes and line ends between its groups, in small letters."""
    return "".join(letter for letter in text.lower() if not letter.isspace() and unicodedata.category(letter) != "Pd")


def foreign_letters(text: str) -> str:
    """Return the letters of a typed recovery key that no key has, each once."""
    return "".join(dict.fromkeys(letter for letter in key_letters(text) if letter not in "0123456789abcdef"))


def key_groups(key: str) -> tuple[str, ...]:
    """Return a recovery key in the groups in which it is printed."""
    letters = key_letters(key)
    return tuple(letters[start : start + KEY_GROUP] for start in range(0, len(letters), KEY_GROUP))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _stems(names: Iterable[str]) -> frozenset[str]:
    own = {word for name in names for word in re.split(r"[\W_]+", _folded(name)) if len(word) >= _SHORTEST_STEM}
    return _STEMS | own


def _unforeseen(password: str, stems: frozenset[str]) -> int:
    """Return how many letters are left when each known piece counts for little, and nothing at all when it comes again."""
    folded = _AGAIN.sub(lambda found: found.group(1) or found.group(2), _folded(password))
    count, seen, place = 0, set[str](), 0
    while place < len(folded):
        length = max(_known_at(folded, place, stems), default=0)
        if not length:
            count += 1
        elif folded[place : place + length] not in seen:
            seen.add(folded[place : place + length])
            count += _KNOWN_COUNTS
        place += max(length, 1)
    return count


def _known_at(text: str, place: int, stems: frozenset[str]) -> Iterator[int]:
    """Yield the lengths of the known pieces that begin at a place."""
    longest = max(map(len, stems))
    written = text[place : place + longest]
    for candidate in {written, written.translate(_LOOKALIKES)}:
        for length in range(len(candidate), _SHORTEST_STEM - 1, -1):
            if candidate[:length] in stems:
                yield length
                break
    for pattern in (_YEAR, _DATE):
        found = pattern.match(text, place)
        if found:
            yield len(found.group())
    yield from (length for run in _RUNS if (length := _shared(text, place, run)) >= _SHORTEST_RUN)
    yield _steps(text, place)


def _shared(text: str, place: int, run: str) -> int:
    """Return how many letters from a place on follow a run of keys."""
    start = run.find(text[place])
    if start < 0:
        return 0
    length = 0
    for letter, key in zip(text[place:], run[start:], strict=False):
        if letter != key:
            break
        length += 1
    return length


def _steps(text: str, place: int) -> int:
    """Return the length of a row of neighbours in the alphabet or among the digits, 0 when shorter than three."""
    codes = [ord(letter) for letter in text[place:]]
    if len(codes) < _SHORTEST_RUN or (step := codes[1] - codes[0]) not in {-1, 0, 1}:
        return 0
    length = 1
    for one, next_one in pairwise(codes):
        if next_one - one != step:
            break
        length += 1
    return length if length >= _SHORTEST_RUN else 0
