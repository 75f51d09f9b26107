"""The text of a comment on a finding: fault, question, change, other places, source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import Family, Finding, Rule, Severity
from duizhao.review.comments import MARKED
from duizhao.text import Edit, Source, Span

FAMILY_QUESTIONS: Mapping[Family, str] = {
    Family.STRUCTURE: "这一部分是漏了，还是写在别处、用了别的名称？",
    Family.NUMBERING: "是增删内容以后序号没有跟着改，还是少了一项？",
    Family.RESIDUE: "这里原来该写什么？是不是从别的稿子或网页带来的？",
    Family.CONCRETENESS: "是哪一件事？什么时候？谁受了影响？自己是怎么想、怎么做的？",
    Family.CHAIN: "这个问题因何而起、靠哪一条措施解决？谁来做？何时做完？",
    Family.WORDING: "是笔误，还是有意这样写？",
    Family.LAYOUT: "是有意与国家标准不同，还是套用了别的格式？",
    Family.REUSE: "这些话是自己想的吗？换成自己的事该怎么写？",
}
"""For rules without a question of their own."""
HEAD = re.compile(r"【[^】]*】(\S+)")
PLAIN_QUESTION = "是不是本意？"
ENDS = ("。", "！", "？", "；", "：")
LONGEST_QUOTE = 24
LISTED_PLACES = 5


def remark(
    finding: Finding,
    rule: Rule,
    source: Source,
    is_fixed: bool,
    number: int,
    place: tuple[int, int] = (1, 1),
) -> tuple[str, ...]:
    """The lines of a comment, in full on the first of the places of a finding.

    `is_fixed`: the change is in the text as a tracked change. `number` is that of the finding in a report, `place`
    which of how many places this is.
    """
    head = head_line(finding.severity, number, f"{rule.code} {rule.title}")
    at, count = place
    if at > 1:
        return head, f"同上，第 {at}/{count} 处。", *_own(finding, source, is_fixed)
    return head, *_lines(finding, rule, source, is_fixed)


def head_line(severity: Severity, number: int, title: str) -> str:
    """The first line of a comment; `label_in` finds the first word of `title` in it."""
    return f"【{severity.label} {number}】{title}"


def item(source: Source, first: Finding, *others: Finding) -> str:
    """A finding on one line of a comment that lists several, with its places."""
    places = "、".join(dict.fromkeys(paragraph_of(source, each.span) for each in (first, *others)))
    return f"{places}{quoted(source, first.span)}：{first.full_message}"


def paragraph_of(source: Source, span: Span) -> str:
    """The place of a span as people count in Word."""
    return f"第 {source.position(span.start).line} 段"


def _lines(finding: Finding, rule: Rule, source: Source, is_fixed: bool) -> Iterator[str]:
    statement = finding.statement
    yield statement if statement.rstrip("）")[-1:] in ENDS else f"{statement}。"
    yield f"自问：{finding.asks or _family_question(rule)}"
    yield from _own(finding, source, is_fixed)
    if basis := rule.basis(finding):
        yield f"依据：{basis}"


def _own(finding: Finding, source: Source, is_fixed: bool) -> Iterator[str]:
    """What each place of a finding has of its own: the change, and other places."""
    if finding.edits and is_fixed:
        yield MARKED
    elif finding.edits:
        yield f"可改：{'；'.join(_change(source, edit) for edit in finding.edits)}"
    if finding.related:
        yield f"参见：{_others(source, finding.related)}"


def _family_question(rule: Rule) -> str:
    family = Family.get(rule.family)
    return FAMILY_QUESTIONS[family] if family else PLAIN_QUESTION


def label_in(comment: str) -> str | None:
    """The label in the text of one of our comments, mostly the code of a rule; None for other comments."""
    found = HEAD.match(comment)
    return None if found is None else found[1]


def _change(source: Source, edit: Edit) -> str:
    before = edit.span.of(source.text)
    if not edit.replacement:
        return f"删去“{before}”"
    return f"“{before}”→“{edit.replacement}”" if before else f"补上“{edit.replacement}”"


def _others(source: Source, related: Sequence[tuple[Span, str]]) -> str:
    """The first places only: all of them would bury the question."""
    listed = "；".join(_other(source, span, why) for span, why in related[:LISTED_PLACES])
    rest = len(related) - LISTED_PLACES
    return f"{listed}；另有 {rest} 处" if rest > 0 else listed


def _other(source: Source, span: Span, why: str) -> str:
    return f"{quoted(source, span)}，{why}"


def quoted(source: Source, span: Span) -> str:
    """The first words of a span in quotation marks; empty where it has none."""
    words = " ".join(span.of(source.text).split())
    shown = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "……"
    return f"“{shown}”" if words else ""
