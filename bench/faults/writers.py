"""People who write, each something of one kind, and note what was acknowledged."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bench.desk.client import Answer, SiteClient
from bench.faults.ground import TEXT

VERSION = re.compile('name="version" value="([0-9]+)"')
RECEIPT = re.compile('name="receipt" value="([0-9A-Z-]{16,19})"')
OK, FOUND, FORBIDDEN, USED = 200, 302, 403, 422
AGAIN_SECONDS = 0.1

Reach = Callable[[], SiteClient]


@dataclass
class Written:
    """What was written under words that stand nowhere else: acknowledged, or sent without an answer."""

    acknowledged: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)


class Refused(Exception):
    """The site answered, and kept nothing."""


class LoggedOut(ValueError):
    """A desk that was started anew knows no earlier session: it answered, and kept nothing."""


def _taken(answer: Answer, *wanted: int) -> Answer:
    if answer.status == FORBIDDEN:
        raise LoggedOut
    if answer.status not in (wanted or (OK, FOUND)):
        raise Refused(f"{answer.status}: {answer.text[:300]}")
    return answer


def _group(pattern: re.Pattern[str], answer: Answer) -> str:
    found = pattern.search(_taken(answer).text)
    if found is None:
        raise Refused(answer.text[:300])
    return found[1]


def edit_row(client: SiteClient, ground: Any, words: str, number: int) -> None:
    row = f"/rows/{ground['rows'][number % len(ground['rows'])]}/edit"
    version = _group(VERSION, client.get(row))
    given = {"problem": "这件事没有办好", "status": "整改中", "owner": "张三"}
    _taken(client.post(row, version=version, progress=words, **given), FOUND)


def upload(client: SiteClient, ground: Any, words: str, number: int) -> None:
    data = f"{TEXT}{words}".encode()
    _taken(client.post(f"/batches/{ground['batch']}/put-in", file=data, name=f"{words}.txt"), OK)


def say_opinion(client: SiteClient, ground: Any, words: str, number: int) -> None:
    """A phone that has lost the answer sends the same again, with the receipt that it holds.

    The answer then is that the code is used: it is used together with what was said, or not at all.
    """
    code = ground["codes"][-1]
    if "receipt" not in ground:
        ground["receipt"] = _group(RECEIPT, client.post("/o/write", code=code))
    is_again = ground.get("said") == words
    ground["said"] = words
    answer = client.post("/o/send", code=code, receipt=ground["receipt"], q0=words)
    _taken(answer, OK, USED if is_again else OK)
    ground["codes"].pop()
    del ground["receipt"]


def add_talk(client: SiteClient, ground: Any, words: str, number: int) -> None:
    one, other = (str(each) for each in ground["people"])
    address = f"/meetings/{ground['dossier']}/talks/add"
    _taken(client.post(address, one=one, other=other, place=words), FOUND)


def announce(client: SiteClient, ground: Any, words: str, number: int) -> None:
    address = f"/meetings/{ground['dossier']}/announcements/begin"
    made = _taken(client.post(address, chosen=ground["rows"][0]), FOUND).location
    until = date.today() + timedelta(days=30)
    days = {"starts_on": date.today().isoformat(), "ends_on": until.isoformat()}
    _taken(client.post(made, version="1", title=words, scope="team", **days), FOUND)


def start_job(client: SiteClient, ground: Any, words: str, number: int) -> None:
    made = f"/batches/{ground['batch']}/make"
    _taken(client.post(made, form="review", author=words), OK, FOUND)


KINDS: dict[str, Callable[[SiteClient, Any, str, int], None]] = {
    "edit": edit_row,
    "upload": upload,
    "opinion": say_opinion,
    "talk": add_talk,
    "announcement": announce,
    "job": start_job,
}
PAUSES = {"job": 2.0}
"""Seconds after one of a kind: a job is more work than a write."""
PAUSE_SECONDS = 0.05
SENT_AGAIN = frozenset(("opinion",))
"""What is sent again by whoever got no answer; all else is sent once."""


class Writers:
    """One person for each kind, who goes on until all are asked to stop."""

    def __init__(self, ground: Any, reach: Reach) -> None:
        self.written = {kind: Written() for kind in KINDS}
        self.faults: list[str] = []
        self._ground, self._reach = ground, reach
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._go_on, args=(kind,)) for kind in KINDS]

    def start(self) -> None:
        for each in self._threads:
            each.start()

    def stop(self) -> None:
        """Let each end what it has begun: the site has to answer."""
        self._stopped.set()
        for each in self._threads:
            each.join()

    def acknowledged(self) -> int:
        return sum(len(each.acknowledged) for each in self.written.values())

    def _go_on(self, kind: str) -> None:
        written, client = self.written[kind], None
        words, number = "", 0
        while not self._stopped.wait(PAUSES.get(kind, PAUSE_SECONDS)) or words:
            if kind == "opinion" and not self._ground["codes"]:
                return
            if not words:
                number += 1
                words = f"{kind}第{number}次"
            try:
                client = client or self._reach()
                written.sent.add(words)
                KINDS[kind](client, self._ground, words, number)
                written.acknowledged.add(words)
            except (OSError, ValueError, AssertionError):
                # It has gone, or is not there yet: another session finds the one that comes.
                client = None
                time.sleep(AGAIN_SECONDS)
                if kind in SENT_AGAIN:
                    continue
            except Refused as fault:
                self.faults.append(f"{kind}: {fault}")
                if kind in SENT_AGAIN:
                    continue
            words = ""
