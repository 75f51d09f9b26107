"""An index with crowds of every kind, and its candidates as plain values."""

from __future__ import annotations

from random import Random

import numpy as np

from duizhao.reuse.candidates import ALL_PAIRS_UP_TO, Candidates
from duizhao.reuse.segment import Segment, segment
from duizhao.reuse.winnow import fingerprints

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
MOST = 60
OWN = "本单位把防汛保安全作为头等大事抓紧抓细抓到每一座水库每一段堤防每一个责任人"


def prose(chance: Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def segments() -> list[Segment]:
    """Three, of 300 documents numbered from 1: crowds about the bounds, common wording, and a unit's own."""
    chance = Random(8)
    texts = [prose(chance, 300) for _ in range(300)]
    order = chance.sample(range(300), 300)
    for size in (
        2,
        2,
        3,
        ALL_PAIRS_UP_TO - 1,
        ALL_PAIRS_UP_TO,
        ALL_PAIRS_UP_TO + 1,
        40,
        MOST,
        MOST + 1,
    ):
        shared = prose(chance, 150)
        for _ in range(size):
            texts[order.pop()] += shared
    common = prose(chance, 100)
    texts = [text + common if at % 3 else text + OWN for at, text in enumerate(texts)]
    made = []
    for start in (0, 100, 200):
        some = texts[start : start + 100]
        numbers = np.arange(start + 1, start + 101)
        made.append(segment([(fingerprints(some), numbers, np.array([len(x) for x in some]))]))
    return made


def listed(found: Candidates) -> tuple[list[int], list[tuple[object, ...]]]:
    pairs = [
        (left, right, sorted(zip(here.tolist(), there.tolist(), strict=True)))
        for left, right, here, there in found
    ]
    return sorted(set(found.common.tolist())), pairs
