# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Names of choices and answers, as fields, columns and lists show them."""

from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.enrolments import Modality, NoticeWay
from revmentor_desktop.domain.people import GenerationBand, Level
from revmentor_desktop.i18n import _, context


def level(value: Level | None) -> str:
    """Level in the hierarchy."""
    names = {
        Level.JUNIOR: context("level", "Junior"),
        Level.SPECIALIST: context("level", "Specialist"),
        Level.LEAD: context("level", "Team lead"),
        Level.MANAGER: context("level", "Manager"),
        Level.DIRECTOR: context("level", "Director"),
        None: "",
    }
    return names[value]


def modality(value: Modality) -> str:
    """How somebody can meet."""
    names = {
        Modality.IN_PERSON: context("modality", "In person"),
        Modality.VIRTUAL: context("modality", "By video call"),
        Modality.MIXED: context("modality", "Either way"),
    }
    return names[value]


def notice_way(value: NoticeWay) -> str:
    """How the data protection notice was given."""
    names = {
        NoticeWay.PAPER: context("notice", "On paper"),
        NoticeWay.SCREEN: context("notice", "On screen"),
        NoticeWay.PDF: context("notice", "In the PDF form"),
    }
    return names[value]


def band(value: GenerationBand | None) -> str:
    """Age band."""
    names = {
        GenerationBand.UP_TO_28: _("Up to 28"),
        GenerationBand.FROM_29: _("29 to 43"),
        GenerationBand.FROM_44: _("44 to 59"),
        GenerationBand.FROM_60: _("60 or more"),
        None: _("Not said"),
    }
    return names[value]


def document_language(value: DocumentLanguage) -> str:
    """Language of a document."""
    return {DocumentLanguage.SPANISH: _("Spanish"), DocumentLanguage.ENGLISH: _("English")}[value]


def answer_field(field: str) -> str:
    """Name of an answer of the intake form, as it stands in «Faltan: horario e información RGPD»."""
    names = {
        "first_name": _("first name"),
        "last_name": _("surnames"),
        "full_name": _("name"),
        "email": _("e-mail"),
        "department": _("department"),
        "position": _("post"),
        "level": _("level"),
        "boss": _("direct boss"),
        "boss_id": _("direct boss"),
        "site": _("site"),
        "site_id": _("site"),
        "modality": _("way of meeting"),
        "role": _("role"),
        "wants": _("topics to learn"),
        "offers": _("topics to teach"),
        "windows": _("hours"),
        "availability": _("hours"),
        "notice": _("data protection notice"),
        "notice_date": _("date of the data protection notice"),
        "notice_way": _("way of the data protection notice"),
        "languages": _("languages"),
        "capacity": _("pairs at once"),
        "exclusions": _("incompatibilities"),
        "motivation": _("motivation"),
        "expectation": _("what they expect"),
        "absences": _("absences"),
        "band": _("age band"),
        "private_notes": _("private notes"),
    }
    return names.get(field, field)
