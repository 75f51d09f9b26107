"""The families of rules."""

from __future__ import annotations

from enum import Enum

from duizhao.text.pattern import LazyPattern

_CODE = LazyPattern(r"DZ([1-9])\d\d(?!.)")


class Family(Enum):
    """A family of rules: its folder under `rules`, the hundred of its codes, its Chinese name."""

    STRUCTURE = "structure", 1, "结构"
    NUMBERING = "numbering", 2, "序号"
    RESIDUE = "residue", 3, "残留"
    CONCRETENESS = "concreteness", 4, "具体"
    CHAIN = "chain", 5, "对应"
    WORDING = "wording", 6, "文字"
    LAYOUT = "layout", 7, "版式"
    REUSE = "reuse", 8, "重复"

    def __init__(self, folder: str, hundred: int, label: str) -> None:
        self.folder = folder
        self.hundred = hundred
        self.label = label

    @classmethod
    def from_code(cls, code: str) -> Family | None:
        """The family of a code such as DZ412; None if the code has another form or belongs to no family."""
        found = _CODE.match(code)
        return next((each for each in cls if found and each.hundred == int(found[1])), None)

    @classmethod
    def get(cls, folder: str) -> Family | None:
        """The family with this folder; None for a folder of rules that are not ours."""
        return next((each for each in cls if each.folder == folder), None)


def family_label(folder: str) -> str:
    """The Chinese name of a family; a folder of rules that are not ours keeps its own name."""
    family = Family.get(folder)
    return family.label if family else folder


def family_order(folder: str) -> int:
    """The place of a family in lists: ours by their codes, others after them."""
    family = Family.get(folder)
    return family.hundred if family else len(Family) + 1
