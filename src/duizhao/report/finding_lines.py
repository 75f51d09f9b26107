"""Findings on a terminal: rule by rule, with excerpts of their lines; the layout and what is not verified folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from duizhao.lint import (
    UNVERIFIED_NOTE,
    Finding,
    FindingGroup,
    FindingOrder,
    Rule,
    groups,
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


def finding_lines(
    source: Source,
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    paint: Paint,
    width: int,
    order: FindingOrder = FindingOrder.URGENCY,
) -> Iterator[str]:
    """Findings in the order of their groups; an empty line follows those of each rule."""
    printer = _Printer(source, rules, paint, width)
    for _, alike in groupby(groups(findings, order), key=_section):
        yield from printer.section(list(alike))
        yield ""


def quoted(source: Source, span: Span, room: int = 40) -> str:
    """The words of a span in quotation marks, cut where they are long."""
    text = on_one_line(" ".join(span.of(source.text)[:room].split()))
    cut = text[: fitting(text, room)]
    return f"“{cut}{'…' if len(cut) < len(text) or span.end - span.start > room else ''}”"


def change_words(source: Source, edit: Edit) -> str:
    """An edit: the words before and after."""
    span, replacement = edit.span, on_one_line(edit.replacement)
    if not replacement:
        return f"删去{quoted(source, span)}"
    if span.start == span.end:
        return f"插入“{replacement}”"
    return f"{quoted(source, span)} → “{replacement}”"


def _section(group: FindingGroup) -> tuple[str, str]:
    """What stands under one head."""
    if group.is_layout or group.is_unverified:
        return "layout" if group.is_layout else "unverified", ""
    return group.severity.value, group.first.code


# Rules show the same sentences in every file.
@lru_cache(maxsize=1024)
def _wrapped(text: str, room: int) -> tuple[str, ...]:
    return tuple(wrap(on_one_line(text), room))


@dataclass(frozen=True, slots=True)
class _Printer:
    """Writes the findings of one source."""

    source: Source
    rules: Mapping[str, Rule]
    paint: Paint
    width: int

    def section(self, alike: Sequence[FindingGroup]) -> Iterator[str]:
        """The lines of groups under one head."""
        first = alike[0]
        if first.is_layout:
            return self._layout(first)
        if first.is_unverified:
            return self._unverified(alike)
        return self._rule(alike)

    def _rule(self, alike: Sequence[FindingGroup]) -> Iterator[str]:
        first, rule = alike[0].first, self.rules[alike[0].first.code]
        places = sum(len(group.findings) for group in alike)
        count = f"  共 {places} 处" if places > 1 else ""
        head = f"{first.severity.label} {rule.code}"
        yield self._head(
            first, head, f"{self.paint(rule.title, 'name')}{self.paint(count, 'aside')}"
        )
        excerpter = Excerpter(self.source, self.width - GUTTER_COLUMNS - len(BAR))
        for group in alike[:SHOWN_MESSAGES]:
            yield from self._group(group, excerpter)
        for group in alike[SHOWN_MESSAGES:]:
            yield from self._in_short(group)
        if basis := rule.basis(first):
            yield from self._aside(f"依据：{basis}")

    def _head(self, first: Finding, level: str, title: str) -> str:
        where = place_header(self.source, first.span.start)
        return f"{self.paint(where, 'name')} {self.paint(level, first.severity.value)} {title}"

    def _group(self, group: FindingGroup, excerpter: Excerpter) -> Iterator[str]:
        """One fault: its message, its first places with their lines, its other places, what belongs to it."""
        findings = group.findings
        yield from self._indented(group.first.full_message)
        for excerpt in excerpter.excerpts(each.span for each in findings[:SHOWN_PLACES]):
            yield from self._excerpt(excerpt, group.severity.value)
        if others := findings[SHOWN_PLACES:]:
            yield from self._aside(f"另 {len(others)} 处：{self._places(others)}")
        yield from self._related(findings)
        yield from self._edits(findings)

    def _in_short(self, group: FindingGroup) -> Iterator[str]:
        """One fault without its lines: its places, its words, its message, its edits."""
        first = group.first
        words = (
            quoted(self.source, first.span, 20) if first.span.of(self.source.text).strip() else ""
        )
        yield from self._indented(f"{self._places(group.findings)} {words} {first.full_message}")
        yield from self._edits(group.findings)

    def _excerpt(self, excerpt: Excerpt, kind: str) -> Iterator[str]:
        paint = self.paint
        label = place_label(self.source, excerpt.line, excerpt.columns[0])
        gutter = " " * max(GUTTER_COLUMNS, columns(label))
        where = gutter[columns(label) :] + label + BAR
        more = "、".join(map(str, excerpt.columns))
        text = "".join(paint(part, kind) if marked else part for part, marked in excerpt.parts)
        yield paint(where, "aside") + text
        beside = paint(f"  第 {more} 字" if len(excerpt.columns) > 1 else "", "aside")
        yield paint(gutter + BAR, "aside") + paint(excerpt.marks, kind) + beside

    def _places(self, findings: Iterable[Finding]) -> str:
        return self._listed(each.span for each in findings)

    def _listed(self, spans: Iterable[Span]) -> str:
        counts = Counter(map(self._place, spans))
        return "、".join(
            f"{place}（{count} 处）" if count > 1 else place for place, count in counts.items()
        )

    def _place(self, span: Span) -> str:
        return place_label(self.source, *self.source.position(span.start))

    def _related(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The first related places with their words, the others as a list of places."""
        related = list(dict.fromkeys(other for each in findings for other in each.related))
        for span, why in related[:SHOWN_RELATED]:
            yield from self._aside(f"参见 {self._place(span)} {quoted(self.source, span)} {why}")
        if others := related[SHOWN_RELATED:]:
            listed = self._listed(span for span, _ in others)
            yield from self._aside(f"另参见 {len(others)} 处：{listed}")

    def _edits(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The changes that are offered, each once."""
        changes = dict.fromkeys(
            "，".join(change_words(self.source, edit) for edit in each.edits)
            for each in findings
            if each.edits
        )
        for change in changes:
            first, *rest = wrap(change, self.width - 9)
            yield f"{INDENT}{self.paint('可改', 'good')} {first}"
            yield from (INDENT * 2 + line for line in rest)

    def _layout(self, group: FindingGroup) -> Iterator[str]:
        """All that is wrong with the layout in one place: the cure, then a line for each fault."""
        name = self.paint(on_one_line(self.source.name), "name")
        level = self.paint(f"{group.severity.label} 版式", group.severity.value)
        yield f"{name} {level} {self.paint(f'{len(group.findings)} 处与规定不同', 'name')}"
        yield from self._indented(layout_cure(self.source.name))
        for finding in group.findings:
            said = f"{finding.code} {self.rules[finding.code].title}：{finding.full_message}"
            yield self.paint(INDENT + self._cut(said), "aside")

    def _unverified(self, alike: Sequence[FindingGroup]) -> Iterator[str]:
        """What rests on requirements that nobody has verified: a sentence each."""
        name = self.paint(on_one_line(self.source.name), "name")
        level = self.paint(alike[0].severity.label, alike[0].severity.value)
        count = self.paint(f"{len(alike)} 条要求未经核实，以上级通知为准", "name")
        yield f"{name} {level} {count}"
        for group in alike:
            message = group.first.full_message.removesuffix(UNVERIFIED_NOTE)
            yield from self._aside(f"{group.first.code} {message}")

    def _indented(self, text: str) -> Iterator[str]:
        return (INDENT + line for line in _wrapped(text, self.width - 4))

    def _aside(self, text: str) -> Iterator[str]:
        return (self.paint(INDENT + line, "aside") for line in _wrapped(text, self.width - 4))

    def _cut(self, text: str) -> str:
        """As much of a text as fits into a line."""
        line, room = on_one_line(text), self.width - 4
        return line if columns(line) <= room else line[: fitting(line, room - 1)] + "…"
