"""What the families of rules are called."""

from __future__ import annotations

from collections.abc import Mapping

FAMILIES: Mapping[str, str] = {
    "structure": "结构",
    "numbering": "序号",
    "residue": "残留",
    "concreteness": "具体",
    "chain": "对应",
    "wording": "文字",
    "layout": "版式",
    "reuse": "重复",
}


def label(family: str) -> str:
    """The Chinese name of a family; a family of one's own rules keeps its name."""
    return FAMILIES.get(family, family)
