# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The command line: the same programme without a window. No rule lives here, only arguments, words and JSON."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from revmentor_desktop import i18n
from revmentor_desktop.domain import passwords as rules
from revmentor_desktop.domain.agreements import DocumentLanguage
from revmentor_desktop.domain.errors import DomainError
from revmentor_desktop.i18n import _, formats, plural
from revmentor_desktop.programme import agreements, backups, files, imports, pairs, passwords, preferences, sessions
from revmentor_desktop.programme.errors import StoreError, TableError
from revmentor_desktop.programme.snapshot import Snapshot
from revmentor_desktop.programme.workspace import Workspace
from revmentor_desktop.ui.words import errors, import_problems, pairing, planning

T = TypeVar("T")
Answer = dict[str, object]
DONE, WRONG_WORDS, REFUSED = 0, 2, 3
PASSWORD, NEW_PASSWORD = "REVMENTOR_PASSWORD", "REVMENTOR_NEW_PASSWORD"
"""Where a script puts the password of a file and the one that it is to have; an argument could be read by everybody on the computer."""
EXAMPLE = "--example"
"""The word that opens the window on a fresh copy of the example."""


def is_for(words: Sequence[str]) -> bool:
    """Whether the words call a verb, ask for help or mean nothing; a file, the example or no word at all open the window."""
    if not words or words[0] == EXAMPLE:
        return False
    return words[0] in VERBS or words[0].startswith("-") or not (words[0].endswith(".revmentor") or Path(words[0]).exists())


