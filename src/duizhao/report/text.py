"""The report for a terminal: for each file the findings of each rule, with excerpts of their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from duizhao.lint import CheckedSource, Failure, Finding, Rule, Severity
from duizhao.page.terminal import Looks, Paint, painter
from duizhao.report.excerpt import Excerpt, Excerpter
from duizhao.report.finding_place import FindingPlace, printed_place
from duizhao.report.part import ReportPart, render_parts, total_tally
from duizhao.report.report import Report, RunSummary
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.text import Source, Span
from duizhao.text.visible import encodable, on_one_line
from duizhao.text.wrap import fitting, wrap

GUTTER = "  {:>7} │ "
INDENT = "  "
LOOKS: Looks = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "hint": {"fg": "cyan", "bold": True},
    "name": {"bold": True},
    "aside": {"dim": True},
    "good": {"fg": "green"},
}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The whole report, `width` columns wide."""
    parts = render_parts(partial(render_part, colour=colour, width=width), report)
    return assemble(parts, report.run, colour=colour)


def render_part(
    checked: CheckedSource, rules: Mapping[str, Rule], *, colour: bool = False, width: int = 100
) -> str:
    """One file: its findings by rule, the heaviest first, then a summary of its statements. Ends with an empty line."""
    paint = painter(LOOKS, colour)
    lines = list(finding_lines(checked.source, checked.findings, rules, paint, width))
    lines += _foot(checked, paint, width)
    return encodable("\n".join(lines) + "\n\n")


def finding_lines(
    source: Source,
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    paint: Paint,
    width: int,
) -> Iterator[str]:
    """Findings by rule, the heaviest first; an empty line follows those of each rule."""
    excerpter = Excerpter(source, width - len(GUTTER.format("")))
    for same in _by_rule(findings):
        yield from _group(source, rules[same[0].code], same, paint, width, excerpter)
        yield ""


def assemble(parts: list[ReportPart], run: RunSummary, *, colour: bool = False) -> str:
    """The report put together."""
    end = summary(total_tally(parts), len(parts), run.failures, colour=colour)
    return "".join((*(part.content for part in parts), end))


def summary(
    tally: Tally, files: int, failures: Sequence[Failure] = (), *, colour: bool = False
) -> str:
    """The last lines: the files that could not be read, and the totals of the others."""
    paint = painter(LOOKS, colour)
    lines = [
        f"{paint(on_one_line(each.name), 'name')} {paint('读不了', 'error')} {on_one_line(each.reason)}"
        for each in failures
    ]
    unread = f"，{len(failures)} 份读不了" if failures else ""
    if files != 1 or failures:
        found = f"：{tally.in_words()}" if files else ""
        lines.append(f"共检查 {files} 份材料{unread}{found}")
    return encodable("".join(line + "\n" for line in lines))


def _by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings grouped by rule and severity: the heaviest group first, then in text order."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    return sorted(groups.values(), key=lambda group: group[0].severity.rank)


def _group(
    source: Source,
    rule: Rule,
    same: list[Finding],
    paint: Paint,
    width: int,
    excerpter: Excerpter,
) -> Iterator[str]:
    first = same[0]
    place = source.position(first.span.start)
    count = f"  共 {len(same)} 处" if len(same) > 1 else ""
    printed = printed_place(source, first.span.start)
    printed = f"  {printed}" if printed else ""
    yield (
        f"{paint(f'{on_one_line(source.name)}:{place.line}:{place.column}', 'name')} "
        f"{paint(f'{first.severity.label} {rule.code}', first.severity.value)} "
        f"{paint(rule.title, 'name')}{paint(count + printed, 'aside')}"
    )
    for spans, messages in _by_places(same).items():
        for message in messages:
            yield from (INDENT + line for line in _wrapped(message, width - 4))
        for excerpt in excerpter.excerpts(spans):
            yield from _excerpt_lines(excerpt, paint, first.severity.value)
        yield from dict.fromkeys(
            line
            for findings in messages.values()
            for finding in findings
            if finding.related or finding.edits
            for line in _related_and_edits(source, finding, paint, width)
        )
    yield from (
        paint(INDENT + line, "aside") for line in _wrapped(f"依据：{rule.source}", width - 4)
    )


