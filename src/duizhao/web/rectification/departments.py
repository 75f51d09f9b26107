"""The departments that rows are counted under: those in the cells, else those that the owners belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.models import RowPart, RowPerson
from duizhao.web.roster.models import StaffMember

NUMBER = re.compile(r"^\s*\d+[.、．]\s*")
BETWEEN = re.compile(r"[\n、，,；;/]")


@dataclass(frozen=True, slots=True)
class DepartmentsOfRows:
    """The departments of rows by their keys. The name of a person is no department, whatever a cell says."""

    by_row: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, reached: QuerySet[LedgerRow]) -> DepartmentsOfRows:
        keys = reached.order_by().values("pk")
        named = dict(reached.order_by().values_list("pk", "cells__department"))
        people = frozenset(StaffMember.objects.values_list("name", flat=True).distinct())
        owners: dict[str, dict[str, None]] = {}
        belonging = RowPerson.objects.filter(row__in=keys, part=RowPart.OWNER)
        for row, name in belonging.values_list("row", "member__department__name"):
            if name:
                owners.setdefault(row, {})[name] = None
        return cls(
            {
                key: in_cell(cell or "", people) or tuple(owners.get(key, ()))
                for key, cell in named.items()
            }
        )

    def get(self, row: str) -> tuple[str, ...]:
        return self.by_row.get(row, ())


def in_cell(cell: str, people: frozenset[str]) -> tuple[str, ...]:
    """The departments that a cell names, also where its lines are numbered."""
    found = (NUMBER.sub("", name).strip() for name in BETWEEN.split(cell))
    return tuple(dict.fromkeys(name for name in found if name and name not in people))
