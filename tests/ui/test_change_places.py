# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Undo and redo name every action of the program and go to where the change was."""

import ast

import pytest

from revmentor_desktop.i18n import use
from revmentor_desktop.programme.workspace import ActionName
from revmentor_desktop.ui.change_places import place_of
from revmentor_desktop.ui.words import action_names
from tests.source import PACKAGE, fail_with, modules

NEVER_UNDONE = {"create"}
"""Actions before a barrier of their own: nobody ever reads their names."""
EVERYWHERE = {"choose_edition"}
"""Actions without a place."""


def codes() -> dict[str, str]:
    """Every code given to `Workspace.action` in the package, with its file and line."""
    found: dict[str, str] = {}
    for module in modules(PACKAGE):
        for node in module.nodes():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "action" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found[part.value] = module.at(node, part.value)
    return found | dict.fromkeys(("withdraw", "come_back"), "people.py")


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_action_of_the_program_has_words(language: str) -> None:
    use(language)
    try:
        last = action_names.sentence(ActionName("nothing known"))
        places = codes()
        assert len(places) > 30
        fail_with(
            where for code, where in places.items() if code not in NEVER_UNDONE and action_names.sentence(ActionName(code)) in {"", last}
        )
    finally:
        use("es")


def test_every_action_of_the_program_has_a_place() -> None:
    fail_with(where for code, where in codes().items() if code not in NEVER_UNDONE | EVERYWHERE and place_of(ActionName(code)) is None)