# Rules show the same sentences in every file.
@lru_cache(maxsize=1024)
def _wrapped(text: str, room: int) -> tuple[str, ...]:
    return tuple(wrap(on_one_line(text), room))


def _by_places(findings: Iterable[Finding]) -> dict[tuple[Span, ...], dict[str, list[Finding]]]:
    """Messages with their findings, by place: a message of many places, or a place of many messages, is shown once."""
    messages: dict[str, list[Finding]] = {}
    for finding in findings:
        messages.setdefault(finding.full_message, []).append(finding)
    places: dict[tuple[Span, ...], dict[str, list[Finding]]] = {}
    for message, alike in messages.items():
        places.setdefault(tuple(finding.span for finding in alike), {})[message] = alike
    return places


def _excerpt_lines(excerpt: Excerpt, paint: Paint, kind: str) -> Iterator[str]:
    where = GUTTER.format(f"{excerpt.line}:{excerpt.columns[0]}")
    more = "、".join(map(str, excerpt.columns))
    text = "".join(paint(part, kind) if marked else part for part, marked in excerpt.parts)
    yield paint(where, "aside") + text
    beside = paint(f"  第 {more} 字" if len(excerpt.columns) > 1 else "", "aside")
    yield paint(GUTTER.format(""), "aside") + paint(excerpt.marks, kind) + beside


def _related_and_edits(source: Source, finding: Finding, paint: Paint, width: int) -> Iterator[str]:
    """The related places of a finding, and the edits that it offers."""
    for span, why in finding.related:
        at = source.position(span.start)
        other = f"参见 {at.line}:{at.column} {quoted(source, span)} {on_one_line(why)}"
        yield from (paint(INDENT + line, "aside") for line in wrap(other, width - 4))
    if finding.edits:
        place = FindingPlace.from_span(source, finding.span)
        made = "，".join(_change(source, edit.span, edit.replacement) for edit in finding.edits)
        first, *rest = wrap(f"{place.line}:{place.column} {made}", width - 9)
        yield f"{INDENT}{paint('可改', 'good')} {first}"
        yield from (INDENT * 2 + line for line in rest)


def _change(source: Source, span: Span, replacement: str) -> str:
    if not replacement:
        return f"删去{quoted(source, span)}"
    if span.start == span.end:
        return f"插入“{on_one_line(replacement)}”"
    return f"{quoted(source, span)} → “{on_one_line(replacement)}”"


def quoted(source: Source, span: Span, room: int = 40) -> str:
    """The words of a span in quotation marks, cut where they are long."""
    text = on_one_line(" ".join(span.of(source.text)[:room].split()))
    cut = text[: fitting(text, room)]
    return f"“{cut}{'…' if len(cut) < len(text) or span.end - span.start > room else ''}”"


def _foot(checked: CheckedSource, paint: Paint, width: int) -> Iterator[str]:
    tally = Tally(Counter(finding.severity for finding in checked.findings))
    kind = next((s.value for s in Severity if tally.severities[s]), "good")
    yield f"{paint(on_one_line(checked.source.name), 'name')}：{paint(tally.in_words(), kind)}"
    for reading in checked.readings:
        subject = Subject.from_reading(reading)
        yield from (
            paint(INDENT + line, "aside") for line in wrap(on_one_line(_about(subject)), width - 4)
        )


def _about(subject: Subject) -> str:
    title = f"《{subject.title}》" if subject.title else ""
    if not subject.recognised:
        return f"{title}{subject.why}"
    read = f"{subject.problems} 个问题、{subject.causes} 条原因、{subject.measures} 条措施"
    return f"{title}{subject.characters} 字，读出 {read}；按“{subject.profile_title}”检查（{subject.why}）"
