"""A card of the list: findings that are shown as one, with their places in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duizhao.lint import Finding, FindingGroup, Rule
from duizhao.report.html.marked_span import MarkedSpan
from duizhao.text import Source, Span


@dataclass(frozen=True, slots=True)
class FindingCard:
    """Findings shown as one. `id` is its anchor, `number` what people see, `marks` has a place for each finding."""

    id: str
    number: int
    group: FindingGroup
    classes: str
    marks: tuple[MarkedSpan, ...]

    @classmethod
    def from_group(
        cls, id: str, number: int, group: FindingGroup, rules: Mapping[str, Rule], source: Source
    ) -> FindingCard:
        first = group.first
        classes = f"s-{first.severity.value} f-{rules[first.code].family}"
        marks = tuple(
            MarkedSpan(
                f"m-{id}-{at}" if at > 1 else f"m-{id}",
                id,
                number,
                _trimmed(source.text, finding.span),
                classes,
                _tip(number, finding, rules[finding.code]),
            )
            for at, finding in enumerate(group.findings, 1)
        )
        return cls(id, number, group, classes, marks)


def _tip(number: int, finding: Finding, rule: Rule) -> str:
    return f"{number} {finding.severity.label} {rule.title}：{finding.full_message}"


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[end - 1] in "\r\n":
        end -= 1
    while start < end and text[start] in "\r\n":
        start += 1
    return Span(start, end)
