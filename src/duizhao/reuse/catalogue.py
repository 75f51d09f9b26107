"""The catalogue of an index: its documents with label and text, and which segments hold their fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from duizhao.errors import DuizhaoError, Unwritable
from duizhao.files import folder_made
from duizhao.reuse.model import DocumentKind, DocumentLabel, Entry
from duizhao.reuse.segment import Segment, open_segment, packed_parts
from duizhao.reuse.store_fault import store_written

if TYPE_CHECKING:
    import sqlite3

STORE_FILE = "screen.sqlite"
INDEX_FORMAT = 1
ENTRY_COLUMNS = "number, id, name, person, unit, year, campaign, kind"
SCHEMA = """
CREATE TABLE IF NOT EXISTS document(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL,
  name TEXT NOT NULL, person TEXT, unit TEXT, year TEXT, campaign TEXT, kind TEXT, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS segment(file TEXT PRIMARY KEY, first INTEGER NOT NULL, parts BLOB NOT NULL);
"""


class Catalogue:
    """One SQLite file. What it acknowledges is on the disk; readers and one writer may have it open at a time."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        """Open or, with `create`, make the catalogue in `folder`. Raises Unwritable, DuizhaoError."""
        # Imported here: a run that screens nothing does not wait for it.
        import sqlite3

        if not (create or (folder / STORE_FILE).is_file()):
            raise DuizhaoError(f"{folder}：这里没有查重索引；请先用 duizhao screen add 建立")
        self.folder = folder
        self._kept: tuple[list[Segment], int] = [], 0
        self._version = (-1, -1)
        if folder.exists() and not folder.is_dir():
            raise Unwritable(f"{folder}：这是一个文件，索引要放在文件夹里；请换一个名称")
        with folder_made(folder) if create else nullcontext(), store_written(folder):
            # Several threads may use it, one after the other.
            self._store: sqlite3.Connection = sqlite3.connect(
                folder / STORE_FILE, isolation_level=None, timeout=30, check_same_thread=False
            )
            self._prepare()

    def _prepare(self) -> None:
        # A text of a few thousand characters about fills a page.
        self._store.execute("PRAGMA page_size=8192")
        self._store.execute("PRAGMA journal_mode=WAL")
        # An acknowledged document outlives a power cut; a removed one leaves no bytes behind.
        self._store.execute("PRAGMA synchronous=FULL")
        self._store.execute("PRAGMA secure_delete=ON")
        (found,) = self._store.execute("PRAGMA user_version").fetchone()
        if found not in (0, INDEX_FORMAT):
            self.close()
            raise DuizhaoError(f"{self.folder}：索引是另一版程序建的（格式 {found}），请重建索引")
        if not found:
            self._store.executescript(
                f"BEGIN IMMEDIATE;{SCHEMA}PRAGMA user_version={INDEX_FORMAT};COMMIT;"
            )

    def close(self) -> None:
        self._kept = [], 0
        self._store.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all that is written inside is kept, or nothing. Waits up to 30 s for another writer."""
        with store_written(self.folder):
            self._store.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._store.execute("COMMIT")
            except BaseException:
                # A store that could not be written may have given up the transaction itself.
                if self._store.in_transaction:
                    self._store.execute("ROLLBACK")
                raise

    def file_text(self, entry: Entry, body: bytes) -> int | None:
        """File a text, given as UTF-16, and return its number; None where the same content is filed already."""
        done = self._store.execute(
            "INSERT OR IGNORE INTO document(id,name,person,unit,year,campaign,kind,body) VALUES(?,?,?,?,?,?,?,?)",
            (
                entry.id,
                entry.name,
                *_label(entry.label),
                body,
            ),
        )
        return done.lastrowid if done.rowcount else None

    def delete(self, number: int) -> None:
        self._store.execute("DELETE FROM document WHERE number=?", (number,))

    def scrub(self) -> bool:
        """Overwrite deleted texts in the log too; False where a reader keeps the log and scrubbing has to wait."""
        busy, *_ = self._store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def register(self, one: Segment) -> None:
        first = one.documents.max(initial=0)
        self._store.execute(
            "INSERT INTO segment VALUES(?,?,?)", (one.file, int(first), packed_parts(one))
        )

    def forget(self, one: Segment) -> None:
        self._store.execute("DELETE FROM segment WHERE file=?", (one.file,))
        # Windows deletes no file that this process has mapped into memory.
        segments, count = self._kept
        self._kept = [each for each in segments if each.file != one.file], count

    def entries(self, numbers: Iterable[int] | None = None) -> dict[int, Entry]:
        """Filed documents by number, in the order they were added: those with these numbers, or all."""
        rows: Iterable[tuple[object, ...]]
        if numbers is None:
            rows = self._store.execute(f"SELECT {ENTRY_COLUMNS} FROM document ORDER BY number")
        else:
            one = f"SELECT {ENTRY_COLUMNS} FROM document WHERE number=?"
            found = (self._store.execute(one, (number,)).fetchone() for number in numbers)
            rows = (row for row in found if row)
        return {int(str(row[0])): _entry(row[1:]) for row in rows}

    def entry(self, identity: str) -> tuple[int, Entry] | None:
        """The number and entry of the document with this id."""
        row = self._store.execute(
            f"SELECT {ENTRY_COLUMNS} FROM document WHERE id=?", (identity,)
        ).fetchone()
        return (row[0], _entry(row[1:])) if row else None

    def text(self, number: int) -> str:
        """A filed text, to the letter. Raises DuizhaoError where it has been removed."""
        row = self._store.execute("SELECT body FROM document WHERE number=?", (number,)).fetchone()
        if row is None:
            raise DuizhaoError(f"索引里的第 {number} 份材料刚被移出，请再试一次")
        return bytes(row[0]).decode("utf-16-le", "surrogatepass")

    def count(self) -> int:
        """The number of documents."""
        return self._current()[1]

    def size(self) -> int:
        """Bytes on the disk."""
        return sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file())

    def segments(self) -> list[Segment]:
        """The segments as they are now, in the order of their documents."""
        return self._current()[0]

    def _current(self) -> tuple[list[Segment], int]:
        """Segments and number of documents, read again only after this or another program has written."""
        (others,) = self._store.execute("PRAGMA data_version").fetchone()
        version = others, self._store.total_changes
        if version != self._version:
            self._kept = (
                self._read_segments(),
                *self._store.execute("SELECT count(*) FROM document").fetchone(),
            )
            self._version = version
        return self._kept

    def _read_segments(self) -> list[Segment]:
        known = {each.file: each for each in self._kept[0]}
        while True:
            rows = self._store.execute("SELECT file, parts FROM segment ORDER BY first").fetchall()
            try:
                return [
                    known.get(file) or open_segment(self.folder, file, parts)
                    for file, parts in rows
                ]
            except FileNotFoundError as fault:
                # A writer has merged it meanwhile. If the list is unchanged, the file is lost.
                again = self._store.execute("SELECT file FROM segment ORDER BY first").fetchall()
                if again == [(file,) for file, _ in rows]:
                    raise DuizhaoError(f"{fault.filename}：索引缺了这个文件，请重建索引") from fault

    def orphans(self) -> list[Path]:
        """Segment files that no row names, left by a writer that was stopped. To be called inside `writing`."""
        named = {file for (file,) in self._store.execute("SELECT file FROM segment")}
        return [path for path in self.folder.glob("*.npy") if path.name not in named]


def _label(label: DocumentLabel) -> tuple[str, ...]:
    # Not astuple: its deep copies take as long as writing the text.
    return label.person, label.unit, label.year, label.campaign, label.kind


def _entry(row: tuple[object, ...]) -> Entry:
    identity, name, person, unit, year, campaign, kind = map(str, row)
    label = DocumentLabel(person, unit, year, campaign, DocumentKind(kind))
    return Entry(identity, name, label)
