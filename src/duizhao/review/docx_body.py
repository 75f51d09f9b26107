"""The main part of a Word file while comments and changes are put into it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from duizhao.errors import UnreadableDocument
from duizhao.office.xml_text import Splice, TagWriter, storable
from duizhao.review.anchors import AnchorFinder, Spot
from duizhao.review.reference_places import ReferencePlaces, content_start
from duizhao.review.run_index import RunIndex
from duizhao.review.run_splitter import Deletion, Rank, RunMark, RunSplitter
from duizhao.review.run_text import RunReader, RunText
from duizhao.text import Source, Span

IDS = re.compile(r""":id\s*=\s*["'](\d{1,9})["']""")
MARK_SIZE = 16
"""Half points: the mark of a comment has no width, and this small it makes no line higher."""


class DocxBody:
    """Collects marks and deletions by run. `splices` puts them all into `xml`."""

    def __init__(
        self, xml: str, source: Source, prefixes: frozenset[str], writer: TagWriter
    ) -> None:
        self.xml, self.source, self.writer = xml, source, writer
        self.index = RunIndex(xml, prefixes)
        self.anchors = AnchorFinder(source, self.index)
        self._marks: dict[tuple[int, int], list[RunMark]] = defaultdict(list)
        self._deletions: dict[tuple[int, int], list[Deletion]] = defaultdict(list)
        self._around_paragraphs: dict[int, tuple[list[str], list[str]]] = {}
        self._references: dict[int, list[str]] = defaultdict(list)
        self._texts: dict[tuple[int, int], RunText] = {}
        self._prefixes = prefixes
        self._reader = RunReader(xml, prefixes)

    @cached_property
    def _places(self) -> ReferencePlaces:
        return ReferencePlaces(self.xml, self.index, self._prefixes)

    @cached_property
    def fresh(self) -> Callable[[], int]:
        """Gives an id that no change or mark of this part has."""
        used = max(map(int, IDS.findall(self.xml)), default=-1)
        return itertools.count(used + 1).__next__

    def text_of(self, key: tuple[int, int]) -> RunText:
        """The characters of a run."""
        if key not in self._texts:
            self._texts[key] = self._reader.read(self.index.runs[key])
        return self._texts[key]

    def check(self, start: Spot, end: Spot) -> None:
        """Raises UnreadableDocument if the characters of a run are not those that were read from it."""
        found = self.text_of(start.key).text[start.offset : end.offset]
        if found != storable(self.source.text[start.at : end.at]):
            raise UnreadableDocument(
                self.source.name,
                f"第 {start.paragraph + 1} 段的结构特殊，批注放不准；请用 Word 打开后另存为 .docx 再试",
            )

    def mark(self, key: tuple[int, int], mark: RunMark) -> None:
        """Put a mark into a run."""
        self._marks[key].append(mark)

    def delete(self, key: tuple[int, int], deletion: Deletion) -> None:
        """Mark characters of a run as deleted."""
        self._deletions[key].append(deletion)

    def commented(self, span: Span) -> Span | None:
        """The characters that a comment on `span` covers; None if it hangs on a paragraph."""
        anchor = self.anchors.anchor(span)
        return None if isinstance(anchor, int) else Span(anchor.start.at, anchor.end.at)

    def comment(self, key: int, span: Span) -> bool:
        """Put the marks of a comment around a span. Returns False if the document has no place for them."""
        start = self.writer.empty("commentRangeStart", id=key)
        anchor = self.anchors.anchor(span)
        if isinstance(anchor, int):
            return self._comment_paragraph(anchor, start, key)
        first, last = anchor
        end = self._end(key, self.index.runs[last.key].element.start + 1)
        if first == last:
            run, offset = self._outermost(first, behind=False)
            self.mark(run, RunMark(offset, Rank.EMPTY_COMMENT, start + end))
            return True
        self.check(first, first._replace(offset=first.offset + 1, at=first.at + 1))
        self.check(last._replace(offset=last.offset - 1, at=last.at - 1), last)
        for spot, rank, xml in (
            (first, Rank.COMMENT_STARTS, start),
            (last, Rank.COMMENT_ENDS, end),
        ):
            run, offset = self._outermost(spot, behind=rank is Rank.COMMENT_ENDS)
            self.mark(run, RunMark(offset, rank, xml))
        return True

    def _end(self, key: int, at: int) -> str:
        """The end of a range at `at`, and the run with the reference: Word shows no comment without it."""
        inside = self.writer.inside
        size = inside.around(
            inside.empty("sz", val=MARK_SIZE) + inside.empty("szCs", val=MARK_SIZE), "rPr"
        )
        run = self.writer.around(size + inside.empty("commentReference", id=key), "r")
        end = self.writer.empty("commentRangeEnd", id=key)
        elsewhere = self._places.elsewhere(at)
        if elsewhere is None:
            return end + run
        self._references[elsewhere].append(run)
        return end

    def _outermost(self, spot: Spot, behind: bool) -> tuple[tuple[int, int], int]:
        """The run to mark, and the place in it: a run inside another, as in a ruby, is marked outside of both."""
        outer = (spot.paragraph, self.index.runs[spot.key].outermost)
        if outer == spot.key or outer not in self.index.runs:
            return spot.key, spot.offset
        return outer, len(self.text_of(outer).text) if behind else 0

    def _comment_paragraph(self, paragraph: int, start: str, key: int) -> bool:
        if paragraph not in self.index.paragraphs:
            return False
        starts, ends = self._around_paragraphs.setdefault(paragraph, ([], []))
        starts.append(start)
        ends.append(self._end(key, self.index.paragraphs[paragraph].element.outer))
        return True

    def splices(self) -> Iterator[Splice]:
        """All splices. Several at one place come in the order of the document.

        Marks around a whole paragraph lie outside of those in its runs, so that the next review finds both in order.
        """
        runs, last = self.index.runs, []
        for paragraph, (starts, ends) in sorted(self._around_paragraphs.items()):
            start, *end = self._around_paragraph(paragraph, "".join(starts), "".join(ends))
            yield start
            last += end
        touched = sorted({*self._marks, *self._deletions}, key=lambda key: runs[key].element.start)
        moved = sorted(self._references.items(), reverse=True)
        for key in touched:
            # A reference behind a control or field stands before what begins there, also at the next review.
            while moved and moved[-1][0] <= runs[key].element.start:
                yield _joined_splice(*moved.pop())
            splitter = RunSplitter(self.xml, self.text_of(key), self.fresh)
            yield from splitter.splices(self._marks[key], self._deletions[key])
        while moved:
            yield _joined_splice(*moved.pop())
        yield from last

    def _around_paragraph(self, number: int, starts: str, ends: str) -> Iterator[Splice]:
        """Marks around all runs of a paragraph."""
        element = self.index.paragraphs[number].element
        if element.is_one_tag:
            # <w:p/> becomes <w:p>…</w:p>.
            yield Splice(element.end - 2, element.end, f">{starts}{ends}</{element.name}>")
            return
        at = content_start(self.xml, element)
        yield Splice(at, at, starts)
        yield Splice(element.outer, element.outer, ends)


def _joined_splice(at: int, references: list[str]) -> Splice:
    return Splice(at, at, "".join(references))
