"""Finds the names of aspects in a text, however they are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from duizhao.profiles.model import Aspect

# Traditional forms of the characters in names and signs of the shipped profiles; no more is needed here.
TRADITIONAL = str.maketrans(
    "論學習質領擔當為風潔紀規矩維護黨團結統業創責權嚴實義僚樂廉貫徹眾線聯係務發揮鋒範錬鍛鍊與遵無題"
    "問從來終個帶頭強勵應對進產測處見總員養固畏敬組織",
    "论学习质领担当为风洁纪规矩维护党团结统业创责权严实义僚乐廉贯彻众线联系务发挥锋范炼锻炼与遵无题"
    "问从来终个带头强励应对进产测处见总员养固畏敬组织",
)
BLANKS = dict.fromkeys(map(ord, " \t　\u00a0\u2002\u2003\u200b\ufeff"))
NORMAL = {**TRADITIONAL, **BLANKS}


def normalised(text: str) -> str:
    """`text` without blanks and with the Traditional characters of aspect names made Simplified."""
    return text.translate(NORMAL)


@lru_cache(maxsize=64)
def _names(aspects: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, int], ...]:
    pairs = [(name, at) for at, (own, others) in enumerate(aspects) for name in (own, *others)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def names(aspects: Sequence[Aspect]) -> tuple[tuple[str, Aspect], ...]:
    """Every name and alias with its aspect, the longest first."""
    keys = tuple((aspect.name, aspect.aliases) for aspect in aspects)
    return tuple((name, aspects[at]) for name, at in _names(keys))


def find(known: Sequence[tuple[str, Aspect]], text: str) -> tuple[tuple[str, Aspect], ...]:
    """The aspects that `text` names, each with the name it is called by, longest name first.

    A name inside a longer one that was found does not count: 政治能力 does not name 能力.
    """
    found: list[tuple[str, Aspect]] = []
    for name, aspect in known:
        if name in text:
            text = text.replace(name, "\n")
            if all(aspect is not other for _, other in found):
                found.append((name, aspect))
    return tuple(found)
