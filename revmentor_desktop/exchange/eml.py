# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Drafts of e-mails as files that a mail program opens ready to be sent. Nothing is sent from here."""

import unicodedata
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

ENDING = ".eml"


def draft(name: str, address: str, subject: str, text: str) -> bytes:
    """Return a draft to one person (RFC 5322, `X-Unsent` so that Outlook opens it for editing): plain text, UTF-8, quoted-printable.

    ``name`` and ``subject`` may hold anything: line breaks and control characters become spaces, so that no header grows out of them.
    Raises `ValueError` for an address that no mail program could take.
    """
    local, at, domain = address.rpartition("@")
    if not (local and at and domain) or _one_line(address) != address or " " in address:
        raise ValueError(address)
    domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    policy = SMTP if local.isascii() else SMTPUTF8
    message = EmailMessage(policy)
    message["To"] = Address(_one_line(name), local, domain)
    message["Subject"] = _one_line(subject)
    message["X-Unsent"] = "1"
    message.set_content(_plain(text), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _one_line(text: str) -> str:
    """Return ``text`` without what could end a header or hide in it."""
    return " ".join("".join(" " if unicodedata.category(letter) in _NOT_SHOWN else letter for letter in text).split())


_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control and format characters, halves of others, separators of lines and paragraphs."""


def _plain(text: str) -> str:
    """Return ``text`` with plain line ends and without other control characters."""
    lines = text.splitlines()
    return "\n".join("".join(letter for letter in line if unicodedata.category(letter) not in {"Cc", "Cs"}) for line in lines) + "\n"
