"""Findings on a terminal: rule by rule, with excerpts of their lines; the layout and what is not verified folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice

from duizhao.lint import (
    UNVERIFIED_NOTE,
    Family,
    Finding,
    FindingGroup,
    Rule,
    Severity,
    layout_cure,
)
from duizhao.page.terminal import Paint
from duizhao.report.excerpt import Excerpt, Excerpter
from duizhao.report.finding_place import place_header, place_label
from duizhao.text import Edit, Source, Span
from duizhao.text.visible import on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import fitting, wrap

GUTTER_COLUMNS = 9
BAR = " │ "
INDENT = "  "
SHOWN_PLACES = 3
"""Places of a repeated finding that are shown with their lines; the others are listed."""
SHOWN_MESSAGES = 5
"""Findings of one rule with different messages that are shown with their lines; each further one gets a single line."""
SHOWN_RELATED = 3
LISTED_PLACES = 500
"""Places that are listed behind their number. Nobody looks up more of them on a terminal."""


def finding_lines(
    source: Source,
    listed: Iterable[FindingGroup],
    rules: Mapping[str, Rule],
    paint: Paint,
    width: int,
) -> list[str]:
    """Findings in the order of their groups; an empty line follows those of each rule."""
    printer = _Printer(source, rules, paint, width)
    for _, alike in groupby(listed, key=_section):
        printer.section(list(alike))
        printer.lines.append("")
    return printer.lines


def quoted(source: Source, span: Span, room: int = 40) -> str:
    """The words of a span in quotation marks, cut where they are long."""
    text = on_one_line(" ".join(span.of(source.text)[:room].split()))
    cut = text[: fitting(text, room)]
    return f"“{cut}{'…' if len(cut) < len(text) or span.end - span.start > room else ''}”"


def short_quote(source: Source, span: Span) -> str:
    """The first words of a span in quotation marks; empty where it has none."""
    return quoted(source, span, 20) if span.of(source.text).strip() else ""


def change_words(source: Source, edit: Edit) -> str:
    """An edit: the words before and after."""
    span, replacement = edit.span, on_one_line(edit.replacement)
    if not replacement:
        return f"删去{quoted(source, span)}"
    if span.start == span.end:
        return f"插入“{replacement}”"
    return f"{quoted(source, span)} → “{replacement}”"


def changes_in_words(source: Source, edits: Iterable[Edit]) -> str:
    """The edits of one finding, those alike once with their number: 32 处“,” → “，”."""
    counts = Counter(change_words(source, edit) for edit in edits)
    return "，".join(f"{count} 处{each}" if count > 1 else each for each, count in counts.items())


def _section(group: FindingGroup) -> tuple[str, str]:
    """What stands under one head."""
    if group.is_layout or group.is_unverified:
        return "layout" if group.is_layout else "unverified", ""
    return group.severity.label, group.first.code


# Rules show the same sentences in every file.
@lru_cache(maxsize=1024)
def _wrapped(text: str, room: int) -> tuple[str, ...]:
    return tuple([INDENT + line for line in wrap(on_one_line(text), room)])


class _Printer:
    """Writes the findings of one source into `lines`."""

    def __init__(self, source: Source, rules: Mapping[str, Rule], paint: Paint, width: int) -> None:
        self.lines: list[str] = []
        self._source = source
        self._rules = rules
        self._paint = paint
        self._width = width
        self._name = on_one_line(source.name)
        self._excerpter = Excerpter(source, width - GUTTER_COLUMNS - len(BAR))

    def section(self, alike: Sequence[FindingGroup]) -> None:
        """Write groups that stand under one head."""
        if alike[0].is_layout:
            self._layout(alike[0])
        elif alike[0].is_unverified:
            self._unverified(alike)
        else:
            self._rule(alike)

    def _rule(self, alike: Sequence[FindingGroup]) -> None:
        first, rule = alike[0].first, self._rules[alike[0].first.code]
        places = sum([len(group.findings) for group in alike])
        count = self._paint(f"  共 {places} 处", "aside") if places > 1 else ""
        where = place_header(self._source, self._name, first.span.start)
        self._head(where, f"{first.severity.label} {rule.code}", first.severity, rule.title, count)
        for group in alike[:SHOWN_MESSAGES]:
            self._group(group)
        for group in alike[SHOWN_MESSAGES:]:
            self._in_short(group)
        if basis := rule.basis(first):
            self._aside(f"依据：{basis}")

    def _head(
        self, where: str, level: str, severity: Severity, title: str, count: str = ""
    ) -> None:
        paint = self._paint
        head = f"{paint(where, 'name')} {paint(level, severity.value)} {paint(title, 'name')}"
        self.lines.append(head + count)

    def _group(self, group: FindingGroup) -> None:
        """One fault: its message, its first places with their lines, its other places, what belongs to it."""
        findings = group.findings
        self._message(group.first.full_message)
        for excerpt in self._excerpter.excerpts([each.span for each in findings[:SHOWN_PLACES]]):
            self._excerpt(excerpt, group.severity.value)
        if others := findings[SHOWN_PLACES:]:
            self._aside(f"另 {len(others)} 处：{self._places(each.span for each in others)}")
        self._related([other for each in findings for other in each.related])
        self._edits(findings)

    def _in_short(self, group: FindingGroup) -> None:
        """One fault without its lines: its places, its words, its message, its edits."""
        first = group.first
        places = self._places(each.span for each in group.findings)
        self._message(f"{places} {short_quote(self._source, first.span)} {first.full_message}")
        self._edits(group.findings)

    def _excerpt(self, excerpt: Excerpt, kind: str) -> None:
        paint, begins = self._paint, excerpt.columns
        label = place_label(self._source, excerpt.line, begins[0])
        width = columns(label)
        gutter = max(GUTTER_COLUMNS, width)
        where = " " * (gutter - width) + label + BAR
        text = "".join([paint(part, kind) if marked else part for part, marked in excerpt.parts])
        self.lines.append(paint(where, "aside") + text)
        below = paint(" " * gutter + BAR, "aside") + paint(excerpt.marks, kind)
        if len(begins) > 1:
            below += paint(f"  第 {'、'.join(map(str, begins))} 字", "aside")
        self.lines.append(below)

    def _places(self, spans: Iterator[Span]) -> str:
        # Most are one place: a counter would cost more than its words.
        counts: dict[str, int] = {}
        for place in map(self._place, islice(spans, LISTED_PLACES)):
            counts[place] = counts.get(place, 0) + 1
        listed = "、".join(
            f"{place}（{count} 处）" if count > 1 else place for place, count in counts.items()
        )
        return listed if next(spans, None) is None else f"{listed}……"

    def _place(self, span: Span) -> str:
        return place_label(self._source, *self._source.position(span.start))

    def _related(self, related: Sequence[tuple[Span, str]]) -> None:
        """The first related places with their words, the others as a list of places."""
        if not related:
            return
        once = list(dict.fromkeys(related))
        for span, why in once[:SHOWN_RELATED]:
            self._aside(f"参见 {self._place(span)} {quoted(self._source, span)} {why}")
        if others := once[SHOWN_RELATED:]:
            self._aside(f"另参见 {len(others)} 处：{self._places(span for span, _ in others)}")

    def _edits(self, findings: Iterable[Finding]) -> None:
        """The changes that are offered, each once."""
        edits = [each.edits for each in findings if each.edits]
        if not edits:
            return
        changes = (changes_in_words(self._source, together) for together in edits)
        for change in dict.fromkeys(changes):
            first, *rest = wrap(change, self._width - 9)
            self.lines.append(f"{INDENT}{self._paint('可改', 'good')} {first}")
            self.lines.extend([INDENT * 2 + line for line in rest])

    def _layout(self, group: FindingGroup) -> None:
        """All that is wrong with the layout in one place: the cure, then a line for each fault."""
        level = f"{group.severity.label} {Family.LAYOUT.label}"
        title = f"{len(group.findings)} 处与规定不同"
        self._head(self._name, level, group.severity, title)
        self._message(layout_cure(self._source.name))
        for finding in group.findings:
            title = self._rules[finding.code].title
            said = f"{finding.code} {self._place(finding.span)} {title}：{finding.full_message}"
            self.lines.append(self._paint(INDENT + self._cut(said), "aside"))

    def _unverified(self, alike: Sequence[FindingGroup]) -> None:
        """What rests on requirements that nobody has verified: a sentence each."""
        severity = alike[0].severity
        title = f"{len(alike)} 条要求未经核实，以上级通知为准"
        self._head(self._name, severity.label, severity, title)
        for group in alike:
            message = group.first.full_message.removesuffix(UNVERIFIED_NOTE)
            self._aside(f"{group.first.code} {message}")

    def _message(self, text: str) -> None:
        self.lines.extend(_wrapped(text, self._width - 4))

    def _aside(self, text: str) -> None:
        paint = self._paint
        self.lines.extend([paint(line, "aside") for line in _wrapped(text, self._width - 4)])

    def _cut(self, text: str) -> str:
        """As much of a text as fits into a line."""
        line, room = on_one_line(text), self._width - 4
        return line if columns(line) <= room else line[: fitting(line, room - 1)] + "…"
