"""A round that 200 people answer on a site of its own, watched as somebody would who has all its files.

Runs as a program, so that the site has a database in a file, or on PostgreSQL, and no transaction of a test around it:
`python round_of_200.py FOLDER`. What was seen is written to `seen.json` in the folder.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

PEOPLE, PEOPLE_LOGGED_IN, SENT_BETWEEN_COPIES, RACING = 200, 10, 5, 4
OPEN_BACKUP, BACKUP = "open.zip", "closed.zip"
TEXT = "第{:03}号意见：会议偏多，下基层偏少"
READ = re.compile("第([0-9]{3})号意见".encode())


def main(folder: Path) -> None:
    from duizhao.web.data_folder import DataFolder
    from duizhao.web.settings import configure

    data = DataFolder(folder / "data")
    data.make()
    if (folder / "database.address").exists():
        shutil.copy(folder / "database.address", data.database_address)
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    configure(data, is_desk=False, PASSWORD_HASHERS=hashers, ALLOWED_HOSTS=["testserver"])
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    seen = json.dumps(watched(data), ensure_ascii=False)
    (folder / "seen.json").write_text(seen, encoding="utf-8")


def watched(data: Any) -> dict[str, Any]:
    """Begin, answer and close the round. What an attacker sees meanwhile, and who wrote what."""
    from django.test import Client
    from opinion_round import begin, print_slips, round_at, send

    from duizhao.web import worker
    from duizhao.web.backup.making import make_backup
    from duizhao.web.opinions.code_words import as_letters, hash_of

    clerk, phones = clients()
    address = begin(clerk, dossier_key())
    codes = print_slips(clerk, address, [PEOPLE // 2, PEOPLE // 2])
    # Who reads the slips knows who has which code: the codes stand here in the order of their people.
    turns = list(range(PEOPLE))
    random.SystemRandom().shuffle(turns)
    before, copies, receipts = other_tables(), [], [""] * PEOPLE
    for count, person in enumerate(turns):
        if count % SENT_BETWEEN_COPIES == 0:
            copies.append(seen_in_copy(data))
        phone = phones[person] if person < len(phones) else Client()
        said = {"q0": TEXT.format(person)}
        sent = send(codes[person], phone, **said) if count else first_of(codes[person], said)
        assert sent.status == 200, sent.text
        receipts[person] = sent.receipt
    after = other_tables()
    copies.append(seen_in_copy(data))
    pool = pool_rows()
    make_backup(data, data.root.parent / OPEN_BACKUP, print)
    key = round_at(address).key
    assert clerk.post(f"{address}close").status_code == 302
    assert worker.work(is_done_when_empty=True)
    assert round_at(address).state == "closed"
    assert not (data.round_keys / f"round-{key}").exists()
    make_backup(data, data.root.parent / BACKUP, print)
    return {
        "codes": codes,
        "hashes": [hash_of(as_letters(code)) for code in codes],
        "receipts": receipts,
        "turns": turns,
        "copies": copies,
        "pool": pool,
        "others_before": before,
        "others_after": after,
        "others_closed": other_tables(),
    }


def first_of(code: str, said: dict[str, str]) -> Any:
    """What came back to whoever was first of four who send with one code at the same time: the others are refused."""
    from django.db import connection
    from opinion_round import Sent, send_written, written

    pages = [written(code) for _ in range(RACING)]

    def one(page: Any) -> Sent:
        try:
            return send_written(code, page, **said)
        finally:
            connection.close()

    with ThreadPoolExecutor(RACING) as pool:
        sent = sorted(pool.map(one, pages), key=lambda each: each.status)
    assert [each.status for each in sent] == [200, *([422] * (RACING - 1))]
    return sent[0]


def clients() -> tuple[Any, list[Any]]:
    """The clerk's browser, and those of people who are logged in while they give their opinion."""
    from people import logged_in

    from duizhao.web.accounts.models import Grant, Person, Unit
    from duizhao.web.person_role import PersonRole

    unit = Unit.objects.create(name="县水务局")
    made = []
    for at in range(PEOPLE_LOGGED_IN + 1):
        person = Person.objects.create(username=f"p{at}", name=f"同志{at}", unit=unit)
        role = PersonRole.AUTHOR if at else PersonRole.CLERK
        Grant.objects.create(person=person, role=role, unit=unit)
        made.append(person)
    clerk, *others = map(logged_in, made)
    for phone in others:
        assert phone.get("/").status_code == 200
    return clerk, others


def dossier_key() -> str:
    from dossiers import dossier_of

    from duizhao.web.accounts.models import Person

    return str(dossier_of(Person.objects.get(username="p0")).key)


def seen_in_copy(data: Any) -> dict[str, Any]:
    """What a copy of the records shows: codes that are used, and opinions that can be read in it."""
    if not data.database.exists():
        return {"used": used_now(), "read": []}
    # Whoever opens a copy empties its journal: one is kept as it was.
    opened, kept = data.root.parent / "opened", data.root.parent / "copy"
    read: list[int] = []
    for folder in (opened, kept):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for path in data.root.glob("duizhao.sqlite3*"):
            shutil.copy(path, folder)
            read += [int(number) for number in READ.findall((folder / path.name).read_bytes())]
    with closing(sqlite3.connect(opened / "duizhao.sqlite3")) as book:
        rows = book.execute("SELECT hash FROM opinions_opinioncode WHERE used")
        return {"used": [hash for (hash,) in rows], "read": sorted(set(read))}


def used_now() -> list[str]:
    """The codes that are used, in the order in which PostgreSQL's rows say that they were written."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT hash FROM opinions_opinioncode WHERE used ORDER BY xmin::text::bigint"
        )
        return [hash for (hash,) in cursor.fetchall()]


def pool_rows() -> list[str]:
    """All words and numbers of the sealed opinions, as somebody with a copy of an open round has them."""
    from duizhao.web.opinions.models import SealedOpinion

    rows = SealedOpinion.objects.all()
    return [f"{each.key} {bytes(each.sealed)[:64].hex()} {len(each.sealed)}" for each in rows]


def other_tables() -> dict[str, list[str]]:
    """Every row of every table that is not about opinions: sessions, lock-outs, audit, jobs and all others."""
    from django.db import connection

    tables = [
        name for name in connection.introspection.table_names() if not name.startswith("opinions_")
    ]
    return {name: list(rows_of(name)) for name in sorted(tables)}


def rows_of(table: str) -> Iterator[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        for row in cursor.fetchall():
            yield repr(row)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
