# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The tree of the project: what lies where, licences, words, and nothing that only one machine knows."""

import ast
import re
import shutil
import string
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import translations
from revmentor_desktop import __version__
from tests.source import PACKAGE, ROOT, fail_with, modules

TOP = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "installer",
    "pyproject.toml",
    "resources",
    PACKAGE,
    "tests",
}
ROOMS = {
    "app.py",
    "cli",
    "defects.py",
    "documents",
    "domain",
    "exchange",
    "i18n",
    "__init__.py",
    "__main__.py",
    "pairing",
    "programme",
    "resources.py",
    "scheduling",
    "store",
    "tracking",
    "ui",
}
LICENCE_NAMES = ("LICENSE*", "LICENCE*", "OFL*", "COPYING*")
FOREIGN = ("fonts", "icons")
"""Folders of resources that others made."""

THIS = "tests/test_tree.py"
# Written in pieces, so that this file is no find of its own.
MACHINE = re.compile(
    "|".join((r"\.\./" + "shared", "/" + "work/", "/" + "root/", r"(?<!\w)/" + r"home/(?!ana\b)", r"[A-Z]:\\+Users\\+(?!Ana\b)"))
)
TEMPORARY = re.compile("/tmp/")
REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "index" + "-url", r"registry\." + "npm", r"deb\." + "debian", "find" + "-links"))
)
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".po", ".cfg", ".ini", ".yml", ".yaml", ".sh", ".desktop", ".iss", ".spec", ""}


def files() -> list[Path]:
    """Every file that git keeps or would keep."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in sorted(listed.stdout.split("\0")) if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every text file."""
    for file in files():
        if file.suffix in TEXT and file.parent.name != "icons":
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


def lines_with(pattern: re.Pattern[str], but: tuple[str, ...] = ()) -> list[str]:
    """Places where a pattern stands."""
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        if not name.startswith(but)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_top_level_is_the_one_described() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in files()} == TOP


def test_the_rooms_are_the_ones_described() -> None:
    assert {file.relative_to(ROOT / PACKAGE).parts[0] for file in files() if file.is_relative_to(ROOT / PACKAGE)} == ROOMS


def test_the_page_on_the_architecture_names_every_room() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    fail_with([room for room in sorted(ROOMS) if not room.startswith("__") and room not in page])


def test_nothing_names_a_place_of_one_machine() -> None:
    fail_with(lines_with(MACHINE, but=(THIS,)))


def test_only_tests_name_a_temporary_folder() -> None:
    fail_with(lines_with(TEMPORARY, but=("tests/",)))


def test_nothing_names_a_registry_of_packages() -> None:
    fail_with(lines_with(REGISTRY, but=(THIS,)))


def test_nothing_that_is_made_lies_in_the_tree() -> None:
    made = {".pyc", ".log", ".revmentor-journal", ".orig", ".rej", ".bak"}
    fail_with([str(file) for file in files() if file.suffix in made or "__pycache__" in file.parts])


def test_every_source_file_says_its_licence() -> None:
    lacking = [
        name
        for name, text in texts()
        if text
        and name.endswith((".py", ".sh", ".po", ".ci/run"))
        and not ("SPDX-License-Identifier: MIT" in (head := text[:600]) and "SPDX-FileCopyrightText:" in head)
    ]
    fail_with(lacking)


@pytest.mark.parametrize("folder", FOREIGN)
def test_what_others_made_has_its_licence_beside_it(folder: str) -> None:
    found = [file.name for pattern in LICENCE_NAMES for file in (ROOT / "resources" / folder).glob(pattern)]
    assert found, f"resources/{folder} has no licence"


def test_the_version_is_the_same_everywhere() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert __version__ == described
    assert f"## {described}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_is_pinned_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    tools = [name for extra in project["project"]["optional-dependencies"].values() for name in extra]
    for pins, needed in (("constraints.txt", wanted), ("constraints-test.txt", [*wanted, *tools])):
        text = (ROOT / "installer" / pins).read_text(encoding="utf-8")
        pinned = dict(re.findall(r"^([\w.-]+)==(\S+)(?:[^\n]*\\\n\s+--hash=sha256:)", text, re.MULTILINE))
        assert [name for name in map(_bare, needed) if name not in pinned] == [], pins


