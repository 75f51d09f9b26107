"""Attacks on a round of 200 opinions by somebody who has every file and knows who got which code.

Chance gives one right pair of 200, and more than six in one run out of ten thousand. Storing code and opinion in two
transactions without a time gives 200 pairs by the journal, copies during the round one pair in five.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from round_of_200 import BACKUP, OPEN_BACKUP, PEOPLE, READ

from duizhao.web.backup.form import DUMP, RECORDS
from duizhao.web.backup.restoring import restore_backup
from duizhao.web.data_folder import DataFolder
from duizhao.web.opinions.code_words import as_letters

ROOT = Path(__file__).resolve().parents[2]
SERVER = os.environ.get("DUIZHAO_TEST_DATABASE", "")
NAME = f"duizhao_round_{os.getpid()}"
"""Of the database of this process: tests that run beside each other each have their own."""
OWN_DATABASE = f"{SERVER.rpartition('/')[0]}/{NAME}"
MOST_RIGHT_PAIRS = 6
on_sqlite = pytest.mark.skipif(bool(SERVER), reason="on PostgreSQL there is no such file")
on_postgresql = pytest.mark.skipif(not SERVER, reason="DUIZHAO_TEST_DATABASE names no server")


@dataclass(frozen=True)
class WatchedRound:
    """What an attacker has of a round that is closed, and the truth: person N wrote opinion N."""

    folder: Path
    seen: dict[str, Any]
    opinions: list[tuple[str, str]]
    """Key and number of each opinion, in the order of the rows."""

    @property
    def database(self) -> Path:
        return self.folder / "data" / "duizhao.sqlite3"

    def people_by_use(self) -> list[int]:
        """The people in the order in which copies of the open round show that their codes were used."""
        person_of = {hash: at for at, hash in enumerate(self.seen["hashes"])}
        found: dict[int, None] = {}
        for copy in self.seen["copies"]:
            for hash in copy["used"]:
                found.setdefault(person_of[hash], None)
        return list(found)

    def raw(self) -> bytes:
        """All bytes of the database and of what lies beside it."""
        return b"".join(
            path.read_bytes() for path in sorted(self.database.parent.glob("duizhao.s*"))
        )


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedRound]:
    folder = tmp_path_factory.mktemp("round")
    address = own_database(NAME) if SERVER else ""
    if address:
        (folder / "database.address").write_text(address, encoding="utf-8")
    paths = os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests" / "web")))
    subprocess.run(
        [sys.executable, str(ROOT / "tests" / "web" / "round_of_200.py"), str(folder)],
        check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    seen = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    yield WatchedRound(folder, seen, rows(folder, address))
    shutil.rmtree(folder, ignore_errors=True)


def own_database(name: str) -> str:
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
    return f"{SERVER.rpartition('/')[0]}/{name}"


def rows(folder: Path, address: str, data: Path | None = None) -> list[tuple[str, str]]:
    if not address:
        with closing(sqlite3.connect((data or folder / "data") / "duizhao.sqlite3")) as book:
            asked = "SELECT key, words FROM opinions_receivedopinion ORDER BY rowid"
            return [(key, number(words)) for key, words in book.execute(asked)]
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        # What a table has been emptied of and frozen tells nothing either.
        server.execute("VACUUM (FREEZE) opinions_receivedopinion")
        asked = "SELECT key, words FROM opinions_receivedopinion ORDER BY xmin::text::bigint, ctid"
        return [(key, number(words)) for key, words in server.execute(asked)]


def number(words: str) -> str:
    return words[1:4]


def right_pairs(people: Sequence[int], opinions: Sequence[str]) -> int:
    """How many are right if the first person is taken for the author of the first opinion, and so on."""
    return sum(f"{person:03}" == opinion for person, opinion in zip(people, opinions, strict=False))


def test_pairs_are_counted() -> None:
    assert right_pairs([3, 1, 2], ["003", "002", "001"]) == 1
    assert right_pairs(range(200), [f"{at:03}" for at in range(200)]) == 200


def test_round_is_closed_with_every_opinion_in_it(watched: WatchedRound) -> None:
    assert sorted(number for _, number in watched.opinions) == [f"{at:03}" for at in range(PEOPLE)]
    # The attacker does see in which order codes were used: what he does not see is what was written.
    found, truth = watched.people_by_use(), watched.seen["turns"]
    assert len(found) == PEOPLE
    steps = range(0, PEOPLE, 5)
    assert all(set(found[at : at + 5]) == set(truth[at : at + 5]) for at in steps)


def test_live_rows_are_in_no_order(watched: WatchedRound) -> None:
    stored = [number for _, number in watched.opinions]
    assert right_pairs(watched.seen["turns"], stored) <= MOST_RIGHT_PAIRS


def test_keys_are_in_no_order(watched: WatchedRound) -> None:
    by_key = [number for _, number in sorted(watched.opinions)]
    assert right_pairs(watched.seen["turns"], by_key) <= MOST_RIGHT_PAIRS


def test_rows_do_not_stand_in_the_order_of_codes(watched: WatchedRound) -> None:
    people = sorted(range(PEOPLE), key=lambda at: watched.seen["hashes"][at])
    stored = [number for _, number in watched.opinions]
    assert right_pairs(people, stored) <= MOST_RIGHT_PAIRS


def test_no_copy_of_the_open_round_can_be_read(watched: WatchedRound) -> None:
    """Copies every five opinions: one pair in five, if what is new in one could be read in it."""
    assert len(watched.seen["copies"]) == PEOPLE // 5 + 1
    assert not any(copy["read"] for copy in watched.seen["copies"])


@on_sqlite
def test_journal_and_file_have_the_words_in_no_order(watched: WatchedRound) -> None:
    """The bytes of the file, its journal and its freed pages, in the order in which they stand."""
    found = dict.fromkeys(number.decode() for number in READ.findall(watched.raw()))
    assert right_pairs(watched.seen["turns"], list(found)) <= MOST_RIGHT_PAIRS


@on_sqlite
def test_freed_pages_have_no_code_and_no_sealed_opinion(watched: WatchedRound) -> None:
    raw = watched.raw()
    assert not any(hash.encode() in raw for hash in watched.seen["hashes"])
    for row in watched.seen["pool"]:
        key, sealed, _ = row.split()
        assert key.encode() not in raw
        assert bytes.fromhex(sealed) not in raw


@on_sqlite
def test_pages_of_the_journal_before_closing_have_no_words(watched: WatchedRound) -> None:
    """The last copy of the open round: its journal has every page that was written, in order."""
    copies = list((watched.folder / "copy").glob("duizhao.sqlite3*"))
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in copies)
    assert not any(READ.search(path.read_bytes()) for path in copies)


def test_sealed_opinions_tell_neither_their_length_nor_what_they_become(
    watched: WatchedRound,
) -> None:
    sealed = watched.seen["pool"]
    assert len(sealed) == PEOPLE
    assert len({row.split()[2] for row in sealed}) == 1
    known = {key for key, _ in watched.opinions} | set(watched.seen["hashes"])
    assert not any(key in row for row in sealed for key in known)


def test_sessions_lock_outs_audit_and_jobs_know_of_no_sending(watched: WatchedRound) -> None:
    """Nothing in any other table has changed while 200 people wrote, ten of them logged in."""
    assert watched.seen["others_before"] == watched.seen["others_after"]
    assert len(watched.seen["others_after"]["accounts_opensession"]) == 11
    assert "audit_auditentry" in watched.seen["others_after"]


def test_no_other_table_has_a_code_a_receipt_or_a_word(watched: WatchedRound) -> None:
    kept = "\n".join(row for rows in watched.seen["others_closed"].values() for row in rows)
    secret = [*watched.seen["codes"], *watched.seen["receipts"], *watched.seen["hashes"]]
    secret += [as_letters(each) for each in (*watched.seen["codes"], *watched.seen["receipts"])]
    assert not [each for each in secret if each in kept]
    assert "号意见" not in kept
    jobs = watched.seen["others_closed"]["django_tasks_database_dbtaskresult"]
    assert len(jobs) == 1


def test_nothing_of_the_round_is_left_in_the_data_folder(watched: WatchedRound) -> None:
    data = watched.folder / "data"
    assert not list((data / "keys").iterdir())
    kept = [path for path in data.rglob("*") if path.is_file() and "sqlite3" not in path.name]
    assert not [path for path in kept if READ.search(path.read_bytes())]


@on_postgresql
def test_write_ahead_log_of_postgresql_has_the_words_in_no_order(watched: WatchedRound) -> None:
    """The bytes of the log, which has what every transaction wrote."""
    log = b"".join(path.read_bytes() for path in log_with_words())
    found = dict.fromkeys(number.decode() for number in READ.findall(log))
    # Words across the edge of a page are in two pieces.
    assert len(found) > PEOPLE * 0.9
    assert right_pairs(watched.seen["turns"], list(found)) <= MOST_RIGHT_PAIRS


@on_postgresql
def test_transactions_join_no_code_to_an_opinion(watched: WatchedRound) -> None:
    """pg_waldump: all opinions were written by one transaction, that of the closing."""
    dumps = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_waldump"))
    if not dumps:
        pytest.skip("no pg_waldump on this machine")
    node = asked(OWN_DATABASE, "SELECT pg_relation_filenode('opinions_receivedopinion')")
    said = "".join(
        subprocess.run(
            [str(dumps[-1]), "--path", str(path.parent), path.name],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        for path in log_with_words()
    )
    written = re.findall(rf"tx: +(\d+),.*desc: (?:MULTI_)?INSERT.*rel \d+/\d+/{node} ", said)
    assert written
    assert len(set(written)) == 1


def log_with_words() -> list[Path]:
    """The files of the write-ahead log in which opinions can be read."""
    folder = Path(asked(SERVER, "SHOW data_directory")) / "pg_wal"
    files = sorted(path for path in folder.glob("0*") if path.is_file())
    return [path for path in files if READ.search(path.read_bytes())]


def asked(address: str, question: str) -> str:
    """The one value that a server answers."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        return str(server.execute(question).fetchone()[0])


