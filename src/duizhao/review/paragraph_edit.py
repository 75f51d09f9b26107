"""Whole paragraphs of a Word file that come or go: a new one has the look of its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.office.xml_text import Splice, XmlElement, children, escaped, local_name
from duizhao.review.docx_body import DocxBody
from duizhao.text import Edit, Source, Span

LEAVES_WITH_PARAGRAPH = frozenset(("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd"))
RUN_OF_WORDS = frozenset(("rPr", "t", "tab", "lastRenderedPageBreak"))
NOT_COPIED = re.compile(
    r"<(\w+:)?(sectPr|numPr|rPr|pPrChange)(\s[^>]*)?(/>|(?<!/)>.*?</\1\2>)", re.DOTALL
)
"""Of the properties of a paragraph: page breaks, automatic numbers, the look of its end, what was changed."""
LAST_OF_CELL = re.compile(r"\s*</(\w+:)?(tc|txbxContent|sdtContent)>")
SHORT = 30
"""Characters. A shorter line may be a heading: a new line next to it takes the look of a longer neighbour."""


class ParagraphEditor:
    """Collects paragraphs that come and go in one body."""

    def __init__(self, body: DocxBody) -> None:
        self._body, self._source = body, body.source
        self._splices: list[Splice] = []

    def is_of_paragraphs(self, edit: Edit) -> bool:
        """Are whole lines put in, or taken out, with the breaks between paragraphs?"""
        (start, end), text = edit.span, self._source.text
        if start == end:
            new = edit.replacement
            if start == len(text):
                return new.startswith("\n")
            return new.endswith("\n") and (start == 0 or self._is_break(start - 1))
        return not edit.replacement and any(
            self._is_break(at) for at in range(start, end) if text[at] == "\n"
        )

    def put(self, edit: Edit) -> bool:
        """Note an edit. Returns False, and notes nothing, if the document has no place for it."""
        if edit.span.start == edit.span.end:
            at, new = edit.span.start, edit.replacement
            is_last = at == len(self._source.text)
            return self._insert(at, (new[1:] if is_last else new[:-1]).split("\n"))
        return self._remove(edit.span)

    def splices(self) -> Iterator[Splice]:
        """The paragraphs put in and taken out."""
        yield from self._splices

    def _is_break(self, at: int) -> bool:
        origin = self._source.origin(at)
        return origin is not None and origin.generated and self._source.text[at] == "\n"

    def _insert(self, at: int, lines: list[str]) -> bool:
        """New paragraphs behind the line that ends before `at`, or before the first."""
        source = self._source
        number = source.line_number(at - 1) if at else 1
        before = self._paragraph(source, number)
        if before is None:
            return False
        behind = self._paragraph(source, number + 1) if at < len(source.text) else None
        like = before
        if behind and len(self._words(before)) < SHORT <= len(self._words(behind)):
            like = behind
        made = "".join(self._written(like, line) for line in lines)
        place = before.end if at else before.start
        self._splices.append(Splice(place, place, made))
        return True

    def _remove(self, span: Span) -> bool:
        source = self._source
        first, last = source.line_number(span.start), source.line_number(span.end)
        begins, ends = source.line(first).start, source.line(last).end
        # From the start of a line to that of another, or from the end of one to that of another.
        if span.start == begins and span.end == source.line(last).start:
            last -= 1
        elif span.start == source.line(first).end and span.end == ends:
            first += 1
        else:
            return False
        found = [self._paragraph(source, number) for number in range(first, last + 1)]
        if not all(each is not None and self._may_go(each) for each in found):
            return False
        self._splices += [Splice(each.start, each.end, "") for each in found if each is not None]
        return True

    def _paragraph(self, source: Source, number: int) -> XmlElement | None:
        """The paragraph that is this line, and no more."""
        if number > source.line_number(len(source.text)):
            return None
        line = source.line(number)
        origin = source.origin(line.start)
        if origin is None or origin.paragraph not in self._body.index.paragraphs:
            return None
        before = source.origin(line.start - 1) if line.start else None
        behind = source.origin(line.end) if line.end < len(source.text) else None
        if before is not None and before.paragraph == origin.paragraph:
            return None
        if behind is not None and not behind.generated:
            return None
        return self._body.index.paragraphs[origin.paragraph].element

    def _may_go(self, paragraph: XmlElement) -> bool:
        """Does it hold words alone, and does something follow it where something must?"""
        xml = self._body.xml
        if (
            LAST_OF_CELL.match(xml, paragraph.end)
            or "sectPr" in xml[paragraph.start : paragraph.end]
        ):
            return False
        for child in children(xml, paragraph.inner, paragraph.outer):
            name = local_name(child.name)
            if name not in LEAVES_WITH_PARAGRAPH:
                return False
            inside = children(xml, child.inner, child.outer) if name == "r" else ()
            if any(local_name(each.name) not in RUN_OF_WORDS for each in inside):
                return False
        return True

    def _words(self, paragraph: XmlElement) -> str:
        return re.sub("<[^>]*>", "", self._body.xml[paragraph.inner : paragraph.outer])

    def _written(self, like: XmlElement, line: str) -> str:
        """A paragraph with the look of another, and of its first run with words."""
        xml = self._body.xml
        inside = list(children(xml, like.inner, like.outer))
        look = next((xml[e.inner : e.outer] for e in inside if local_name(e.name) == "pPr"), "")
        name = like.name
        prefix = name.removesuffix("p")
        properties = f"<{prefix}pPr>{NOT_COPIED.sub('', look)}</{prefix}pPr>" if look else ""
        run = next(
            (
                xml[e.inner : e.outer]
                for e in inside
                if local_name(e.name) == "r" and e.inner < e.outer
            ),
            "",
        )
        face = re.match(r"\s*<(\w+:)?rPr(\s[^>]*)?(/>|>.*?</\1?rPr>)", run, re.DOTALL)
        shown = "" if face is None or "rPrChange" in face[0] else face[0]
        words = f'<{prefix}r>{shown}<{prefix}t xml:space="preserve">{escaped(line)}</{prefix}t></{prefix}r>'
        return f"<{name}>{properties}{words if line else ''}</{name}>"
