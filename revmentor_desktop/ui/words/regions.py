# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names of the autonomous communities and cities."""

from collections.abc import Mapping

from revmentor_desktop.domain.sites import REGIONS
from revmentor_desktop.i18n import _


def region(code: str) -> str:
    """Return the name of a community by its code; the code itself for an unknown one."""
    return _names().get(code, code)


def all_regions() -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every community, by name."""
    return tuple(sorted(((code, region(code)) for code in REGIONS), key=lambda each: each[1]))


def _names() -> Mapping[str, str]:
    return {
        "AN": _("Andalusia"),
        "AR": _("Aragon"),
        "AS": _("Asturias"),
        "CB": _("Cantabria"),
        "CE": _("Ceuta"),
        "CL": _("Castile and León"),
        "CM": _("Castile-La Mancha"),
        "CN": _("Canary Islands"),
        "CT": _("Catalonia"),
        "EX": _("Extremadura"),
        "GA": _("Galicia"),
        "IB": _("Balearic Islands"),
        "MC": _("Region of Murcia"),
        "MD": _("Community of Madrid"),
        "ML": _("Melilla"),
        "NC": _("Navarre"),
        "PV": _("Basque Country"),
        "RI": _("La Rioja"),
        "VC": _("Valencian Community"),
    }
