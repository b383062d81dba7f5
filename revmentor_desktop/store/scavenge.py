# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Finds the rows of a damaged plain file among its pages, without SQLite.

The tree of each table is followed as far as it can be. A page of rows that no tree leads to any more (the way to it, the schema or
the header is gone) goes to the table whose indexes know its rows, or to the only one that its rows fit. What fits several is left
out: a row in the wrong table is worse than a lost one. Deleted rows are not met, for `secure_delete` overwrote them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol

from revmentor_desktop.store import driver
from revmentor_desktop.store.check import reference
from revmentor_desktop.store.errors import StoreError
from revmentor_desktop.store.migrations import runner
from revmentor_desktop.store.pages import INDEX_INTERIOR, INDEX_LEAF, INTERIOR, LEAF, BrokenPage, Leaf, Pages, Row, Value
from revmentor_desktop.store.shapes import SEQUENCE, Shape, Trial, shapes

Watch = Callable[[int, int], None]
"""Told how much of how much is done; may raise to stop the work."""
_MAGIC = b"SQLite format 3\0"
_MASTER_COLUMNS = {4, 5}  # the index of a key has no text of its own
_MOST_VERSION = 1_000_000
_FIGURES_COLUMNS = {3, 6}
_SIGN = "file_uuid"


@dataclass(slots=True)
class TableRows:
    """What was found of one table: rows by their number.

    ``expected``: the numbers that its indexes know, each with the row's primary key where that can be told, else (); None when no
    index can be read whole. ``broken``: rows that stand on a page of the table and can't be read. ``torn``: pages of it may be missing.
    """

    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict[int, tuple[Value, ...]])
    expected: dict[int, tuple[Value, ...]] | None = None
    broken: int = 0
    torn: bool = False

    @property
    def lost(self) -> int:
        """How many rows were there and can't be read, as far as it can be told."""
        return self.broken if self.expected is None else len(self.expected.keys() - self.rows.keys())


@dataclass(frozen=True, slots=True)
class Scavenged:
    """The rows of a damaged file by table, of the schema ``version``. ``stray``: pages of rows that no table could be told for."""

    version: int
    tables: Mapping[str, TableRows]
    stray: int = 0


class ReadsPages(Protocol):
    """Pages by number, from 1 to ``count``; see `Pages`. Every method may raise `BrokenPage`."""

    count: int

    def kind(self, number: int) -> int:
        """Return the first byte of a page's own header."""
        ...

    def rows(self, number: int) -> Leaf:
        """Return what a page of rows holds."""
        ...

    def branches(self, number: int) -> tuple[tuple[int, int | None], ...]:
        """Return the pages below an interior page, each with the highest row number that may stand there."""
        ...


def scavenge(content: bytes, watch: Watch) -> Scavenged:
    """Find the rows in the bytes of a plain file, whatever is wrong with it. Raises as `scavenge_pages`."""
    at_home = content.startswith(_MAGIC) and int.from_bytes(content[68:72], "big") == driver.APPLICATION_ID
    return scavenge_pages(Pages(content), int.from_bytes(content[60:64], "big") if at_home else 0, watch)


def scavenge_pages(pages: ReadsPages, said: int, watch: Watch) -> Scavenged:
    """Find the rows in pages. ``said``: the version that the header says, 0 without one.

    Raises `StoreError` ``newer`` when a newer program made the file: it may hold what this one does not know.
    """
    if runner.LATEST < said < _MOST_VERSION:
        raise StoreError("newer", version=said, by="", readable=False)
    leaves = dict(_leaves(pages, watch))
    schema = [row for leaf in leaves.values() for row in leaf.rows if _is_schema(row)]
    version = _version(said, schema)
    search = _Search(pages, leaves, {str(row.values[1]): _root(row) for row in schema}, shapes(version))
    search.follow_trees()
    stray = search.adopt(version)
    return Scavenged(version, search.found, stray)


def _leaves(pages: ReadsPages, watch: Watch) -> Iterator[tuple[int, Leaf]]:
    for number in range(1, pages.count + 1):
        if number % 64 == 1:
            watch(number, pages.count)
        try:
            if pages.kind(number) == LEAF:
                yield number, pages.rows(number)
        except BrokenPage:
            continue


def _is_schema(row: Row) -> bool:
    if len(row.values) not in _MASTER_COLUMNS or row.values[0] not in {"table", "index"}:
        return False
    return all(isinstance(value, str) for value in row.values[:3]) and isinstance(row.values[3], int)


def _root(row: Row) -> int:
    root = row.values[3]
    return root if isinstance(root, int) else 0