UPGRADE = """
import sys
from pathlib import Path
from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure
configure(DataFolder(Path(sys.argv[1])), is_desk=False)
from django.db import connection
from duizhao.web.opinions.models import OpinionCode, OpinionRound, ReceivedOpinion, SealedOpinion
with connection.schema_editor() as editor:
    for model in (OpinionRound, OpinionCode, SealedOpinion, ReceivedOpinion):
        editor._remake_table(model)
"""
"""What SQLite does where a migration changes a field: every row is written anew into another table."""


@pytest.fixture(scope="module")
def restored(watched: WatchedRound) -> Path:
    """The backup of the closed round, put back elsewhere."""
    folder = DataFolder(watched.folder / "restored")
    address = own_database(f"{NAME}_restored") if SERVER else None
    restore_backup(watched.folder / BACKUP, folder, address)
    return folder.root


@pytest.fixture(scope="module")
def upgraded(watched: WatchedRound, restored: Path) -> Path:
    """The same after an update that has changed every table of opinions."""
    made = watched.folder / "upgraded"
    shutil.copytree(restored, made)
    paths = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", UPGRADE, str(made)], check=True, env=paths)
    return made


def entries(archive: Path) -> dict[str, bytes]:
    with ZipFile(archive) as package:
        return {each.filename: package.read(each) for each in package.infolist()}


