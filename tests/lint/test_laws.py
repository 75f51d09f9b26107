"""Laws that hold for every text and all rules together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import duizhao.rules
from duizhao.lint import Linter, collect, fix
from duizhao.profiles import shipped
from duizhao.read import read
from duizhao.text import Origin, Source, Span, apply

LINTER = Linter(collect(duizhao.rules), shipped().all())
EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTY, GOOD = (
    (EXAMPLES / name).read_text(encoding="utf-8") for name in ("faulty.txt", "good.txt")
)
PIECES = st.sampled_from(
    [*"一二三四五六七八九十是要、，。；：（）()“”‘’《》【】\n 　,.:;!?\"'x×X_*…—-0123456789年月日的了我",
     "一、", "（一）", "一是", "二是", "比如：", "第一，", "责任人：", "原因剖析", "存在的问题", "整改措施",
     "对照检查材料", "##paidbegin##", "XXX", "\r\n", "\u200b", "\u202e", "\ud800", "\x00", "𠀀"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """An example with pieces cut out of it and others put in."""
    text = draw(st.sampled_from([FAULTY, GOOD]))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(TEXTS) + text[at + draw(st.integers(0, 80)) :]
    return text


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), TEXTS, mangled()))
def test_findings_lie_inside_the_text_in_order_and_say_something(text: str) -> None:
    findings = LINTER.check(Source(text)).findings
    assert all(0 <= f.span.start <= f.span.end <= len(text) and f.message for f in findings)
    assert all(not f.asks or f.asks.endswith("？") for f in findings)
    assert [f.span for f in findings] == sorted(f.span for f in findings)


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXTS, mangled()))
def test_no_rule_reports_the_same_message_twice_at_one_place(text: str) -> None:
    reported = [(f.code, f.span, f.full_message) for f in LINTER.check(Source(text)).findings]
    assert len(reported) == len(set(reported))


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXTS, mangled()))
def test_fixing_twice_equals_fixing_once(text: str) -> None:
    fixed = fix(LINTER, Source(text))
    once = fixed.source.text
    assert apply(text, fixed.edits) == once
    assert fix(LINTER, Source(once)).source.text == once


def test_the_good_example_has_no_finding() -> None:
    assert LINTER.check(Source(GOOD)).findings == ()


# What is shared with filed documents is told only where an index is asked.
@pytest.mark.parametrize("family", sorted({rule.family for rule in LINTER.rules} - {"reuse"}))
def test_the_faulty_example_has_a_fault_of_every_family(family: str) -> None:
    codes = {rule.code for rule in LINTER.rules if rule.family == family}
    # Plain text is not set: faults of the layout are those of the Word file.
    source = read(EXAMPLES / "faulty.docx") if family == "layout" else Source(FAULTY)
    assert codes & {finding.code for finding in LINTER.check(source).findings}


def test_plain_text_has_no_fault_of_the_layout() -> None:
    found = LINTER.check(Source(FAULTY)).findings
    assert not [finding for finding in found if finding.code.startswith("DZ7")]


def test_what_a_word_file_generates_is_not_fixed() -> None:
    text = "个人对照检查材料\n一、存在的问题\n1、服务于部职工不够,作风不实。\n"
    at, comma = text.index("1、"), text.index(",")
    origins = (
        Origin(Span(0, at), "word/document.xml", 0, 0, 0),
        Origin(Span(at, at + 2), "word/document.xml", 2, 0, 0, generated=True),
        Origin(Span(at + 2, len(text)), "word/document.xml", 2, 0, 0),
    )
    assert at + 1 in [edit.span.start for edit in fix(LINTER, Source(text)).edits]
    fixed = fix(LINTER, Source(text, origins=origins), in_runs=True)
    assert [edit.span.start for edit in fixed.edits] == [text.index("于"), comma]
    assert fixed.source.text[at : at + 2] == "1、"
