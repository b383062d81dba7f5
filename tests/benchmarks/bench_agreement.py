# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""How long an agreement takes against a bare Platypus document of the same words, in one run.

python -m tests.benchmarks.bench_agreement        prints both and their ratio; exit status 1 above 1.6

No test measures time: this is run by hand, on a quiet machine.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from revmentor_desktop.documents.agreement import agreement, agreement_pdf
from revmentor_desktop.documents.content import page
from revmentor_desktop.documents.layout import markup, press
from tests.documents.sample import data

MOST = 1.6
_ROUNDS = 30
_STYLE = ParagraphStyle("bare", fontName="Inter-Regular", fontSize=9.4, leading=13.8)


def words() -> list[str]:
    """Every sentence and label of the agreement, as literal mark-up."""
    made = agreement(data())
    found = [made.title, made.heading.firm, made.heading.programme, made.teaches.name, made.learns.name]
    for clause in made.clauses:
        found += [clause.title, *page.words_of(clause.body)]
    found += [f"{row.number} {row.day} {row.hour} {row.title}" for row in made.table.rows]
    found += [line for signer in made.signers for line in (signer.role, signer.name, *signer.lines)]
    return [markup.text(text) for text in found]


def bare() -> bytes:
    """The same words as plain paragraphs, one under another, after the same content was made."""
    target = BytesIO()
    document = SimpleDocTemplate(target, invariant=1, initialFontName="Inter-Regular")
    story: list[Flowable] = [part for text in words() for part in (Paragraph(text, _STYLE), Spacer(0, 6))]
    document.build(story)
    return target.getvalue()


def milliseconds(make: Callable[[], object]) -> float:
    """Time of one call."""
    start = perf_counter()
    make()
    return 1000 * (perf_counter() - start)


def main() -> int:
    """Print both medians and their ratio."""
    press.register_fonts()

    def ours() -> bytes:
        return agreement_pdf(data())

    for make in (bare, ours):
        make()
    pairs = [(milliseconds(bare), milliseconds(ours)) for _round in range(_ROUNDS)]
    plain, drawn = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = drawn / plain
    sys.stdout.write(f"bare Platypus {plain:.1f} ms, agreement {drawn:.1f} ms, ratio {ratio:.2f} (at most {MOST})\n")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
