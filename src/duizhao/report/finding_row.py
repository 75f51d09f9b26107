"""A row of a workbook for what a report lists as one finding: a fault at all its places, or the layout of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duizhao.lint import Family, Finding, FindingGroup, Rule, family_label, layout_message
from duizhao.office.workbook import Column, Value
from duizhao.text import Edit, Source, Span, place_in_words

AROUND = 20
LONGEST_QUOTE = 60
FINDINGS = (
    Column("文件", 18), Column("段或行", 6, True), Column("字", 6, True), Column("处数", 6, True),
    Column("规则", 8, True), Column("名称", 14), Column("类别", 6, True), Column("级别", 7, True),
    Column("原文", 16), Column("前后文", 26), Column("问题", 38), Column("可改为", 11),
    Column("其余位置", 14), Column("版式各项", 30), Column("依据", 14),
)  # fmt: skip

Row = list[Value]


def finding_row(source: Source, group: FindingGroup, rules: Mapping[str, Rule]) -> Row:
    """The row under the heads `FINDINGS`."""
    first, rule = group.first, rules[group.first.code]
    line, column = source.position(first.span.start)
    if group.is_layout:
        label = Family.LAYOUT.label
        return [
            source.name, "", "", len(group.findings), f"DZ{Family.LAYOUT.hundred}", label, label,
            group.severity.label, "", "", layout_message(group, rules, source.name), "", "",
            "\n".join(_layout_parts(source, group, rules)), "",
        ]  # fmt: skip
    others = dict.fromkeys(place_in_words(source, each.span.start) for each in group.findings[1:])
    return [
        source.name, line, column, len(group.findings), rule.code, rule.title,
        family_label(rule.family), group.severity.label, _quote(source, first.span),
        _around(source, first.span), first.full_message, _changes(source, group.findings),
        "、".join(others), "", rule.basis(first),
    ]  # fmt: skip


def _layout_parts(source: Source, group: FindingGroup, rules: Mapping[str, Rule]) -> Iterable[str]:
    for finding in group.findings:
        rule = rules[finding.code]
        where = place_in_words(source, finding.span.start)
        level = finding.severity.label
        yield f"{rule.code} {rule.title}（{level}，{where}）：{finding.full_message}"


def _quote(source: Source, span: Span) -> str:
    """The exact characters; the beginning of a long span."""
    if span.end - span.start <= LONGEST_QUOTE:
        return span.of(source.text)
    return source.text[span.start : span.start + LONGEST_QUOTE] + "……"


def _around(source: Source, span: Span) -> str:
    """The characters in ⟦ ⟧ with their neighbours on the line; empty for a span that is long enough by itself."""
    if span.end - span.start > LONGEST_QUOTE:
        return ""
    line = source.line(source.position(span.start).line)
    before = source.text[max(line.start, span.start - AROUND) : span.start]
    behind = source.text[span.end : max(span.end, min(line.end, span.end + AROUND))]
    return f"{before}⟦{span.of(source.text)}⟧{behind}"


def _changes(source: Source, findings: Iterable[Finding]) -> str:
    """The changes that are offered, each once."""
    changes = ("；".join(_change(source, edit) for edit in each.edits) for each in findings)
    return "\n".join(dict.fromkeys(filter(None, changes)))


def _change(source: Source, edit: Edit) -> str:
    before = edit.span.of(source.text)
    return f"{before}→{edit.replacement}" if edit.replacement else f"删去{before}"
