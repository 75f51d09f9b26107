"""Aspects, and their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from duizhao.status import Status

LONG_NAME = 4
NOTHING = "(?!)"  # a pattern that matches nowhere

# Only the characters in names and signs of the shipped profiles, in names of statements and of their chapters.
TRADITIONAL = str.maketrans(
    "論學習質領擔當為風潔紀規矩維護黨團結統業創責權嚴實義僚樂廉貫徹眾線聯係務發揮鋒範錬鍛鍊與遵無題"
    "問從來終個帶頭強勵應對進產測處見總員養固畏敬組織時屆導識狀態會檢綱報匯視徵環節況備詢說項擺饋",
    "论学习质领担当为风洁纪规矩维护党团结统业创责权严实义僚乐廉贯彻众线联系务发挥锋范炼锻炼与遵无题"
    "问从来终个带头强励应对进产测处见总员养固畏敬组织时届导识状态会检纲报汇视征环节况备询说项摆馈",
)
BLANKS = dict.fromkeys(map(ord, " \t　\u00a0\u2002\u2003\u200b\ufeff"))
NORMAL = {**TRADITIONAL, **BLANKS}


@dataclass(frozen=True, slots=True)
class Aspect:
    """A matter that a statement is examined against, with its official name and other names in use."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    status: Status = Status.VERIFIED


def normalised(text: str) -> str:
    """`text` without blanks and with the Traditional characters of aspect names made Simplified."""
    return text.translate(NORMAL)


class AspectNames:
    """The names and aliases of some aspects, made ready once to be found in any number of texts."""

    def __init__(self, named: Iterable[tuple[str, Aspect]]) -> None:
        self._named = tuple(sorted(named, key=lambda pair: -len(pair[0])))
        self._any = re.compile("|".join(re.escape(name) for name, _ in self._named) or NOTHING)

    @classmethod
    def from_aspects(cls, aspects: Iterable[Aspect]) -> AspectNames:
        """Every name and alias of these aspects."""
        return cls((name, each) for each in aspects for name in (each.name, *each.aliases))

    @cached_property
    def long(self) -> AspectNames:
        """Only names of at least LONG_NAME characters: these are clear in any context."""
        return AspectNames(pair for pair in self._named if len(pair[0]) >= LONG_NAME)

    def find(self, text: str) -> tuple[tuple[str, Aspect], ...]:
        """The aspects that `text` names, each with the name it is called by, longest name first.

        A name inside a longer one that was found does not count: 政治能力 does not name 能力.
        """
        if not self._any.search(text):
            return ()
        found: list[tuple[str, Aspect]] = []
        for name, aspect in self._named:
            if name in text:
                text = text.replace(name, "\n")
                if not found or all(aspect is not other for _, other in found):
                    found.append((name, aspect))
        return tuple(found)
