# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Colours, type and radii as roles. Contrast is that of WCAG 2.2 and is recomputed by a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_TABLE = """
bg #F7F5F0 #141718
side #EFECE4 #0F1213
surface #FFFFFF #1C2021
surface2 #FAF8F4 #212627
sunken #F1EEE7 #171B1C
border #E5E0D6 #2E3537
border2 #CFC8BB #434C4E
input #8C8578 #7B8587
text #20262A #ECEDE9
text2 #545B5F #B7BDBB
text3 #666C6F #9BA2A1
disabled #A3A29C #636B6C
accent #0F6157 #62C6B2
accent_h #0B4E46 #7BD4C2
accent_p #083D37 #4FB3A0
accent_soft #E2F0EC #173A35
accent_line #9CCBC1 #2E6A60
on_accent #FFFFFF #06231E
accent_text #0C554C #7FD6C4
mentor #4150A3 #AAB6F7
mentor_soft #E9ECF9 #272D4C
mentor_line #BCC5EC #46508A
mentee #8A3B66 #E8A3C8
mentee_soft #F8E9F1 #42253A
mentee_line #E3BCD2 #7A466A
ok #25703B #83CF94
ok_soft #E4F2E6 #1B3522
ok_line #A5D1AE #386B45
warn #7F5200 #F0C765
warn_soft #FFF2CF #3A2F14
warn_line #E8C66C #6F5A22
warn_icon #A86C00 #F0C765
danger #B1271B #F5968B
danger_soft #FCEAE7 #44211D
danger_line #EBB3AB #82403A
info #1B5A97 #8FBFF0
info_soft #E6EFF9 #1B2F45
info_line #AECBE8 #345B84
gray #6A6B67 #A3A8A6
gray_soft #EDEBE6 #2A3032
off #F3F0EA #181C1D
hatch #DDD7CB #2A3032
track #E4DFD5 #343C3E
focus #0F6157 #62C6B2
toast #20302D #ECEDE9
on_toast #FFFFFF #1A2220
toast_link #8FDCCB #0B5A4F
"""

Tokens = Mapping[str, str]
"""Colour of each role, as ``#RRGGBB``."""


def _column(number: int) -> Tokens:
    return MappingProxyType({row.split()[0]: row.split()[number] for row in _TABLE.strip().splitlines()})


LIGHT = _column(1)
"""Colours on paper tones."""
DARK = _column(2)
"""Colours on near black."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A role of type: height of the letters and of the line in px at 100 %, and weight."""

    size: int
    line: int
    weight: int


TYPE: Mapping[str, TypeRole] = MappingProxyType(
    {
        "display": TypeRole(28, 34, 600),
        "figure": TypeRole(26, 32, 600),
        "h1": TypeRole(22, 28, 600),
        "h2": TypeRole(16, 22, 600),
        "h3": TypeRole(14, 20, 600),
        "body": TypeRole(14, 20, 400),
        "nav": TypeRole(14, 20, 500),
        "table": TypeRole(13, 18, 400),
        "segment": TypeRole(13, 18, 500),
        "strong": TypeRole(13, 18, 600),
        "button": TypeRole(13, 18, 600),
        "caption": TypeRole(12, 16, 400),
        "chip": TypeRole(12, 16, 500),
        "label": TypeRole(12, 16, 600),
    }
)
"""Roles of type. 12 px is the floor."""

RADIUS_SMALL, RADIUS_EVENT, RADIUS_FIELD, RADIUS_CARD, RADIUS_DIALOG = 4, 6, 8, 10, 14
"""Radii: checkbox and small cells, calendar events, buttons and fields, cards, dialogs."""

TEXT_SIZES = (100, 112, 125, 150, 200)
"""Sizes of text that the user may choose, in per cent."""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2, "relative luminance")."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
