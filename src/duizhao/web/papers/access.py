"""Who may make the papers of a meeting, and keep the unit's own forms for them."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.unit_scopes import below, in_unit

_KEPT = in_unit("会议", "unit")
_SEEN = {**_KEPT, **below("会议", "unit")}

TABLE = AccessTable(
    "papers",
    {
        "papers": _SEEN,
        "paper": _SEEN,
        "download": _SEEN,
        "put_template": _KEPT,
        "template": in_unit("文书模板", "unit"),
        "remove_template": in_unit("文书模板", "unit"),
    },
)
