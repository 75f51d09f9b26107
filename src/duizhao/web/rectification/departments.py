"""The departments that rows are counted under: those in the cells, else those that the owners belong to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from duizhao.process import without_numbers
from duizhao.web.desk.models import LedgerRow
from duizhao.web.rectification.models import RowPart, RowPerson
from duizhao.web.roster.models import StaffMember

BETWEEN = re.compile(r"[\n、，,；;/]")


@dataclass(frozen=True, slots=True)
class DepartmentsOfRows:
    """The departments of rows by their keys. The name of a person is no department, whatever a cell says."""

    by_row: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, reached: QuerySet[LedgerRow]) -> DepartmentsOfRows:
        keys = reached.order_by().values("pk")
        named = dict(reached.order_by().values_list("pk", KT("cells__department")))
        people = _people({name for cell in named.values() for name in departments_in(cell or "")})
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
    """The departments that a cell names, without names of people."""
    return tuple(name for name in departments_in(cell) if name not in people)


def departments_in(cell: str) -> tuple[str, ...]:
    """The departments in a cell, as it names them, also where they are numbered."""
    if not cell:
        return ()
    found = (name.strip() for name in BETWEEN.split(without_numbers(cell)))
    return tuple(dict.fromkeys(filter(None, found)))


def _people(names: Collection[str]) -> frozenset[str]:
    """Those of these names that somebody on a roster has."""
    here = StaffMember.objects.filter(name__in=names) if names else StaffMember.objects.none()
    return frozenset(here.order_by().values_list("name", flat=True))