def _version(said: int, schema: Iterable[Row]) -> int:
    """Return the version that the schema shows, the header's among equals, the newest without any."""
    texts = {(row.values[1], " ".join(str(row.values[4] or "").split())) for row in schema if len(row.values) > 4}
    known = [step.version for step in runner.STEPS]
    alike = {version: len(texts & {(name, sql) for _kind, name, _table, sql in reference(version)}) for version in known}
    return max(known, key=lambda version: (alike[version], version == said, version))


class _Search:
    """The tables as they are put together."""

    def __init__(self, pages: ReadsPages, leaves: Mapping[int, Leaf], roots: Mapping[str, int], known: Mapping[str, Shape]) -> None:
        self._pages = pages
        self._leaves = leaves
        self._roots = roots
        self._shapes = known
        self._owned: set[int] = set()
        self._keys: dict[str, dict[str, dict[int, tuple[Value, ...]]]] = {}
        self._whole: dict[str, set[str]] = {}
        self._unsure: dict[int, str] = {}
        self.found = {name: TableRows() for name in known}

    def follow_trees(self) -> None:
        """Read every index, then every table, from its root down."""
        # The schema itself and the figures of ANALYZE are nobody's rows.
        self._owned |= {number for number, leaf in self._leaves.items() if any(map(_is_schema, leaf.rows)) or self._is_figures(leaf)}
        for shape in self._shapes.values():
            self._read_indexes(shape)
        for shape in self._shapes.values():
            self._read_table(shape)

    def adopt(self, version: int) -> int:
        """Give the pages that no tree leads to their tables; returns how many are left over."""
        stray = 0
        trial = Trial(version)
        try:
            for number, leaf in self._leaves.items():
                if number in self._owned or not leaf.rows or self._has(leaf):
                    continue
                name = self._parent_of(leaf, trial) or self._unsure.get(number)
                if name is None:
                    stray += 1
                else:
                    self._take(self._shapes[name], leaf)
        finally:
            trial.close()
        self._doubt_indexes()
        return stray

    def _has(self, leaf: Leaf) -> bool:
        """Whether all rows of a page were met before, as part of a tree that was read at once."""
        return any(
            all(shape.fits(row) and self.found[name].rows.get(row.number) == shape.values(row) for row in leaf.rows)
            for name, shape in self._shapes.items()
        )

    def _walk(self, root: int, interior: int, last: int) -> tuple[list[tuple[int, int | None, int | None]], bool]:
        """Return the last pages below ``root`` with the bounds of their row numbers (above, up to), and whether a part is missing."""
        found: list[tuple[int, int | None, int | None]] = []
        waiting: list[tuple[int, int | None, int | None]] = [(root, None, None)]
        seen: set[int] = set()
        torn = False
        while waiting:
            number, low, high = waiting.pop()
            try:
                kind = self._pages.kind(number)
                if number in seen or kind not in {interior, last}:
                    raise BrokenPage
                seen.add(number)
                if kind == last or interior == INDEX_INTERIOR:
                    found.append((number, low, high))
                if kind == interior:
                    waiting.extend(reversed(list(_bounded(self._pages.branches(number), low, high))))
            except BrokenPage:
                torn = True
        return found, torn

    def _read_indexes(self, shape: Shape) -> None:
        kept = self._keys.setdefault(shape.name, {})
        for index, columns in shape.indexes.items():
            numbers, torn = self._walk(self._roots.get(index, 0), INDEX_INTERIOR, INDEX_LEAF)
            keys: dict[int, tuple[Value, ...]] = {}
            for number, _low, _high in numbers:
                leaf = self._index_rows(number)
                torn = torn or leaf.broken > 0
                for row in leaf.rows:
                    *key, last = row.values or (None,)
                    if isinstance(last, int) and shape.is_key(tuple(key), columns):
                        keys[last] = tuple(key)
                    else:
                        torn = True
            kept[index] = keys
            if not torn:
                self._whole.setdefault(shape.name, set()).add(index)
        self._expect(shape, self._whole.get(shape.name, set()))

    def _expect(self, shape: Shape, trusted: AbstractSet[str]) -> None:
        """Note which rows there must be, as these indexes say."""
        table = self.found[shape.name]
        table.expected = None
        if trusted:
            keys = self._keys[shape.name]
            numbers = sorted({number for index in trusted for number in keys[index]})
            known = keys.get(shape.key_index, {})
            table.expected = {number: (number,) if shape.alias is not None else known.get(number, ()) for number in numbers}

    def _doubt_indexes(self) -> None:
        """Believe no index that knows other rows than those found: it was read from another's page."""
        for name, trusted in self._whole.items():
            shape, table = self._shapes[name], self.found[name]
            if table.rows:
                agreeing = {index for index in trusted if 2 * self._agreeing(shape, index) >= len(table.rows)}
                self._expect(shape, agreeing)
            elif not table.torn and not table.broken:
                table.expected = {}

    def _agreeing(self, shape: Shape, index: str) -> int:
        keys, columns = self._keys[shape.name][index], shape.indexes[index]
        rows = self.found[shape.name].rows
        return sum(keys.get(number) == tuple(values[place] for place in columns if place < len(values)) for number, values in rows.items())

    def _index_rows(self, number: int) -> Leaf:
        try:
            return self._pages.rows(number)
        except BrokenPage:
            return Leaf((), 1)

    def _read_table(self, shape: Shape) -> None:
        numbers, torn = self._walk(self._roots.get(shape.name, 0), INTERIOR, LEAF)
        table = self.found[shape.name]
        table.torn = torn
        for number, low, high in numbers:
            leaf = self._leaves.get(number)
            if leaf is None or number in self._owned:
                table.torn = True
                continue
            at_home = [row for row in leaf.rows if shape.fits(row) and _within(row.number, low, high)]
            if leaf.rows and (2 * len(at_home) < len(leaf.rows) or not self._says(shape, leaf)):
                # Another page lies where one of this table should be; its own table will know it.
                table.torn = True
                continue
            if table.expected is not None and 2 * sum(self._is_vouched(shape, row) for row in at_home) < len(leaf.rows):
                # The page may be of a table made alike; or the index is wrong, and the page stays here.
                self._unsure[number] = shape.name
                continue
            self._owned.add(number)
            self._take(shape, leaf, low, high)

    def _take(self, shape: Shape, leaf: Leaf, low: int | None = None, high: int | None = None) -> None:
        table = self.found[shape.name]
        table.broken += leaf.broken
        last = low
        for row in leaf.rows:
            # A number out of order has lost a bit, unless an index knows it, too.
            at_home = _within(row.number, last, high) or (table.expected is not None and row.number in table.expected)
            if row.number in table.rows or not shape.fits(row) or not at_home:
                table.broken += 1
                continue
            table.rows[row.number] = shape.values(row)
            last = row.number

    def _parent_of(self, leaf: Leaf, trial: Trial) -> str | None:
        """Return the one table that a page must be of, ``None`` when that can't be told."""
        enough = -(-len(leaf.rows) // 2)
        vouched: dict[str, int] = {}
        possible: list[str] = []
        for shape in self._shapes.values():
            fitting = [row for row in leaf.rows if shape.fits(row) and row.number not in self.found[shape.name].rows]
            if len(fitting) < enough or not self._says(shape, leaf):
                continue
            count = sum(self._is_vouched(shape, row) for row in fitting)
            if count >= enough:
                vouched[shape.name] = count
            elif self.found[shape.name].expected is None and sum(trial.admits(shape, row) for row in fitting) >= enough:
                possible.append(shape.name)
        best = [name for name, count in vouched.items() if count == max(vouched.values())]
        candidates = best or [name for name in possible if self.found[name].torn] or possible
        return candidates[0] if len(candidates) == 1 else None

    def _is_figures(self, leaf: Leaf) -> bool:
        return any(len(row.values) in _FIGURES_COLUMNS and row.values[0] in self._shapes for row in leaf.rows)

    def _says(self, shape: Shape, leaf: Leaf) -> bool:
        """Whether a page says what its table would: two pairs of tables are made alike, and each tells itself by its first words."""
        words = {row.values[0] for row in leaf.rows if row.values}
        if shape.name in {"meta", "draft"}:
            return (_SIGN in words) == (shape.name == "meta")
        if shape.name in {SEQUENCE, "counter"}:
            # Both know "person": one by the table's name, one by what is counted.
            return any(word in self._shapes for word in words - {"person"}) == (shape.name == SEQUENCE)
        return True

    def _is_vouched(self, shape: Shape, row: Row) -> bool:
        values = shape.values(row)
        return any(
            row.number in keys and keys[row.number] == tuple(values[place] for place in shape.indexes[index] if place < len(values))
            for index, keys in self._keys[shape.name].items()
        )


def _bounded(branches: Iterable[tuple[int, int | None]], low: int | None, high: int | None) -> Iterator[tuple[int, int | None, int | None]]:
    """Yield each page with the row numbers that it may hold: above the key before it, up to its own."""
    for number, key in branches:
        top = high if key is None else key
        yield number, low, top
        low = top


def _within(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or number > low) and (high is None or number <= high)
