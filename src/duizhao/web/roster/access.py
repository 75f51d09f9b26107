"""Who may see and keep the roster: the clerks of the unit."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.unit_scopes import in_unit

_PEOPLE = in_unit("人员", "unit")
_UNIT = in_unit("单位", "pk")

TABLE = AccessTable(
    "roster",
    {
        "roster": _PEOPLE,
        "workbook": _PEOPLE,
        "preview": _UNIT,
        "take_in": _UNIT,
        "add": _UNIT,
        "link_accounts": _UNIT,
        "ask_accounts": _UNIT,
        "member": _PEOPLE,
        "edit": _PEOPLE,
        "leave": _PEOPLE,
        "come_back": _PEOPLE,
    },
)
