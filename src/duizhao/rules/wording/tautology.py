"""非常十分痛心 → 十分痛心"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations
from pathlib import Path

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import longest
from duizhao.text.pattern import LazyPattern

CODE = "DZ645"
DATA = Path(__file__).parent / "tautologies.txt"
# Where the second word goes on into another: 各各自, 约近郊, 波及到位.
BEYOND = {
    "各各": LazyPattern("[位自]"),
    "约近": LazyPattern(r"[^\d一二三四五六七八九十百千两半几]"),
    "以及和": LazyPattern("谐|平"),
    "触及到": LazyPattern("位"),
    "波及到": LazyPattern("位"),
    "顾及到": LazyPattern("位"),
    "仅只": LazyPattern("身|言"),
}
FOLLOWING = 2
SHORTEST_WORD = 2


@cache
def tautologies() -> Mapping[str, str]:
    """The phrases that name one thing twice, with the part that is kept: any two words of one line are one too many."""
    found: dict[str, str] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        words = line.split()
        if ">" in line:
            found.update(
                (wrong, right) for wrong, _, right in (each.partition(">") for each in words)
            )
        else:
            found.update((first + second, second) for first, second in permutations(words, 2))
    return found


@rule(
    CODE,
    on=Document,
    anchors=lambda: tuple(tautologies()),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def tautology(document: Document, reading: Reading) -> Iterator[Hit]:
    """同一个意思说了两遍"""
    text = reading.text
    for place in longest(reading.marks.get(CODE)):
        words = reading.of(place)
        goes_on = words in BEYOND and BEYOND[words].match(text, place.end)
        if goes_on or text[place.start - 1 : place.start] == words[0]:  # 深深感到
            continue
        behind = text[place.end : place.end + FOLLOWING].partition("\n")[0]
        right = tautologies()[words]
        shown = f"“{right}{behind}”"
        if words.endswith(right) and len(words) >= 2 * SHORTEST_WORD:
            shown += f"或“{words.removesuffix(right)}{behind}”"
        yield Hit(place, f"“{words}”是一个意思说了两遍，如{shown}", asks="留哪一个？")
