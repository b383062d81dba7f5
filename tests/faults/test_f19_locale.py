# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""F19: the same actions give the same rows, whatever the language of the computer, the name of the home and of the file."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.faults.conftest import Faults
from tests.source import ROOT

LOCALES = ("es_ES.UTF-8", "tr_TR.UTF-8", "C", "de_DE.UTF-8", "en_GB.UTF-8")
SMALL = (("ñ and space", "200 bytes"), ("turkish", "taken apart"), ("emoji", "composed"))
"""The names that the first locales meet in the small run; in the large one each locale meets every name."""
NAMES = {
    "plain": "programa",
    "ñ and space": "Año 2027 de María",
    "emoji": "programa 🎉 piloto",
    "dots": "v1.2 (final) – copia",
    "composed": unicodedata.normalize("NFC", "Begoña Íñiguez"),
    "taken apart": unicodedata.normalize("NFD", "Begoña Íñiguez"),
    "percent": "100% %41 # ? & ' ;",
    "a dash": "-programa",
    "200 bytes": "ñ" * 100,
    "turkish": "İstanbul ıIi",
}
"""Names of homes and of files; none leaves a file of its own without the ending."""
DAY = """
import hashlib, locale, sys
from pathlib import Path
locale.setlocale(locale.LC_ALL, "") if sys.argv[2] == "set" else None
from revmentor_desktop import cli
from revmentor_desktop.programme import preferences
from revmentor_desktop.store import check
from revmentor_desktop.store.file import ProgrammeFile
for number, name in enumerate(sys.argv[3:]):
    folder = Path(sys.argv[1]) / f"{number} {name[:20]}"
    folder.mkdir()
    path, table = folder / f"{name}.revmentor", folder / f"{name}.csv"
    table.write_text("Nombre;Apellidos;Correo;Departamento;Puesto\\nİpek;Iğdır Ñíguez;IPEK@EXAMPLE.COM;Straße;Çırak\\n", encoding="utf-8")
    for words in (["example"], ["import"], ["pair", "--accept"], ["plan"], ["agreements"], ["backup"], ["check"]):
        rest = {"import": [table], "agreements": ["--out", folder / "acuerdos"], "backup": ["--to", folder / "copias"]}.get(words[0], [])
        status = cli.run([words[0], str(path), *words[1:], *map(str, rest), "--today", "2027-01-12"])
        assert status == 0, (name, words, status)
    with ProgrammeFile.open(path) as file:
        rows = [row for row in file.dump() if row[0] not in {"meta"}]
    pdfs = sorted(pdf.read_bytes() for pdf in folder.rglob("*.pdf"))
    assert len(pdfs) == 13 and len(list((folder / "copias").glob("*.revmentor"))) == 1
    print("DIGEST", hashlib.sha256(repr((rows, pdfs)).encode()).hexdigest(), file=sys.stderr)
"""


def digests(folder: Path, locale: str, names: list[str], home: str) -> list[str]:
    """Do the same day under each name, in a process with that locale and home."""
    own = folder / home / locale
    own.mkdir(parents=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "XDG_"))}
    environment |= {"LC_ALL": locale, "LANG": locale, "HOME": str(own), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", DAY, str(own), "set" if locale == "C" else "as is", *names]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [line.split()[1] for line in done.stderr.splitlines() if line.startswith("DIGEST")]


@pytest.mark.skipif(os.name != "posix", reason="locales by environment")
def test_the_same_actions_give_the_same_rows_everywhere(tmp_path: Path, faults: Faults) -> None:
    kinds = list(NAMES)
    found: dict[tuple[str, str], str] = {}
    for number, (locale, chosen) in enumerate(zip(LOCALES, [kinds] * len(LOCALES) if faults.full else SMALL, strict=faults.full)):
        made = digests(tmp_path, locale, [NAMES[kind] for kind in chosen], NAMES[kinds[number + 1]])
        found.update(zip([(locale, kind) for kind in chosen], made, strict=True))
    assert len(set(found.values())) == 1, found
    faults.tell(
        "F19 locale",
        locales=len({locale for locale, _kind in found}),
        names=len({kind for _locale, kind in found}),
        runs=len(found),
        different=0,
    )
