"""The pages of an organisation need no more queries when it has more units."""

from __future__ import annotations

import pytest
from bench.load.organisation import PASSWORD, Size, fill_units
from bench.load.pages import addresses
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from duizhao.web.accounts.actions.entering import set_up
from duizhao.web.accounts.models import Person
from duizhao.web.rectification.board import MOST_MEETINGS
from duizhao.web.supervision.views.units import ROWS_OF_A_PAGE

pytestmark = pytest.mark.usefixtures("db")
MAX_QUERIES, MAX_BYTES = 30, 150_000
FEW, MANY = 3, max(MOST_MEETINGS, ROWS_OF_A_PAGE) + 2
"""Units: so many that they do not all stand on one page."""


def costs() -> dict[str, tuple[int, int]]:
    """The queries and the bytes of each page, asked for once before: the first time some things are looked up."""
    found = {}
    for name, (username, address) in addresses().items():
        client = Client()
        client.force_login(Person.objects.get(username=username))
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            body = client.get(address).getvalue()
        found[name] = (len(queries), len(body))
    return found


# It takes some seconds: any page may be the one that grows, and that shows with more units than one page holds.
def test_pages_of_many_units_cost_what_those_of_few_do(tmp_path) -> None:
    statement = tmp_path / "个人对照检查材料.txt"
    statement.write_text("个人对照检查材料\n一、存在的问题\n一是碰硬不够。\n", encoding="utf-8")
    size = Size(people=4, statements=1, rows=4)
    by = set_up(unit="云溪市", name="系统管理员", username="system", password=PASSWORD)
    fill_units(by, range(FEW + 1), size, [statement])
    few = costs()
    fill_units(by, range(FEW + 1, MANY + 1), size, [statement])
    many = costs()
    assert {page: queries for page, (queries, _) in many.items() if queries > MAX_QUERIES} == {}
    assert {page: size for page, (_, size) in many.items() if size > MAX_BYTES} == {}
    grown = {page: (few[page], cost) for page, cost in many.items() if cost[0] > few[page][0]}
    assert grown == {}
