"""Asks for each page of a filled data folder some times; prints as JSON its queries, kilobytes, milliseconds.

python -m bench.load.pages DATA [--times 7]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare


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


def cost(client: Any, address: str, times: int) -> PageCost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert client.get(address).status_code == 200, address
    took, computed = [], []
    for _ in range(times):
        start, begun = time.perf_counter(), time.process_time()
        client.get(address)
        took.append(time.perf_counter() - start)
        computed.append(time.process_time() - begun)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return PageCost(len(queries), len(body) / 1000, min(took) * 1000, min(computed) * 1000)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--times", type=int, default=7)
    chosen = arguments.parse_args()
    prepare(DataFolder(chosen.data), print, is_desk=False)
    from django.conf import settings
    from django.test import Client

    from duizhao.web.accounts.models import Person

    settings.ALLOWED_HOSTS = ["*"]
    found = {}
    for name, (username, address) in addresses().items():
        client = Client()
        client.force_login(Person.objects.get(username=username))
        found[name] = asdict(cost(client, address, chosen.times))
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