def run(words: Sequence[str]) -> int:
    """Run one verb. Returns 0 done, 2 the call's words are off, 3 the world said no (a sentence says what to do)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    i18n.use(preferences.load().language)
    arguments = _parser().parse_args(list(words))
    try:
        answer, status = VERBS[words[0]](arguments)
    except (StoreError, TableError, DomainError, OSError) as error:
        sys.stderr.write(" ".join(filter(None, errors.sentence(error))) + "\n")
        return REFUSED
    if arguments.json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(SUMMARIES[words[0]](answer) + "\n")
    return status


class _Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is off."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        # What argparse says itself is English; our own remarks on a value carry a quotation.
        remark = message.partition(": ")[2] if "«" in message or "“" in message else ""
        said = _("This call can't be understood: {message}.").format(message=remark) if remark else _("This call can't be understood.")
        sys.stderr.write(said + " " + _("See --help for how it is written.") + "\n")
        raise SystemExit(WRONG_WORDS)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="revmentor-desktop", description=_("Reverse-mentoring programmes, without a window. With a file or nothing, the window opens.")
    )
    verbs = parser.add_subparsers(dest="verb", required=True, parser_class=_Parser)

    def verb(name: str, help_text: str, file: bool = True) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=help_text, description=help_text)
        added.add_argument("--json", action="store_true", help=_("print one JSON object"))
        added.add_argument("--today", type=_day, default=None, metavar="DATE", help=_("work as if today were this day (ISO)"))
        if file:
            added.add_argument("file", type=Path, metavar="FILE", help=_("the programme file"))
        return added

    verb("example", _("make a file with the example"))
    table = verb("import", _("enrol the people of a spreadsheet"))
    table.add_argument("table", type=Path, metavar="TABLE", help=_("CSV, XLSX, ODS or XLS"))
    table.add_argument("--columns", type=Path, metavar="MAP.json", help=_("which column holds which answer"))
    pair = verb("pair", _("complete the pairing"))
    pair.add_argument(
        "--objective", choices=[o.value for o in pairs.Objective], default=pairs.Objective.TOTAL.value, help=_("what to make greatest")
    )
    pair.add_argument("--minimum", type=_minimum, default=None, help=_("least compatibility of a pair, 0 to 100"))
    how = pair.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help=_("write nothing"))
    how.add_argument("--accept", action="store_true", help=_("both people of each new pair said yes"))
    verb("plan", _("plan the sessions of the accepted pairs"))
    paper = verb("agreements", _("write the agreement of each accepted pair as PDF"))
    paper.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the PDFs"))
    paper.add_argument(
        "--language", choices=[language.value for language in DocumentLanguage], default=None, help=_("language of the document")
    )
    backup = verb("backup", _("make one checked copy of a file"))
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("folder for the copy"))
    restore = verb("restore", _("make a file from a copy"), file=False)
    restore.add_argument("copy", type=Path, metavar="COPY", help=_("the copy, which is only read"))
    restore.add_argument("--to", type=Path, required=True, metavar="FILE", help=_("the new file; one that is there is set aside"))
    _add_password(verb("password", _("set, change or remove the password of a file and of its automatic copies")))
    verb("check", _("examine a file without changing it"))
    tour = verb("tour", _("a picture of every screen, and every document"), file=False)
    tour.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("the programme file; without it, the example"))
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the pictures"))
    tour.add_argument("--dark", action="store_true", help=_("dark theme"))
    tour.add_argument("--size", type=_size, default=(1366, 690), metavar="WxH", help=_("size of the window"))
    return parser


def _add_password(password: argparse.ArgumentParser) -> None:
    deed = password.add_mutually_exclusive_group(required=True)
    for name, help_text in (
        ("set", _("encrypt a file")),
        ("change", _("give it another one")),
        ("remove", _("make it readable for anybody")),
    ):
        deed.add_argument(f"--{name}", dest="deed", action="store_const", const=name, help=help_text)
    password.add_argument("--keep-copies", action="store_true", help=_("with --set: leave the automatic copies without a password"))
    password.epilog = _("The passwords are taken from {present} and {new}, or asked for.").format(present=PASSWORD, new=NEW_PASSWORD)
    password.set_defaults(refuse=password.error)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a date like 2027-01-18").format(text=text)) from None


def _minimum(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number from 0 to 100").format(text=text))
    return value


def _size(text: str) -> tuple[int, int]:
    width, _x, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 300 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(_("“{text}” is not a size like 1366x690").format(text=text))
    return int(width), int(height)


@contextmanager
def _opened(path: Path) -> Generator[Workspace]:
    workspace = _unlocked(partial(files.open_file, path))
    try:
        yield workspace
    finally:
        workspace.close()


def _unlocked(work: Callable[[str | None], T]) -> T:
    """Do ``work`` with the password from the environment; one that is missing is asked for where there is somebody to answer."""
    try:
        return work(_given(PASSWORD))
    except StoreError as error:
        if error.code != "password" or error.data.get("why") != "missing":
            raise
    return work(_asked(_("Password of the file: ")))


def _given(variable: str) -> str | None:
    """Return a password from the environment as it stands there, ``None`` when none does."""
    value = os.environ.get(variable) or None
    if value is not None and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:  # no text in this computer's encoding
            raise StoreError("password", why="wrong") from None
    return value


def _asked(*prompts: str) -> str:
    """Ask at the terminal, once for each prompt; the answers must be the same. Without a terminal the password is missing at once."""
    if not sys.stdin or not sys.stdin.isatty():
        raise DomainError("password", "missing", name=PASSWORD)
    import getpass

    try:
        answers = [getpass.getpass(prompt) for prompt in prompts]
    except (EOFError, UnicodeError):
        raise StoreError("password", why="missing") from None
    if len({rules.normalised(answer) for answer in answers}) > 1:
        raise DomainError("password", "not_the_same")
    return answers[0]


def _new_password() -> str:
    new = _given(NEW_PASSWORD)
    if new is None and not (sys.stdin and sys.stdin.isatty()):
        raise DomainError("password", "new_missing", name=NEW_PASSWORD)
    new = new or _asked(_("New password: "), _("The same again: "))
    rules.check(new)
    return new


def _today(arguments: argparse.Namespace) -> date:
    return arguments.today or date.today()  # noqa: DTZ011 — the person's own day is meant


def _now(arguments: argparse.Namespace) -> datetime:
    now = datetime.now()  # noqa: DTZ005 — wall time, as people read it in a name
    return datetime.combine(arguments.today or now.date(), now.time())


def _example(arguments: argparse.Namespace) -> tuple[Answer, int]:
    report = files.make_example(arguments.file)
    return {"people": report.people, "edition": report.edition}, DONE


def _import(arguments: argparse.Namespace) -> tuple[Answer, int]:
    columns = arguments.columns.read_text(encoding="utf-8-sig") if arguments.columns else None
    with _opened(arguments.file) as workspace:
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


def _pair(arguments: argparse.Namespace) -> tuple[Answer, int]:
    objective = pairs.Objective(arguments.objective)
    with _opened(arguments.file) as workspace:
        before = workspace.snapshot()
        completion = pairs.complete(before, objective, arguments.minimum)
        if arguments.dry_run:
            after = pairs.as_if(before, completion)
        else:
            pairs.use_completion(workspace, completion, _today(arguments) if arguments.accept else None)
            after = workspace.snapshot()
    return _pairing_answer(before, after, arguments.minimum), DONE


def _pairing_answer(before: Snapshot, after: Snapshot, minimum: float | None) -> Answer:
    scores = pairs.scores(after)
    known = {(pair.mentor_id, pair.mentee_id) for pair in before.living_pairs}
    rows = [
        {
            "mentor": after.people[pair.mentor_id].handle,
            "mentee": after.people[pair.mentee_id].handle,
            "score": scores[pair.id],
            "state": pair.state.value,
            "new": (pair.mentor_id, pair.mentee_id) not in known,
        }
        for pair in after.living_pairs
    ]
    rows.sort(key=lambda row: (-float(str(row["score"])), str(row["mentor"]), str(row["mentee"])))
    alone = [
        {
            "email": after.people[lonely.person_id].handle,
            "role": (role.value if (role := after.enrolments[lonely.person_id].role) else None),
            "reason": pairing.lonely(lonely, after),
            "unlock": None,
        }
        for lonely in pairs.lonely(after, minimum)
    ]
    return {
        "pairs": rows,
        "unpaired": alone,
        "total": sum(scores.values()) if scores else None,
        "worst": min(scores.values()) if scores else None,
    }


def _plan(arguments: argparse.Namespace) -> tuple[Answer, int]:
    with _opened(arguments.file) as workspace:
        proposal = sessions.propose_plan(workspace.snapshot(), _today(arguments))
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


def _agreements(arguments: argparse.Namespace) -> tuple[Answer, int]:
    language = DocumentLanguage(arguments.language) if arguments.language else None
    # A folder that can't be made is said before any number is given.
    arguments.out.mkdir(parents=True, exist_ok=True)
    with _opened(arguments.file) as workspace:
        agreements.prepare_drafts(workspace, _today(arguments), language or DocumentLanguage.SPANISH)
        snapshot = workspace.snapshot()
        written = agreements.write_all(snapshot, agreements.current(snapshot), arguments.out, language)
    rows: list[Answer] = []
    for file in written:
        pair = snapshot.pair(file.agreement.pair_id)
        rows.append(
            {
                "number": file.agreement.number,
                "mentor": snapshot.people[pair.mentor_id].handle,
                "mentee": snapshot.people[pair.mentee_id].handle,
                "file": file.path.name,
                "pages": file.pages,
            }
        )
    return {"files": rows}, DONE


def _backup(arguments: argparse.Namespace) -> tuple[Answer, int]:
    copy = _unlocked(partial(backups.back_up, arguments.file, arguments.to, _now(arguments)))
    answer: Answer = {"file": str(copy.path), "people": copy.people, "pairs": copy.pairs, "sessions": copy.sessions}
    return answer | {"sequence": copy.sequence}, DONE


def _restore(arguments: argparse.Namespace) -> tuple[Answer, int]:
    made = _unlocked(partial(backups.restore, arguments.copy, arguments.to, _now(arguments)))
    aside = None if made.set_aside is None else str(made.set_aside)
    return {"file": str(made.path), "set_aside": aside, "people": made.people, "pairs": made.pairs, "sessions": made.sessions}, DONE


def _password(arguments: argparse.Namespace) -> tuple[Answer, int]:
    path, deed, folders = arguments.file, arguments.deed, (backups.copies_folder(),)
    if arguments.keep_copies and deed != "set":
        arguments.refuse("--keep-copies")
    encrypted = passwords.has_password(path)
    if encrypted == (deed == "set"):
        raise StoreError("password", why="present" if encrypted else "absent")
    if deed == "set":
        report = passwords.set_password(path, _new_password(), folders, keep_copies=arguments.keep_copies)
    else:
        present = _given(PASSWORD) or _asked(_("Present password: "))
        if deed == "change":
            report = passwords.change_password(path, present, _new_password(), folders)
        else:
            report = passwords.remove_password(path, present, folders)
    left = [str(plain) for plain in report.plain_left]
    return {"encrypted": report.encrypted, "copies_encrypted": report.copies_encrypted, "plain_left": left}, DONE


def _check(arguments: argparse.Namespace) -> tuple[Answer, int]:
    report = _unlocked(partial(files.check, arguments.file))
    faults = [errors.fault(fault) for fault in report.faults]
    answer: Answer = {"sound": report.sound, "people": report.people, "pairs": report.pairs, "sessions": report.sessions, "faults": faults}
    if not report.sound:
        sys.stderr.write(_("The file is damaged. Keep it as it is and go back to your newest copy.") + "\n")
    return answer, DONE if report.sound else REFUSED


def _tour(arguments: argparse.Namespace) -> tuple[Answer, int]:
    from revmentor_desktop.ui.tour import stages

    shown = partial(stages.take, arguments.out, arguments.file, dark=arguments.dark, size=arguments.size, today=arguments.today)
    made = _unlocked(shown)
    return {"pictures": list(made.pictures), "documents": list(made.documents)}, DONE


def _say_example(answer: Answer) -> str:
    return _("Made the example: {people} people in “{edition}”.").format(people=answer["people"], edition=answer["edition"])


def _say_import(answer: Answer) -> str:
    counts = _("{added} added, {updated} updated, {unchanged} unchanged; {drafts} to complete.").format(**answer)
    rejected = [f"  {row['reason']}" for row in _rows(answer, "rejected")]
    return "\n".join([counts, *rejected, *(f"  {warning}" for warning in _list(answer, "warnings"))])


def _say_pair(answer: Answer) -> str:
    rows = _rows(answer, "pairs")
    lines = [f"  {_number(row['score'])}  {row['mentor']} → {row['mentee']}" for row in rows]
    alone = [f"  {row['email']}: {row['reason']}" for row in _rows(answer, "unpaired")]
    head = plural("{n} pair, {total} points in all.", "{n} pairs, {total} points in all.", len(rows))
    told = [_("Without a pair:"), *alone] if alone else []
    return "\n".join([head.format(n=len(rows), total=_number(answer["total"] or 0)), *lines, *told])


def _say_plan(answer: Answer) -> str:
    count, lacking = len(_rows(answer, "sessions")), _rows(answer, "unplaced")
    head = plural("{n} session with a date.", "{n} sessions with a date.", count).format(n=count)
    lines = [f"  {row['mentor']} → {row['mentee']}, {row['number']}: {row['reason']}" for row in lacking]
    return "\n".join([head, *([_("Without a date:"), *lines] if lines else [])])


def _say_agreements(answer: Answer) -> str:
    rows = _rows(answer, "files")
    head = plural("{n} agreement written.", "{n} agreements written.", len(rows)).format(n=len(rows))
    return "\n".join([head, *(f"  {row['file']}  {row['mentor']} → {row['mentee']}" for row in rows)])


def _say_backup(answer: Answer) -> str:
    return _("Copied and checked: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer) + f"\n  {answer['file']}"


def _say_restore(answer: Answer) -> str:
    head = _("Made from the copy: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer)
    aside = [_("What was there lies now in:"), f"  {answer['set_aside']}"] if answer["set_aside"] else []
    return "\n".join([head, f"  {answer['file']}", *aside])


def _say_password(answer: Answer) -> str:
    encrypted = int(str(answer["copies_encrypted"]))
    head = _("The file has a password now.") if answer["encrypted"] else _("The file has no password now.")
    copies = plural("{n} automatic copy has one.", "{n} automatic copies have one.", encrypted).format(n=encrypted)
    left = _list(answer, "plain_left")
    told = [_("Anybody can still read:"), *(f"  {path}" for path in left)] if left else []
    return "\n".join([f"{head} {copies}", *told])


def _say_check(answer: Answer) -> str:
    if answer["sound"]:
        return _("The file is sound: {people} people, {pairs} pairs, {sessions} sessions.").format(**answer)
    return "\n".join([_("The file is not sound:"), *(f"  {fault}" for fault in _list(answer, "faults"))])


def _say_tour(answer: Answer) -> str:
    pictures, documents = len(_list(answer, "pictures")), len(_list(answer, "documents"))
    return _("{pictures} pictures and {documents} documents made.").format(pictures=pictures, documents=documents)


def _rows(answer: Answer, key: str) -> list[Mapping[str, object]]:
    rows = answer[key]
    return rows if isinstance(rows, list) else []  # pyright: ignore[reportUnknownVariableType]


def _list(answer: Answer, key: str) -> list[object]:
    values = answer[key]
    return values if isinstance(values, list) else []  # pyright: ignore[reportUnknownVariableType]


def _number(value: object) -> str:
    return formats.number(float(str(value)), i18n.current(), 2)


VERBS: Mapping[str, Callable[[argparse.Namespace], tuple[Answer, int]]] = {
    "example": _example,
    "import": _import,
    "pair": _pair,
    "plan": _plan,
    "agreements": _agreements,
    "backup": _backup,
    "restore": _restore,
    "password": _password,
    "check": _check,
    "tour": _tour,
}
SUMMARIES: Mapping[str, Callable[[Answer], str]] = {
    "example": _say_example,
    "import": _say_import,
    "pair": _say_pair,
    "plan": _say_plan,
    "agreements": _say_agreements,
    "backup": _say_backup,
    "restore": _say_restore,
    "password": _say_password,
    "check": _say_check,
    "tour": _say_tour,
}
