"""The places of a finding as links: all where it stands, and others that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from duizhao.lint import Finding
from duizhao.page import escaped
from duizhao.report.html.marked_span import MarkedSpan
from duizhao.text import Source, Span, place_in_words

OPEN_PLACES, OPEN_OTHERS = 20, 6
"""Places that are listed before the rest is folded."""


def places_html(source: Source, marks: Sequence[MarkedSpan]) -> str:
    """Links to all places of a finding that has several, numbered, by line or paragraph."""
    if len(marks) == 1:
        return ""
    numbered = list(enumerate(marks, 1))
    listed = _by_line(source, numbered[:OPEN_PLACES])
    rest = _folded(len(marks) - OPEN_PLACES, _by_line(source, numbered[OPEN_PLACES:]))
    return f'<div class="places">共 {len(marks)} 处：{listed}{rest}</div>'


def _by_line(source: Source, numbered: Iterable[tuple[int, MarkedSpan]]) -> str:
    alike = groupby(numbered, lambda each: place_in_words(source, each[1].span.start))
    return "，".join(_line(place, list(group)) for place, group in alike)


def _line(place: str, numbered: Sequence[tuple[int, MarkedSpan]]) -> str:
    if len(numbered) == 1:
        return f'<a href="#{numbered[0][1].id}">{place}</a>'
    links = (
        f'<a href="#{mark.id}" aria-label="{place}，第 {number} 处">{number}</a>'
        for number, mark in numbered
    )
    return f"{place} {' '.join(links)}"


def others_html(id: str, source: Source, findings: Iterable[Finding]) -> str:
    """The related places of findings, each once."""
    others = dict.fromkeys(other for finding in findings for other in finding.related)
    lines = [_other(id, source, *other) for other in others]
    return "".join(lines[:OPEN_OTHERS]) + _folded(
        len(lines) - OPEN_OTHERS, "".join(lines[OPEN_OTHERS:])
    )


def _other(id: str, source: Source, span: Span, why: str) -> str:
    line = source.position(span.start).line
    where = f'<a href="#{id}-{line}">{place_in_words(source, span.start)}</a>'
    return f'<p class="related">参见 {where} {quote_html(source, span, 24)}{escaped(why)}</p>'


def _folded(count: int, content: str) -> str:
    return f"<details><summary>另 {count} 处</summary>{content}</details>" if content else ""


def quote_html(source: Source, span: Span, room: int = 48) -> str:
    """The first words of a span; empty where it has none."""
    text = " ".join(span.of(source.text)[: room + 1].split())
    if not text:
        return ""
    return f"<q>{escaped(text[:room])}{'…' if len(text) > room else ''}</q>"
