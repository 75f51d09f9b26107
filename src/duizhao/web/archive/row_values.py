"""A row of the database as plain values of JSON, and back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    FloatField,
    IntegerField,
    JSONField,
    TextField,
)

PLAIN = (BooleanField, CharField, FloatField, IntegerField, JSONField, TextField)
"""The kinds of field whose values are those of JSON already."""
DATED = (DateField, DateTimeField)


def is_known(field: Field[Any, Any]) -> bool:
    """Whether the values of a field can stand in JSON."""
    return isinstance(field, (*PLAIN, *DATED))


def to_json(field: Field[Any, Any], value: Any) -> Any:
    """A value of a field as JSON has it: days and moments as ISO 8601."""
    return value.isoformat() if isinstance(field, DATED) and value is not None else value


def from_json(field: Field[Any, Any], value: Any) -> Any:
    """A value from JSON as the field has it. Raises ValidationError where the field cannot hold it."""
    if value is None:
        if not field.null:
            raise ValidationError("没有值")
        return None
    if isinstance(field, JSONField):
        return value
    if isinstance(value, dict | list):
        raise ValidationError("不是一个值")
    found = field.to_python(value)
    if isinstance(field, CharField | TextField) and "\0" in found:
        raise ValidationError("有存不了的字符")
    if isinstance(field, CharField) and field.max_length and len(found) > field.max_length:
        raise ValidationError("太长")
    if found not in field.empty_values and field.choices:
        field.validate(found, None)
    field.run_validators(found)
    return found
