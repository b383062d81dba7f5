# SPDX-FileCopyrightText: 2026 The RevMentor Desktop authors
# SPDX-License-Identifier: MIT
"""Files that somebody made to deceive or to harm the program, or that are something else: name → how it is made and what is answered.

A maker gets a path at which a sound file of today's schema lies. Who makes such a file knows how it is sealed, so most of them are.
"""

import os
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.store import check, driver, encryption, header
from revmentor_desktop.store.migrations import runner
from tests.files import contents, make

PAGE = 4096
BOMB = "hex(zeroblob(450000000))"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"
_NEWER = f"PRAGMA user_version = {runner.LATEST + 1}"
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_TEXT = "INSERT INTO draft (key, text) VALUES "


@dataclass(frozen=True)
class Case:
    """A maker, the code that opening answers (``""``: it is let in), and the password that is tried.

    ``reads``: the code of opening it to read, where that is not the same; ``elsewhere``: where the path to open lies, beside ``path``.
    """

    make: Callable[[Path], object]
    code: str
    reads: str | None = None
    password: str | None = None
    elsewhere: str | None = None


@contextmanager
def _opened(path: Path, *, sealed: bool) -> Iterator[sqlite3.Connection]:
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        if sealed:
            check.conclude(connection)


def _sql(*statements: str, sealed: bool = False) -> Callable[[Path], None]:
    """Run statements in the file; ``sealed``: as if it had been closed well."""

    def made(path: Path) -> None:
        with _opened(path, sealed=sealed) as connection:
            for statement in statements:
                connection.execute(statement).fetchall()

    return made


def _rows(*statements: str) -> Callable[[Path], None]:
    return _sql(*statements, sealed=True)


def _schema(old: str, new: str, table: str = "person") -> Callable[[Path], None]:
    """Rewrite the text of a table's definition, which no ALTER would allow."""
    return _sql(
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'",  # noqa: S608
        "PRAGMA writable_schema = RESET",
    )


def _bytes(content: bytes) -> Callable[[Path], None]:
    return lambda path: _written(path, content)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _patched(*places: tuple[int, bytes]) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        for start, content in places:
            whole[start : start + len(content)] = content
        path.write_bytes(whole)

    return made


def _loosened(path: Path) -> None:
    """Put a word into a column of numbers, behind the back of STRICT."""
    _sql("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'counter'")(path)
    _sql("UPDATE counter SET value = 'hola'")(path)
    strict = "UPDATE sqlite_master SET sql = sql || ' STRICT' WHERE name = 'counter'"
    _sql("PRAGMA writable_schema = ON", strict, "PRAGMA writable_schema = RESET")(path)
    _rows()(path)


def _many_tables(path: Path) -> None:
    with _opened(path, sealed=False) as connection:
        connection.execute("BEGIN")
        for number in range(3000):
            connection.execute(f"CREATE TABLE t{number} (a)")
        connection.execute("COMMIT")


def _long_schema(path: Path) -> None:
    with _opened(path, sealed=False) as connection:
        connection.execute(f"CREATE TABLE long (a /* {'x ' * 5_000_000} */)")


def _blob(size: int, rows: int = 1) -> Callable[[Path], None]:
    """Put zeros into agreements, without a journal so that it costs little."""

    def made(path: Path) -> None:
        with _opened(path, sealed=False) as connection:
            connection.execute("PRAGMA journal_mode = OFF").fetchall()
            connection.execute("PRAGMA synchronous = OFF").fetchall()
            for number in range(rows):
                insert = (
                    "INSERT INTO agreement (pair_id, number, version, created_on, language, state, pdf) VALUES (1, ?, 1, ?, 'es', ?, ?)"
                )
                connection.execute(insert, (f"2030-P-{number:02}", "2030-01-01", "draft", b""))
            connection.execute("UPDATE agreement SET pdf = zeroblob(?) WHERE number GLOB '2030*'", (size,))
            connection.execute("UPDATE meta SET value = '0' WHERE key = 'clean'")

    return made


def _sparse(path: Path) -> None:
    """Let the header claim as many pages as a gigabyte has, which costs no disk."""
    _patched((28, struct.pack(">I", 230_000)))(path)
    os.truncate(path, 230_000 * PAGE)


def _with_key(password: str) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        encryption.encrypt(path, password)

    return made


def _foreign_key(path: Path) -> None:
    """Encrypt the tables of another program with the password that will be tried."""
    _patched((68, b"\0\0\0\0"))(path)
    with closing(driver.connect(path, "rw")) as connection:
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (f"{path}.new", contents.PASSWORD))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
    Path(f"{path}.new").replace(path)


