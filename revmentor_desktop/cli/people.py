# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Verbs that bring people in: the example, and a spreadsheet."""

import argparse
from pathlib import Path

from revmentor_desktop.cli.access import opened
from revmentor_desktop.cli.answers import DONE, Answer, listed, rows
from revmentor_desktop.cli.verbs import Verbs
from revmentor_desktop.i18n import _
from revmentor_desktop.programme import files, imports
from revmentor_desktop.ui.words import import_problems


def add_example(verbs: Verbs) -> None:
    """Add the verb that makes a file with the example."""
    verbs.add("example", _("make a file with the example"), _example, _say_example)


def add_import(verbs: Verbs) -> None:
    """Add the verb that enrols the people of a spreadsheet."""
    table = verbs.add("import", _("enrol the people of a spreadsheet"), _import, _say_import)
    table.add_argument("table", type=Path, metavar="TABLE", help=_("CSV, XLSX, ODS or XLS"))
    table.add_argument("--columns", type=Path, metavar="MAP.json", help=_("which column holds which answer"))


def _example(arguments: argparse.Namespace) -> tuple[Answer, int]:
    report = files.make_example(arguments.file)
    return {"people": report.people, "edition": report.edition}, DONE


def _say_example(answer: Answer) -> str:
    return _("Made the example: {people} people in “{edition}”.").format(people=answer["people"], edition=answer["edition"])


def _import(arguments: argparse.Namespace) -> tuple[Answer, int]:
    columns = arguments.columns.read_text(encoding="utf-8-sig") if arguments.columns else None
    with opened(arguments.file) as workspace:
        report = imports.apply(workspace, imports.prepare(workspace.snapshot(), arguments.table, columns))
    answer: Answer = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "drafts": report.drafts,
        "rejected": [{"row": p.row, "field": p.field, "reason": import_problems.sentence(p)} for p in report.rejected],
        "warnings": [import_problems.sentence(p) for p in report.warnings],
    }
    return answer, DONE


def _say_import(answer: Answer) -> str:
    counts = _("{added} added, {updated} updated, {unchanged} unchanged; {drafts} to complete.").format(**answer)
    rejected = [f"  {row['reason']}" for row in rows(answer, "rejected")]
    return "\n".join([counts, *rejected, *(f"  {warning}" for warning in listed(answer, "warnings"))])
