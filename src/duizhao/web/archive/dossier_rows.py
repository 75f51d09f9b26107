"""The rows of a dossier, read from every app, as an archive has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import AutoField, Field, ForeignKey, Model, Q, QuerySet

from duizhao.web.accounts.models import Unit
from duizhao.web.archive.belonging import EXPORTED, LEFT_FIELDS, READ_LIMITS, RECORDS, REFERRED
from duizhao.web.archive.row_values import to_json
from duizhao.web.meetings.belongings import way_to_dossier
from duizhao.web.meetings.models import Dossier
from duizhao.web.roster.models import Department, StaffMember
from duizhao.web.stored_files import is_stored

Row = dict[str, Any]
ACCOUNT, UNIT = "account", "unit"
WITHOUT_RECORDS = "谈话记录 {} 份：做档案包时没有选"


@dataclass(slots=True)
class DossierRows:
    """The rows of a dossier by the labels of their models, what they refer to, and what was left out.

    A row without a key of its own has its number in the order of what it holds. `contents` are the keys of the stored
    files that rows name.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    accounts: list[Row] = field(default_factory=list)
    contents: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    @classmethod
    def from_dossier(cls, dossier: Dossier, person: Any, *, has_records: bool) -> DossierRows:
        """What belongs to a dossier, as `person` may read it."""
        return _RowReader(dossier, person, has_records).read()


def foreign_keys(model: type[Model]) -> Iterator[ForeignKey[Any, Any]]:
    """The fields of a model that refer to one other row."""
    return (each for each in model._meta.concrete_fields if isinstance(each, ForeignKey))


def plain_fields(model: type[Model]) -> Iterator[Field[Any, Any]]:
    """The fields of a model that hold a value, except keys that are numbers and what never leaves the site."""
    for each in model._meta.concrete_fields:
        is_plain = not isinstance(each, ForeignKey | AutoField)
        if is_plain and f"{model._meta.label}.{each.name}" not in LEFT_FIELDS:
            yield each


def refers_to(foreign: ForeignKey[Any, Any]) -> str:
    """What a field refers to: an account, the unit, or a model by its label; empty for what no archive has."""
    target = foreign.related_model
    if f"{foreign.model._meta.label}.{foreign.name}" in LEFT_FIELDS:
        return ""
    if target is get_user_model():
        return ACCOUNT
    if target is Unit:
        return UNIT
    label = target._meta.label
    return label if label in EXPORTED or label in REFERRED else ""


