# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Who may name whom, and what is never done. The rules are here and in CONTRIBUTING.md; a failure names file and line.

An exception to a rule is written out beside it, with the reason.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

import pytest

from tests.source import PACKAGE, ROOT, Module, Naming, fail_with, modules, namings

EVERYTHING = {"*"}
MAY_NAME = {
    "__init__": set[str](),
    "__main__": EVERYTHING,
    "app": EVERYTHING,
    "cli": EVERYTHING,
    "defects": {"i18n"},
    "resources": set[str](),
    "i18n": {"resources"},
    "domain": set[str](),
    "pairing": {"domain"},
    "scheduling": {"domain"},
    "tracking": {"domain"},
    "store": {"domain"},
    "documents": {"domain", "i18n", "resources"},
    "exchange": {"domain", "i18n", "resources"},
    "programme": {"store", "pairing", "scheduling", "tracking", "documents", "exchange", "domain", "i18n"},
    "ui": {"programme", "domain", "i18n", "resources"},
}
"""Room → the rooms of ours that it may name, besides itself."""

SCREENS = {"home", "people", "pairs", "coverage", "calendar", "documents", "tracking", "programme", "kiosk"}
PURE = ("domain", "pairing", "scheduling", "tracking")

# Package → the modules that alone may name it, as patterns of files.
KEPT_TO = {
    "PySide6": ("ui/*", "app.py"),
    "shiboken6": ("ui/*", "app.py"),
    "sqlalchemy": ("store/*",),
    "sqlite3": ("store/*",),
    "sqlcipher3": ("store/*",),
    "reportlab": ("documents/layout/*",),
}

# What would make a pure room depend on the day, the machine or luck. `datetime` itself is a value; asking it for now is caught below.
NOT_IN_PURE = {
    "time",
    "random",
    "secrets",
    "uuid",
    "os",
    "sys",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "subprocess",
    "socket",
    "locale",
    "getpass",
    "platform",
}
NOT_CALLED_IN_PURE = {"open", "input", "print", "now", "utcnow", "today", "getenv"}

# Slow to import: at first use, inside a function, so that the window is there at once.
LATE = ("scipy", "numpy", "reportlab", "pypdf", "pandas", "python_calamine", "xlsxwriter", "holidays", "icalendar", "babel")

# Both pass on what they caught: the hook logs and says it, the runner hands it to the thread of the window.
MAY_CATCH_EVERYTHING = ("app.py", "ui/bridge.py", "ui/background.py")

SENTENCES_NOT_IN = (*PURE, "programme", "store")


def inside(module: Module, patterns: Sequence[str]) -> bool:
    """Tell whether a module is one of those that the patterns name."""
    return any(fnmatch(module.file.removeprefix(f"{PACKAGE}/"), pattern) for pattern in patterns)


def all_namings() -> Iterator[Naming]:
    """Every import in the package."""
    for module in modules():
        yield from namings(module)


def test_every_room_is_known() -> None:
    fail_with(f"{module.file}: no rule for the room «{module.room}»" for module in modules() if module.room not in MAY_NAME)


def test_a_room_names_only_the_rooms_it_may() -> None:
    found: list[str] = []
    for naming in all_namings():
        parts = naming.whom.split(".")
        # `from revmentor_desktop import __version__` names the package, not a room.
        if parts[0] != PACKAGE or len(parts) < 2 or parts[1] == "__version__":
            continue
        allowed = MAY_NAME.get(naming.by.room, set())
        if parts[1] != naming.by.room and allowed is not EVERYTHING and parts[1] not in allowed:
            found.append(naming.by.at(naming.node, f"{naming.by.room} names {naming.whom}"))
    fail_with(found)


def test_a_migration_names_nothing_of_ours() -> None:
    found = [
        naming.by.at(naming.node, f"names {naming.whom}")
        for naming in all_namings()
        if naming.by.name.startswith(f"{PACKAGE}.store.migrations.") and naming.whom.startswith(f"{PACKAGE}.")
        if not naming.whom.startswith(f"{PACKAGE}.store.migrations")
    ]
    fail_with(found)


def test_a_screen_does_not_import_another() -> None:
    found: list[str] = []
    for naming in all_namings():
        own, other = naming.by.name.split("."), naming.whom.split(".")
        here, there = (parts[2] if parts[:2] == [PACKAGE, "ui"] and len(parts) > 2 else "" for parts in (own, other))
        if here in SCREENS and there in SCREENS and here != there:
            found.append(naming.by.at(naming.node, f"the screen {here} names {naming.whom}"))
    fail_with(found)


