# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Keep the catalogue of words in step with the code.

python installer/translations.py update            extract the sentences of the code into the catalogue, compile it
python installer/translations.py add PART.po …     take over the translations of other catalogues, then update
python installer/translations.py missing [FOLDER]  list what has no Spanish yet, exit status 1 if there is any
"""

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "locale" / "es" / "LC_MESSAGES"
PO, MO = FOLDER / "revmentor.po", FOLDER / "revmentor.mo"
HEADER = """\
# Words of RevMentor Desktop in Spanish (Spain).
# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT"""
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "plural": (1, 2),
    "ngettext": (1, 2),
    "context": ((1, "c"), 2),
    "pgettext": ((1, "c"), 2),
}


def extracted() -> Catalog:
    """Return the sentences that stand in the code, without translations."""
    template = Catalog(project="RevMentor Desktop", charset="utf-8")
    for folder in ("installer", "revmentor_desktop"):
        found = extract_from_dir(str(ROOT / folder), keywords=KEYWORDS, strip_comment_tags=True)
        for file, line, message, comments, about in found:
            template.add(message, None, [(f"{folder}/{file}", line)], auto_comments=comments, context=about)
    return template


def read(path: Path) -> Catalog:
    """Return a catalogue, empty when the file is not there yet."""
    if not path.exists():
        return Catalog(locale="es", project="RevMentor Desktop", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="es")


def merged(parts: list[Path]) -> Catalog:
    """Return the present catalogue with the translations of ``parts``, holding just the sentences of the code."""
    old = read(PO)
    for part in parts:
        for message in read(part):
            if message.id and message.string:
                old.delete(message.id, message.context)  # adding to a known sentence would keep its old translation
                old.add(message.id, message.string, context=message.context)
    result = Catalog(locale="es", project="RevMentor Desktop", charset="utf-8", fuzzy=False)
    result.header_comment = HEADER
    for message in sorted(extracted(), key=lambda m: (m.locations, str(m.id))):
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        files = sorted({(file, 0) for file, _line in message.locations})
        result.add(message.id, known.string if known else None, files, auto_comments=message.auto_comments, context=message.context)
    return result


def write(catalog: Catalog) -> None:
    """Write both forms of the catalogue, without dates, so that equal words give equal bytes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = BytesIO()
    write_po(text, catalog, width=120, omit_header=False, no_location=False, include_lineno=False)
    lines = [
        line
        for line in text.getvalue().decode().splitlines()
        if not line.startswith(
            ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator', '"Language-Team', '"Report-Msgid')
        )
    ]
    PO.write_text("\n".join(lines) + "\n", encoding="utf-8")
    MO.write_bytes(compiled(PO))


def compiled(path: Path) -> bytes:
    """Return the form of a catalogue that gettext reads; the same bytes at any hour."""
    catalog = read(path)
    catalog.creation_date = catalog.revision_date = UNDATED
    result = BytesIO()
    write_mo(result, catalog)
    return result.getvalue()


def missing(catalog: Catalog, folder: str = "") -> list[str]:
    """Return the sentences without Spanish, each with the file it stands in."""
    lacking = [m for m in catalog if m.id and not all(m.string if isinstance(m.string, (tuple, list)) else (m.string,))]
    return [f"{m.locations[0][0] if m.locations else ''}: {m.id}" for m in lacking if folder in str(m.locations)]


def main(arguments: list[str]) -> int:
    """Run one of the three commands."""
    command, *rest = arguments or ["update"]
    with FileLock(str(ROOT / ".venv" / "translations.lock")):
        if command == "missing":
            lacking = missing(merged([]), *rest[:1])
            sys.stdout.write("\n".join(lacking) + "\n" if lacking else "")
            return 1 if lacking else 0
        write(merged([Path(part) for part in rest] if command == "add" else []))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
