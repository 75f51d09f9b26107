"""The list next to a text: an entry for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duizhao.lint import CheckedSource, Finding, Rule, family_label
from duizhao.page import escaped
from duizhao.report.html.marked_span import MarkedSpan
from duizhao.text import Edit, Source, Span


def entries(
    id: str, checked: CheckedSource, marks: Sequence[MarkedSpan], rules: Mapping[str, Rule]
) -> Iterator[str]:
    """The entries. A message that repeats an earlier one is folded until its entry is chosen."""
    first_of: dict[tuple[str, str], MarkedSpan] = {}
    for mark, finding in zip(marks, checked.findings, strict=True):
        first = first_of.setdefault((finding.code, finding.full_message), mark)
        related = "".join(_related(id, checked.source, *other) for other in finding.related)
        yield _entry(checked.source, mark, finding, rules[finding.code], first, related)


def _entry(
    source: Source, mark: MarkedSpan, finding: Finding, rule: Rule, first: MarkedSpan, related: str
) -> str:
    """A finding in the list: its number leads to the text, its code to the rule."""
    line, column = source.position(finding.span.start)
    same = f'<p class="same">同第 <a href="#{first.id}">{first.number}</a> 条</p>'
    again = ("", "") if first is mark else (" again", same)
    return (
        f'<li id="{mark.id}" class="{mark.classes}{again[0]}"><a class="go" href="#m-{mark.id}">'
        f'<b class="no">{mark.number}</b><b class="severity">{finding.severity.label}</b>'
        f'<b class="what">{escaped(rule.title)}</b><span class="where">{line}:{column}</span></a>'
        f'{quote_html(source, finding.span)}{again[1]}<p class="message">{escaped(finding.full_message)}</p>'
        f"{''.join(fix_html(source, edit) for edit in finding.edits)}{related}"
        f'<p class="source">依据：{escaped(finding.source)} '
        f'<a href="#{rule.code}" title="{family_label(rule.family)}">{rule.code}</a></p></li>'
    )


def quote_html(source: Source, span: Span, room: int = 48) -> str:
    """The first words of a span; empty where it has none."""
    text = " ".join(span.of(source.text)[: room + 1].split())
    if not text:
        return ""
    return f"<q>{escaped(text[:room])}{'…' if len(text) > room else ''}</q>"


def fix_html(source: Source, edit: Edit) -> str:
    """An edit: the words before and after."""
    before, behind = escaped(edit.span.of(source.text)), escaped(edit.replacement)
    removed = f"<del>{before}</del>" if before else ""
    return f'<p class="fix">可改 {removed}{f"<ins>{behind}</ins>" if behind else ""}</p>'


def _related(id: str, source: Source, span: Span, why: str) -> str:
    line, column = source.position(span.start)
    where = f'<a href="#{id}-{line}">{line}:{column}</a>'
    return f'<p class="related">参见 {where} {quote_html(source, span, 24)}{escaped(why)}</p>'
