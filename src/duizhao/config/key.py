"""A key of the configuration: the values it takes, its meaning, and an example that can be read."""

from __future__ import annotations

from dataclasses import Field, field, fields
from enum import Enum
from typing import Any


class Shape(Enum):
    """The values that a key takes, as messages name them."""

    WORDS = "字符串列表"
    WORD = "字符串"
    PATH = "路径（字符串）"
    PATHS = "路径列表"
    SHARE = "0 到 1 之间的数"
    SEVERITY = "必改、应改、供参考（error、warning、hint）之一"
    MATTER = "内容、版式（content、layout）之一"
    ORDER = "轻重、位置（urgency、place）之一"
    LISTS = "表：文件样式 = 规则列表"
    TABLES = "表：规则名 = 选项表"
    DAYS = "天数的列表，一个或两个，如 [20, 10]"
    TABLE = "表，各项见下"


def key(default: Any, shape: Shape, meaning: str, example: str) -> Any:
    """A field that users can set."""
    metadata = {"shape": shape, "meaning": meaning, "example": example}
    if default is dict:
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


def keys_of(model: Any) -> dict[str, Field[Any]]:
    """The fields of a dataclass by their keys as users write them (`fail-on`)."""
    return {each.name.replace("_", "-"): each for each in fields(model) if each.metadata}
