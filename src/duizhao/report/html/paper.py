"""A text as on paper, line by line, with its findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from duizhao.lint import CheckedSource
from duizhao.report.html.marked_span import MarkedSpan, mark_up


def paper(id: str, checked: CheckedSource, marks: Sequence[MarkedSpan]) -> Iterator[str]:
    """The lines of the text as paragraphs, each with its number."""
    source = checked.source
    by_line: dict[int, list[MarkedSpan]] = defaultdict(list)
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
        content = mark_up(source.text, line, by_line[number], seen)
        yield f'<p id="{id}-{number}" class="{kind}" data-line="{number}">{content}</p>'


def _kinds(checked: CheckedSource) -> dict[int, str]:
    """The kind of each line, after GB/T 9704 7.3: title, headings of two levels, signature, date."""
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
