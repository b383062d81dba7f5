# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The agreement as PDF, read back: pages, words, faces, and text that people type printed literally."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from revmentor_desktop.documents.agreement import agreement_pdf, page_count, unprintable
from revmentor_desktop.domain.people import Person
from tests.documents.sample import EDITION, FIRM, GONZALO, LONGEST, LUCIA, data, spaced, text_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
PAYLOADS = (
    "<b>negrita</b>",
    "R&D <3",
    "Ana <b>Ruiz",
    "</para><para>",
    '<font color="white">z</font>',
    '<img src="/etc/passwd"/>',
    '<img src="http://example.com/x.png"/>',
    '<a href="http://example.com">x</a>',
    "<onDraw name='x'/>",
    "{pareja} {0} {",
    "{{x}}",
    "%s %(x)s",
    "&amp; &#65;",
    "**fuerte**",
    "# x",
    "- y",
    "]]> <!-- x -->",
    "[[[getattr(x)]]]",
    "\\ $PATH `x`",
    "<br/>",
)


def everywhere(payload: str) -> Any:
    """The agreement with one text in every field that people type."""
    someone: Person = replace(LUCIA, first_name=payload, last_name=payload, department=payload, position=payload)
    firm = replace(FIRM, **dict.fromkeys(("name", "town", "tax_number", "hr_name", "hr_position", "hr_email", "programme_name"), payload))
    return data(
        firm=firm,
        edition=replace(EDITION, name=payload),
        mentor=someone,
        mentee=someone,
        mentor_site=payload,
        mentee_site=payload,
        taught=(payload,),
        given_back=(payload,),
        mentor_goal=payload,
        mentee_goal=payload,
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_agreement_is_two_a4_pages_with_its_words_in_reading_order(language: str) -> None:
    pdf = agreement_pdf(data(language))
    assert page_count(pdf) == 2
    sheet = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(sheet.width), round(sheet.height)) == (595, 842)
    words = {"es": ("Acuerdo de mentoring inverso", "Partes", "Compromisos", "Sesiones previstas", "Protección", "Firmas", "Página 2 de 2")}
    words["en"] = (
        "Reverse mentoring agreement",
        "Parties",
        "Commitments",
        "Planned sessions",
        "Data protection",
        "Signatures",
        "Page 2 of 2",
    )
    text = text_of(pdf)
    places = [text.find(word) for word in words[language]]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_longest_names_still_take_two_pages(language: str) -> None:
    pdf = agreement_pdf(data(language, mentor=LONGEST, mentee=replace(LONGEST, first_name="Francisco Javier")))
    assert page_count(pdf) == 2
    assert LONGEST.full_name in text_of(pdf)
    assert LONGEST.position in text_of(pdf)


def test_twelve_sessions_fit_and_forty_flow_on_with_the_signatures_in_company() -> None:
    rows = tuple((n, datetime(2027, 3, 1 + n % 28, 9)) for n in range(1, 41))  # noqa: DTZ001 — wall time
    assert page_count(agreement_pdf(data(sessions=rows[:12]))) == 2
    last = PdfReader(BytesIO(agreement_pdf(data(sessions=rows)))).pages[-1].extract_text()
    assert "Protección" in last
    assert "Firmas" in last


def fonts_of(sheet: PageObject) -> list[Any]:
    resources: Any = sheet["/Resources"].get_object()
    return [font.get_object() for font in resources["/Font"].values()]


def test_the_same_data_give_the_same_bytes_and_others_give_others() -> None:
    assert agreement_pdf(data()) == agreement_pdf(data())
    assert agreement_pdf(data()) != agreement_pdf(data(version=2))


def test_only_inter_is_in_it_embedded_and_cut_to_the_letters_in_use() -> None:
    found: dict[str, bool] = {}
    for sheet in PdfReader(BytesIO(agreement_pdf(data()))).pages:
        for made in fonts_of(sheet):
            descriptor = made["/FontDescriptor"].get_object()
            found[made["/BaseFont"]] = "/FontFile2" in descriptor
    assert set(found.values()) == {True}
    assert {name.partition("+")[2] for name in found} == {"Inter-Regular", "Inter-Medium", "Inter-SemiBold"}


@pytest.mark.parametrize(("language", "tag"), [("es", "es-ES"), ("en", "en-GB")])
def test_title_author_language_and_bookmarks_are_there(language: str, tag: str) -> None:
    reader = PdfReader(BytesIO(agreement_pdf(data(language))))
    assert reader.root_object["/Lang"] == tag
    assert reader.metadata is not None
    assert "2027-P-07" in str(reader.metadata.title)
    assert spaced(str(reader.metadata.author)) == "Talleres Albor, S. L."
    assert len(reader.outline) == 11


