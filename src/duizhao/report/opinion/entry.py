"""What an opinion sheet lists: findings of one kind as one entry with its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from duizhao.lint import (
    Finding,
    FindingGroup,
    FormattedDocument,
    Reading,
    Rule,
    Severity,
    groups,
    layout_titles,
)
from duizhao.lint.placement import opening
from duizhao.statement import Statement
from duizhao.text import Source, Span, place_in_words
from duizhao.text.visible import on_one_line

LONGEST_QUOTE = 18
SHOWN_PLACES = 4
"""Places of one entry that are named; the others are counted."""

QUOTED_OR_NUMBER = re.compile(r"“[^”]*”|\d+")
ABOUT_WHOLE = (Statement, FormattedDocument)
WHOLE = "全文"
LAYOUT_CURE = "不用手改，duizhao typeset 一次排好。"


class OpinionGroup(Enum):
    """The three parts of an opinion sheet."""

    MUST = "必须改的"
    SHOULD = "建议改的"
    CONSIDER = "想一想的"


GROUPS = {
    Severity.ERROR: OpinionGroup.MUST,
    Severity.WARNING: OpinionGroup.SHOULD,
    Severity.HINT: OpinionGroup.CONSIDER,
}


@dataclass(frozen=True, slots=True)
class OpinionEntry:
    """A line of an opinion sheet: its group, its words, the question that stands apart, the findings it stands for."""

    group: OpinionGroup
    text: str
    asks: str = ""
    findings: int = 1
    is_layout: bool = False


def opinion_entries(
    reading: Reading, findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> tuple[OpinionEntry, ...]:
    """The entries of a statement, the most important first. All that is about layout is one of them."""
    places = _PlaceNames(reading, rules)
    listed = groups(findings)
    entries = [_entry(same, places) for same in _alike(listed)]
    layout = [each for each in listed if each.is_layout]
    return tuple(entries + [_layout_entry(each, rules) for each in layout])


def _alike(listed: Iterable[FindingGroup]) -> list[list[Finding]]:
    """Findings of one rule whose messages differ in quoted words and numbers only."""
    alike: dict[tuple[Severity, str, str], list[Finding]] = {}
    for group in listed:
        if not group.is_layout:
            kind = QUOTED_OR_NUMBER.sub("", group.first.statement)
            key = group.severity, group.first.code, kind
            alike.setdefault(key, []).extend(group.findings)
    return list(alike.values())


class _PlaceNames:
    """Names the places of findings: 第 5 段“……”."""

    def __init__(self, reading: Reading, rules: Mapping[str, Rule]) -> None:
        self._source = reading.source
        self._rules = rules
        self._opening = opening(reading.document)

    def named(self, finding: Finding, beside: str = "") -> str:
        """The place of a finding, with its words unless `beside`, the text in the next cell, quotes them already."""
        if self._rules[finding.code].on in ABOUT_WHOLE and finding.span == self._opening:
            return WHOLE
        place = place_in_words(self._source, finding.span.start)
        words = quoted(self._source, finding.span)
        return place if words in beside else f"{place}{words}"


def quoted(source: Source, span: Span) -> str:
    """The words of a span in quotation marks, cut where they are long; nothing for blanks or one mark alone."""
    words = on_one_line(" ".join(span.of(source.text).split()))
    shown = words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"
    return f"“{shown}”" if len(words) > 1 or words.isalnum() else ""


def _entry(same: Sequence[Finding], places: _PlaceNames) -> OpinionEntry:
    first, *others = same
    group = GROUPS[first.severity]
    # Under 想一想的 the question belongs to its finding; elsewhere it goes there alone.
    is_apart = group is not OpinionGroup.CONSIDER
    words = on_one_line(first.statement if is_apart else first.full_message).rstrip("。；：")
    ending = "" if words[-1:] in "？！）" else "。"
    place = places.named(first, words)
    text = f"{place}：{words}{_also(place, others, places)}{ending}"
    return OpinionEntry(group, text, first.asks if is_apart else "", len(same))


def _also(place: str, others: Sequence[Finding], places: _PlaceNames) -> str:
    """The other places of an entry; their number alone where they are in the same paragraph."""
    if not others:
        return ""
    named = [each for each in dict.fromkeys(map(places.named, others)) if each != place]
    if not named:
        return f"（共 {len(others) + 1} 处）"
    more = f"等 {len(others)} 处" if len(named) > SHOWN_PLACES else ""
    return f"（{'、'.join(named[:SHOWN_PLACES])}{more}，同此）"


def _layout_entry(group: FindingGroup, rules: Mapping[str, Rule]) -> OpinionEntry:
    titles = layout_titles(group, rules)
    shown = "、".join(titles[:SHOWN_PLACES]) + ("等" if len(titles) > SHOWN_PLACES else "")
    text = f"版式有 {len(group.findings)} 处与规定不同（{shown}）：{LAYOUT_CURE}"
    is_hint = group.severity is Severity.HINT
    kind = OpinionGroup.CONSIDER if is_hint else OpinionGroup.SHOULD
    return OpinionEntry(kind, text, findings=len(group.findings), is_layout=True)
