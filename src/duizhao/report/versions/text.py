"""The comparison of two versions for a terminal: what is new and what is left in full, what is mended in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import Finding, Rule
from duizhao.page.terminal import Paint, painter
from duizhao.report.finding_lines import INDENT, finding_lines, quoted
from duizhao.report.text import LOOKS
from duizhao.report.versions.comparison import NOT_COMPARED, VersionComparison
from duizhao.text import Source
from duizhao.text.visible import encodable, on_one_line
from duizhao.text.wrap import wrap


def render(
    comparison: VersionComparison,
    rules: Mapping[str, Rule],
    *,
    colour: bool = False,
    width: int = 100,
) -> str:
    """The whole comparison, `width` columns wide. The counts stand last, where a terminal ends."""
    paint = painter(LOOKS, colour)
    lines: list[str] = []
    for outcome, source, findings in comparison.by_outcome():
        if findings and outcome.is_mended:
            lines.append(paint(f"{outcome.value} {len(findings)} 处（位置在一稿）", "name"))
            lines += [*_in_short(source, findings, rules, paint), ""]
        elif findings:
            lines += [paint(f"{outcome.value} {len(findings)} 处", "name"), ""]
            lines += finding_lines(source, findings, rules, paint, width)
    lines += _foot(comparison, paint, width)
    return encodable("\n".join(lines) + "\n")


def _in_short(
    source: Source, findings: Sequence[Finding], rules: Mapping[str, Rule], paint: Paint
) -> Iterator[str]:
    """A line for each finding: its place, its rule, its words."""
    for finding in findings:
        place = source.position(finding.span.start)
        label = paint(f"{finding.severity.label} {finding.code}", finding.severity.value)
        title = rules[finding.code].title
        words = quoted(source, finding.span) if finding.span.of(source.text).strip() else ""
        yield f"{INDENT}{place.line}:{place.column} {label} {title} {words}".rstrip()


def _foot(comparison: VersionComparison, paint: Paint, width: int) -> Iterator[str]:
    first, second = (
        paint(on_one_line(checked.source.name), "name")
        for checked in (comparison.first, comparison.second)
    )
    yield f"{first} → {second}：{paint(comparison.in_words(), _look(comparison))}"
    if not comparison.is_layout_compared:
        yield from (paint(INDENT + line, "aside") for line in wrap(NOT_COMPARED, width - 4))


def _look(comparison: VersionComparison) -> str:
    severities = [finding.severity for finding in (*comparison.left, *comparison.new)]
    return min(severities, key=lambda each: each.rank).value if severities else "good"
