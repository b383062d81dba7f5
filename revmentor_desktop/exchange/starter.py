# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""What a new programme starts with: the default areas and topics, and the table of the example."""

import json
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop import resources


@dataclass(frozen=True, slots=True)
class StarterTopic:
    """A default topic in both languages."""

    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class StarterArea:
    """A default area in both languages, with its topics in order."""

    name: str
    name_en: str
    topics: tuple[StarterTopic, ...]


def default_areas() -> tuple[StarterArea, ...]:
    """Return the areas of domain.md §4 in order."""
    entries = json.loads(resources.path("topics", "topics.json").read_text(encoding="utf-8"))
    return tuple(
        StarterArea(entry["name"], entry["name_en"], tuple(StarterTopic(t["name"], t["name_en"]) for t in entry["topics"]))
        for entry in entries
    )


def example_table() -> Path:
    """Return the spreadsheet of the example: 28 fictional people of Talleres Albor, S. L."""
    return resources.path("example", "personas_ejemplo.csv")