def _linked(to: Callable[[Path], object]) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        target = path.with_name("otro.revmentor")
        path.replace(target)
        to(path)

    return made


def _journal_record(number: int, page: bytes, nonce: int) -> bytes:
    total = nonce
    for place in range(PAGE - 200, 0, -200):
        total = (total + page[place]) & 0xFFFFFFFF
    return struct.pack(">I", number) + page + struct.pack(">I", total)


def _journal(pages: dict[int, bytes], size: int) -> bytes:
    """Return a rollback journal that puts back ``pages`` into a file of ``size`` pages (sqlite.org/fileformat.html, 3)."""
    head = _MAGIC + struct.pack(">IIIII", len(pages), 7, size, 512, PAGE)
    return head.ljust(512, b"\0") + b"".join(_journal_record(number, page, 7) for number, page in pages.items())


def _journal_of_another(path: Path) -> None:
    other = make.plain(path.with_name("otro.revmentor"))
    _many_rows(other)
    strange = other.read_bytes()
    pages = {number: strange[(number - 1) * PAGE : number * PAGE] for number in range(1, 40, 2)}
    header.journal_of(path).write_bytes(_journal(pages, len(strange) // PAGE))
    other.unlink()


def _many_rows(path: Path) -> None:
    with _opened(path, sealed=True) as connection:
        connection.executemany(_TEXT + "(?, ?)", [(f"k{number}", "x" * 900) for number in range(300)])


def _super_journal(path: Path) -> None:
    """Name a file of the person's as the super-journal: older releases of SQLite delete it after rolling back."""
    name = os.fsencode(path.with_name("witness.txt"))
    tail = struct.pack(">I", 0x40000000 // PAGE + 1) + name + struct.pack(">II", len(name), sum(name)) + _MAGIC
    whole = path.read_bytes()
    header.journal_of(path).write_bytes(_journal({1: whole[:PAGE]}, len(whole) // PAGE) + tail)


def _wal_beside(path: Path) -> None:
    """Leave a write-ahead log whose pages replace those of the file, though the file itself says that it has none."""
    other, whole = Path(shutil.copy(path, path.with_name("otro.revmentor"))), path.read_bytes()
    with closing(driver.connect(other, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        connection.execute("CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM pair; END")
        shutil.copy(f"{other}-wal", f"{path}-wal")
    for ending in ("", "-wal", "-shm"):
        Path(f"{other}{ending}").unlink(missing_ok=True)
    path.write_bytes(whole)


_VIEW = ("ALTER TABLE firm RENAME TO old_firm", "CREATE VIEW firm AS SELECT 1 AS id, ")
_COLUMN = "band TEXT CONSTRAINT"

SCHEMA: dict[str, Case] = {
    "a trigger on people": Case(_sql("CREATE TRIGGER t AFTER INSERT ON person BEGIN UPDATE person SET first_name = 'x'; END"), "schema"),
    "a trigger that opening sets off": Case(_sql("CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM pair; END"), "schema"),
    "a view more": Case(_sql("CREATE VIEW v AS SELECT * FROM person"), "schema"),
    "a view in the place of a table": Case(_sql(_VIEW[0], f"{_VIEW[1]} name FROM old_firm"), "schema"),
    "a view that never ends": Case(_sql(_VIEW[0], f"CREATE VIEW firm AS {ENDLESS} x AS id, x AS name FROM n"), "schema"),
    "a view that fills the memory": Case(_sql(_VIEW[0], f"{_VIEW[1]} {BOMB} AS name"), "schema"),
    "a view in the place of meta": Case(
        _sql("ALTER TABLE meta RENAME TO m", f"CREATE VIEW meta (key, value) AS VALUES ('seq', {BOMB})"), "schema"
    ),
    "a virtual table": Case(_sql("CREATE VIRTUAL TABLE v USING fts5 (a)"), "schema"),
    "a generated column": Case(_sql("ALTER TABLE person ADD COLUMN g TEXT AS (upper(first_name)) VIRTUAL"), "schema"),
    "a generated column in the place of another": Case(_schema(_COLUMN, f"band TEXT AS ({BOMB}) CONSTRAINT"), "schema"),
    "a check that fills the memory": Case(_schema("length(first_name) <= 120", f"length({BOMB}) > 1"), "schema"),
    "a check that lets everything pass": Case(_schema("length(first_name) <= 120", "1"), "schema"),
    "a default that fills the memory": Case(_sql(f"ALTER TABLE person ADD COLUMN g TEXT DEFAULT ('{'x' * 100_000}')"), "schema"),
    "an index on an expression": Case(_sql("CREATE INDEX i ON person (length(first_name))"), "schema"),
    "an index with a condition": Case(_sql("CREATE INDEX i ON person (code) WHERE code > 3"), "schema"),
    "an index less": Case(_sql("DROP INDEX ix_person_boss_id"), "schema"),
    "a column more": Case(_sql("ALTER TABLE person ADD COLUMN extra TEXT"), "schema"),
    "a table more": Case(_sql("CREATE TABLE extra (id INTEGER)"), "schema"),
    "a table less": Case(_sql("DROP TABLE draft"), "schema"),
    "a table with a strange name": Case(_sql('CREATE TABLE "x""; DROP TABLE person; --\x1b[31m" (a)'), "schema"),
    "a table without STRICT": Case(_schema(") STRICT", ")", "draft"), "schema"),
    "a table without rowid": Case(_schema(") STRICT", ") STRICT, WITHOUT ROWID", "draft"), "schema"),
    "another collation": Case(_schema("email TEXT", "email TEXT COLLATE NOCASE"), "schema"),
    "a reference that deletes": Case(_schema("ON DELETE SET NULL", "ON DELETE CASCADE"), "schema"),
    "three thousand tables": Case(_many_tables, "schema"),
    "a definition of ten megabytes": Case(_long_schema, "schema"),
    "no tables at all": Case(_patched((100, b"\x0d\0\0\0\0\x10\0\0")), "schema"),
    "a definition that is none": Case(_schema("CREATE TABLE", "CREATE TABEL"), "damaged"),
    "two tables in the same pages": Case(
        _sql(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'pair') WHERE name = 'draft'",
        ),
        "damaged",
        reads="",
    ),
}

VALUES: dict[str, Case] = {
    "a word in a column of numbers": Case(_loosened, "damaged", reads=""),
    "a state that does not exist": Case(_rows("UPDATE pair SET state = 'married'"), "damaged"),
    "a day that does not exist": Case(_rows("UPDATE edition SET start = '2027-02-30'"), "damaged"),
    "a NUL in a name": Case(_rows("UPDATE person SET first_name = 'Ana' || char(0) || 'Ruiz' WHERE id = 1"), "damaged", reads=""),
    "a name that is not UTF-8": Case(_sql("UPDATE person SET first_name = CAST(x'ff41' AS TEXT) WHERE id = 1"), "damaged"),
    "a note of sixty megabytes": Case(_blob(60_000_000), "damaged", reads=""),
    "a gigabyte of nothing": Case(_sparse, "damaged", reads=""),
    "people who are each other's boss": Case(
        _rows("UPDATE person SET boss_id = 2 WHERE id = 1", "UPDATE person SET boss_id = 1 WHERE id = 2"), ""
    ),
    "somebody who is their own boss": Case(_rows("UPDATE person SET boss_id = 1 WHERE id = 1"), ""),
    "a boss who is not there": Case(_rows("PRAGMA foreign_keys = OFF", "UPDATE person SET boss_id = 99 WHERE id = 1"), "damaged", reads=""),
    "a session in the year 9999": Case(_rows("UPDATE session SET start = '9999-12-31T23:59' WHERE id = 1"), "damaged", reads=""),
    "an edition in the year 1": Case(_rows("UPDATE edition SET start = '0001-01-01', \"end\" = '0001-02-01'"), "damaged", reads=""),
    "an edition without a visible name": Case(_rows("UPDATE edition SET name = char(160)"), "damaged"),
    "a reason of two letters": Case(_rows("UPDATE pair SET forced_reason = 'no' WHERE id = 1"), "damaged"),
    "a rule that does not exist": Case(_rows("UPDATE pair SET forced_blocks = 'hours,horoscope' WHERE id = 1"), "damaged"),
    "a region that does not exist": Case(_rows("UPDATE site SET region = 'XX'"), "damaged", reads=""),
    "a time zone that is a path": Case(_rows("UPDATE site SET time_zone = '../../../etc/passwd'"), "damaged", reads=""),
    "no edition": Case(_rows("PRAGMA foreign_keys = OFF", "DELETE FROM current_edition"), "damaged"),
    "no firm": Case(_rows("DELETE FROM firm"), "damaged"),
    "no seal": Case(_sql("DELETE FROM meta WHERE key = 'seal'"), "damaged", reads=""),
    "a seal of another file": Case(_sql("UPDATE meta SET value = printf('%064x', 7) WHERE key = 'seal'"), "damaged", reads=""),
    "no name of its own": Case(_rows("DELETE FROM meta WHERE key = 'file_uuid'"), "damaged", reads=""),
    "openings without end": Case(_rows("UPDATE meta SET value = printf('%.*c', 400, '9') WHERE key = 'seq'"), "damaged", reads=""),
    "no number left for a person": Case(
        _rows("UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'person'"), "damaged", reads=""
    ),
}

KINDS: dict[str, Case] = {
    "nothing": Case(_bytes(b""), "damaged"),
    "zeros": Case(_bytes(bytes(2 * PAGE)), "damaged"),
    "a PDF": Case(_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3" + bytes(5000)), "foreign"),
    "a ZIP": Case(_bytes(b"PK\x03\x04" + bytes(5000)), "foreign"),
    "a text": Case(_bytes(b"Nombre;Correo\nAna;ana@example.com\n"), "foreign"),
    "a picture": Case(_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)), "foreign"),
    "odd bytes": Case(_bytes(bytes(range(256)) * 3 + b"\0"), "foreign"),
    "a file cut short": Case(lambda path: os.truncate(path, 100_000), "damaged"),
    "half of its pages": Case(lambda path: os.truncate(path, 30 * PAGE), "damaged"),
    "its first page": Case(lambda path: os.truncate(path, PAGE), "damaged"),
    "the head alone": Case(lambda path: os.truncate(path, 100), "damaged"),
    "a file with a write-ahead log": Case(_sql("PRAGMA journal_mode = WAL"), "damaged"),
    "another page size": Case(_sql("PRAGMA page_size = 8192", "VACUUM"), "damaged"),
    "another text encoding": Case(_patched((56, b"\0\0\0\2")), "damaged"),
    "another program's data base": Case(_sql("PRAGMA application_id = 7"), "foreign"),
    "an odd schema number": Case(_sql("PRAGMA user_version = 7"), "schema"),
    "a negative schema number": Case(_sql("PRAGMA user_version = -1000"), "schema"),
    "a file of the next release": Case(_sql("PRAGMA user_version = 2000"), "newer"),
    "a newer file that fills the memory": Case(
        lambda path: [_schema(_COLUMN, f"band TEXT AS ({BOMB}) CONSTRAINT")(path), _sql(_NEWER)(path)][0], "newer"
    ),
    "a newer file with a table that is none": Case(
        _sql(
            "DROP TABLE draft",
            "CREATE VIRTUAL TABLE draft USING fts5 (key, text)",
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'CREATE VIRTUAL', 'CREATE /* a plain table */ VIRTUAL') WHERE name = 'draft'",
            _NEWER,
        ),
        "newer",
    ),
    "a newer file with unknown states": Case(_sql("UPDATE pair SET state = 'married'", _NEWER), "newer", "damaged"),
    "another password": Case(_with_key("otra contraseña distinta"), "password", password=contents.PASSWORD),
    "a password that nobody gave": Case(_with_key(contents.PASSWORD), "password"),
    "an encrypted data base of another program": Case(_foreign_key, "foreign", password=contents.PASSWORD),
}

PLACES: dict[str, Case] = {
    "no file": Case(Path.unlink, "missing"),
    "a folder": Case(lambda path: [path.unlink(), path.mkdir()][0], "folder"),
    "a file in a file": Case(lambda path: None, "missing", elsewhere="programa.revmentor/x.revmentor"),
    "a pipe": Case(lambda path: [path.unlink(), os.mkfifo(path)][0], "foreign"),
    "a device": Case(lambda path: [path.unlink(), path.symlink_to("/dev/zero")][0], "foreign"),
    "a link": Case(_linked(lambda path: path.symlink_to("otro.revmentor")), ""),
    "a link to nothing": Case(lambda path: [path.unlink(), path.symlink_to("nada.revmentor")][0], "missing"),
    "a link to itself": Case(lambda path: [path.unlink(), path.symlink_to(path.name)][0], "missing"),
    "a second name": Case(_linked(lambda path: path.hardlink_to(path.with_name("otro.revmentor"))), "foreign"),
    "a name with control letters": Case(
        lambda path: path.rename(path.with_name("a\n\x1b[31m%s.revmentor")), "", elsewhere="a\n\x1b[31m%s.revmentor"
    ),
    "a name that is no text": Case(
        lambda path: path.rename(path.with_name(os.fsdecode(b"\xff.revmentor"))), "", elsewhere=os.fsdecode(b"\xff.revmentor")
    ),
    "a name that looks like an option": Case(lambda path: path.rename(path.with_name("--json")), "", elsewhere="--json"),
    "the journal of another file": Case(_journal_of_another, "damaged", reads=""),
    "a journal that names somebody's file": Case(_super_journal, "damaged"),
    "a write-ahead log beside it": Case(_wal_beside, "damaged"),
}

CASES: dict[str, Case] = SCHEMA | VALUES | KINDS | PLACES
