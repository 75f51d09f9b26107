"""What screening found, in words for people: relations, shares, places, and differing words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from duizhao.lint import Relation
from duizhao.reuse.differing_words import widen_differences
from duizhao.reuse.groups import SLIGHT_SHARE
from duizhao.reuse.model import DocumentLabel, ExcludedSpan, Group, Passage
from duizhao.reuse.view.shown import Facing, ShownJoin
from duizhao.text import Source, Span

RELATIONS = {
    Relation.OWN_PAST: "本人以往",
    Relation.COLLEAGUE: "同事",
    Relation.TEMPLATE: "范文",
}
OWN_DRAFT = "本人同年另一稿"
OTHER = "他人"
COUNTED_AS = {Relation.OWN_PAST: "本人", Relation.COLLEAGUE: OTHER}
UNNAMED = "他人（未认出姓名）"
NOTHING = "（无）"
PLAIN_SUFFIXES = ("", ".txt", ".md")
UNWORDED = re.compile(r"\W*")
LISTED_CHANGES = 8
LONGEST_WORD = 24
LISTED_SOURCES = 3


def relation_name(relation: Relation, left: DocumentLabel, right: DocumentLabel) -> str:
    """How two documents stand to each other, as far as labels show: a colleague is named and of the same unit."""
    if relation is Relation.OWN_PAST and left.year and left.year == right.year:
        return OWN_DRAFT
    if relation is not Relation.COLLEAGUE:
        return RELATIONS[relation]
    if not (left.person and right.person):
        return UNNAMED
    return RELATIONS[relation] if left.unit and left.unit == right.unit else OTHER


def label_line(label: DocumentLabel) -> str:
    """The owner of a document: `张三 · 办公室 · 2024年`."""
    known = (label.person, label.unit, f"{label.year}年" if label.year else "")
    return " · ".join(each for each in known if each)


def counted_relations(facings: Iterable[Facing], unit: str = "对") -> str:
    """How many pairs are with others, colleagues or not, with own documents and templates: `他人 5 对，本人 3 对`."""
    counts = Counter(COUNTED_AS.get(each.relation, RELATIONS[each.relation]) for each in facings)
    return "，".join(f"{name} {count} {unit}" for name, count in counts.most_common())


def found_of_check(facings: Sequence[Facing]) -> str:
    """How many documents of an index share passages with the checked text, and how many share little."""
    if not facings:
        return "没有找到相同段落"
    many = [each for each in facings if not each.is_slight]
    slight = f"{len(facings) - len(many)} 份只有少量相同，各不到 {SLIGHT_SHARE:.0%}"
    if not many:
        return f"索引里有 {slight}"
    found = f"索引里有 {len(many)} 份材料与它有相同段落（{counted_relations(many, '份')}）"
    return f"{found}；另有 {slight}" if len(facings) > len(many) else found


def scope_of(shown: ShownJoin) -> str:
    """What was compared: `索引里 62 份材料`."""
    return shown.scope or f"索引里 {shown.joined.documents} 份材料"


def share_range(group: Group) -> str:
    """How much of the hub its members have: `45% 到 52%`."""
    shares = sorted(pair.left_share for pair in group.pairs)
    low, high = percent(shares[0]), percent(shares[-1])
    return low if low == high else f"{low} 到 {high}"


def percent(share: float) -> str:
    """A share in percent. A small share is never 0%, and a large one never 100%."""
    if 0 < share < 0.01:
        return "不到 1%"
    return f"{int(share * 100)}%" if 0.99 < share < 1 else f"{share:.0%}"


def count_visible(text: str) -> int:
    """The number of characters of a text, blanks apart."""
    return len("".join(text.split()))


def beginning(text: str, room: int = 60) -> str:
    """The beginning of a text, on one line."""
    flat = " ".join(text[: 2 * room].split())
    return flat if len(flat) <= room and len(text) <= 2 * room else flat[:room] + "…"


def place(name: str, source: Source, span: Span) -> str:
    """Where the words of a span begin in the document of that name: `第 8 段`."""
    blank = len(UNWORDED.match(span.of(source.text))[0])  # type: ignore[index]
    line, _ = source.position(min(span.start + blank, max(span.start, span.end - 1)))
    return f"第 {line} {'行' if PurePath(name).suffix.lower() in PLAIN_SUFFIXES else '段'}"


def differing_words(
    passages: Iterable[Passage], left: str, right: str
) -> tuple[int, list[tuple[str, str]]]:
    """How many places differ, and the words there on both sides: each change once, the most frequent first."""
    found = Counter(
        (each.left.of(left), each.right.of(right))
        for passage in passages
        for each in widen_differences(passage, left, right)
    )
    return found.total(), [change for change, _ in found.most_common()]


def differing_line(passages: Iterable[Passage], left: str, right: str) -> str:
    """`只有这 3 处不同：白河乡→青石镇、2024→2023`, the left text's wording first."""
    count, found = differing_words(passages, left, right)
    if not count:
        return "逐字相同"
    listed = "、".join(
        f"{_cut(one) or NOTHING}→{_cut(two) or NOTHING}" for one, two in found[:LISTED_CHANGES]
    )
    if len(found) > LISTED_CHANGES:
        return f"{count} 处不同，如：{listed}……"
    return f"只有这 {count} 处不同：{listed}"


def _cut(text: str) -> str:
    return beginning(text, LONGEST_WORD)


def left_out_lines(left_out: Iterable[ExcludedSpan], text: str) -> list[str]:
    """The excluded text, one line for each reason: `固定提法 300 字：党章 8 处、……`."""
    by_reason: dict[str, list[ExcludedSpan]] = {}
    for each in left_out:
        by_reason.setdefault(each.reason, []).append(each)
    return [
        f"{reason} {count_covered((each.span for each in some), text)} 字：{_sources(some)}"
        for reason, some in by_reason.items()
    ]


def _sources(some: Iterable[ExcludedSpan]) -> str:
    counts = Counter(each.source for each in some)
    listed = "、".join(
        f"{source} {count} 处" for source, count in counts.most_common(LISTED_SOURCES)
    )
    rest = counts.total() - sum(count for _, count in counts.most_common(LISTED_SOURCES))
    return f"{listed}，其他来源 {rest} 处" if rest else listed


def count_covered(spans: Iterable[Span], text: str) -> int:
    """The number of characters, blanks apart, in at least one of the spans."""
    count = done = 0
    for start, end in sorted(spans):
        count += count_visible(text[max(start, done) : max(end, done)])
        done = max(done, end)
    return count
