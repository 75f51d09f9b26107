"""The main part while comments and changes are put into it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from duizhao.errors import UnreadableDocument
from duizhao.office.xml_text import Splice, TagWriter, children, local_name, storable
from duizhao.review.anchors import Anchors, Spot
from duizhao.review.cuts import Cutter, Deletion, Mark, Rank
from duizhao.review.letters import Letters, Shown, letters
from duizhao.review.skeleton import Skeleton
from duizhao.text import Source, Span

IDS = re.compile(r""":id\s*=\s*["'](\d{1,9})["']""")
SMALL = 16
"""Half points: no line grows for the mark of a comment, which has no width."""


class Body:
    """Collects marks and deletions by run; `splices` then says what to put where in `xml`."""

    def __init__(
        self, xml: str, source: Source, prefixes: frozenset[str], names: TagWriter
    ) -> None:
        self.xml, self.source, self.names = xml, source, names
        self.prefixes = prefixes
        self.skeleton = Skeleton(xml, prefixes)
        self.anchors = Anchors(source, self.skeleton)
        self._marks: dict[tuple[int, int], list[Mark]] = defaultdict(list)
        self._deletions: dict[tuple[int, int], list[Deletion]] = defaultdict(list)
        self._hung: dict[int, tuple[list[str], list[str]]] = {}
        self._letters: dict[tuple[int, int], Letters] = {}
        self._shown = Shown(xml)

    @cached_property
    def fresh(self) -> Callable[[], int]:
        """Ids that no change or mark of this part has."""
        used = max(map(int, IDS.findall(self.xml)), default=-1)
        return itertools.count(used + 1).__next__

    def letters(self, key: tuple[int, int]) -> Letters:
        """The characters of a run."""
        if key not in self._letters:
            run = self.skeleton.runs[key]
            self._letters[key] = letters(self.xml, run, self.prefixes, self._shown)
        return self._letters[key]

    def check(self, start: Spot, end: Spot) -> None:
        """Raises UnreadableDocument where the characters of a run are not those that were read from it."""
        found = self.letters(start.key).text[start.offset : end.offset]
        if found != storable(self.source.text[start.at : end.at]):
            raise UnreadableDocument(
                self.source.name,
                f"第 {start.paragraph + 1} 段的结构特殊，批注放不准；请用 Word 打开后另存为 .docx 再试",
            )

    def mark(self, key: tuple[int, int], mark: Mark) -> None:
        self._marks[key].append(mark)

    def delete(self, key: tuple[int, int], deletion: Deletion) -> None:
        self._deletions[key].append(deletion)

    def covered(self, span: Span) -> Span | None:
        """The characters that a comment on `span` covers; None where it hangs on a paragraph."""
        anchor = self.anchors.of(span)
        return None if isinstance(anchor, int) else Span(anchor.start.at, anchor.end.at)

    def comment(self, key: int, span: Span) -> bool:
        """Put the marks of a comment around a span; False where the document has no place for them."""
        start, end = self.names.empty("commentRangeStart", id=key), self._end(key)
        anchor = self.anchors.of(span)
        if isinstance(anchor, int):
            return self._hang(anchor, start, end)
        first, last = anchor
        if first == last:
            run, offset = self._outermost(first, behind=False)
            self.mark(run, Mark(offset, Rank.EMPTY, start + end))
            return True
        self.check(first, first._replace(offset=first.offset + 1, at=first.at + 1))
        self.check(last._replace(offset=last.offset - 1, at=last.at - 1), last)
        for spot, rank, xml in ((first, Rank.STARTS, start), (last, Rank.ENDS, end)):
            run, offset = self._outermost(spot, behind=rank is Rank.ENDS)
            self.mark(run, Mark(offset, rank, xml))
        return True

    def _end(self, key: int) -> str:
        plain = TagWriter(self.names.prefix)
        size = plain.around(plain.empty("sz", val=SMALL) + plain.empty("szCs", val=SMALL), "rPr")
        run = self.names.around(size + plain.empty("commentReference", id=key), "r")
        return self.names.empty("commentRangeEnd", id=key) + run

    def _outermost(self, spot: Spot, behind: bool) -> tuple[tuple[int, int], int]:
        """A run inside another, as a ruby has them, is marked outside of both."""
        outer = (spot.paragraph, self.skeleton.runs[spot.key].outermost)
        if outer == spot.key or outer not in self.skeleton.runs:
            return spot.key, spot.offset
        return outer, len(self.letters(outer).text) if behind else 0

    def _hang(self, paragraph: int, start: str, end: str) -> bool:
        if paragraph not in self.skeleton.paragraphs:
            return False
        starts, ends = self._hung.setdefault(paragraph, ([], []))
        starts.append(start)
        ends.append(end)
        return True

    def splices(self) -> Iterator[Splice]:
        """All of it, in the order of the document where several things stand at one place: marks around a whole
        paragraph lie outside of those in its runs, as they do when the next review finds the old ones between them.
        """
        runs, ends = self.skeleton.runs, []
        for paragraph, (begun, ended) in sorted(self._hung.items()):
            start, *end = self._around(paragraph, "".join(begun), "".join(ended))
            yield start
            ends += end
        touched = sorted({*self._marks, *self._deletions}, key=lambda key: runs[key].element.start)
        for key in touched:
            cutter = Cutter(self.xml, self.letters(key), self.fresh)
            yield from cutter.splices(self._marks[key], self._deletions[key])
        yield from ends

    def _around(self, number: int, starts: str, ends: str) -> Iterator[Splice]:
        """Marks around everything in a paragraph, behind its properties."""
        element = self.skeleton.paragraphs[number].element
        if element.is_one_tag:
            yield Splice(element.end - 2, element.end, f">{starts}{ends}</{element.name}>")
            return
        first = next(children(self.xml, element.inner, element.outer), None)
        is_properties = first is not None and local_name(first.name) == "pPr"
        at = first.end if first is not None and is_properties else element.inner
        yield Splice(at, at, starts)
        yield Splice(element.outer, element.outer, ends)
