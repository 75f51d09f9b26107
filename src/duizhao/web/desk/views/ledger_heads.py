"""The heads of an office's own ledger: what each column is taken for, corrected once and remembered."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from duizhao import api
from duizhao.ledger.adopted.head_mapping import CONTENT_KEYS, HeadMapping, OwnHead, OwnTable
from duizhao.ledger.adopted.own_lines import own_lines
from duizhao.web.access import guarded
from duizhao.web.desk import ledger_queries, own_ledgers
from duizhao.web.desk.access import TABLE
from duizhao.web.desk.actions.own_ledgers import map_heads
from duizhao.web.desk.models import LedgerReturn
from duizhao.web.status_codes import UNPROCESSABLE

SHOWN_SAMPLES = 3
STATES_ASKED = "状态一列里的这几个说法，各算哪一种？"
NOTHING_SAID = "请说明哪一列是“查摆出的问题”或者“整改措施”，不然认不出哪些是台账的行"


@dataclass(frozen=True, slots=True)
class HeadField:
    """A column of the file with what it is taken for."""

    number: int
    head: OwnHead
    key: str

    @property
    def samples(self) -> tuple[str, ...]:
        return self.head.samples[:SHOWN_SAMPLES]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        is_number = self.head.key == own_ledgers.NUMBER
        return (
            *(((own_ledgers.NUMBER, "序号（不用收）"),) if is_number else ()),
            *own_ledgers.COLUMN_CHOICES,
        )


@guarded(TABLE, "ledger_heads")
def heads(request: HttpRequest, returned: str) -> HttpResponse:
    """What the columns of a file are taken for, and the same as somebody has corrected it."""
    found = get_object_or_404(ledger_queries.returns(request.user, "ledger_heads"), key=returned)
    try:
        tables = own_ledgers.read_tables(found)
    except api.DuizhaoError as fault:
        return render(
            request,
            "desk/ledger_heads.html",
            {"returned": found, "batch": found.batch, "fault": str(fault)},
            status=UNPROCESSABLE,
        )
    if not tables:
        return redirect("desk:see_return", returned=found.key)
    table = own_ledgers.table_of(
        found, tables, request.POST.get("sheet") or request.GET.get("sheet", "")
    )
    if request.method != "POST":
        return _page(request, found, tables, table, own_ledgers.mapping_of(found, table))
    mapping = _posted(request, table)
    asked = {
        word
        for at, key in mapping.keys.items()
        if key == "status"
        for word in table.state_words(at)
    }
    if not CONTENT_KEYS & set(mapping.keys.values()):
        return _page(
            request, found, tables, table, mapping, fault=NOTHING_SAID, status=UNPROCESSABLE
        )
    if asked - set(_states(request)):
        return _page(
            request, found, tables, table, mapping, fault=STATES_ASKED, status=UNPROCESSABLE
        )
    map_heads(
        returned=found,
        by=request.user,
        unit=own_ledgers.unit_of(found.batch),
        sheet=table.cells.name,
        digest=table.digest,
        keys=[mapping.keys[each.at] for each in table.heads],
        states={word: state for word, state in mapping.states.items() if word in asked},
        is_joined=mapping.is_joined,
    )
    return redirect("desk:see_return", returned=found.key)


def _posted(request: HttpRequest, table: OwnTable) -> HeadMapping:
    """The mapping of the heads that a form gives."""
    known = {key for key, _ in own_ledgers.COLUMN_CHOICES} | {own_ledgers.NUMBER}
    given = (request.POST.get(f"key-{number}", "") for number in range(len(table.heads)))
    keys = [key if key in known else "" for key in given]
    return HeadMapping.of(table, keys, _states(request), is_joined="is_joined" in request.POST)


def _states(request: HttpRequest) -> dict[str, str]:
    """The states that a form gives for the words of the file."""
    words = request.POST.getlist("word")
    return dict(zip(words, request.POST.getlist("state"), strict=False))


def _page(
    request: HttpRequest,
    returned: LedgerReturn,
    tables: tuple[OwnTable, ...],
    table: OwnTable,
    mapping: HeadMapping,
    *,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        "returned": returned,
        "batch": returned.batch,
        "tables": tables,
        "table": table,
        "fields": [
            HeadField(number, each, mapping.keys.get(each.at, ""))
            for number, each in enumerate(table.heads)
        ],
        "states": mapping.states.items(),
        "state_choices": own_ledgers.STATE_CHOICES,
        "mapping": mapping,
        "lines": own_lines(table, mapping),
        "fault": fault,
    }
    return render(request, "desk/ledger_heads.html", shown, status=status)
