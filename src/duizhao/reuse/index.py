"""The index on disk: texts and their fingerprints in one SQLite file, which readers and a writer may open together."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.errors import DuizhaoError, Unwritable
from duizhao.reuse.align import align
from duizhao.reuse.model import Entry, Label, Match, Passage, Screened, relation
from duizhao.reuse.official import official_wording
from duizhao.reuse.subtract import counted, masked, subtracted
from duizhao.reuse.winnow import winnow
from duizhao.text.span import Span

if TYPE_CHECKING:
    import sqlite3

FILE = "screen.sqlite"
FEWEST = 2
"""Shared fingerprints below which a document is not looked at."""

BATCH = 64
"""Texts that share a commit: writing through to the disk takes longer than all the rest."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS document(number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, name TEXT NOT NULL,
  person TEXT, unit TEXT, year TEXT, campaign TEXT, kind TEXT, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS print(hash INTEGER, number INTEGER, PRIMARY KEY(hash, number)) WITHOUT ROWID;
"""
ENTRY = "id, name, person, unit, year, campaign, kind"


class Index:
    """An open index. `wording` maps sources of a unit's own to phrases that do not count either."""

    def __init__(self, folder: Path, wording: Mapping[str, Iterable[str]] | None = None) -> None:
        """Open or make the index in `folder`. Raises Unwritable."""
        # Imported here: a run that screens nothing does not wait for it.
        import sqlite3

        self.wording = official_wording(wording)
        self._store: sqlite3.Connection
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._store = sqlite3.connect(folder / FILE, isolation_level=None, timeout=30)
            self._store.execute("PRAGMA journal_mode=WAL")
            # An acknowledged document outlives a power cut; a removed one leaves no bytes behind.
            self._store.execute("PRAGMA synchronous=FULL")
            self._store.execute("PRAGMA secure_delete=ON")
            self._store.executescript(SCHEMA)
        except (OSError, sqlite3.Error) as fault:
            raise Unwritable(f"{folder}：索引打不开（{fault}）") from fault

    def close(self) -> None:
        self._store.close()

    def add(self, text: str, name: str, label: Label | None = None) -> tuple[Entry, bool]:
        """File a text; it is safely on disk on return. The same content twice is one entry, and False is returned."""
        (added,) = self.add_all([(text, name, label or Label())])
        return added

    def add_all(self, texts: Iterable[tuple[str, str, Label]]) -> Iterator[tuple[Entry, bool]]:
        """File many texts (text, name, label), as `add` does; what is yielded is safely on disk."""
        waiting = iter(texts)
        while batch := list(islice(waiting, BATCH)):
            with self._transaction():
                filed = [self._file(*each) for each in batch]
            yield from filed

    def _file(self, text: str, name: str, label: Label) -> tuple[Entry, bool]:
        entry = Entry(_identity(text), name, label)
        known = self._entries("WHERE id = ?", (entry.id,))
        if known:
            return known[0], False
        body = zlib.compress(text.encode(errors="surrogatepass"))
        number = self._store.execute(
            "INSERT INTO document(id,name,person,unit,year,campaign,kind,body) VALUES(?,?,?,?,?,?,?,?)",
            (entry.id, entry.name, *astuple(entry.label), body),
        ).lastrowid
        hashes, _ = winnow(masked(text, subtracted(text, self.wording)))
        self._store.executemany(
            "INSERT OR IGNORE INTO print VALUES(?,?)",
            ((value, number) for value in hashes.view("int64").tolist()),
        )
        return entry, True

    def remove(self, identity: str) -> None:
        """Take a document out, text and all. Raises DuizhaoError where it is unknown or a reader still holds it."""
        with self._transaction():
            row = self._store.execute(
                "SELECT number FROM document WHERE id=?", (identity,)
            ).fetchone()
            if row is None:
                raise DuizhaoError(f"索引里没有编号为 {identity} 的文档，请先列出再选")
            # Seldom done, so it reads all fingerprints: an index for it would double the file.
            self._store.execute("DELETE FROM print WHERE number=?", row)
            self._store.execute("DELETE FROM document WHERE number=?", row)
        busy, *_ = self._store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise DuizhaoError(
                "文档已移出，但有程序正在读索引，原文尚未抹净；请关闭后再打开一次索引"
            )

    def entries(self) -> list[Entry]:
        """What is filed, in the order it was added."""
        return self._entries("ORDER BY number", ())

    def text(self, identity: str) -> str:
        """A filed text, to the letter."""
        row = self._store.execute("SELECT body FROM document WHERE id=?", (identity,)).fetchone()
        return zlib.decompress(row[0]).decode(errors="surrogatepass")

    def check(self, text: str, label: Label | None = None) -> Screened:
        """Which filed documents share passages with `text`, most shared first; never the same content."""
        left_out = subtracted(text, self.wording)
        plain = masked(text, left_out)
        whole = counted(Span(0, len(text)), plain)
        found = (
            self._match(text, plain, entry, label or Label(), whole)
            for entry in self._candidates(plain)
        )
        matches = sorted((each for each in found if each), key=lambda each: -each.characters)
        own = _identity(text)
        return Screened(tuple(each for each in matches if each.entry.id != own), left_out)

    def _match(self, text: str, plain: str, entry: Entry, label: Label, whole: int) -> Match | None:
        other = self.text(entry.id)
        other_plain = masked(other, subtracted(other, self.wording))
        passages = tuple(align(text, other, plain, other_plain))
        characters = _covered(passages, plain)
        if not characters:
            return None
        return Match(entry, relation(label, entry.label), passages, characters, characters / whole)

    def _candidates(self, plain: str) -> list[Entry]:
        hashes = winnow(plain)[0].view("int64").tolist()
        self._store.execute("CREATE TEMP TABLE IF NOT EXISTS asked(hash INTEGER PRIMARY KEY)")
        self._store.execute("DELETE FROM asked")
        self._store.executemany(
            "INSERT OR IGNORE INTO asked VALUES(?)", ((each,) for each in hashes)
        )
        return self._entries(
            "WHERE number IN (SELECT p.number FROM asked CROSS JOIN print p USING(hash)"
            " GROUP BY p.number HAVING count(*) >= ?) ORDER BY number",
            (FEWEST,),
        )

    def _entries(self, condition: str, values: Iterable[object]) -> list[Entry]:
        rows = self._store.execute(f"SELECT {ENTRY} FROM document {condition}", tuple(values))
        return [Entry(row[0], row[1], Label(*row[2:])) for row in rows.fetchall()]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._store.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._store.execute("ROLLBACK")
            raise
        self._store.execute("COMMIT")


def _identity(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def _covered(passages: Iterable[Passage], plain: str) -> int:
    """Counted characters of the checked text that some passage covers, each once."""
    reached = total = 0
    for passage in sorted(passages, key=lambda each: each.left):
        start = max(reached, passage.left.start)
        if start < passage.left.end:
            total += counted(Span(start, passage.left.end), plain)
            reached = passage.left.end
    return total
