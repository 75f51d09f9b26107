"""What screening found, in the words of people: relations, shares, places, and the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import takewhile

from duizhao.lint import Relation
from duizhao.reuse.model import Difference, DocumentLabel, ExcludedSpan, Passage
from duizhao.text import Source, Span

RELATIONS = {
    Relation.OWN_PAST: "本人以往",
    Relation.COLLEAGUE: "同事",
    Relation.TEMPLATE: "范文",
}
OTHER = "他人"
UNNAMED = "他人（标签未写明人员）"
NOTHING = "（无）"
LISTED = 8
LONGEST_WORD = 24
SOURCES = 3


def relation_said(relation: Relation, left: DocumentLabel, right: DocumentLabel) -> str:
    """What labels can tell: a colleague is somebody else, named, of the same unit."""
    if relation is not Relation.COLLEAGUE:
        return RELATIONS[relation]
    if not (left.person and right.person):
        return UNNAMED
    return RELATIONS[relation] if left.unit and left.unit == right.unit else OTHER


def label_said(label: DocumentLabel) -> str:
    """Whose a document is: `张三 · 办公室 · 2024`."""
    known = (label.person, label.unit, label.year, label.campaign)
    return " · ".join(each for each in known if each)


def percent(share: float) -> str:
    """A share as people read it; what is little is not nothing, and what is nearly all is not all."""
    if 0 < share < 0.01:
        return "不到 1%"
    return f"{int(share * 100)}%" if 0.99 < share < 1 else f"{share:.0%}"


def ink(text: str) -> int:
    """The characters of a text but its blanks."""
    return len("".join(text.split()))


def begins(text: str, room: int = 60) -> str:
    """The beginning of a text, on one line."""
    flat = " ".join(text[: 2 * room].split())
    return flat if len(flat) <= room and len(text) <= 2 * room else flat[:room] + "…"


def place_said(source: Source, span: Span) -> str:
    line, column = source.position(span.start)
    return f"{line}:{column}"


def differing(
    passages: Iterable[Passage], left: str, right: str
) -> tuple[int, list[tuple[str, str]]]:
    """How many places differ, and what stands there on both sides: each change once, the most frequent first."""
    found = Counter(
        (each.left.of(left), each.right.of(right))
        for passage in passages
        for each in changes(passage, left, right)
    )
    return found.total(), [change for change, _ in found.most_common()]


def differing_said(passages: Iterable[Passage], left: str, right: str) -> str:
    """`只有这 3 处不同：白河乡→青石镇、2024→2023`, the left text's wording first."""
    count, found = differing(passages, left, right)
    if not count:
        return "逐字相同"
    told = "、".join(
        f"{_cut(one) or NOTHING}→{_cut(two) or NOTHING}" for one, two in found[:LISTED]
    )
    if len(found) > LISTED:
        return f"{count} 处不同，如：{told}……"
    return f"只有这 {count} 处不同：{told}"


def _cut(text: str) -> str:
    return begins(text, LONGEST_WORD)


def changes(passage: Passage, left: str, right: str) -> list[Difference]:
    """What differs, as words: a number is told whole, and a single character with its neighbours."""
    told: list[Difference] = []
    for each in passage.differences:
        wide = _widened(passage, each, left, right)
        if told and wide.left.start < told[-1].left.end:
            first = told.pop()
            wide = Difference(
                Span(first.left.start, wide.left.end), Span(first.right.start, wide.right.end)
            )
        told.append(wide)
    return told


def _widened(passage: Passage, change: Difference, left: str, right: str) -> Difference:
    here, there = change.left, change.right
    changed = here.of(left) + there.of(right)
    if changed.isascii() and changed.isalnum():
        kin, most = _is_figure, LONGEST_WORD
    elif max(here.end - here.start, there.end - there.start) == 1:
        kin, most = _is_ideograph, 1
    else:
        return change
    start, end = passage.left
    before = left[max(start, here.start - most) : here.start]
    behind = left[here.end : min(end, here.end + most)]
    back = _alike(kin, before[::-1], right[max(0, there.start - most) : there.start][::-1])
    on = _alike(kin, behind, right[there.end : there.end + most])
    return Difference(
        Span(here.start - back, here.end + on), Span(there.start - back, there.end + on)
    )


def _alike(kin: Callable[[str], bool], left: str, right: str) -> int:
    """For how many characters of their kind both sides go on alike."""
    together = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1] and kin(both[0]), together))


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_ideograph(character: str) -> bool:
    return character >= "\u3400" and character.isalpha()


def left_out_said(left_out: Iterable[ExcludedSpan], text: str) -> list[str]:
    """What was left out of account, a line a reason: `固定提法 300 字：党章 8 处、……`."""
    by_reason: dict[str, list[ExcludedSpan]] = {}
    for each in left_out:
        by_reason.setdefault(each.reason, []).append(each)
    return [
        f"{reason} {covered((each.span for each in some), text)} 字：{_sources(some)}"
        for reason, some in by_reason.items()
    ]


def _sources(some: Iterable[ExcludedSpan]) -> str:
    counts = Counter(each.source for each in some)
    told = "、".join(f"{source} {count} 处" for source, count in counts.most_common(SOURCES))
    rest = counts.total() - sum(count for _, count in counts.most_common(SOURCES))
    return f"{told}，其他来源 {rest} 处" if rest else told


def covered(spans: Iterable[Span], text: str) -> int:
    """The characters, blanks apart, that stand in one of the spans at least."""
    count = done = 0
    for start, end in sorted(spans):
        count += ink(text[max(start, done) : max(end, done)])
        done = max(done, end)
    return count
