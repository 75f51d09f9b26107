"""Who may see and keep the roster: the clerks of the unit."""

from __future__ import annotations

from duizhao.web.access import AccessTable
from duizhao.web.unit_scopes import in_unit

_PEOPLE = in_unit("人员", "unit")

TABLE = AccessTable("roster", {"roster": _PEOPLE})
