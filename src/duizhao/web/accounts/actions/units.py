"""How the tree of units changes."""

from __future__ import annotations

from django.db import transaction

from duizhao.web.accounts.models import Person, Unit
from duizhao.web.audit.actions import record
from duizhao.web.refused_act import RefusedAct


@transaction.atomic
def add_unit(*, parent: Unit, name: str, by: Person) -> Unit:
    """A new unit below another. Raises RefusedAct."""
    _refuse_same_name(parent.parts.filter(name=name).exists(), name)
    unit = Unit.objects.create(parent=parent, name=name)
    record(actor=by, act="accounts.add_unit", kind="unit", key=unit.pk)
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, name: str, by: Person) -> None:
    """Give a unit another name. Raises RefusedAct."""
    others = Unit.objects.filter(parent=unit.parent, name=name).exclude(pk=unit.pk)
    _refuse_same_name(others.exists(), name)
    unit.name = name
    unit.save(update_fields=["name"])
    record(actor=by, act="accounts.rename_unit", kind="unit", key=unit.pk)


@transaction.atomic
def remove_unit(*, unit: Unit, by: Person) -> None:
    """Remove a unit that nothing hangs on. Raises RefusedAct."""
    if unit.parent is None:
        raise RefusedAct("最上级的单位不能删")
    if unit.parts.exists() or unit.people.exists() or unit.grants.exists():
        raise RefusedAct("这个单位还有下属单位、人员或角色，先移走再删")
    key = unit.pk
    unit.delete()
    record(actor=by, act="accounts.remove_unit", kind="unit", key=key)


def _refuse_same_name(is_taken: bool, name: str) -> None:
    if is_taken:
        raise RefusedAct(f"同一个上级下面已经有“{name}”")