class _RowReader:
    """The reading of one dossier."""

    def __init__(self, dossier: Dossier, person: Any, has_records: bool) -> None:
        self._dossier, self._person, self._has_records = dossier, person, has_records
        self._found = DossierRows()
        self._keys: dict[str, dict[Any, Any]] = {}
        """For each model the keys of its rows in the archive, with what they are called there."""
        self._names: dict[Any, str] = {}

    def read(self) -> DossierRows:
        things = {label: list(self._things(label)) for label in EXPORTED}
        things |= self._referred(things)
        self._drop_hanging(things)
        self._names = self._accounts(things)
        self._keys = {label: {each.pk: each.pk for each in rows} for label, rows in things.items()}
        for label in numbered_first(things):
            self._write(label, things[label])
        self._found.rows = {label: self._found.rows[label] for label in sorted(self._found.rows)}
        return self._found

    def _things(self, label: str) -> QuerySet[Any]:
        model = apps.get_model(label)
        way = way_to_dossier(model)
        assert way is not None, label
        found = model._default_manager.filter(**{way: self._dossier.pk})
        limit = READ_LIMITS.get(label)
        if label == RECORDS and not self._has_records:
            self._say(WITHOUT_RECORDS, found.count())
            return found.none()
        if limit is None:
            return found
        read = found.filter(limit.limit(self._person))
        self._say(limit.words, found.count() - read.count())
        return read

    def _say(self, words: str, count: int) -> None:
        if count:
            self._found.remarks.append(words.format(count))

    def _referred(self, things: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """The people of the unit's roster to whom rows refer, with their departments."""
        wanted = {
            getattr(each, foreign.attname)
            for label, rows in things.items()
            for foreign in foreign_keys(apps.get_model(label))
            if foreign.related_model is StaffMember
            for each in rows
        }
        unit = self._dossier.unit_id
        staff = StaffMember.objects.filter(pk__in=wanted - {None}, unit=unit)
        departments = Department.objects.filter(
            Q(staff__in=staff) | Q(overseer__in=staff), unit=unit
        )
        return dict(zip(REFERRED, (list(departments.distinct()), list(staff)), strict=True))

    def _drop_hanging(self, things: dict[str, list[Any]]) -> None:
        """Leave out rows that cannot be without a row that is left out: those of a file that was removed."""
        gone = True
        while gone:
            keys = {label: {each.pk for each in rows} for label, rows in things.items()}
            gone = False
            for label, rows in things.items():
                needed = [
                    foreign
                    for foreign in foreign_keys(apps.get_model(label))
                    if not foreign.null and refers_to(foreign) in keys
                ]
                kept = [each for each in rows if all(_is_there(each, f, keys) for f in needed)]
                gone = gone or len(kept) < len(rows)
                things[label] = kept

    def _accounts(self, things: Mapping[str, list[Any]]) -> dict[Any, str]:
        """The accounts that rows name. Nothing of them is in an archive except what they are called."""
        wanted = {
            getattr(each, foreign.attname)
            for label, rows in things.items()
            for foreign in foreign_keys(apps.get_model(label))
            if refers_to(foreign) == ACCOUNT
            for each in rows
        }
        known = get_user_model().objects.filter(pk__in=wanted - {None}).order_by("username")
        self._found.accounts = [{"username": each.username, "name": each.name} for each in known]
        return {each.pk: each.username for each in known}

    def _write(self, label: str, things: list[Any]) -> None:
        model = apps.get_model(label)
        rows = [(self._row(model, each), each) for each in things]
        rows.sort(key=lambda pair: json.dumps(pair[0], ensure_ascii=False, sort_keys=True))
        is_numbered = has_number(model)
        if is_numbered:
            for number, (row, each) in enumerate(rows, 1):
                self._keys[label][each.pk] = row[model._meta.pk.name] = number
        self._found.rows[label] = [row for row, _ in rows]

    def _row(self, model: type[Model], thing: Any) -> Row:
        row: Row = {}
        for each in plain_fields(model):
            value = each.value_from_object(thing)
            row[each.name] = to_json(each, value)
            if is_stored(each) and value:
                self._found.contents.add(value)
        for foreign in foreign_keys(model):
            if refers_to(foreign):
                row[foreign.name] = self._named(foreign, getattr(thing, foreign.attname))
        for many in model._meta.many_to_many:
            kept = self._keys.get(many.related_model._meta.label, {})
            found = getattr(thing, many.name).values_list("pk", flat=True)
            row[many.name] = sorted(kept[pk] for pk in found if pk in kept)
        return row

    def _named(self, foreign: ForeignKey[Any, Any], key: Any) -> Any:
        kind = refers_to(foreign)
        if kind == ACCOUNT:
            return self._names.get(key)
        if kind == UNIT or key is None:
            return None
        return self._keys.get(kind, {}).get(key)


def numbered_first(labels: Iterable[str]) -> Iterator[str]:
    """Each model after those whose numbers it refers to."""
    left = list(labels)
    numbered = {each for each in left if has_number(apps.get_model(each))}
    while left:
        for label in list(left):
            named = {refers_to(each) for each in foreign_keys(apps.get_model(label))} - {label}
            if not named & numbered & set(left):
                left.remove(label)
                yield label


def has_number(model: type[Model]) -> bool:
    """Whether the key of a model is a number that each database gives anew."""
    return isinstance(model._meta.pk, AutoField)


def _is_there(thing: Any, foreign: ForeignKey[Any, Any], keys: Mapping[str, set[Any]]) -> bool:
    return getattr(thing, foreign.attname) in keys[refers_to(foreign)]
