"""What to mend first: in one line each, where it is, what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from duizhao.lint import Finding, FindingGroup, Rule, first_to_do, groups, layout_message
from duizhao.report.finding_lines import changes_in_words, short_quote
from duizhao.text import Source, place_in_words

THINGS_TO_DO = 3


def to_do(
    source: Source,
    listed: Sequence[FindingGroup],
    rules: Mapping[str, Rule],
    most: int = THINGS_TO_DO,
) -> list[str]:
    """The sentences of the first things to do, of different rules, of groups by urgency; the layout after the words."""
    first = first_to_do(listed, most)
    return [
        layout_message(group, rules, source.name)
        if group.is_layout
        else _sentence(source, group, rules[group.first.code], _places(group, listed))
        for group in first
    ]


def first_line(source: Source, findings: Iterable[Finding], rules: Mapping[str, Rule]) -> str:
    """The first thing to do with its severity; empty where nothing was found."""
    listed = groups(findings)
    for group in first_to_do(listed, 1):
        return f"{group.severity.label}：{to_do(source, listed, rules, 1)[0]}"
    return ""


def _places(group: FindingGroup, listed: Iterable[FindingGroup]) -> int:
    """The places of what the rule of a group found with the same severity."""
    code, severity = group.first.code, group.severity
    return sum(
        [
            len(each.findings)
            for each in listed
            if each.first.code == code and each.severity is severity
        ]
    )


def _sentence(source: Source, group: FindingGroup, rule: Rule, places: int) -> str:
    first = group.first
    count = f"等 {places} 处" if places > 1 else ""
    where = f"{place_in_words(source, first.span.start)}{short_quote(source, first.span)}{count}"
    return f"{where}：{rule.title}。{_how(source, first)}"


def _how(source: Source, finding: Finding) -> str:
    """What to do: the change, or else what the finding asks, or else its whole message."""
    if finding.edits:
        return f"可改：{changes_in_words(source, finding.edits)}"
    return f"{finding.asks}{finding.advice}" or finding.full_message
