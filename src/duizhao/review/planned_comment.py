"""Findings → the comments of a copy, in the order of a report: what is one finding there is one comment here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from duizhao.lint import (
    Finding,
    FindingGroup,
    Rule,
    Severity,
    first_to_do,
    layout_message,
    to_do_head,
)
from duizhao.review.remark import head_line, item, paragraph_of, quoted, remark
from duizhao.text import Source, Span

LAYOUT, REMINDERS = "版式", "未经核实的要求"
"""The labels of comments on several rules, where others have the code of their rule."""
NAMED = 3
"""Findings that the summary names. A copy with no more has none."""


_Numbered = tuple[int, FindingGroup]
"""A group with its number in the report."""


class PlannedComment(NamedTuple):
    """A comment before it gets its place: its label, the span it hangs on, its lines, the findings that it reports."""

    label: str
    span: Span
    lines: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


class CommentPlanner(NamedTuple):
    """Plans comments. Those on the whole text hang on `head`; `is_fixed`: a tracked change answers the finding."""

    source: Source
    rules: Mapping[str, Rule]
    head: Span
    is_fixed: Callable[[Finding], bool]

    def plan(self, groups: Sequence[FindingGroup]) -> list[PlannedComment]:
        """The comments: the summary first, the reminders that nobody has verified last."""
        numbered = list(enumerate(groups, 1))
        reminders = [(number, group) for number, group in numbered if self._is_reminder(group)]
        folded = {number for number, _ in reminders}
        planned = [
            comment
            for number, group in numbered
            if number not in folded
            for comment in self._of_group(number, group)
        ]
        summary = [self._summary(numbered, bool(folded))] if len(groups) > NAMED else []
        return [*summary, *planned, *([self._reminders(reminders)] if folded else [])]

    def _is_reminder(self, group: FindingGroup) -> bool:
        return group.is_unverified and not any(map(self.is_fixed, group.findings))

    def _of_group(self, number: int, group: FindingGroup) -> Iterator[PlannedComment]:
        """The comments of a group: of layout one, of a repeated finding one in full and a short one for each more."""
        first = group.first
        if group.is_layout and len(group.findings) > 1:
            yield self._layout(number, group)
            return
        rule, count = self.rules[first.code], len(group.findings)
        for at, each in enumerate(group.findings, 1):
            is_fixed = self.is_fixed(each)
            lines = remark(each, rule, self.source, is_fixed, number, (at, count))
            yield PlannedComment(each.code, each.span, lines, (each,))

    def _layout(self, number: int, group: FindingGroup) -> PlannedComment:
        said = layout_message(group, self.rules, self.source.name)
        parts = [
            f"{paragraph_of(self.source, each.span)}：{each.full_message}"
            for each in group.findings
        ]
        head = head_line(group.severity, number, LAYOUT)
        return PlannedComment(LAYOUT, self.head, (head, said, *parts), group.findings)

    def _reminders(self, numbered: Sequence[_Numbered]) -> PlannedComment:
        """All reminders in one comment at the end of the text."""
        findings = tuple(finding for _, group in numbered for finding in group.findings)
        numbers = "—".join(dict.fromkeys(str(numbered[at][0]) for at in (0, -1)))
        head = f"【{findings[0].severity.label} {numbers}】{REMINDERS} {len(numbered)} 条"
        lines = (f"{number}. {item(self.source, *group.findings)}" for number, group in numbered)
        text = self.source.text
        end = self.source.line(self.source.position(len(text.rstrip())).line)
        return PlannedComment(REMINDERS, end, (head, *lines), findings)

    def _summary(self, numbered: Sequence[_Numbered], is_folded: bool) -> PlannedComment:
        """How many findings there are, which to mend first, and where the reminders are."""
        found = [(group, each.severity) for _, group in numbered for each in group.findings]
        counts = Counter(severity for group, severity in found if not group.is_layout)
        layout = sum(group.is_layout for group, _ in found)
        content = "、".join(f"{counts[s]} 处{s.label}" for s in Severity if counts[s])
        said = "，".join(filter(None, (content, f"{LAYOUT} {layout} 处" if layout else "")))
        first = {group.findings for group in first_to_do([group for _, group in numbered])}
        named = [self._named(*each) for each in numbered if each[1].findings in first]
        rest = (f"{REMINDERS}合在文末一条批注里。",) if is_folded else ()
        head = f"{to_do_head(len(named))}："
        return PlannedComment("", self.head, (f"【小结】{said}", head, *named, *rest))

    def _named(self, number: int, group: FindingGroup) -> str:
        title = self.rules[group.first.code].title
        if group.is_layout:
            return f"{number}. {LAYOUT}：{title}"
        words = quoted(self.source, group.first.span)
        count = f"等 {len(group.findings)} 处" if len(group.findings) > 1 else ""
        return f"{number}. {words}{count}：{title}" if words else f"{number}. {title}"
