# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Verbs for what follows a pair: its sessions and its agreement."""

import argparse
from pathlib import Path

from revmentor_desktop.cli.access import opened
from revmentor_desktop.cli.answers import DONE, Answer, rows
from revmentor_desktop.cli.verbs import Verbs, today
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.i18n import _, plural
from revmentor_desktop.programme import agreements, sessions
from revmentor_desktop.ui.words import planning


def add_plan(verbs: Verbs) -> None:
    """Add the verb that plans the sessions."""
    verbs.add("plan", _("plan the sessions of the accepted pairs"), _plan, _say_plan)


def add_agreements(verbs: Verbs) -> None:
    """Add the verb that writes the agreements."""
    paper = verbs.add("agreements", _("write the agreement of each accepted pair as PDF"), _agreements, _say_agreements)
    paper.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the PDFs"))
    paper.add_argument(
        "--language", choices=[language.value for language in DocumentLanguage], default=None, help=_("language of the document")
    )


def _plan(arguments: argparse.Namespace) -> tuple[Answer, int]:
    with opened(arguments.file) as workspace:
        proposal = sessions.propose_plan(workspace.snapshot(), today(arguments))
        if proposal.placed or proposal.not_placed:
            sessions.use_plan(workspace, proposal)
        snapshot = workspace.snapshot()
    placed: list[Answer] = []
    unplaced: list[Answer] = []
    for session in sorted(snapshot.sessions, key=lambda s: (str(s.start or ""), s.pair_id, s.number)):
        pair = snapshot.pair(session.pair_id)
        about: Answer = {
            "mentor": snapshot.people[pair.mentor_id].handle,
            "mentee": snapshot.people[pair.mentee_id].handle,
            "number": session.number,
        }
        if session.start is not None:
            placed.append({**about, "start": session.start.strftime("%Y-%m-%dT%H:%M"), "minutes": session.minutes})
        elif session.unplaced is not None:
            unplaced.append({**about, "reason": planning.unplaced(session.unplaced)})
    return {"sessions": placed, "unplaced": unplaced}, DONE


def _say_plan(answer: Answer) -> str:
    count, lacking = len(rows(answer, "sessions")), rows(answer, "unplaced")
    head = plural("{n} session with a date.", "{n} sessions with a date.", count).format(n=count)
    lines = [f"  {row['mentor']} → {row['mentee']}, {row['number']}: {row['reason']}" for row in lacking]
    return "\n".join([head, *([_("Without a date:"), *lines] if lines else [])])


def _agreements(arguments: argparse.Namespace) -> tuple[Answer, int]:
    language = DocumentLanguage(arguments.language) if arguments.language else None
    # A folder that can't be made is said before any number is given.
    arguments.out.mkdir(parents=True, exist_ok=True)
    with opened(arguments.file) as workspace:
        agreements.prepare_drafts(workspace, today(arguments), language or DocumentLanguage.SPANISH)
        snapshot = workspace.snapshot()
        written = agreements.write_all(snapshot, agreements.current(snapshot), arguments.out, language)
    files: list[Answer] = []
    for file in written:
        pair = snapshot.pair(file.agreement.pair_id)
        files.append(
            {
                "number": file.agreement.number,
                "mentor": snapshot.people[pair.mentor_id].handle,
                "mentee": snapshot.people[pair.mentee_id].handle,
                "file": file.path.name,
                "pages": file.pages,
            }
        )
    return {"files": files}, DONE


def _say_agreements(answer: Answer) -> str:
    files = rows(answer, "files")
    head = plural("{n} agreement written.", "{n} agreements written.", len(files)).format(n=len(files))
    return "\n".join([head, *(f"  {row['file']}  {row['mentor']} → {row['mentee']}" for row in files)])
