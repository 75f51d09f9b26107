"""A thousand people give their opinions in ten minutes, on a site that really runs: nothing lost, nothing doubled.

    python -m bench.load.opinions [--people 1000] [--minutes 10] [--processes 2] [--database ADDRESS] [--write]

Each has a slip with a code and comes at a time drawn at random. One of ten sends twice at the same moment, one of ten
loses the connection before the answer comes and sends once more. At the end the round is closed, and what was opened
is compared with what was written.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench import report
from bench.load import measure
from bench.load.organisation import Size, organise
from bench.load.played import MILLISECONDS, p95
from bench.load.served import served
from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare

QUESTION = "对领导班子有什么意见和建议"
RECEIPT = re.compile('name="receipt" value="([0-9A-Z-]{16,19})"')
PHONES = 60
SENT, REFUSED = 200, 422
TWICE, CUT, EVERY = 3, 7, 10
"""Of ten people the one who sends twice at once, and the one whose connection breaks."""


@dataclass
class Gathered:
    """What came back to people: statuses of what they sent, times of answers; and what was opened at the end."""

    statuses: dict[str, list[int]] = field(default_factory=dict)
    milliseconds: list[float] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)

    @property
    def acknowledged(self) -> set[str]:
        """The opinions of those who were told that they were kept, or that their code had been used by then."""
        return {words for words, seen in self.statuses.items() if set(seen) <= {SENT, REFUSED}}

    @property
    def lost(self) -> int:
        return sum(self.opened[words] == 0 for words in self.acknowledged)

    @property
    def doubled(self) -> int:
        """Opinions that were opened more than once, or acknowledged to more than one who sent them."""
        acknowledged_twice = sum(seen.count(SENT) > 1 for seen in self.statuses.values())
        return sum(count > 1 for count in self.opened.values()) + acknowledged_twice


class Phone:
    """Somebody with a slip: opens the page, writes, sends; each over a connection of its own."""

    def __init__(self, base: str, code: str, words: str, took: list[float]) -> None:
        self._place = urlsplit(base)
        self._code, self._words, self._took = code, words, took

    def give(self, number: int) -> list[int]:
        """Send once; or twice at the same moment; or once more after the connection broke."""
        status, page = self._post("/o/write", {"code": self._code})
        receipt = RECEIPT.search(page)
        assert receipt, f"{status}: {page}"
        said = {"code": self._code, "receipt": receipt[1], "q0": self._words}
        if number % EVERY == TWICE:
            with ThreadPoolExecutor(2) as pool:
                return list(pool.map(lambda _: self._post("/o/send", said)[0], range(2)))
        if number % EVERY == CUT:
            self._send_and_leave(said)
        return [self._post("/o/send", said)[0]]

    def _post(self, address: str, fields: dict[str, str]) -> tuple[int, str]:
        began = time.monotonic()
        line = http.client.HTTPConnection(self._place.netloc, timeout=60)
        line.request("POST", address, urlencode(fields), HEADERS)
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        self._took.append((time.monotonic() - began) * 1000)
        return answer.status, text

    def _send_and_leave(self, said: dict[str, str]) -> None:
        body = urlencode(said)
        heads = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        with socket.create_connection((self._place.hostname, self._place.port)) as line:
            head = f"POST /o/send HTTP/1.1\r\nHost: {self._place.netloc}\r\n{heads}"
            line.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())


HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def gather(data: Path, people: int, seconds: float, processes: int, database: str = "") -> Gathered:
    """Begin a round in an organisation of a new folder, let everybody answer it within the seconds, close it."""
    codes = json.loads(_here("begin", str(data), str(people), database))
    found, begun = Gathered(), time.monotonic()
    chance, held = random.Random(people), threading.Lock()
    times = sorted(chance.uniform(0, seconds) for _ in codes)
    with served(str(data), processes) as site:

        def come(number: int) -> None:
            time.sleep(max(0, begun + times[number] - time.monotonic()))
            words = f"第{number:05}号意见：会议偏多，下基层偏少"
            statuses = Phone(site.base, codes[number], words, found.milliseconds).give(number)
            with held:
                found.statuses[words] = statuses

        begun = time.monotonic()
        with ThreadPoolExecutor(PHONES) as phones:
            list(phones.map(come, range(people)))
    found.opened.update(json.loads(_here("close", str(data))))
    return found


def _here(*arguments: str) -> str:
    """What a step of ours prints that is done while the site does not run."""
    return measure.python("bench.load.opinions", *arguments).splitlines()[-1]


def begin(data: str, people: int, database: str) -> None:
    """Make a small organisation, begin a round for its first unit, and print the codes."""
    organise(DataFolder(Path(data)), Size(units=1, people=4, statements=0, rows=1), database)
    dossier, by = _dossier()
    from duizhao.web.opinions.actions import begin_round, draw_codes

    asked = begin_round(
        dossier=dossier, by=by, name="征求意见", questions=[QUESTION], scopes=["全体"]
    )
    print(json.dumps(draw_codes(asked=asked, by=by, counts=[people])[0]))


def close(data: str) -> None:
    """Close the round, and print what was opened."""
    prepare(DataFolder(Path(data)), lambda _: None, is_desk=False)
    dossier, by = _dossier()
    from duizhao.web import worker
    from duizhao.web.opinions import jobs
    from duizhao.web.opinions.actions import start_closing

    start_closing(asked=dossier.rounds.get(), by=by, also=jobs.enqueue_opening)
    worker.work(is_done_when_empty=True)
    print(json.dumps(list(dossier.opinions.values_list("words", flat=True))))


def _dossier() -> tuple[Any, Any]:
    from duizhao.web.accounts.models import Person
    from duizhao.web.meetings.models import Dossier

    by = Person.objects.get(username="u1-clerk")
    return Dossier.objects.get(unit=by.unit), by


def rows(found: Gathered, people: int) -> list[report.Row]:
    return [
        report.Row("people who sent", len(found.statuses), f"of {people}", people, at_least=True),
        report.Row("opened", sum(found.opened.values()), "", people, at_least=True),
        report.Row("lost", found.lost, "", 0),
        report.Row("doubled", found.doubled, "", 0),
        report.Row("p95", p95(found.milliseconds), "ms", MILLISECONDS),
    ]


def main(given: Sequence[str]) -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=1000)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument("--database")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args(given)
    seconds = chosen.minutes * 60
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        found = gather(data, chosen.people, seconds, chosen.processes, chosen.database or "")
    kept = "PostgreSQL" if chosen.database else "SQLite"
    title = f"opinions on {kept}: {chosen.people} people in {chosen.minutes:g} minutes"
    report.show(title, rows(found, chosen.people), write=chosen.write)


if __name__ == "__main__":
    if sys.argv[1:2] == ["begin"]:
        begin(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    elif sys.argv[1:2] == ["close"]:
        close(sys.argv[2])
    else:
        main(sys.argv[1:])
