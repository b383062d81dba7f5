# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Grid questions of online forms, which arrive as one column for each line: «¿Qué quieres aprender? [Negociación]».

They become one column again: ``Negociación>3; Hablar en público>2`` for topics, ``Lunes 9:00-11:00; …`` for hours.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from revmentor_desktop.exchange.columns import recognise

_LINE_OF_GRID = re.compile(r"(?P<question>.*\S)\s*\[(?P<line>[^\[\]]+)\]", re.DOTALL)


def folded_grids(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return headings and rows with every grid of two or more lines as one column, in the place of its first line."""
    grids: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for column, heading in enumerate(headings):
        match = _LINE_OF_GRID.fullmatch(heading)
        if match:
            grids[match["question"]].append((column, match["line"].strip()))
    grids = {question: lines for question, lines in grids.items() if len(lines) > 1 and question not in headings}
    if not grids:
        return tuple(headings), tuple(tuple(row) for row in rows)
    first_of = {lines[0][0]: question for question, lines in grids.items()}
    dropped = {column for lines in grids.values() for column, _line in lines[1:]}
    kept = [column for column in range(len(headings)) if column not in dropped]
    names = tuple(first_of.get(column, headings[column]) for column in kept)
    joiners = {question: " " if "windows" in recognise([question]) else ">" for question in grids}
    return names, tuple(
        tuple(_joined(row, grids[first_of[column]], joiners[first_of[column]]) if column in first_of else row[column] for column in kept)
        for row in rows
    )


def _joined(row: Sequence[str], lines: Sequence[tuple[int, str]], joiner: str) -> str:
    parts: list[str] = []
    for column, line in lines:
        answers = re.split(r"[;,]\s*", row[column]) if joiner == " " else [row[column]]
        parts += [f"{line}{joiner}{answer.strip()}" for answer in answers if answer.strip()]
    return "; ".join(parts)
