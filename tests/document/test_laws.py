"""What holds of every text: nodes nest, keep their order, slice back, and parsing never fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.document import Document, Item, Section, parse, split
from duizhao.text import Source, Span

PIECES = [
    "一、", "二、", "三，", "十一、", "（一）", "(二)", "1.", "2、", "（1）", "①", "②", "一是", "二是", "三 是",
    "十", "一要", "二怕", "第一，", "第二、", "其一：", "首先", "其次，", "最后", "第一篇", "【篇二】", "范文一：",
    "第二部分", "存在的问题", "整改措施", "原因剖析", "个人对照检查材料", "各位同志：", "局长 张某某", "（2023年12月）",
    "2024年1月5日", "附件：", "目录", "学习不够深入", "平时", "##paidbegin##", "<!-- 对照：略 -->", "www.x.cn",
    "第一，甲乙方面", "第二、丙丁方面。", "第一章", "1.1 ", "1.2", "1.1.1", "问题1、", "如下：一、", "的具体表现",
    "【存在的问题】", "■ 整改措施", "]",
    "本文由网友整理", "来源：某网", "热度：5", "欢迎访问", "首页 > 党建", ".docx", "_第1页", "材料【第一篇】", "1. 1、",
    "预览", "“", "”", "。", "；", "：", "，", "、", "\n", "\r\n", "\r", "\n\n", " ", "　", "\t",
    "\u200b", "\x00", "\U0001f600", "# ", "a", "3.5%", "是", "要",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def spans_in_order(spans: Iterable[Span], within: Span) -> bool:
    at = within.start
    for span in spans:
        if not at <= span.start <= span.end <= within.end:
            return False
        at = span.end
    return True


def every(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every(section.sections)


def leaves(document: Document) -> list[Span]:
    """All parts that share no character with each other, as they come."""
    single = (document.dateline, document.salutation, document.signature, document.date)
    return sorted(
        span
        for span in (
            *document.title,
            *document.roles,
            *document.attachments,
            *(heading.span for heading in document.headings),
            *(paragraph.span for paragraph in document.paragraphs),
            *(span for span in single if span is not None),
        )
    )


@settings(max_examples=400, deadline=None)
@given(texts)
def test_parts_never_overlap_and_have_no_blanks_around_them(text: str) -> None:
    document = parse(Source(text))
    found = leaves(document)
    assert spans_in_order(found, document.span)
    for span in found:
        assert span.of(text) == span.of(text).strip() != ""
    assert spans_in_order((paragraph.span for paragraph in document.paragraphs), document.span)
    assert spans_in_order((heading.span for heading in document.headings), document.span)
    assert spans_in_order((residue.span for residue in document.residues), document.span)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_sections_hold_what_stands_under_their_heading(text: str) -> None:
    document = parse(Source(text))
    assert spans_in_order((section.span for section in document.sections), document.span)
    headings, paragraphs = [], list(document.preamble)
    for section in every(document.sections):
        inner = [
            section.heading.span,
            *(paragraph.span for paragraph in section.paragraphs),
            *(each.span for each in section.sections),
        ]
        assert spans_in_order(inner, section.span)
        assert all(each.heading.level > section.heading.level for each in section.sections)
        headings.append(section.heading)
        paragraphs += section.paragraphs
    assert tuple(headings) == document.headings
    assert tuple(paragraphs) == document.paragraphs


@settings(max_examples=400, deadline=None)
@given(texts)
def test_headings_and_items_hold_their_markers_and_words(text: str) -> None:
    document = parse(Source(text))
    for heading in document.headings:
        inner = [heading.title]
        if heading.marker:
            inner.insert(0, heading.marker.span)
            assert heading.marker.number > 0
        assert spans_in_order(inner, heading.span)
    items: list[Item] = []
    for paragraph in document.paragraphs:
        assert spans_in_order((item.span for item in paragraph.items), paragraph.span)
        for item in paragraph.items:
            items += hold_together(item)
    assert tuple(items) == document.items


def hold_together(item: Item) -> Iterator[Item]:
    yield item
    assert spans_in_order(
        [item.marker.span, item.lead, *(each.span for each in item.items)], item.span
    )
    for inner in item.items:
        yield from hold_together(inner)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_sequences_list_every_marker_once(text: str) -> None:
    document = parse(Source(text))
    counted = [marker for run in document.sequences for marker in run.markers]
    markers = [heading.marker for heading in document.headings if heading.marker]
    markers += [item.marker for item in document.items]
    assert sorted(marker.span for marker in counted) == sorted(marker.span for marker in markers)
    for run in document.sequences:
        assert {marker.style for marker in run.markers} == {run.style}


@settings(max_examples=200, deadline=None)
@given(texts)
def test_parsing_twice_gives_the_same(text: str) -> None:
    assert parse(Source(text)) == parse(Source(text))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_statements_cover_the_source_without_a_gap(text: str) -> None:
    spans = split(Source(text))
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(spans))
    for span in spans:
        document = parse(Source(text), span)
        assert document.span == span
        assert spans_in_order(leaves(document), span)
