"""Compares what was acknowledged with what is there; prints as JSON what differs.

    python -m bench.faults.compare DATA desk|serve < what-was-written.json

The site has ended. What its worker had not done is done first, and the round of opinions is closed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from bench.faults.ground import TEXT
from duizhao.web import worker
from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare


def _there(ground: Any) -> dict[str, Counter[str]]:
    """How often each of the words is there, by kind."""
    from duizhao.web.announcements.models import Announcement
    from duizhao.web.desk.models import BatchOutput, DeskFile, LedgerRow
    from duizhao.web.desk.models.ledger_row import EarlierRow
    from duizhao.web.opinions.models import ReceivedOpinion
    from duizhao.web.talks.models import Talk

    def values(rows: Any, column: str) -> Counter[str]:
        return Counter(rows.values_list(column, flat=True))

    return {
        "edit": values(LedgerRow.objects, "cells__progress")
        + values(EarlierRow.objects, "cells__progress"),
        "upload": Counter(
            name.removesuffix(".txt") for name in DeskFile.objects.values_list("name", flat=True)
        ),
        "opinion": values(ReceivedOpinion.objects, "words"),
        "talk": values(Talk.objects, "place"),
        "announcement": values(Announcement.objects, "title"),
        "job": values(BatchOutput.objects, "author"),
    }


def _writes(written: Any, there: dict[str, Counter[str]]) -> Iterator[str]:
    for kind, words in written.items():
        for each in words["acknowledged"]:
            if there[kind][each] != 1:
                yield f"acknowledged, and there {there[kind][each]} times: {each}"
        for each in words["sent"]:
            if there[kind][each] > 1:
                yield f"sent once, and there {there[kind][each]} times: {each}"


def _files() -> Iterator[str]:
    from duizhao.web.desk.models import BatchOutput, DeskFile, Version
    from duizhao.web.stored_files import load, place_of, stored_keys, sweep

    named = stored_keys() - {""}
    for key in named:
        if not place_of(key).is_file():
            yield f"a row names a file that is not there: {key}"
    for name, content in Version.objects.values_list("file__name", "content"):
        sent = f"{TEXT}{name.removesuffix('.txt')}".encode()
        if load(content) != sent:
            yield f"a file is not whole: {name}"
    for content in BatchOutput.objects.exclude(content="").values_list("content", flat=True):
        with ZipFile(place_of(content)) as made:
            if made.testzip():
                yield f"what was made is not whole: {content}"
    sweep(named, older_than=-1)
    left = [path.name for path in place_of("0").parents[1].glob("??/*") if path.name not in named]
    if left:
        yield f"files without a row: {left}"
    for name, status, reason in DeskFile.objects.values_list("name", "status", "reason"):
        # Interrupted three times it is given up, with the reason on its row, to be read again by whoever wants it.
        if status != "read" and not (status == "refused" and "几次中断" in reason):
            yield f"a file was not read: {name}: {status}: {reason}"
    for output in BatchOutput.objects.exclude(status="done"):
        if output.status != "failed" or not output.failures:
            yield f"a job has no end: {output.author}: {output.status}"


def _records() -> Iterator[str]:
    from django.db import connection
    from django_tasks_db.models import DBTaskResult

    from duizhao.web.audit.verify import verify

    yield from verify().faults
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for sound, query in (
                ([("ok",)], "PRAGMA integrity_check"),
                ([], "PRAGMA foreign_key_check"),
            ):
                cursor.execute(query)
                if (found := cursor.fetchall()) != sound:
                    yield f"the database: {found}"
    for each in DBTaskResult.objects.filter(status__in=("READY", "RUNNING")):
        if not each.run_after or each.status == "RUNNING":
            yield f"a job is left: {each.task_path} {each.status}"


def main() -> None:
    data, kind = sys.argv[1:]
    given = json.load(sys.stdin)
    prepare(DataFolder(Path(data)), lambda _: None, is_desk=kind == "desk")
    from duizhao.web.opinions.actions.closing import close_round
    from duizhao.web.opinions.models import OpinionRound, RoundState

    worker.work(is_done_when_empty=True)
    OpinionRound.objects.update(state=RoundState.CLOSING)
    close_round(key=given["ground"]["round"])
    there = _there(given["ground"])
    print(json.dumps([*_writes(given["written"], there), *_files(), *_records()]))


if __name__ == "__main__":
    main()