def test_widgets_and_theme_name_no_screen() -> None:
    found = [
        naming.by.at(naming.node, f"names the screen {naming.whom}")
        for naming in all_namings()
        if inside(naming.by, ("ui/widgets/*", "ui/theme/*"))
        and naming.whom.startswith(tuple(f"{PACKAGE}.ui.{screen}" for screen in SCREENS))
    ]
    fail_with(found)


@pytest.mark.parametrize("package", KEPT_TO)
def test_a_package_is_named_only_where_it_may(package: str) -> None:
    fail_with(
        naming.by.at(naming.node, f"names {naming.whom}")
        for naming in all_namings()
        if naming.whom.split(".")[0] == package and not inside(naming.by, KEPT_TO[package])
    )


def test_the_pure_rooms_have_no_clock_luck_files_or_environment() -> None:
    found = [
        naming.by.at(naming.node, f"names {naming.whom}")
        for naming in all_namings()
        if naming.by.room in PURE and naming.whom.split(".")[0] in NOT_IN_PURE
    ]
    for module in modules():
        for node in module.nodes() if module.room in PURE else ():
            if isinstance(node, ast.Call) and (name := _called(node)) in NOT_CALLED_IN_PURE:
                found.append(module.at(node, f"calls {name}()"))
    fail_with(found)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return ""


def test_slow_packages_are_imported_at_first_use() -> None:
    fail_with(
        naming.by.at(naming.node, f"imports {naming.whom} when the module is imported")
        for naming in all_namings()
        if naming.at_top and naming.whom.split(".")[0] in LATE and not inside(naming.by, LATE_EXCEPT)
    )


# Modules that nothing imports before they are needed, so that they may begin with what they are made of; the next test holds them to it.
LATE_EXCEPT = ("documents/*", "exchange/*", "scheduling/days_off.py", "pairing/*")


def test_starting_the_program_loads_nothing_slow() -> None:
    if not (ROOT / PACKAGE / "app.py").exists():
        pytest.fail("there is no app.py", pytrace=False)
    script = f"import sys, {PACKAGE}.app; print(*sorted(name for name in {LATE!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_no_module_keeps_state_that_changes() -> None:
    found: list[str] = []
    for module in modules():
        for node in module.nodes():
            if isinstance(node, ast.Global):
                found.append(module.at(node, f"global {', '.join(node.names)}"))
        for statement in module.tree.body if not inside(module, TABLES) else ():
            for name in _assigned(statement):
                if name == name.lower() and name != "_" and not name.startswith("__") and _changeable(statement):
                    found.append(module.at(statement, f"{name} is a module-level object that can change"))
    fail_with(found)


# SQLAlchemy's tables are declared once and read; nothing alters them.
TABLES = ("store/schema.py",)


def _assigned(statement: ast.stmt) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target] if isinstance(statement, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _changeable(statement: ast.stmt) -> bool:
    value = getattr(statement, "value", None)
    if isinstance(value, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)):
        return True
    # A lower-case name bound to what a call made: a cache, a registry, a singleton. A logger is the exception.
    return isinstance(value, ast.Call) and _called(value) not in {"getLogger", "NewType", "namedtuple"}


def test_signals_are_connected_to_methods_not_lambdas() -> None:
    found: list[str] = []
    for module in modules():
        for node in module.nodes():
            if (
                isinstance(node, ast.Call)
                and _called(node) == "connect"
                and any(isinstance(part, ast.Lambda) for a in node.args for part in ast.walk(a))
            ):
                found.append(module.at(node, "connects a lambda"))
    fail_with(found)


def test_colours_and_style_sheets_are_in_the_theme_alone() -> None:
    found: list[str] = []
    for module in modules():
        if module.room not in {"ui", "app"} or inside(module, ("ui/theme/*",)):
            continue
        for node in module.nodes():
            if isinstance(node, ast.Call) and _called(node) == "setStyleSheet":
                found.append(module.at(node, "calls setStyleSheet"))
            elif (
                isinstance(node, ast.Call)
                and _called(node) in {"QColor", "fromRgb"}
                and any(isinstance(a, ast.Constant) for a in node.args)
            ):
                found.append(module.at(node, "a literal colour"))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_colour(node.value):
                found.append(module.at(node, f"a literal colour {node.value}"))
            elif (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Attribute)
                and node.value.attr == "GlobalColor"
                and node.attr != "transparent"
            ):
                found.append(module.at(node, f"a literal colour {node.attr}"))
    fail_with(found)


