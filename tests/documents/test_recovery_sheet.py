# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The sheet of the recovery key: what it says, that it prints on one page, and that the key typed back from it opens the file."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from revmentor_desktop.documents.agreement import page_count
from revmentor_desktop.documents.content import page
from revmentor_desktop.documents.recovery_sheet import recovery_sheet, recovery_sheet_pdf
from revmentor_desktop.domain import passwords
from revmentor_desktop.programme import files
from revmentor_desktop.programme import recovery_sheet as sheets
from revmentor_desktop.programme.passwords import set_password
from revmentor_desktop.programme.workspace import Workspace
from tests.documents.sample import spaced, text_of

KEY = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0" + "00112233445566778899aabbccddeeff"
DAY = date(2026, 11, 24)
NAME = "Piloto 2027"


def typed_from(pdf: bytes) -> str:
    """The key as somebody reads it from the paper, group after group."""
    return " ".join(re.findall(r"\b[0-9a-f]{8}\b", text_of(pdf)))


def test_it_says_what_it_opens_until_when_where_to_keep_it_and_how_to_type_it() -> None:
    sheet = recovery_sheet(NAME, KEY, DAY, "es")
    assert sheet.groups == passwords.key_groups(KEY)
    assert [section.title for section in sheet.sections] == ["Qué abre", "Hasta cuándo vale", "Dónde guardarla", "Cómo se escribe"]
    said = spaced(" ".join(" ".join(page.words_of(section.body)) for section in sheet.sections))
    for words in (NAME, "Hasta que se cambie o se quite la contraseña", "Ni junto al portátil", "«Usar la clave de recuperación»"):
        assert words in said
    assert sheet.heading.place_and_date == "24 de noviembre de 2026"


def test_it_names_no_firm_and_no_person() -> None:
    sheet = recovery_sheet(NAME, KEY, DAY, "es")
    assert (sheet.heading.firm, sheet.heading.initials, sheet.heading.logo) == ("RevMentor", "RM", b"")


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", [NAME, "Mentoría inversa de <b>Talleres & Hijos</b> " + "largo " * 30])
def test_it_is_one_page_with_embedded_faces_and_the_same_bytes_each_time(language: str, name: str) -> None:
    pdf = recovery_sheet_pdf(name, KEY, DAY, language)
    assert page_count(pdf) == 1
    assert pdf == recovery_sheet_pdf(name, KEY, DAY, language)
    fonts = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/Font"]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType]
    faces = [font.get_object() for font in fonts.values()]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    assert all("+" in face["/BaseFont"] for face in faces)  # pyright: ignore[reportUnknownVariableType]
    assert any("DejaVuSansMono" in face["/BaseFont"] for face in faces)  # pyright: ignore[reportUnknownVariableType]


def test_the_key_is_printed_in_order_whole_and_in_small_letters() -> None:
    pdf = recovery_sheet_pdf(NAME, " - ".join(passwords.key_groups(KEY.upper())), DAY, "es")
    assert typed_from(pdf) == " ".join(passwords.key_groups(KEY))


def test_the_printed_key_typed_back_opens_the_file(workspace: Workspace) -> None:
    path = workspace.path
    workspace.close()
    set_password(path, "el tren sale de Canfranc", [])
    with_password = files.open_file(path, "el tren sale de Canfranc")
    key = with_password.recovery_key
    with_password.close()
    assert key is not None
    sheet = sheets.pdf(path, key, DAY, "es")
    by_key = files.open_file(path, typed_from(sheet))
    assert by_key.encrypted
    by_key.close()


def test_the_sheet_is_written_where_the_person_wants_it(tmp_path: Path) -> None:
    target = tmp_path / "clave.pdf"
    sheets.save(target, sheets.pdf(Path("Piloto 2027.revmentor"), KEY, DAY, "es"))
    assert text_of(target.read_bytes()).count(NAME) >= 3
