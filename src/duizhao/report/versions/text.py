"""The comparison of two versions for a terminal: what is new and what is left in full, what is mended in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import Finding, Rule, groups
from duizhao.page.terminal import Paint, painter
from duizhao.report.finding_lines import INDENT, finding_lines, quoted
from duizhao.report.finding_place import place_label
from duizhao.report.text import LOOKS
from duizhao.report.versions.comparison import NOT_COMPARED, VersionComparison
from duizhao.report.versions.folder import SAME_NAME, FolderComparison
from duizhao.report.versions.followed_opinion import parted
from duizhao.report.versions.paragraphs import ParagraphOutcome
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
            lines += finding_lines(source, groups(findings), rules, paint, width)
    lines += _opinion_lines(comparison, paint, width)
    lines += _foot(comparison, paint, width)
    return encodable("\n".join(lines) + "\n")


def render_folder(
    folder: FolderComparison, rules: Mapping[str, Rule], *, colour: bool = False, width: int = 100
) -> str:
    """A line for each pair, then the files without a counterpart, then the counts. Details are in the other forms."""
    paint = painter(LOOKS, colour)
    lines: list[str] = []
    for pair in folder.pairs:
        lines += _foot(pair.comparison, paint, width)
        if pair.basis != SAME_NAME:
            lines.append(paint(INDENT + on_one_line(f"配对：{pair.basis}"), "aside"))
    for each in folder.unpaired:
        lines.append(
            f"{paint(on_one_line(each.name), 'name')}（{each.version}）{paint('没有比', 'error')}：{each.reason}"
        )
    return encodable("\n".join((*lines, folder.in_words())) + "\n")


def _in_short(
    source: Source, findings: Sequence[Finding], rules: Mapping[str, Rule], paint: Paint
) -> Iterator[str]:
    """A line for each finding: its place, its rule, its words."""
    for finding in findings:
        place = place_label(source, *source.position(finding.span.start))
        label = paint(f"{finding.severity.label} {finding.code}", finding.severity.value)
        title = rules[finding.code].title
        words = quoted(source, finding.span) if finding.span.of(source.text).strip() else ""
        yield f"{INDENT}{place} {label} {title} {words}".rstrip()


def _opinion_lines(comparison: VersionComparison, paint: Paint, width: int) -> Iterator[str]:
    """The opinions of people, each with what became of its place. Our own are findings, which stand above."""
    people, _ = parted(comparison.opinions)
    if people:
        yield paint(f"一稿退回的意见 {len(people)} 条", "name")
    for each in people:
        author = f"{each.opinion.author}：" if each.opinion.author else ""
        place = "" if each.names_place else f"{each.passage.place} "
        words = on_one_line(f"{place}{author}{each.opinion.text}".strip())
        yield from (INDENT + line for line in wrap(words, width - 4))
        is_open = each.passage.outcome is not ParagraphOutcome.CHANGED
        yield INDENT * 2 + paint(each.in_words(), "warning" if is_open else "good")
    if people:
        yield ""


def _foot(comparison: VersionComparison, paint: Paint, width: int) -> Iterator[str]:
    first, second = (
        paint(on_one_line(checked.source.name), "name")
        for checked in (comparison.first, comparison.second)
    )
    yield f"{first} → {second}：{paint(comparison.in_words(), _look(comparison))}"
    if opinions := comparison.opinions_in_words():
        yield from (INDENT + line for line in wrap(opinions, width - 4))
    if not comparison.is_layout_compared:
        yield from (paint(INDENT + line, "aside") for line in wrap(NOT_COMPARED, width - 4))


def _look(comparison: VersionComparison) -> str:
    severities = [finding.severity for finding in (*comparison.left, *comparison.new)]
    return min(severities, key=lambda each: each.rank).value if severities else "good"
