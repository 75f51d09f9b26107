"""A round of opinions to try pages with: begun by a clerk, answered by people with slips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.test import Client

from duizhao.web.opinions.models import OpinionRound

CODE = re.compile('class="code">([0-9A-Z-]{19})<')
RECEIPT = re.compile('name="receipt" value="([0-9A-Z-]{16,19})"')
ASKED = {
    "name": "会前征求意见",
    "questions": "对领导班子有什么意见和建议",
    "scopes": "机关科室\n基层单位",
    "asks_about_people": "on",
}


@dataclass(frozen=True)
class Sent:
    """What came back when somebody sent opinions: the last page and the receipt."""

    text: str
    status: int
    receipt: str


def begin(browse: Client, dossier: str, **changed: str) -> str:
    """Begin a round as a clerk does. Returns its address."""
    answer = browse.post(f"/meetings/{dossier}/opinions/begin", {**ASKED, **changed})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def print_slips(browse: Client, at: str, counts: Sequence[int], /, **given: str) -> list[str]:
    """The codes on the slips that the page prints, in its order."""
    wanted = {f"count{scope}": count for scope, count in enumerate(counts)}
    answer = browse.post(f"{at}codes", {**wanted, **given})
    assert answer.status_code == 200, answer.content.decode()
    return CODE.findall(answer.content.decode())


@dataclass(frozen=True)
class WritingPage:
    """The page on which somebody with a slip writes, on their phone, with the receipt that it holds."""

    phone: Client
    receipt: str


def written(code: str, client: Client | None = None) -> WritingPage:
    """Somebody with a slip opens the page, as a phone does: without an account."""
    phone = client or Client()
    page = phone.post("/o/write", {"code": code}).content.decode()
    found = RECEIPT.search(page)
    assert found, page
    return WritingPage(phone, found[1])


def send_written(code: str, page: WritingPage, **said: str) -> Sent:
    answer = page.phone.post("/o/send", {"code": code, "receipt": page.receipt, **said})
    return Sent(answer.content.decode(), answer.status_code, page.receipt)


def send(code: str, client: Client | None = None, **said: str) -> Sent:
    """Somebody with a slip writes and sends."""
    return send_written(code, written(code, client), **said)


def round_at(address: str) -> OpinionRound:
    return OpinionRound.objects.get(pk=address.split("/")[-2])