def tells_nothing(watched: WatchedRound, raw: bytes) -> None:
    """In these bytes every opinion stands, in no order, and no code, receipt or sealed opinion."""
    found = list(dict.fromkeys(number.decode() for number in READ.findall(raw)))
    assert len(found) == PEOPLE
    assert right_pairs(watched.seen["turns"], found) <= MOST_RIGHT_PAIRS
    by_code = sorted(range(PEOPLE), key=lambda at: watched.seen["hashes"][at])
    assert right_pairs(by_code, found) <= MOST_RIGHT_PAIRS
    for secret in (*watched.seen["codes"], *watched.seen["receipts"], *watched.seen["hashes"]):
        assert secret.encode() not in raw
        assert as_letters(secret).encode() not in raw
    for row in watched.seen["pool"]:
        key, sealed, _ = row.split()
        assert key.encode() not in raw
        assert bytes.fromhex(sealed) not in raw


@on_sqlite
def test_backup_tells_nothing_of_a_closed_round(watched: WatchedRound) -> None:
    found = entries(watched.folder / BACKUP)
    assert not [name for name in found if name.startswith("keys")]
    tells_nothing(watched, b"".join(found.values()))


@on_sqlite
def test_restored_records_tell_nothing(watched: WatchedRound, restored: Path) -> None:
    raw = b"".join(path.read_bytes() for path in sorted(restored.glob(f"{RECORDS}*")))
    tells_nothing(watched, raw)
    stored = [number for _, number in rows(watched.folder, "", restored)]
    assert right_pairs(watched.seen["turns"], stored) <= MOST_RIGHT_PAIRS


