# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Small by nature, said in docstrings, nothing left for later: what holds for every module, class and function."""

import ast
from collections.abc import Iterator

from tests.source import ROOT, fail_with, modules

LARGEST = {"module": 500, "class": 400, "function": 70}
Documented = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def length(node: Documented) -> int:
    """Return the number of lines of a class or function."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_modules_classes_and_functions_stay_small() -> None:
    found: list[str] = []
    for module in (*modules(), *modules("installer")):
        if module.lines > LARGEST["module"]:
            found.append(f"{module.file}:1: {module.lines} lines, {LARGEST['module']} at most")
        for node in module.nodes():
            if isinstance(node, Documented):
                kind = "class" if isinstance(node, ast.ClassDef) else "function"
                if (lines := length(node)) > LARGEST[kind]:
                    found.append(module.at(node, f"the {kind} {node.name} has {lines} lines, {LARGEST[kind]} at most"))
    fail_with(found)


def test_no_test_is_longer_than_forty_lines() -> None:
    fail_with(
        module.at(node, f"{node.name} has {length(node)} lines")
        for module in modules("tests")
        for node in module.nodes()
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test") and length(node) > 40
    )


def test_every_public_thing_has_a_docstring() -> None:
    found: list[str] = []
    for module in (*modules(), *modules("installer")):
        if not ast.get_docstring(module.tree):
            found.append(f"{module.file}:1: the module has no docstring")
        found += [module.at(node, f"{name} has no docstring") for name, node in _public(module.tree) if not ast.get_docstring(node)]
    fail_with(found)


def _public(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Every public class, function and method; not what Qt calls (``@override``), overloads, setters, other libraries' protocols."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, Documented) or node.name.startswith("_"):
            continue
        if {"override", "overload", "setter"} & {_decorator(each) for each in node.decorator_list} or _only_ellipsis(node):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _public(node, f"{node.name}.")


def _only_ellipsis(node: Documented) -> bool:
    """Tell whether a method only has a shape: in a protocol that tells the type checker of an untyped library."""
    return (
        len(node.body) == 1
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
        and node.body[0].value.value is ...
    )


def _decorator(node: ast.expr) -> str:
    target = node.func if isinstance(node, ast.Call) else node
    return target.attr if isinstance(target, ast.Attribute) else target.id if isinstance(target, ast.Name) else ""


def test_no_drawer_of_odds_and_ends() -> None:
    drawers = {"utils", "util", "common", "misc", "helpers", "helper", "mixed", "shared", "tools"}
    fail_with(f"{module.file}:1: what is in it?" for module in modules() if drawers & set(module.name.split(".")))


def test_nothing_is_left_for_later() -> None:
    words = ("TODO", "FIXME", "XXX", "HACK")
    found: list[str] = []
    for module in (*modules(), *modules("installer"), *modules("tests")):
        for number, line in enumerate((ROOT / module.file).read_text(encoding="utf-8").splitlines(), 1):
            if "#" in line and any(word in line.partition("#")[2].split() or f"{word}:" in line.partition("#")[2] for word in words):
                found.append(f"{module.file}:{number}: {line.strip()}")
        for node in module.nodes():
            # With a sentence it tells of a computer that can't; bare it is a gap in the program.
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name) and node.exc.id == "NotImplementedError":
                found.append(module.at(node, "raises NotImplementedError"))
    fail_with(found)
