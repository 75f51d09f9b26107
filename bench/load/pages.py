"""What each page of filled data folders costs: its queries, kilobytes and milliseconds.

`python -m bench.load.pages DATA` prints the queries and bytes of each page of one folder, then for each name of a page
that it reads the times that this page takes.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare

ROUNDS, ROUND_SECONDS = 5, 0.1
"""How often all pages are measured in turn, and how long each of them, at least."""


@dataclass(frozen=True)
class PageCost:
    """What one page costs: the queries and the bytes are always the same, the times are the least of some.

    `processor` is the time that this process computes, without that of a server of the database.
    """

    queries: int
    kilobytes: float
    milliseconds: float
    processor: float


def addresses() -> Mapping[str, tuple[str, str]]:
    """The account and the address of each page, by its name. The reviewer at the top sees all units."""
    from duizhao.web.meetings.models import Dossier

    dossier = Dossier.objects.select_related("batch").order_by("unit")[1]
    meeting, batch = f"/meetings/{dossier.key}", f"/batches/{dossier.batch_id}/"
    submission = dossier.submissions.select_related("file").all()[0]
    by_clerk = {
        "first page": "/",
        "to do": "/todo/",
        "meetings": "/meetings/",
        "roster": "/roster/",
        "one meeting": f"{meeting}/",
        "plan": f"{meeting}/plan/",
        "statements": f"{meeting}/statements/",
        "talks": f"{meeting}/talks/",
        "opinions": f"{meeting}/opinions/",
        "minutes": f"{meeting}/meeting/",
        "papers": f"{meeting}/papers/",
        "batch": batch,
        "ledger": f"{batch}ledger/",
        "statement": f"/files/{submission.file_id}/",
        "search": "/search/?words=走访",
        "board": "/rectification/board/",
        "reminders": "/rectification/reminders/",
        "row": f"/rectification/rows/{dossier.batch.ledger_rows.all()[0].pk}/",
        "announcements": f"{meeting}/announcements/",
    }
    by_reviewer = {
        "first page": "/",
        "to do": "/todo/",
        "meetings": "/meetings/",
        "reviews": "/reviews/",
        "units": "/supervision/",
        "board": "/rectification/board/",
        "search": "/search/?words=走访",
        "statement in review": f"/statements/{submission.pk}/",
    }
    return {
        **{f"clerk: {name}": ("u1-clerk", page) for name, page in by_clerk.items()},
        "author: to do": ("u1-author", "/todo/"),
        "member: to do": ("u1-member", "/todo/"),
        **{f"reviewer of all: {name}": ("u0-reviewer", page) for name, page in by_reviewer.items()},
        "system administrator: people": ("system", "/people/"),
        "system administrator: units": ("system", "/units/"),
    }


@dataclass(frozen=True)
class MeasuredPage:
    """A page with the client of whoever asks for it."""

    client: Any
    address: str

    def size(self) -> tuple[int, int]:
        """Its queries, and its bytes."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            answer = self.client.get(self.address)
        return len(queries), len(answer.getvalue())

    def times(self) -> tuple[float, float]:
        """The least of some times in milliseconds, as the clock and as the processor count them.

        Cheap pages are asked for more often: what disturbs them is no smaller.
        """
        gc.collect()
        gc.disable()
        took: list[float] = []
        computed: list[float] = []
        try:
            while sum(computed) < ROUND_SECONDS:
                start, begun = time.perf_counter(), time.process_time()
                self.client.get(self.address)
                took.append(time.perf_counter() - start)
                computed.append(time.process_time() - begun)
        finally:
            gc.enable()
        return min(took) * 1000, min(computed) * 1000


def measured_pages() -> Mapping[str, MeasuredPage]:
    """All pages by their names, each asked for once: the first time some things are looked up."""
    from django.conf import settings
    from django.test import Client

    from duizhao.web.accounts.models import Person

    settings.ALLOWED_HOSTS = ["*"]
    found = {}
    for name, (username, address) in addresses().items():
        client = Client()
        client.force_login(Person.objects.get(username=username))
        assert client.get(address).status_code == 200, address
        found[name] = MeasuredPage(client, address)
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    prepare(DataFolder(arguments.parse_args().data), print, is_desk=False)
    pages = measured_pages()
    sizes = {name: page.size() for name, page in pages.items()}
    print(json.dumps(sizes), flush=True)
    for name in sys.stdin:
        print(json.dumps(pages[name.strip()].times()), flush=True)


@dataclass
class PageMeasurer:
    """A process that measures the pages of one data folder."""

    data: str

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "bench.load.pages", self.data]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.sizes: dict[str, tuple[int, int]] = self._answer()

    def times(self, name: str) -> tuple[float, float]:
        assert self._process.stdin
        print(name, file=self._process.stdin, flush=True)
        took, computed = self._answer()
        return took, computed

    def _answer(self) -> Any:
        """The next line that is JSON: before it the process may say how it starts."""
        assert self._process.stdout
        for line in self._process.stdout:
            if line[:1] in "[{":
                return json.loads(line)
        raise AssertionError(f"no answer for {self.data}")

    def end(self) -> None:
        self._process.communicate()


def costs(folders: Sequence[str]) -> list[dict[str, PageCost]]:
    """What each page costs in each of these data folders.

    They are measured in turn, so that a machine that is faster at one time than at another is so for all of them.
    """
    measurers = [PageMeasurer(each) for each in folders]
    least = [dict.fromkeys(each.sizes, (math.inf, math.inf)) for each in measurers]
    for _ in range(ROUNDS):
        for name in measurers[0].sizes:
            for measurer, found in zip(measurers, least, strict=True):
                took, computed = measurer.times(name)
                found[name] = (min(took, found[name][0]), min(computed, found[name][1]))
    for each in measurers:
        each.end()
    return [
        {
            name: PageCost(queries, size / 1000, *found[name])
            for name, (queries, size) in measurer.sizes.items()
        }
        for measurer, found in zip(measurers, least, strict=True)
    ]


if __name__ == "__main__":
    main()
