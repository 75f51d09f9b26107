"""The report for a terminal: for each file the findings of each rule, with excerpts of their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from duizhao.lint import CheckedSource, FindingOrder, Rule, Severity, groups, to_do_head
from duizhao.page.terminal import Looks, Paint, painter
from duizhao.report.finding_lines import INDENT, finding_lines
from duizhao.report.part import ReportPart, render_parts, total_tally
from duizhao.report.report import Report, RunSummary
from duizhao.report.run_tally import left_out_lines, tally_line
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.report.to_do import to_do
from duizhao.text.visible import encodable, on_one_line
from duizhao.text.wrap import wrap

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
    """One file: its findings, a summary of its statements, the first things to do. Ends with an empty line."""
    paint = painter(LOOKS, colour)
    listed = groups(checked.findings, checked.order)
    lines = finding_lines(checked.source, listed, rules, paint, width)
    lines += _foot(checked, paint, width)
    urgent = listed if checked.order is FindingOrder.URGENCY else groups(checked.findings)
    lines += _to_do(to_do(checked.source, urgent, rules), paint, width)
    return encodable("\n".join(lines) + "\n\n")


def assemble(parts: list[ReportPart], run: RunSummary, *, colour: bool = False) -> str:
    """The report put together."""
    end = summary(total_tally(parts), len(parts), run, colour=colour)
    return "".join((*(part.content for part in parts), end))


def summary(
    tally: Tally, files: int, run: RunSummary, *, colour: bool = False, is_verbose: bool = True
) -> str:
    """The last lines: the files that were not checked, how many were, and the totals of these."""
    paint = painter(LOOKS, colour)
    lines = [
        paint(line, "error") for line in left_out_lines(run.failures, (), is_verbose=is_verbose)
    ]
    lines += left_out_lines((), run.passed_over, is_verbose=is_verbose)
    if files + len(run.failures) + len(run.passed_over) != 1:
        lines.append(paint(tally_line(files, len(run.failures), run.passed_over), "name"))
        if files:
            lines.append(f"共 {tally.in_words()}" if tally.total else tally.in_words())
    return encodable("".join(line + "\n" for line in lines))


def _foot(checked: CheckedSource, paint: Paint, width: int) -> Iterator[str]:
    tally = Tally.by_severity(checked)
    kind = next((s.value for s in Severity if tally.severities[s]), "good")
    yield f"{paint(on_one_line(checked.source.name), 'name')}：{paint(tally.in_words(), kind)}"
    for reading in checked.readings:
        subject = Subject.from_reading(reading)
        yield from (
            paint(INDENT + line, "aside") for line in wrap(on_one_line(_about(subject)), width - 4)
        )


def _to_do(things: Sequence[str], paint: Paint, width: int) -> Iterator[str]:
    """The first things to do, where there are several."""
    if len(things) < 2:
        return
    yield ""
    yield paint(to_do_head(len(things)), "name")
    for number, thing in enumerate(things, 1):
        first, *rest = wrap(on_one_line(thing), width - 7)
        yield f"{INDENT}{number}. {first}"
        yield from (f"{INDENT}   {line}" for line in rest)


def _about(subject: Subject) -> str:
    title = f"《{subject.title}》" if subject.title else ""
    if not subject.recognised:
        return f"{title}{subject.why}；确是这种材料的，加 --as-statement 再查"
    read = subject.counted
    return (
        f"{title}{subject.characters} 字；{read}；按“{subject.profile_title}”检查（{subject.why}）"
    )
