"""The rows of an archive, written into the database of this site: with their keys, and as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model

from duizhao.web.accounts.models import Unit
from duizhao.web.archive.belonging import EXPORTED, REFERRED
from duizhao.web.archive.dossier_rows import (
    ACCOUNT,
    UNIT,
    foreign_keys,
    has_number,
    numbered_first,
    plain_fields,
    refers_to,
)
from duizhao.web.archive.people_found import FoundPerson
from duizhao.web.archive.received_package import ReceivedPackage
from duizhao.web.archive.row_values import from_json
from duizhao.web.refused_act import RefusedAct
from duizhao.web.stored_files import is_stored

DEPARTMENT, STAFF = REFERRED
NAME_IN_ADDRESS = re.compile(r"[-\w]{1,64}", re.ASCII)
UNKNOWN = "档案包里有这个版本不认识的内容（{}）；请先更新这里的对照，再放一次"
WRONG = "档案包里的登记有一处不对（{} 第 {} 行：{}），没有放入"
TWICE = "两个人对到了名册上的同一个人：{}。请分别选"
TAKEN = "档案包里的登记有的已经在这里了，没有放入"


class ReceivedRows:
    """The rows of a package, with whom and what they refer to here."""

    def __init__(
        self,
        package: ReceivedPackage,
        unit: Unit,
        people: Sequence[FoundPerson],
        accounts: Mapping[str, Any],
        by: Any,
    ) -> None:
        self._rows, self._stored = package.rows, package.about["stored"]
        self._unit, self._accounts, self._by = unit, accounts, by
        self._keys: dict[str, dict[Any, Any]] = {}
        """For each model the keys that its rows have in the archive, with those that they get here."""
        self._people = people

    def write(self) -> None:
        """Write all rows. Raises RefusedAct, IntegrityError."""
        if unknown := sorted(set(self._rows) - {*EXPORTED, *REFERRED}):
            raise RefusedAct(UNKNOWN.format(unknown[0]))
        self._know_keys()
        self._match()
        for label in numbered_first(self._rows):
            self._write(label)

    def _know_keys(self) -> None:
        for label, rows in self._rows.items():
            model = apps.get_model(label)
            name = model._meta.pk.name
            keys = [row.get(name) for row in rows]
            if len(set(keys)) < len(keys) or not all(map(_is_key, keys)):
                raise RefusedAct(WRONG.format(label, 1, "编号"))
            self._keys[label] = {each: each for each in keys}
            is_kept = not has_number(model) and label not in REFERRED
            if is_kept and model._base_manager.filter(pk__in=keys).exists():
                raise RefusedAct(TAKEN)

    def _match(self) -> None:
        """The people and departments that are here already."""
        members = [each.member for each in self._people if not each.is_new]
        twice = [each.name for each in self._people if members.count(each.member) > 1]
        if twice:
            raise RefusedAct(TWICE.format("、".join(twice)))
        self._known = {
            STAFF: {each.key: each.member for each in self._people if not each.is_new},
            DEPARTMENT: {},
        }
        here = dict(self._unit.departments.values_list("name", "pk"))
        for row in self._rows.get(DEPARTMENT, ()):
            if row["name"] in here:
                self._known[DEPARTMENT][row["key"]] = here[row["name"]]
        for label, known in self._known.items():
            self._keys.setdefault(label, {}).update(known)
            new = set(self._keys[label]) - set(known)
            if apps.get_model(label)._base_manager.filter(pk__in=new).exists():
                raise RefusedAct(TAKEN)

    def _write(self, label: str) -> None:
        model, known = apps.get_model(label), self._known.get(label, {})
        is_numbered = has_number(model)
        for number, row in enumerate(self._rows[label], 1):
            if row.get(model._meta.pk.name) in known:
                continue
            try:
                thing = self._thing(model, row)
            except (ValidationError, KeyError, TypeError, ValueError) as fault:
                raise RefusedAct(WRONG.format(label, number, _reason(fault))) from fault
            # As Django writes what was serialized: no day of now in place of the day of then.
            thing.save_base(raw=True, force_insert=True)
            if is_numbered:
                self._keys[label][row[model._meta.pk.name]] = thing.pk
            for many in model._meta.many_to_many:
                kept = self._keys.get(many.related_model._meta.label, {})
                getattr(thing, many.name).set([kept[key] for key in row[many.name]])

    def _thing(self, model: type[Model], row: Mapping[str, Any]) -> Model:
        thing, left = model(), set(row)
        for field in plain_fields(model):
            left.discard(field.name)
            if field.name not in row:
                # A field that this version has, and the one that made the archive had not.
                continue
            value = from_json(field, row[field.name])
            if is_stored(field) and value and value not in self._stored:
                raise ValidationError("文件不在包里")
            setattr(thing, field.attname, value)
        for foreign in foreign_keys(model):
            left.discard(foreign.name)
            if refers_to(foreign):
                setattr(thing, foreign.attname, self._referred(foreign, row.get(foreign.name)))
        left -= {each.name for each in model._meta.many_to_many}
        left -= {model._meta.pk.name} if has_number(model) else set()
        if left:
            raise RefusedAct(UNKNOWN.format(f"{model._meta.label}.{min(left)}"))
        return thing

    def _referred(self, foreign: ForeignKey[Any, Any], key: Any) -> Any:
        kind = refers_to(foreign)
        if kind == UNIT:
            return self._unit.pk
        if kind == ACCOUNT:
            return self._accounts.get(key, None if foreign.null else self._by.pk)
        if key is None:
            if not foreign.null:
                raise ValidationError("没有所属")
            return None
        return self._keys[kind][key]


def _is_key(key: Any) -> bool:
    return isinstance(key, int) or (isinstance(key, str) and bool(NAME_IN_ADDRESS.fullmatch(key)))


def _reason(fault: Exception) -> str:
    if isinstance(fault, ValidationError):
        return "；".join(fault.messages)
    return f"没有 {fault.args[0]}" if isinstance(fault, KeyError) else "值不对"
