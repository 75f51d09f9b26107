"""People at their browsers, on an organisation that bench.load.organisation has made: 50 who read, 5 who write.

    locust -f bench/load/locustfile.py --host http://127.0.0.1:8010 --headless --users 55 --spawn-rate 5 --run-time 2m

Or without --headless, with its page in the browser. Each looks at a page for some seconds before the next, as people
do. UNITS, from the environment, is how many units there are (200).
"""

from __future__ import annotations

import itertools
import os
import random
import re
from collections.abc import Iterator

from locust import HttpUser, between, task

PASSWORD = "Yunxi-7-bridges"
UNITS = int(os.environ.get("UNITS", "200"))
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


class Colleague(HttpUser):
    """Somebody with an account, who logs in and finds the way by links."""

    abstract = True
    role = ""

    def on_start(self) -> None:
        unit = 0 if self.role == "reviewer" else (next(NUMBERS) * 7) % UNITS + 1
        page = self.client.get("/login", name="login")
        found = TOKEN.search(page.text)
        assert found, page.text
        fields = {
            "username": f"u{unit}-{self.role}",
            "password": PASSWORD,
            "csrfmiddlewaretoken": found[1],
        }
        came = self.client.post("/login", fields, name="log in")
        assert "退出" in came.text, came.text[:2000]
        self.meetings = MEETING.findall(self.see("/meetings/", "meetings")) or [""]

    def see(self, address: str, name: str) -> str:
        text: str = self.client.get(address, name=name).text
        return text

    def meeting(self, part: str) -> str:
        return f"/meetings/{random.choice(self.meetings)}/{part}"


class Clerk(Colleague):
    """Reads what a clerk reads."""

    fixed_count, role, wait_time = 20, "clerk", between(2, 6)

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

    fixed_count, role, wait_time = 25, "member", between(2, 6)

    @task(3)
    def to_do(self) -> None:
        self.see("/todo/", "member: to do")

    @task
    def one_meeting(self) -> None:
        self.see(self.meeting(""), "member: one meeting")


class TopReviewer(Colleague):
    """Looks over the statements of all units."""

    fixed_count, role, wait_time = 5, "reviewer", between(2, 6)

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

    fixed_count, role, wait_time = 5, "clerk", between(1, 3)

    @task
    def row(self) -> None:
        found = BATCH.search(self.see(self.meeting(""), "clerk: one meeting"))
        assert found
        rows = ROW.findall(self.see(f"/batches/{found[1]}/ledger/", "clerk: ledger"))
        address = f"/rows/{random.choice(rows)}/edit"
        htmx = {"HX-Request": "true"}
        form = self.client.get(address, headers=htmx, name="writer: form of a row").text
        fields = {**dict(_fields(form)), "progress": f"已走访 {random.randint(1, 99)} 户"}
        token = self.client.cookies["duizhao-csrf"]
        self.client.post(
            address, fields, headers={**htmx, "X-CSRFToken": token}, name="writer: save a row"
        )


def _fields(form: str) -> Iterator[tuple[str, str]]:
    for name, value, text in FIELD.findall(form):
        yield name, value or text
    if found := VERSION.search(form):
        yield "version", found[1]
