"""Who sees what has to be done: everybody for the meetings that they keep, attend or review."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.meetings.access import attended
from duizhao.web.unit_scopes import below, in_unit

_SEEN = {**in_unit("会议", "unit"), **below("会议", "unit"), **attended("会议", "pk")}

_UNIT = in_unit("单位", "pk")
_LEAVERS = in_unit("人员", "unit")

TABLE = AccessTable(
    "overview",
    {
        "todo": _SEEN,
        "todo_out": _SEEN,
        "seen": _SEEN,
        "dossier": _SEEN,
        "search": _SEEN,
        "handovers": _LEAVERS,
        "handover": _LEAVERS,
        "hand_over": _LEAVERS,
        "begin_demo": _UNIT,
        "end_demo": _UNIT,
    },
)
