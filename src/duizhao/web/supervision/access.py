"""Who sees many units: reviewers those below them. Clerks give the summary of their own meetings out."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.unit_scopes import below, in_unit

_KEPT = in_unit("会议", "unit")
_BELOW = below("会议", "unit")

TABLE = AccessTable(
    "supervision",
    {
        "summary": _KEPT,
        "give_out": _KEPT,
        "units": _BELOW,
        "units_out": _BELOW,
        "totals": _BELOW,
        "shared": _BELOW,
        "take_in": below("单位", "pk"),
        "remove_summary": below("收到的汇总", "unit"),
    },
)
