# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Drafts of e-mails: they say what was meant, whatever the names hold."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.exchange import eml

HEADERS = {"to", "subject", "x-unsent", "content-type", "content-transfer-encoding", "mime-version"}


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_is_opened_to_be_edited_and_sent() -> None:
    message = read(eml.draft("Íñigo Núñez", "inigo@example.com", "Una pareja para ti · Piloto", "Hola, Íñigo:\n\n¿Te parece bien?\n"))
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].display_name == "Íñigo Núñez"
    assert message["To"].addresses[0].addr_spec == "inigo@example.com"
    assert message["Subject"] == "Una pareja para ti · Piloto"
    assert message.get_content().splitlines() == ["Hola, Íñigo:", "", "¿Te parece bien?"]
    assert (message["From"], message["Date"]) == (None, None)


def test_the_file_is_plain_ascii_with_line_ends_of_mail() -> None:
    content = eml.draft("Íñigo", "inigo@example.com", "Reunión", "ñ" * 400)
    assert content.isascii()
    assert b"\r\n" in content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"quoted-printable" in content
    assert max(len(line) for line in content.splitlines()) <= 78


@pytest.mark.parametrize(
    "hostile", ["Ana\r\nBcc: x@example.com", "Ana\nX-Other: 1", "Ana\u2028Bcc: x", "Ana\x00\x0b\x85Bcc: x", '"Ana" <x@y.zz>, b@c.dd']
)
def test_a_name_or_subject_grows_no_header_and_no_second_person(hostile: str) -> None:
    message = read(eml.draft(hostile, "ana@example.com", hostile, "Hola"))
    assert {name.lower() for name in message} <= HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["ana@example.com"]


@pytest.mark.parametrize("address", ["", "ana", "@example.com", "ana@", "ana@example.com\r\nBcc: x@example.com", "a b@example.com"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError):
        eml.draft("Ana", address, "Hola", "Hola")


def test_a_domain_with_accents_is_written_as_the_network_knows_it() -> None:
    assert b"xn--caf-dma.example" in eml.draft("Ana", "ana@café.example", "Hola", "Hola")


@given(st.text(), st.text(), st.text())
def test_whatever_is_in_it_there_is_one_reader_and_no_other_header(name: str, subject: str, text: str) -> None:
    message = read(eml.draft(name, "ana@example.com", subject, text))
    assert {header.lower() for header in message} <= HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["ana@example.com"]
