# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Papers that lie across come out of the printer as large as they are, also among upright ones."""

from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from revmentor_desktop.documents.agreement import agreement_pdf
from revmentor_desktop.documents.pairing import comparison_pdf, pairing_sheet_pdf
from revmentor_desktop.ui.background import Runner
from revmentor_desktop.ui.printing import Paper, print_papers
from tests.documents.pairing_sample import column, facts, proposals, sheet
from tests.documents.sample import data
from tests.ui.documents.conftest import pdf_printer


def test_each_sheet_lies_as_its_pages_do(qtbot: QtBot, tmp_path: Path) -> None:
    made = (pairing_sheet_pdf(sheet(facts())), agreement_pdf(data()), comparison_pdf(proposals(column("Más puntos"))))
    target = tmp_path / "impreso.pdf"
    papers = [Paper(str(number), lambda pdf=pdf: pdf) for number, pdf in enumerate(made)]
    runner, printed = Runner(), list[object]()
    runner.run(runner, lambda progress: print_papers(pdf_printer(target, copies=1), papers, progress), printed.append)
    qtbot.waitUntil(lambda: bool(printed))
    runner.close()
    assert printed == [made]
    sizes = [each.mediabox for each in PdfReader(target).pages]
    assert [size.width > size.height for size in sizes] == [True, False, False, True]
