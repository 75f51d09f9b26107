"""First draft, being replaced."""

from __future__ import annotations

import re

from duizhao.document.nodes import (
    Document,
    Heading,
    Item,
    Marker,
    Paragraph,
    Residue,
    Section,
    Sequence,
    Style,
)
from duizhao.text import Marks, Source, Span
from duizhao.text.numerals import value

VOCABULARY: dict[str, tuple[str, ...]] = {"document.item": ()}
HEAD = re.compile(r"(##\w+##)?(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）)([^\n。]*)(。?)")
ITEM = re.compile(r"(?:(?<=\n)|(?<=^)|(?<=[。；]))([一二三四五六七八九十]+)是")


def parse(source: Source, within: Span | None = None, marks: Marks | None = None) -> Document:
    text = source.text
    lines = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        if body.strip():
            lines.append(Span(at, at + len(body)))
        at += len(line)
    title = (lines[0],) if lines else ()
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    preamble: list[Paragraph] = []
    items: list[Item] = []
    residues = []
    sections: list[list] = []
    for span in lines[1:]:
        m = HEAD.match(text, span.start, span.end)
        start = span.start
        if m:
            if m[1]:
                residues.append(Residue(Span(*m.span(1)), "mark"))
            style = Style.CHAPTER if m[2] else Style.SECTION
            g = 2 if m[2] else 3
            ms = m.end(1) if m[1] else m.start()
            marker = Marker(Span(ms, m.end(g) + 1), style, value(m[g]) or 0)
            run_in = m.end() < span.end
            headings.append(
                Heading(Span(ms, m.end()), marker, Span(*m.span(4)), style.level, run_in)
            )
            sections.append([headings[-1], []])
            start = m.end()
            if not run_in:
                continue
        if re.fullmatch(r"##\w+##", text[start : span.end]):
            residues.append(Residue(Span(start, span.end), "mark"))
            continue
        found = list(ITEM.finditer(text, start, span.end))
        mine = []
        for i, f in enumerate(found):
            end = found[i + 1].start() if i + 1 < len(found) else span.end
            stop = text.find("。", f.end(), end)
            mine.append(
                Item(
                    Span(f.start(), end),
                    Marker(Span(*f.span()), Style.IS, value(f[1]) or 0),
                    Span(f.end(), stop if stop > 0 else end),
                )
            )
        items += mine
        paragraph = Paragraph(Span(start, span.end), tuple(mine))
        if not headings:
            preamble.append(paragraph)
        else:
            sections[-1][1].append(paragraph)
        paragraphs.append(paragraph)
    tops: list[Section] = []
    for k, (h, ps) in enumerate(sections):
        if h.level != 1:
            continue
        end = len(text)
        subs = []
        for j in range(k + 1, len(sections)):
            h2, ps2 = sections[j]
            if h2.level == 1:
                end = h2.span.start
                break
            e2 = sections[j + 1][0].span.start if j + 1 < len(sections) else len(text)
            subs.append(Section(Span(h2.span.start, e2), h2, tuple(ps2)))
        tops.append(Section(Span(h.span.start, end), h, tuple(ps), tuple(subs)))
    return Document(
        source,
        within or Span(0, len(text)),
        title,
        preamble=tuple(preamble),
        sections=tuple(tops),
        residues=tuple(residues),
        headings=tuple(headings),
        items=tuple(items),
        paragraphs=tuple(paragraphs),
    )