def _bare(requirement: str) -> str:
    return re.split(r"[<>=!~; \[]", requirement)[0].lower().replace("_", "-")


def test_the_tests_pin_the_same_releases_as_the_program() -> None:
    program, tests = (
        set(re.findall(r"^([\w.-]+==[^\\\n]+)", (ROOT / "installer" / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("constraints.txt", "constraints-test.txt")
    )
    assert program <= tests


def messages() -> list[Message]:
    """The sentences of the catalogue, without its header."""
    return [message for message in translations.read(translations.PO) if message.id]


def forms(text: object) -> list[str]:
    """A sentence, or both of its plural forms, as a list."""
    return [str(form) for form in text] if isinstance(text, (tuple, list)) else [str(text or "")]


def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    code = {(message.context, str(message.id)) for message in translations.extracted() if message.id}
    kept = {(message.context, str(message.id)) for message in messages()}
    fail_with(map(str, code ^ kept))


def test_no_sentence_is_asked_for_as_one_form_here_and_as_one_of_two_there() -> None:
    """Before 3.11.4 Python does not find the single form of a sentence whose entry has two: it would stay English."""
    single, plural = (
        {
            str(node.args[0].value): module.at(node, str(node.args[0].value))
            for module in modules()
            for node in module.nodes()
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
            if getattr(node.func, "id", getattr(node.func, "attr", "")) in names
        }
        for names in (("_", "N_", "gettext"), ("plural", "ngettext"))
    )
    fail_with(place for sentence, place in single.items() if sentence in plural)


def test_every_sentence_has_its_spanish() -> None:
    fail_with([str(m.id) for m in messages() if m.fuzzy or not all(form.strip() for form in forms(m.string))])


def test_the_compiled_words_are_those_of_the_catalogue() -> None:
    assert translations.MO.read_bytes() == translations.compiled(translations.PO)


def test_a_translation_has_the_places_of_its_sentence() -> None:
    wrong: list[str] = []
    for message in messages():
        wanted = set[str]().union(*(_places(form) for form in forms(message.id)))
        for form in filter(None, forms(message.string)):
            # The singular may leave the number out: «una sesión».
            if not (_places(form) <= wanted and wanted - _places(form) <= ({"n"} if len(forms(message.id)) > 1 else set())):
                wrong.append(f"{message.id} → {form}")
    fail_with(wrong)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None} if "{" in text else set()


def test_no_forbidden_word_is_on_the_screen() -> None:
    forbidden = re.compile(r"\b(matching|feedback|dashboard|deadline|rematch|score|mentee)s?\b", re.IGNORECASE)
    fail_with([form for m in messages() for form in forms(m.string) if forbidden.search(re.sub(r"\{\w*\}", "", form))])


def test_spanish_does_not_shout_and_spaces_its_abbreviations() -> None:
    loud = [form for m in messages() for form in forms(m.string) if "!" in form or "¡" in form]
    fail_with(loud)
    fail_with([form for m in messages() for form in forms(m.string) if re.search(r"RR\.?\s?HH", form) and "RR.\u00a0HH." not in form])


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """An f-string or a sum inside `_()` never finds its translation."""
    found = [
        module.at(node, "the sentence is not a plain string")
        for module in (*modules(), *modules("installer"))
        for node in module.nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "plural", "context"}
        if node.args and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp, ast.Call))
    ]
    fail_with(found)


def test_the_links_of_the_pages_lead_somewhere() -> None:
    found: list[str] = []
    for page in ROOT.glob("*.md"):
        links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
        found += [f"{page.name}: {link}" for link in links if not (ROOT / link).exists()]
    fail_with(found)
