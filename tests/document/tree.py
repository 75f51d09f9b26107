"""Draws a document as an indented tree, for people to read and for cases to state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Document, Item, Paragraph, Section, split
from duizhao.document import parse as parse_document
from duizhao.text import Source, Span

LONGEST = 26


def drawn(text: str) -> str:
    """The trees of all statements in `text`; more than one are headed 第 n 份."""
    source = Source(text)
    spans = split(source)
    trees = ["\n".join(draw(parse_document(source, span))) for span in spans]
    if len(trees) == 1:
        return trees[0]
    return "\n".join(f"第 {number} 份\n{tree}" for number, tree in enumerate(trees, 1))


def draw(document: Document) -> Iterator[str]:
    text = document.text

    def line(label: str, spans: Iterable[Span | None]) -> Iterator[str]:
        return (f"{label} {_short(span.of(text))}" for span in spans if span is not None)

    yield from (
        f"残留·{each.kind.value} {_short(each.span.of(text))}" for each in document.residues
    )
    yield from line("标题", document.title)
    yield from line("身份", document.roles)
    yield from line("题下日期", [document.dateline])
    yield from line("称呼", [document.salutation])
    yield from _paragraphs("引言", document.preamble, text, "")
    for section in document.sections:
        yield from _section(section, text, "")
    yield from line("附件", document.attachments)
    yield from line("署名", [document.signature])
    yield from line("日期", [document.date])
    for run in document.sequences:
        yield f"序列 {run.style.value} {' '.join(str(marker.number) for marker in run.markers)}"


def _section(section: Section, text: str, indent: str) -> Iterator[str]:
    heading = section.heading
    marker = heading.marker.span.of(text) if heading.marker else "（无序号）"
    tail = " ⇥" if heading.run_in else ""
    yield f"{indent}{heading.level}级 {_short(marker)} {_short(heading.title.of(text))}{tail}"
    yield from _paragraphs("段", section.paragraphs, text, indent + "  ")
    for inner in section.sections:
        yield from _section(inner, text, indent + "  ")


def _paragraphs(
    label: str, paragraphs: Iterable[Paragraph], text: str, indent: str
) -> Iterator[str]:
    for paragraph in paragraphs:
        yield f"{indent}{label} {_short(paragraph.span.of(text))}"
        yield from _items(paragraph.items, text, indent + "  ")


def _items(items: Iterable[Item], text: str, indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}点 {item.marker.span.of(text)} {_short(item.lead.of(text))}"
        yield from _items(item.items, text, indent + "  ")


def _short(words: str) -> str:
    """One line of at most LONGEST characters, both ends shown."""
    words = words.replace("\r", "").replace("\n", "⏎")
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST - 9]}…{words[-8:]}"