def left_of(words: str, pdf: bytes) -> float:
    """Where the first text with ``words`` begins on the first page, in points."""
    found: list[float] = []

    def visit(text: str, _ctm: object, matrix: list[float], *_rest: object) -> None:
        if words in text:
            found.append(matrix[4])

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_a_wide_logo_gets_more_room_than_a_square_one_and_the_firm_stands_beside_it() -> None:
    left: dict[str, float] = {}
    for name, size in (("square", (200, 200)), ("wide", (400, 200)), ("endless", (4000, 40)), ("tall", (40, 400))):
        picture = BytesIO()
        Image.new("RGB", size, "black").save(picture, "PNG")
        left[name] = left_of(FIRM.name[:8], agreement_pdf(data(firm=replace(FIRM, logo=picture.getvalue()))))
    assert left["square"] == left["tall"] < left["wide"] < left["endless"]
    assert left["endless"] - left["square"] == pytest.approx(18 * 72 / 25.4, abs=0.1)


def test_a_logo_replaces_the_initials_and_a_broken_one_does_not() -> None:
    drawn = PdfReader(BytesIO(agreement_pdf(data(firm=replace(FIRM, logo=PNG)))))
    assert len(drawn.pages[0].images) == 1
    assert text_of(agreement_pdf(data(firm=replace(FIRM, logo=b"not a picture")))).startswith("TA ")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_type_is_printed_literally_in_every_field(payload: str) -> None:
    pdf = agreement_pdf(everywhere(payload))
    squeezed = "".join(text_of(pdf).split())
    assert squeezed.count("".join(payload.split())) >= 12
    reader = PdfReader(BytesIO(pdf))
    assert page_count(pdf) in {2, 3}
    assert not any("/Annots" in sheet or sheet.images for sheet in reader.pages)


def test_control_and_direction_characters_are_left_out() -> None:
    text = text_of(agreement_pdf(everywhere("Ab\u202ecd\x00e\u2066f\x07")))
    assert "Abcdef" in text
    assert not any(letter in text for letter in "\u202e\u2066\x00\x07")


def test_a_word_of_twenty_thousand_letters_is_cut_and_broken() -> None:
    pdf = agreement_pdf(everywhere("W" * 20_000))
    assert "…" in text_of(pdf)
    assert page_count(pdf) < 40


def test_letters_without_a_face_are_seen_to_be_missing_and_can_be_asked_for() -> None:
    assert unprintable("Łukasz Żółć, Нина, Ευάγγελος, مريم, שלום, Հայ") == ""
    assert unprintable("李 Ana 李明") == "李明"
    text = text_of(agreement_pdf(data(mentor=replace(LUCIA, first_name="李"))))
    assert "□ Serrano Pombo" in text
    assert "■" not in text


def test_an_arabic_name_is_set_in_an_embedded_face() -> None:
    first = PdfReader(BytesIO(agreement_pdf(data(mentor=replace(LUCIA, first_name="مريم"))))).pages[0]
    other = next(font for font in fonts_of(first) if "DejaVuSans" in font["/BaseFont"])
    assert "/FontFile2" in other["/FontDescriptor"].get_object()


def test_nothing_is_fetched_or_read_but_the_fonts() -> None:
    script = """
import sys
opened = []
watched = ("open", "socket.connect", "subprocess.Popen")
sys.addaudithook(lambda event, args: opened.append((event, str(args[0]))) if event in watched else None)
from tests.documents.test_agreement_pdf import agreement_pdf, everywhere
agreement_pdf(everywhere("warm"))
opened.clear()
for payload in ('<img src="/etc/passwd"/>', '<img src="http://127.0.0.1:9/x.png"/>', "//server/share/x.png"):
    agreement_pdf(everywhere(payload))
print([what for what in opened if not what[1].endswith((".py", ".pyc"))])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_importing_the_documents_does_not_import_reportlab() -> None:
    names = "import sys, revmentor_desktop.documents.agreement, revmentor_desktop.documents.clauses; "
    script = names + "print([m for m in ('reportlab', 'pypdf', 'babel') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_sample_covers_every_field_of_the_data() -> None:
    typed = everywhere("x")
    same = {field.name for field in fields(typed) if getattr(typed, field.name) == getattr(data(), field.name)}
    assert same == {"number", "version", "created_on", "language", "sessions", "minutes", "modality", "first_day", "last_day", "clauses"}
    assert GONZALO not in (typed.mentor, typed.mentee)


def test_documents_drawn_at_the_same_time_do_not_spoil_each_other() -> None:
    wanted = [data(number=f"2027-P-{number:02d}") for number in range(1, 5)]
    alone = [agreement_pdf(each) for each in wanted]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(agreement_pdf, wanted * 4))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 4
