"""The JSON Schema of what an archive has for programs, made of the models: docs/archive.schema.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    FloatField,
    IntegerField,
    JSONField,
    Model,
)

from duizhao.web.archive.belonging import EXPORTED, REFERRED
from duizhao.web.archive.dossier_rows import (
    ACCOUNT,
    UNIT,
    foreign_keys,
    has_number,
    plain_fields,
    refers_to,
)
from duizhao.web.archive.package import ROWS_FORMAT, SCHEMA_VERSION
from duizhao.web.stored_files import is_stored

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": "string"}
STORED_FILE = {
    "type": "object",
    "required": ["path", "sha256", "size"],
    "properties": {"path": TEXT, "sha256": TEXT, "size": {"type": "integer"}},
}
ACCOUNT_ROW = {
    "type": "object",
    "required": ["username", "name"],
    "properties": {"username": TEXT, "name": TEXT},
    "additionalProperties": False,
}


def rows_schema() -> dict[str, Any]:
    """The schema of 档案.json."""
    labels = sorted((*EXPORTED, *REFERRED))
    properties = {
        "format": {"const": ROWS_FORMAT},
        "schema": {"const": SCHEMA_VERSION},
        "tool": {**TEXT, "description": "做成档案包的对照的版本"},
        "dossier": {**TEXT, "description": "这次会议的编号"},
        "name": TEXT,
        "unit": TEXT,
        "previous": {**TEXT, "description": "上年度会议的编号，没有就空着"},
        "profile": {**TEXT, "description": "单位自己录的方面（TOML），没有就空着"},
        "accounts": {"type": "array", "items": ACCOUNT_ROW},
        "stored": {
            "type": "object",
            "description": "登记里提到的文件，按文件编号",
            "additionalProperties": STORED_FILE,
        },
        "remarks": {"type": "array", "items": TEXT, "description": "没有收进来的"},
        "rows": {
            "type": "object",
            "properties": {
                label: {"type": "array", "items": {"$ref": f"#/$defs/{label}"}} for label in labels
            },
            "additionalProperties": False,
        },
    }
    return {
        "$schema": DRAFT,
        "title": f"对照的档案包：档案.json，第 {SCHEMA_VERSION} 版",
        "type": "object",
        "required": sorted(properties),
        "properties": properties,
        "additionalProperties": False,
        "$defs": {label: _row(apps.get_model(label)) for label in labels},
    }


def _row(model: type[Model]) -> dict[str, Any]:
    properties = {each.name: _value(each) for each in plain_fields(model)}
    if has_number(model):
        properties[model._meta.pk.name] = {"type": "integer", "description": "包里的序号"}
    for foreign in foreign_keys(model):
        if refers_to(foreign):
            properties[foreign.name] = _reference(refers_to(foreign), is_empty=foreign.null)
    for many in model._meta.many_to_many:
        label = many.related_model._meta.label
        properties[many.name] = {"type": "array", "description": f"{label} 的编号"}
    return {
        "type": "object",
        "required": sorted(properties),
        "properties": dict(sorted(properties.items())),
        "additionalProperties": False,
    }


def _reference(kind: str, *, is_empty: bool) -> dict[str, Any]:
    if kind == UNIT:
        return {"type": "null", "description": "放入时指定的单位"}
    words = "accounts 里的账号名" if kind == ACCOUNT else f"{kind} 的编号"
    empty = ["null"] if is_empty or kind == ACCOUNT else []
    return {"type": ["string", "integer", *empty], "description": words}


def _value(field: Field[Any, Any]) -> dict[str, Any]:
    if isinstance(field, JSONField):
        return _named(field, {})
    found = next((value for kind, value in SHAPES.items() if isinstance(field, kind)), TEXT)
    shape = dict(found)
    if field.null:
        shape["type"] = [shape["type"], "null"]
    if isinstance(field, CharField) and field.max_length:
        shape["maxLength"] = field.max_length
    if is_stored(field):
        shape["description"] = "stored 里的文件编号"
    return _named(field, shape)


def _named(field: Field[Any, Any], shape: dict[str, Any]) -> dict[str, Any]:
    """The shape with what the field is called on pages, where it has a Chinese name."""
    words = str(field.verbose_name)
    return shape if words.isascii() else {"title": words, **shape}


SHAPES: Mapping[type[Field[Any, Any]], Mapping[str, Any]] = {
    DateTimeField: {"type": "string", "format": "date-time"},
    DateField: {"type": "string", "format": "date"},
    BooleanField: {"type": "boolean"},
    IntegerField: {"type": "integer"},
    FloatField: {"type": "number"},
}
