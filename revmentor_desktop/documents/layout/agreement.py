# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The agreement on paper: content in, bytes out."""

from dataclasses import replace

from revmentor_desktop.documents.content import page as content
from revmentor_desktop.documents.layout import blocks, paper
from revmentor_desktop.documents.layout.paper import Item
from revmentor_desktop.documents.layout.signing import Signatures
from revmentor_desktop.documents.layout.table import SessionRows
from revmentor_desktop.documents.layout.tokens import FITS, MM, SIGNING_ROOMS, Fit

_PAGES = 2


def draw_agreement(agreement: content.Agreement) -> bytes:
    """Return the agreement as PDF, the same bytes for the same content.

    Two pages when the text allows: the setting closes by steps (`tokens.FITS`) and never goes under 9 points. A longer
    text flows on to as few further pages as it can, in the roomiest setting that keeps to them.
    """
    return paper.drawn(
        _pages(agreement),
        paper.Sheet(agreement.language, agreement.title, agreement.subject, agreement.heading, agreement.running, agreement.foot),
    )


def _pages(agreement: content.Agreement) -> list[list[paper.Placed]]:
    fewest: list[list[paper.Placed]] = []
    for fit in FITS:
        pages = paper.paginate(_flow(agreement, fit))
        if not fewest or len(pages) < len(fewest):
            fewest = pages
        if len(pages) <= _PAGES:
            break
    return fewest


def _flow(agreement: content.Agreement, fit: Fit) -> list[Item]:
    opening = [Item(blocks.clause(clause, fit), _outline(clause)) for clause in agreement.opening]
    table = Item(SessionRows.of(agreement.table, fit.row), agreement.table.title, new_page=True, gap=16)
    closing = [Item(blocks.clause(clause, fit), _outline(clause)) for clause in agreement.closing]
    # Signatures never stand alone: the clause before them goes with them.
    last = closing.pop()
    closing.append(Item(last.box, last.outline, keep=True))
    signatures = Signatures.of(blocks.clause(agreement.signing, fit), agreement.signers, agreement.sign_label, agreement.date_label)
    signing = Item(
        signatures, _outline(agreement.signing), loose=12 * MM, roomier=tuple(replace(signatures, room=room) for room in SIGNING_ROOMS)
    )
    return [Item(blocks.opening(agreement.title, agreement.teaches, agreement.learns)), *opening, table, *closing, signing]


def _outline(clause: content.Clause) -> str:
    return f"{clause.number}  {clause.title}"
