"""What a comment says of a finding: the fault, the question to ask oneself, where it rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import Family, Finding, Rule
from duizhao.review.comments import MARKED
from duizhao.text import Edit, Source, Span

QUESTIONS: Mapping[Family, str] = {
    Family.STRUCTURE: "这一部分是漏了，还是写在别处、用了别的名称？",
    Family.NUMBERING: "是增删内容以后序号没有跟着改，还是少了一项？",
    Family.RESIDUE: "这里原来该写什么？是不是从别的稿子或网页带来的？",
    Family.CONCRETENESS: "是哪一件事？什么时候？谁受了影响？自己是怎么想、怎么做的？",
    Family.CHAIN: "这个问题因何而起、靠哪一条措施解决？谁来做？何时做完？",
    Family.WORDING: "是笔误，还是有意这样写？",
    Family.LAYOUT: "是有意与国家标准不同，还是套用了别的格式？",
    Family.REUSE: "这些话是自己想的吗？换成自己的事该怎么写？",
}
HEAD = re.compile(r"【[^】]*】(\S+)")
PLAIN = "是不是本意？"
ENDS = "。！？；："
LONGEST = 24
LISTED = 5


def remark(finding: Finding, rule: Rule, source: Source, is_fixed: bool) -> tuple[str, ...]:
    """The lines of a comment. `is_fixed` says that the change stands in the text as a tracked change."""
    return tuple(_lines(finding, rule, source, is_fixed))


def _lines(finding: Finding, rule: Rule, source: Source, is_fixed: bool) -> Iterator[str]:
    statement = finding.statement
    yield f"【{finding.severity.label}】{rule.code} {rule.title}"
    yield statement if statement[-1] in ENDS else f"{statement}。"
    yield f"自问：{finding.asks or _family_question(rule)}"
    if finding.edits and is_fixed:
        yield MARKED
    elif finding.edits:
        yield f"可改：{'；'.join(_change(source, edit) for edit in finding.edits)}"
    if finding.related:
        yield f"参见：{_others(source, finding.related)}"
    yield f"依据：{rule.basis(finding)}"


def _family_question(rule: Rule) -> str:
    family = Family.get(rule.family)
    return QUESTIONS[family] if family else PLAIN


def code_in(said: str) -> str | None:
    """The code of the rule that a comment of ours speaks for."""
    found = HEAD.match(said)
    return None if found is None else found[1]


def _change(source: Source, edit: Edit) -> str:
    before = edit.span.of(source.text)
    if not edit.replacement:
        return f"删去“{before}”"
    return f"“{before}”→“{edit.replacement}”" if before else f"补上“{edit.replacement}”"


def _others(source: Source, related: Sequence[tuple[Span, str]]) -> str:
    """The first places: all of them would bury what the comment asks."""
    listed = "；".join(_other(source, span, why) for span, why in related[:LISTED])
    rest = len(related) - LISTED
    return f"{listed}；另有 {rest} 处" if rest > 0 else listed


def _other(source: Source, span: Span, why: str) -> str:
    words = " ".join(span.of(source.text).split())
    shown = words if len(words) <= LONGEST else words[:LONGEST] + "……"
    return f"“{shown}”，{why}"