@on_sqlite
def test_update_that_writes_every_row_anew_tells_nothing(
    watched: WatchedRound, upgraded: Path
) -> None:
    raw = b"".join(path.read_bytes() for path in sorted(upgraded.glob(f"{RECORDS}*")))
    tells_nothing(watched, raw)
    stored = [number for _, number in rows(watched.folder, "", upgraded)]
    assert right_pairs(watched.seen["turns"], stored) <= MOST_RIGHT_PAIRS


def test_backup_of_an_open_round_has_neither_its_key_nor_a_word(watched: WatchedRound) -> None:
    found = entries(watched.folder / OPEN_BACKUP)
    assert not [name for name in found if name.startswith("keys")]
    assert not any(READ.search(data) for data in found.values())


def test_backup_shows_no_time_at_which_a_file_was_written(watched: WatchedRound) -> None:
    """Every entry bears the time of the backup, and they stand in the order of their random names."""
    with ZipFile(watched.folder / BACKUP) as package:
        infos = package.infolist()
    times = [each.date_time for each in infos]
    assert times == sorted(times)
    names = [each.filename for each in infos][1:-1]
    assert names == sorted(names)


REWRITTEN = (
    "ALTER TABLE opinions_receivedopinion ALTER COLUMN words TYPE varchar(4000)",
    "CLUSTER opinions_receivedopinion USING opinions_receivedopinion_pkey",
)
"""What an update does to a table where a field changes, and what whoever keeps the server may do: all rows anew."""


@on_postgresql
def test_files_of_postgresql_have_the_words_in_no_order(watched: WatchedRound) -> None:
    """A base backup holds these files as they are: with what was deleted and not yet overwritten."""
    found = words_of_files(OWN_DATABASE)
    assert len(found) == PEOPLE
    assert right_pairs(watched.seen["turns"], found) <= MOST_RIGHT_PAIRS
    by_code = sorted(range(PEOPLE), key=lambda at: watched.seen["hashes"][at])
    assert right_pairs(by_code, found) <= MOST_RIGHT_PAIRS


@on_postgresql
def test_records_restored_to_postgresql_tell_nothing_even_when_written_anew(
    watched: WatchedRound, restored: Path
) -> None:
    import psycopg

    address = f"{OWN_DATABASE}_restored"
    for change in ("", *REWRITTEN):
        if change:
            with psycopg.connect(address, autocommit=True) as server:
                server.execute(change)
        stored = [number for _, number in rows(watched.folder, address)]
        assert len(stored) == PEOPLE
        assert right_pairs(watched.seen["turns"], stored) <= MOST_RIGHT_PAIRS
        assert right_pairs(watched.seen["turns"], words_of_files(address)) <= MOST_RIGHT_PAIRS
    assert asked(address, "SELECT count(*) FROM opinions_opinioncode") == "0"
    assert asked(address, "SELECT count(*) FROM opinions_sealedopinion") == "0"


def words_of_files(address: str) -> list[str]:
    """The opinions in the order in which they stand in the files of a database."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute("CHECKPOINT")
    number = asked(address, "SELECT oid FROM pg_database WHERE datname = current_database()")
    folder = Path(asked(address, "SHOW data_directory")) / "base" / number
    files = sorted(path for path in folder.iterdir() if path.is_file())
    raw = b"".join(path.read_bytes() for path in files)
    return list(dict.fromkeys(number.decode() for number in READ.findall(raw)))


@on_postgresql
def test_dump_of_postgresql_has_the_words_in_no_order(watched: WatchedRound) -> None:
    dump = watched.folder / DUMP
    dump.write_bytes(entries(watched.folder / BACKUP)[DUMP])
    command = ["pg_restore", "--file=-", str(dump)]
    tells_nothing(watched, subprocess.run(command, capture_output=True, check=True).stdout)
