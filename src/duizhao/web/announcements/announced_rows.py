"""What of a ledger row may be announced, and to whom: a few columns, never where a problem comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from duizhao.ledger.deadline import as_day
from duizhao.ledger.row import DisclosureScope, RowOrigin
from duizhao.process import chinese_day
from duizhao.web.announcements.models import AnnouncementScope
from duizhao.web.desk.models import LedgerRow

TEXTS = ("problem", "measures", "department", "deadline", "state", "result")
"""What is announced of a row. Who raised it, whose it is, and all notes stay in the ledger."""
HEADS = {
    "problem": "问题",
    "measures": "整改措施",
    "department": "责任单位",
    "deadline": "时限",
    "state": "状态",
    "result": "进展和结果",
}
SELF = "本人"
CONFIDENTIAL_ORIGINS = frozenset((RowOrigin.TALK.value, RowOrigin.CRITICISM.value))
ALLOWED: Mapping[str, frozenset[str]] = {
    str(AnnouncementScope.TEAM): frozenset(
        ("", DisclosureScope.TEAM.value, DisclosureScope.UNIT.value, DisclosureScope.PUBLIC.value)
    ),
    str(AnnouncementScope.UNIT): frozenset(
        ("", DisclosureScope.UNIT.value, DisclosureScope.PUBLIC.value)
    ),
    str(AnnouncementScope.LINK): frozenset((DisclosureScope.PUBLIC.value,)),
}
"""Which words in the column 公开范围 allow which scope."""


@dataclass(frozen=True, slots=True)
class OfferedRow:
    """A row of the ledger as it may be chosen, and why it may not."""

    row: LedgerRow
    texts: Mapping[str, str]
    why_not: str


def texts_of(row: LedgerRow) -> dict[str, str]:
    """What would be announced of a row."""
    cells = row.cells
    day = as_day(cells.get("postponed", "").strip()) or as_day(cells.get("due", "").strip())
    return {
        "problem": cells.get("problem", ""),
        "measures": cells.get("measures", ""),
        "department": cells.get("department", ""),
        "deadline": chinese_day(day) if day else cells.get("deadline", ""),
        "state": cells.get("status", ""),
        "result": cells.get("progress", ""),
    }


def why_not(row: LedgerRow, scope: str = "") -> str:
    """Why a row is not announced at all, or not in a scope; empty where it may be."""
    origin = row.cells.get("origin", "").strip()
    said = row.cells.get("scope", "").strip()
    if origin in CONFIDENTIAL_ORIGINS:
        return f"来自{origin}，不通报"
    if said == DisclosureScope.NOBODY.value:
        return "台账里写着“不公开”"
    if not scope or said in ALLOWED[scope]:
        return ""
    label = AnnouncementScope(scope).label
    if not said:
        return f"给“{label}”看，台账的“公开范围”要先写“{DisclosureScope.PUBLIC.value}”"
    return f"台账的“公开范围”写的是“{said}”，不能给“{label}”看"


def offered(rows: Iterable[LedgerRow]) -> list[OfferedRow]:
    """The rows of a ledger, with what of each would be announced."""
    return [OfferedRow(row, texts_of(row), why_not(row)) for row in rows]


def names_found(rows: Sequence[Mapping[str, str]], names: Iterable[str]) -> list[tuple[int, str]]:
    """Which names, or words for oneself, stand in which rows, counted from 1: somebody has to look at them."""
    known = [*(name for name in names if name), SELF]
    return [
        (number, name)
        for number, row in enumerate(rows, 1)
        for name in known
        if any(name in row.get(key, "") for key in TEXTS)
    ]
