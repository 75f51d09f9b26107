"""The part of the page about one file: its text as on paper, and the list of its findings next to it."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.lint import CheckedSource, Finding, Rule
from duizhao.page import escaped
from duizhao.report.html.entries import entries
from duizhao.report.html.marked_span import MarkedSpan
from duizhao.report.html.paper import paper
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.text import Source, Span

NUMBER = "\0"
"""A placeholder for the file's number in the report, which is not known when it is checked. No text contains it."""


def article(checked: CheckedSource, rules: Mapping[str, Rule]) -> str:
    """A file as an article; its anchors contain `NUMBER`."""
    id = f"d{NUMBER}"
    marks = [
        _mark(f"f{NUMBER}-{at}", at, finding, rules[finding.code], checked.source)
        for at, finding in enumerate(checked.findings, 1)
    ]
    said = Tally.from_findings(checked.findings, rules).in_words()
    listed = "".join(entries(id, checked, marks, rules))
    return (
        f'<article id="{id}"><header><h2>{escaped(checked.source.name)}</h2>'
        f'<p class="said">{said}</p>{"".join(map(_about, map(Subject.from_reading, checked.readings)))}</header>'
        f'<div class="sheet">{"".join(paper(id, checked, marks))}</div>'
        f'<ol class="findings" aria-label="问题清单">{listed}</ol></article>'
    )


def _classes(finding: Finding, rule: Rule) -> str:
    """The classes that the filter uses."""
    return f"s-{finding.severity.value} f-{rule.family}"


def _mark(id: str, number: int, finding: Finding, rule: Rule, source: Source) -> MarkedSpan:
    tip = f"{number} {finding.severity.label} {rule.title}：{finding.full_message}"
    return MarkedSpan(id, number, _trimmed(source.text, finding.span), _classes(finding, rule), tip)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[end - 1] in "\r\n":
        end -= 1
    while start < end and text[start] in "\r\n":
        start += 1
    return Span(start, end)


def _about(subject: Subject) -> str:
    if not subject.recognised:
        return f'<p class="about no">{escaped(subject.why)}</p>'
    counts = f"{subject.problems} 个问题、{subject.causes} 条原因、{subject.measures} 条措施"
    title = f"《{escaped(subject.title)}》" if subject.title else ""
    return (
        f'<p class="about">{title}{subject.characters} 字，读出 {counts}；'
        f"按“{escaped(subject.profile_title)}”检查（{escaped(subject.why)}）</p>"
    )
