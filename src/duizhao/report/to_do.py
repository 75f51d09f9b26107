"""What to mend first: in one line each, where it is, what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duizhao.lint import Finding, FindingGroup, Rule, first_to_do, groups, layout_message
from duizhao.report.finding_lines import change_words, quoted
from duizhao.report.finding_place import place_in_words
from duizhao.text import Source

THINGS_TO_DO = 3
COUNT_NAMES = ("", "一", "两", "三")


def to_do(
    source: Source,
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    most: int = THINGS_TO_DO,
) -> list[str]:
    """The sentences of the first things to do, of different rules; the layout only after the words."""
    listed = groups(findings)
    places: dict[str, int] = {}
    for group in listed:
        places[group.first.code] = places.get(group.first.code, 0) + len(group.findings)
    return [
        layout_message(group, rules, source.name)
        if group.is_layout
        else _sentence(source, group, rules[group.first.code], places[group.first.code])
        for group in first_to_do(listed, most)
    ]


def first_line(source: Source, findings: Iterable[Finding], rules: Mapping[str, Rule]) -> str:
    """The first thing to do with its severity; empty where nothing was found."""
    kept = tuple(findings)
    for group in first_to_do(groups(kept), 1):
        return f"{group.severity.label}：{to_do(source, kept, rules, 1)[0]}"
    return ""


def _sentence(source: Source, group: FindingGroup, rule: Rule, places: int) -> str:
    first = group.first
    words = quoted(source, first.span, 20) if first.span.of(source.text).strip() else ""
    count = f"等 {places} 处" if places > 1 else ""
    where = f"{place_in_words(source, first.span.start)}{words}{count}"
    return f"{where}：{rule.title}。{_how(source, first)}"


def _how(source: Source, finding: Finding) -> str:
    """What to do: the change, or else what the finding asks, or else its whole message."""
    if finding.edits:
        return f"可改：{'，'.join(change_words(source, edit) for edit in finding.edits)}"
    return f"{finding.asks}{finding.advice}" or finding.full_message
