"""The figures of a layout that units set for themselves most often, as fields of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from duizhao.layout.load import standard_value
from duizhao.layout.model import CharacterGrid, Look, Margins, TextColour
from duizhao.role import Role
from duizhao.text.value import value

TABLES: Mapping[str, type] = {"margins": Margins, "grid": CharacterGrid, "text": TextColour}
ROLES = "roles."
OFTEN_SET = (
    "margins.top", "margins.bottom", "margins.left", "margins.right", "grid.lines", "grid.characters", "grid.pitch",
    "roles.title.face", "roles.title.size", "roles.role-line.face", "roles.heading-1.face", "roles.heading-1.bold",
    "roles.heading-2.face", "roles.heading-2.bold", "roles.heading-3.face", "roles.heading-3.bold", "roles.body.face",
    "roles.body.size", "text.latin",
)  # fmt: skip
YES, NO = "是", "否"


@value
class LayoutField:
    """A figure by its key, with its meaning and unit; `standard` is its value in GB/T 9704."""

    key: str
    meaning: str
    unit: str
    standard: Any

    @classmethod
    def from_key(cls, key: str) -> LayoutField:
        table, _, name = key.rpartition(".")
        role = Role(table.removeprefix(ROLES)) if table.startswith(ROLES) else None
        known = {each.name: each.metadata for each in fields(Look if role else TABLES[table])}
        about = known[name.replace("-", "_")]
        meaning = re.split("[：；]", about["meaning"])[0]
        label = f"{role.label}：{meaning}" if role else meaning
        return cls(key, label, about["unit"], standard_value(key))

    @property
    def is_truth(self) -> bool:
        return isinstance(self.standard, bool)

    @property
    def standard_in_words(self) -> str:
        return self.words(self.standard)

    def words(self, value: Any) -> str:
        """A value as the form shows it; a text is shown as it was typed in."""
        if isinstance(value, bool):
            return YES if value else NO
        return f"{value:g}" if isinstance(value, float) else str(value)

    def value(self, words: str) -> Any:
        """What was typed in, of the kind of the standard's value where it can be."""
        plain = words.strip()
        if self.is_truth:
            return {YES: True, NO: False}.get(plain, plain)
        try:
            number = float(plain) if isinstance(self.standard, float) else int(plain)
        except ValueError:
            return plain
        return plain if isinstance(self.standard, str) else number


def layout_fields() -> tuple[LayoutField, ...]:
    """The fields in the order of the form."""
    return tuple(map(LayoutField.from_key, OFTEN_SET))
