"""Every address, asked for in odd ways by everybody who may: no answer is a fault of the program.

Fields are those that the templates name; their values are what people paste, what old pages send, and what attackers
try. Which of them meet at an address is drawn by chance, the same at each run.
"""

from __future__ import annotations

import os
import random
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import People
from test_access import ALL, IN_DOSSIERS, MAKERS

import duizhao.web
from duizhao.web.accounts.models import Grant, Person
from duizhao.web.person_role import PersonRole

FAULT = 500
TRIES = int(os.environ.get("ODD_REQUESTS", "2"))
"""How often each address is asked and told something. Another number draws other values."""
NO_SUCH_KEY = "0123456789abcdef"
NAMED = re.compile(r'\bname="([a-z_0-9-]+)"')
FIELDS = sorted(
    {
        name
        for path in Path(duizhao.web.__file__).parent.rglob("*.html")
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
    }
    | {"page", "q", "only", "words", "sort", "number", "seen", "version", "files", "row", "rows"}
)
VALUES = (
    "", " ", "\u3000", "0", "1", "-1", "1.5", "２", "一", "99999999999999999999", "9" * 400, "true", "on",
    "2026-11-28", "2026-02-30", "0000-00-00", "99999-01-01", "2026年13月", "今天", "张三", "张三，李四\t王五\n",
    "x" * 20_000, "会" * 5_000, "\x00", "a\x00b", "\U0001f600", "\u202e倒",
    "<script>alert(1)</script>", "'; DROP TABLE x;--", "{{ 7*7 }}", "%s%n", "../../etc/passwd", "=1+1", "[]", "{}",
    '{"a": [1, null]}', "null", "//evil.test", "javascript:1", "0123456789abcdef", "f" * 16, "a,b;c|d", "&=?#",
)  # fmt: skip
FILES = (
    ("空.docx", b""),
    ("..\\..\\甲.exe", b"MZ\x00\x00"),
    ("a" * 300 + ".xlsx", b"PK\x03\x04 not a zip"),
    ("甲.txt", "一、存在的问题\n一是学习不深。".encode("gb18030")),
    ("\u202etxt.docx", b"\xff\xfe\x00"),
    ("表.csv", "姓名,职务\n张三,=cmd()\n".encode()),
)


def odd_fields(chance: random.Random) -> dict[str, Any]:
    """Some fields with odd values, single and many."""
    names = chance.sample(FIELDS, 12)
    return {
        name: chance.choice(VALUES) if chance.random() < 0.8 else chance.sample(VALUES, 3)
        for name in names
    }


def odd_file(chance: random.Random) -> SimpleUploadedFile:
    name, data = chance.choice(FILES)
    return SimpleUploadedFile(name, data)


@pytest.fixture
def everybody(people: People) -> list[Client]:
    """Somebody with all roles of work, one for each administrator, and nobody."""
    found = [Client(raise_request_exception=False)]
    for role in (PersonRole.SYSTEM, PersonRole.SECURITY, PersonRole.AUDIT):
        person = Person.objects.create(username=role, name=role.label, unit=people.above.unit)
        Grant.objects.create(person=person, role=role, unit=people.above.unit)
        found.append(Client(raise_request_exception=False))
        found[-1].force_login(person)
    for role in (PersonRole.REVIEWER, PersonRole.MEMBER, PersonRole.AUTHOR):
        Grant.objects.create(person=people.zhang, role=role, unit=people.zhang.unit)
    found.append(Client(raise_request_exception=False))
    found[-1].force_login(people.zhang)
    return found


def test_accounts_are_joined_in_no_unit_that_is_none(browse: Client) -> None:
    assert browse.post("/roster/link-accounts", {"unit": "99999-01-01"}).status_code == 302


@pytest.mark.parametrize("name", ALL)
def test_odd_request_is_answered_in_words(
    name: str, people: People, everybody: list[Client]
) -> None:
    chance = random.Random(f"{name} {TRIES}")
    converters = ALL[name].pattern.converters
    made = [
        {kind: maker(people.zhang)}
        for kind in converters
        for makers in (MAKERS, IN_DOSSIERS)
        if (maker := makers.get(kind))
    ] or [dict.fromkeys(converters, NO_SUCH_KEY)]
    for named in made:
        address = reverse(name, kwargs=named)
        for client in everybody if len(made) == 1 else everybody[-1:]:
            for _ in range(TRIES):
                asked = odd_fields(chance)
                assert client.get(address, asked).status_code < FAULT, (address, asked)
                sent = {**odd_fields(chance), chance.choice(("file", "files")): odd_file(chance)}
                htmx = {"HX-Request": "true"} if chance.random() < 0.5 else {}
                answer = client.post(address, sent, headers=htmx)
                assert answer.status_code < FAULT, (address, sent)
