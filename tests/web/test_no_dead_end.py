"""No link leads whoever sees it to a page that is not there for them: the demonstration, walked by each role."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from duizhao.web.accounts.models import Person
from duizhao.web.demonstration.accounts import make_demo
from duizhao.web.demonstration.make import DeskWays
from duizhao.web.desk import ledger_work, putting_in
from duizhao.web.person_role import PersonRole

LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)')
KEY = re.compile(r"/(?:\d+|[0-9a-f]{16})(?=/)")


def pages(client: Client) -> Iterator[tuple[str, int, str]]:
    """Of each kind of address that a kind of page links to, one that was not asked for: its status, and the page."""
    waiting: list[tuple[str, str]] = [("/", "")]
    asked: set[tuple[str, str]] = set()
    opened: set[str] = set()
    followed: set[str] = set()
    while waiting:
        address, linked_from = waiting.pop(0)
        link = (kind_of(address), kind_of(linked_from))
        if link in asked or address in opened:
            continue
        asked.add(link)
        opened.add(address)
        answer = client.get(address.replace("&amp;", "&"), follow=True)
        yield address, answer.status_code, linked_from
        if link[0] not in followed and answer["Content-Type"].startswith("text/html"):
            followed.add(link[0])
            waiting += [(found, address) for found in LINK.findall(answer.content.decode())]


def kind_of(address: str) -> str:
    return KEY.sub("/", address.partition("?")[0])


@pytest.mark.django_db
def test_no_link_leads_to_a_page_that_is_not_there() -> None:
    make_demo(DeskWays(putting_in.take, ledger_work.take))
    dead = []
    for person in Person.objects.filter(grants__role__in=PersonRole.values).distinct():
        client = Client()
        client.force_login(person)
        found = list(pages(client))
        assert len(found) > 3, person
        dead += [(person.username, *each) for each in found if each[1] != 200]
    assert not dead
