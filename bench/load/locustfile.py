"""People at their browsers, on an organisation that bench.load.organisation has made: 50 who read, 5 who write.

    locust -f bench/load/locustfile.py --host http://127.0.0.1:8010 --headless --users 55 --spawn-rate 1 --run-time 3m

Or without --headless, with its page in the browser. Each looks at a page for 5 to 15 seconds before the next: a list of
fifty rows or a statement of five pages is not read in less, and who only looks for the next link still takes some
seconds to find it. They come in the course of the first minute, as in the morning. Style sheets and scripts are not
asked for: browsers keep them, their addresses carry the version.

From the environment: UNITS, how many units there are (200); PACES, JSON, [[90, 1], [150, 2]]: after 150 seconds
everybody takes half the time; RECORD, a file that gets a line for each answer.
"""

from __future__ import annotations

import csv
import itertools
import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

from locust import FastHttpUser, constant, events, task

PASSWORD = "Yunxi-7-bridges"
UNITS = int(os.environ.get("UNITS", "200"))
PACES: list[tuple[float, float]] = json.loads(os.environ.get("PACES", "[]"))
RECORD = os.environ.get("RECORD", "")
LOOKS_SECONDS = 5, 15
BEGUN = time.monotonic()
TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]+)"')
MEETING, BATCH = (
    re.compile("/meetings/([0-9a-f]{16})/"),
    re.compile("/batches/([0-9a-f]{16})/ledger/"),
)
STATEMENT, ROW = (
    re.compile("/(?:files|statements)/[0-9a-f]{16}/"),
    re.compile("/rows/([0-9a-f]{16})/"),
)
VERSION = re.compile('name="version" value="([0-9]+)"')
FIELD = re.compile(
    '<(?:input|textarea)[^>]*? name="(problem|measures|owner|due)"[^>]*?(?:value="([^"]*)"|>([^<]*)</textarea>)'
)
NUMBERS = itertools.count(1)
ANSWERS: list[tuple[float, str, float, bool]] = []


def look() -> None:
    """Look at a page for a while, the shorter the higher the pace is by now."""
    pace = 1.0
    for begins, each in PACES:
        if time.monotonic() - BEGUN >= begins:
            pace = each
    time.sleep(random.uniform(*LOOKS_SECONDS) / pace)


def note(name: str, response_time: float, exception: object, **_: Any) -> None:
    if exception:
        print(name, repr(exception), file=sys.stderr)
    ANSWERS.append((time.monotonic() - BEGUN, name, response_time, exception is not None))


def keep(**_: Any) -> None:
    if RECORD:
        with open(RECORD, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(ANSWERS)


events.request.add_listener(note)  # type: ignore[no-untyped-call]
events.quitting.add_listener(keep)  # type: ignore[no-untyped-call]


class Colleague(FastHttpUser):
    """Somebody with an account, who logs in and finds the way by links."""

    abstract = True
    role = ""
    wait_time = constant(0)

    def on_start(self) -> None:
        unit = 0 if self.role == "reviewer" else (next(NUMBERS) * 7) % UNITS + 1
        page = self.client.get("/login", name="login")
        found = TOKEN.search(page.text or "")
        assert found, page.text
        fields = {
            "username": f"u{unit}-{self.role}",
            "password": PASSWORD,
            "csrfmiddlewaretoken": found[1],
        }
        came = self.client.post("/login", fields, name="log in")
        assert "退出" in (came.text or ""), came.text
        self.meetings = MEETING.findall(self.see("/meetings/", "meetings")) or [""]

    def see(self, address: str, name: str) -> str:
        text: str = self.client.get(address, name=name).text or ""
        look()
        return text

    def meeting(self, part: str) -> str:
        return f"/meetings/{random.choice(self.meetings)}/{part}"


class Clerk(Colleague):
    """Reads what a clerk reads."""

    fixed_count, role = 20, "clerk"

    @task(3)
    def to_do(self) -> None:
        self.see("/todo/", "clerk: to do")

    @task(2)
    def one_meeting(self) -> None:
        for part, name in (("", "one meeting"), ("plan/", "plan"), ("statements/", "statements")):
            text = self.see(self.meeting(part), f"clerk: {name}")
        if found := STATEMENT.findall(text):
            self.see(random.choice(found), "clerk: statement")

    @task(2)
    def ledger(self) -> None:
        text = self.see(self.meeting(""), "clerk: one meeting")
        if found := BATCH.search(text):
            self.see(f"/batches/{found[1]}/ledger/", "clerk: ledger")

    @task
    def parts(self) -> None:
        for part in ("talks/", "opinions/", "meeting/", "papers/"):
            self.see(self.meeting(part), f"clerk: {part.strip('/')}")

    @task
    def board(self) -> None:
        self.see("/rectification/board/", "clerk: board")

    @task
    def search(self) -> None:
        self.see("/search/?words=走访", "clerk: search")


class Member(Colleague):
    """Reads what somebody reads who attends a meeting."""

    fixed_count, role = 25, "member"

    @task(3)
    def to_do(self) -> None:
        self.see("/todo/", "member: to do")

    @task
    def one_meeting(self) -> None:
        self.see(self.meeting(""), "member: one meeting")


class TopReviewer(Colleague):
    """Looks over the statements of all units."""

    fixed_count, role = 5, "reviewer"

    @task(2)
    def reviews(self) -> None:
        text = self.see(f"/reviews/?page={random.randint(1, 20)}", "reviewer: reviews")
        if found := STATEMENT.findall(text):
            self.see(random.choice(found), "reviewer: statement")

    @task
    def to_do(self) -> None:
        self.see("/todo/", "reviewer: to do")


class Writer(Colleague):
    """A clerk who brings the ledger up to date, row by row."""

    fixed_count, role = 5, "clerk"

    @task
    def row(self) -> None:
        found = BATCH.search(self.see(self.meeting(""), "clerk: one meeting"))
        assert found
        rows = ROW.findall(self.see(f"/batches/{found[1]}/ledger/", "clerk: ledger"))
        address = f"/rows/{random.choice(rows)}/edit"
        htmx = {"HX-Request": "true"}
        form = self.client.get(address, headers=htmx, name="writer: form of a row").text or ""
        look()
        fields = {**dict(_fields(form)), "progress": f"已走访 {random.randint(1, 99)} 户"}
        token = {each.name: each.value for each in self.client.cookiejar}["duizhao-csrf"]
        self.client.post(
            address, fields, headers={**htmx, "X-CSRFToken": token}, name="writer: save a row"
        )
        look()


def _fields(form: str) -> Iterator[tuple[str, str]]:
    for name, value, text in FIELD.findall(form):
        yield name, value or text
    if found := VERSION.search(form):
        yield "version", found[1]
