"""One file's part of the page: its text as it stands on paper, and beside it the list of what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from duizhao.lint import Checked, Finding, Rule
from duizhao.report.families import label
from duizhao.report.html.escaped import escaped
from duizhao.report.html.marked import Mark, marked
from duizhao.report.report import Report
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.text import Edit, Source, Span


def article(number: int, checked: Checked, report: Report) -> str:
    """The file that is the `number`th of the report, from 1."""
    marks = [
        _mark(f"f{number}-{at}", at, finding, report.by_code[finding.code], checked.source)
        for at, finding in enumerate(checked.findings, 1)
    ]
    said = Tally.of(checked.findings, report.by_code).said()
    entries = "".join(_entries(checked, marks, report))
    return (
        f'<article id="d{number}"><header><h2>{escaped(checked.source.name)}</h2>'
        f'<p class="said">{said}</p>{"".join(map(_about, map(Subject.of, checked.readings)))}</header>'
        f'<div class="sheet">{"".join(_paper(checked, marks))}</div>'
        f'<ol class="findings" aria-label="问题清单">{entries}</ol></article>'
    )


def classes(finding: Finding, rule: Rule) -> str:
    """What the filter goes by."""
    return f"s-{finding.severity.value} f-{rule.family}"


def _mark(id: str, number: int, finding: Finding, rule: Rule, source: Source) -> Mark:
    tip = f"{number} {finding.severity.label} {rule.title}：{finding.message}"
    return Mark(id, number, _trimmed(source.text, finding.span), classes(finding, rule), tip)


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


def _paper(checked: Checked, marks: Sequence[Mark]) -> Iterator[str]:
    """The lines of the text as paragraphs, each with its number."""
    source = checked.source
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for number in range(
            source.position(mark.span.start).line, source.position(mark.span.end).line + 1
        ):
            by_line[number].append(mark)
    kinds = _kinds(checked)
    seen: set[str] = set()
    for number in range(1, source.position(len(source.text)).line + 1):
        line = source.line(number)
        if number not in by_line and not line.of(source.text).strip():
            continue
        kind = kinds.get(number) or ("" if line.of(source.text)[:1].isspace() else "body")
        yield f'<p class="{kind}" data-line="{number}">{marked(source.text, line, by_line[number], seen)}</p>'


def _kinds(checked: Checked) -> dict[int, str]:
    """How lines are set, after GB/T 9704 7.3: title, first- and second-level headings, signature and date."""
    kinds: dict[int, str] = {}
    source = checked.source
    for reading in checked.readings:
        document = reading.document
        for heading in document.headings:
            if not heading.run_in and heading.level in (1, 2):
                kinds[source.position(heading.span.start).line] = f"level{heading.level}"
        ends = [span for span in (document.signature, document.date) if span]
        for kind, spans in ("title", document.title), ("role", document.roles), ("end", ends):
            kinds |= {source.position(span.start).line: kind for span in spans}
    return kinds


def _entries(checked: Checked, marks: Sequence[Mark], report: Report) -> Iterator[str]:
    """The list. What was said before word for word is folded away until its entry is chosen."""
    said: dict[tuple[str, str], Mark] = {}
    for mark, finding in zip(marks, checked.findings, strict=True):
        first = said.setdefault((finding.code, finding.message), mark)
        yield _entry(checked.source, mark, finding, report.by_code[finding.code], first)


def _entry(source: Source, mark: Mark, finding: Finding, rule: Rule, first: Mark) -> str:
    """A finding in the list: its number leads to the text, its code to the rule."""
    line, column = source.position(finding.span.start)
    beside = "".join(_related(source, span, why) for span, why in finding.related)
    same = f'<p class="same">同第 <a href="#{first.id}">{first.number}</a> 条</p>'
    again = ("", "") if first is mark else (" again", same)
    return (
        f'<li id="{mark.id}" class="{mark.classes}{again[0]}"><a class="go" href="#m-{mark.id}">'
        f'<b class="no">{mark.number}</b><b class="severity">{finding.severity.label}</b>'
        f'<b class="what">{escaped(rule.title)}</b><span class="where">{line}:{column}</span></a>'
        f'{_quote(source, finding.span)}{again[1]}<p class="message">{escaped(finding.message)}</p>'
        f"{''.join(_fix(source, edit) for edit in finding.edits)}{beside}"
        f'<p class="source">依据：{escaped(finding.source)} '
        f'<a href="#{rule.code}" title="{label(rule.family)}">{rule.code}</a></p></li>'
    )


def _quote(source: Source, span: Span, room: int = 48) -> str:
    text = " ".join(span.of(source.text)[: room + 1].split())
    if not text:
        return ""
    return f"<q>{escaped(text[:room])}{'…' if len(text) > room else ''}</q>"


def _fix(source: Source, edit: Edit) -> str:
    before, behind = escaped(edit.span.of(source.text)), escaped(edit.replacement)
    removed = f"<del>{before}</del>" if before else ""
    return f'<p class="fix">可改 {removed}{f"<ins>{behind}</ins>" if behind else ""}</p>'


def _related(source: Source, span: Span, why: str) -> str:
    line, column = source.position(span.start)
    return f'<p class="related">参见 {line}:{column} {_quote(source, span, 24)}{escaped(why)}</p>'
