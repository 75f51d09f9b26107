"""What a key of the configuration is: what it takes, what it means, and an example that reads."""

from __future__ import annotations

from dataclasses import Field, field, fields
from enum import Enum
from typing import Any


class Shape(Enum):
    """What a key takes. The value is how a message says it."""

    WORDS = "字符串列表"
    WORD = "字符串"
    PATH = "路径（字符串）"
    PATHS = "路径列表"
    SHARE = "0 到 1 之间的数"
    SEVERITY = "error、warning、hint 之一"
    LISTS = "表：文件样式 = 规则列表"
    TABLES = "表：规则名 = 选项表"
    SCREEN = "表，各项见下"


def key(default: Any, shape: Shape, meaning: str, example: str) -> Any:
    """A field that users may set."""
    says = {"shape": shape, "meaning": meaning, "example": example}
    if default is dict:
        return field(default_factory=dict, metadata=says)
    return field(default=default, metadata=says)


def keys_of(model: Any) -> dict[str, Field[Any]]:
    """The keys of a dataclass as users write them (`fail-on`), each with the field that holds it."""
    return {each.name.replace("_", "-"): each for each in fields(model) if each.metadata}
