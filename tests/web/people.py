"""The people of the tests of pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from duizhao.web.accounts.models import Person


@dataclass(frozen=True)
class People:
    """张三 may, 李四 is a colleague, 王五 is a stranger from another unit; two from the units below and above."""

    zhang: Person
    li: Person
    wang: Person
    below: Person
    above: Person


def logged_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
