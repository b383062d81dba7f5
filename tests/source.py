# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""The package's own code as parsed modules, for the tests that judge it."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "revmentor_desktop"


def fail_with(found: Iterable[str]) -> None:
    """Fail with the places found, if any."""
    places = sorted(found)
    if places:
        pytest.fail("\n".join([f"{len(places)} places:", *places]), pytrace=False)


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root with slashes, its dotted name, its tree."""

    file: str
    name: str
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """First part below the package: ``domain``, ``ui``, ``app``; the package itself is ``__init__``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else "__init__"

    def at(self, node: ast.AST, said: str) -> str:
        """Return the line of a report about ``node``."""
        return f"{self.file}:{getattr(node, 'lineno', 1)}: {said}"

    def nodes(self) -> Iterator[ast.AST]:
        """Every node of the file."""
        return ast.walk(self.tree)


def parsed(file: Path) -> Module:
    """Parse one file below the root."""
    relative = file.relative_to(ROOT)
    parts = relative.with_suffix("").parts
    text = file.read_text(encoding="utf-8")
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(relative.as_posix(), name, ast.parse(text, str(file)), text.count("\n"))


@cache
def modules(folder: str = PACKAGE) -> tuple[Module, ...]:
    """Every module below a folder of the project, in the order of their paths."""
    return tuple(parsed(file) for file in sorted((ROOT / folder).rglob("*.py")))


@dataclass(frozen=True)
class Naming:
    """One import: who names whom (the dotted name, with the name taken from it), at which node, at the module's top or later."""

    by: Module
    whom: str
    node: ast.stmt
    at_top: bool


def namings(module: Module) -> Iterator[Naming]:
    """Every import of a module; one in ``if TYPE_CHECKING`` counts as not at the top."""
    top = {id(node) for node in _run_at_import(module.tree)}
    for node in module.nodes():
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Naming(module, alias.name, node, id(node) in top)
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(module, node)
            for alias in node.names:
                yield Naming(module, f"{start}.{alias.name}", node, id(node) in top)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.file.endswith("__init__.py") else module.name.split(".")[:-1]
    start = package[: len(package) - node.level + 1]
    return ".".join([*start, node.module] if node.module else start)


def _run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        yield node
        yield from _run_at_import(node)