def _is_colour(text: str) -> bool:
    return text.startswith("#") and len(text) in {4, 7, 9} and all(letter in "0123456789abcdefABCDEF" for letter in text[1:])


def test_everything_is_caught_in_two_places_only() -> None:
    found: list[str] = []
    for module in modules():
        for node in module.nodes():
            if isinstance(node, ast.ExceptHandler) and not inside(module, MAY_CATCH_EVERYTHING):
                kinds = [part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)] if node.type else ["everything"]
                if {"Exception", "BaseException", "everything"} & set(kinds) and not _passes_on(node):
                    found.append(module.at(node, f"catches {', '.join(kinds)}"))
    fail_with(found)


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only tidies up: it ends by raising what it caught."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_no_sentence_is_translated_inside_an_f_string() -> None:
    """The extractor does not look into f-strings: such a sentence would stay English."""
    translators = {"_", "plural", "context", "gettext", "ngettext", "pgettext"}
    fail_with(
        module.at(call, "translates inside an f-string")
        for module in (*modules(), *modules("installer"))
        for text in module.nodes()
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and _called(call) in translators
    )


def test_rooms_without_words_translate_nothing() -> None:
    """Reasons are codes there; ``ui`` and ``cli`` own the words. ``programme`` may hand the language of a document on."""
    translators = {"_", "plural", "context", "gettext", "ngettext", "pgettext"}
    found = [
        naming.by.at(naming.node, f"imports {naming.whom}")
        for naming in all_namings()
        if naming.by.room in SENTENCES_NOT_IN
        and naming.whom.startswith((f"{PACKAGE}.i18n", "gettext"))
        and naming.whom.split(".")[-1] in translators
    ]
    for module in modules():
        for node in module.nodes() if module.room in SENTENCES_NOT_IN else ():
            if isinstance(node, ast.Call) and _called(node) in {"_", "gettext", "ngettext", "pgettext"}:
                found.append(module.at(node, "translates a sentence"))
    fail_with(found)


def test_no_private_name_is_used_across_modules() -> None:
    found: list[str] = []
    for module in (*modules(), *modules("tests"), *modules("installer")):
        own = _own_private_names(module)
        for node in module.nodes():
            if isinstance(node, ast.ImportFrom):
                found += [module.at(node, f"imports {a.name}") for a in node.names if _private(a.name)]
            elif isinstance(node, ast.Attribute) and _private(node.attr) and not _is_self(node.value) and node.attr not in own:
                found.append(module.at(node, f"uses .{node.attr} of another module"))
    fail_with(found)


# Documented names that only look private.
PUBLIC_UNDERSCORES = {"_replace", "_asdict", "_fields", "_make", "_value_", "_name_", "_MEIPASS", "_exit"}


def _private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__") and name != "_" and name not in PUBLIC_UNDERSCORES


def _is_self(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in {"self", "cls"}


def _own_private_names(module: Module) -> set[str]:
    """Private names that the module itself defines: two classes of one module may know each other."""
    names: set[str] = set()
    for node in module.nodes():
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            names.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("_"):
            names.add(node.value)
    return names


def test_no_text_is_put_into_a_paragraph_unescaped() -> None:
    """ReportLab reads mark-up: a name with «&» or «<» would change the page (or stop it)."""
    found: list[str] = []
    for module in modules():
        for node in module.nodes():
            if isinstance(node, ast.Call) and _called(node) == "Paragraph" and node.args and _built(node.args[0]):
                found.append(module.at(node, "builds the text of a Paragraph"))
    fail_with(found)


def _built(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return _built(node.left) or _built(node.right) or isinstance(node.op, ast.Mod)
    return isinstance(node, ast.Call) and _called(node) == "format"


def test_no_import_goes_in_a_circle() -> None:
    known = {module.name for module in modules()}
    graph: dict[str, set[str]] = {module.name: set() for module in modules()}
    for naming in all_namings():
        whom = naming.whom if naming.whom in known else naming.whom.rpartition(".")[0]
        if naming.at_top and whom in known and whom != naming.by.name:
            graph[naming.by.name].add(whom)
    fail_with(" → ".join(circle) for circle in _circles(graph))


def _circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the sets of modules that reach each other (Tarjan would be faster; hundreds of modules don't need it)."""
    reach: dict[str, set[str]] = {}
    for start, named in graph.items():
        seen: set[str] = set()
        waiting = list(named)
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(graph[name])
        reach[start] = seen
    groups = {tuple(sorted(other for other in reach[name] if name in reach[other])) for name in graph if name in reach[name]}
    return [list(group) for group in sorted(groups)]
