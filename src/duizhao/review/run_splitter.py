"""Marks and deletions in one run → the fewest insertions into its XML; not a character of it is moved.

A run is split by closing it and opening it again with the same properties, so that marks may stand between its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from duizhao.office.wordml import BLANKS
from duizhao.office.xml_text import Splice
from duizhao.review.run_text import RunChild, RunText, character_places
from duizhao.text import Span

PLACE_AND_RANK = itemgetter(0, 1)
PRESERVE = ' xml:space="preserve"'
OWN_ID = re.compile(r"""(:id\s*=\s*["'])\d+""")


class Rank(IntEnum):
    """The order of the marks at one place between two characters, from the one before to the one behind."""

    DELETION_ENDS = 0
    EMPTY_COMMENT = 1
    INSERTION = 2
    COMMENT_ENDS = 3
    COMMENT_STARTS = 4
    DELETION_STARTS = 5


class RunMark(NamedTuple):
    """XML that goes in before the run's character `offset`."""

    offset: int
    rank: Rank
    xml: str

    @property
    def clings(self) -> bool:
        """Does it stand right behind the character before, rather than right before the one behind?"""
        return self.rank < Rank.COMMENT_STARTS


class Deletion(NamedTuple):
    """Characters of a run to be marked as deleted. `begin` makes the start tag that goes around them."""

    span: Span
    begin: Callable[[], str]
    end: str


class _SplitPlace(NamedTuple):
    """A place in the XML where marks go in: outside of the run, between two children, or inside the text of one."""

    at: int
    child: RunChild | None
    offset: int
    is_outside: bool


class RunSplitter:
    """Splits one run. `fresh` gives an id to each copy of a change that the properties of the run record."""

    def __init__(self, xml: str, text: RunText, fresh: Callable[[], int]) -> None:
        self._xml, self._text, self._fresh = xml, text, fresh
        self._run = text.run.element
        self._length = len(text.text)
        self._is_deleted = bytearray(self._length)
        self._places: dict[int, Sequence[int]] = {}
        self._stops = [child.stop for child in text.children]
        self._gaps = [child.at for child in text.children if not child.text]
        self._start_tag = xml[self._run.start : self._run.inner]
        self._has_ids = OWN_ID.search(text.properties) is not None

    def splices(self, marks: Iterable[RunMark], deletions: Iterable[Deletion]) -> Iterator[Splice]:
        """The splices that put the marks and the deletions into the XML."""
        wanted = list(marks)
        for deletion in deletions:
            for span in self._without_gaps(deletion.span):
                self._is_deleted[span.start : span.end] = b"\1" * (span.end - span.start)
                wanted.append(RunMark(span.start, Rank.DELETION_STARTS, deletion.begin()))
                wanted.append(RunMark(span.end, Rank.DELETION_ENDS, deletion.end))
        wanted.sort(key=PLACE_AND_RANK)
        inside: dict[int, int] = {}
        for place, group in groupby(wanted, self._place_finder(wanted)):
            yield self._splice(place, "".join([mark.xml for mark in group]))
            if place.child is not None:
                inside.setdefault(place.child.element.start, place.offset)
        for child in self._text.children:
            yield from self._renamed(child, inside)

    def _without_gaps(self, span: Span) -> Iterator[Span]:
        """The parts of a span between which elements without characters hang: these are not deleted."""
        start = span.start
        first, last = bisect_right(self._gaps, span.start), bisect_left(self._gaps, span.end)
        for at in dict.fromkeys(self._gaps[first:last]):
            yield Span(start, at)
            start = at
        yield Span(start, span.end)

    def _place_finder(self, marks: Sequence[RunMark]) -> Callable[[RunMark], _SplitPlace]:
        # Where a deletion begins or ends, all marks at its place must stand inside of the run, next to the w:del.
        tight = {
            (mark.offset, mark.clings)
            for mark in marks
            if mark.rank is Rank.DELETION_ENDS or mark.rank is Rank.DELETION_STARTS
        }
        return lambda mark: self._split_place(
            mark.offset, mark.clings, (mark.offset, mark.clings) in tight
        )

    def _split_place(self, offset: int, clings: bool, is_tight: bool) -> _SplitPlace:
        """The place before the character `offset`. A tight one is directly next to the character to which it clings."""
        # A run without characters of its own, as around a ruby, has both its ends at 0.
        if offset == self._length and clings and not is_tight:
            return self._outside(self._run.end)
        if offset == 0 and (clings or not is_tight):
            return self._outside(self._run.start)
        if offset == self._length and not clings:
            return self._outside(self._run.end)
        near = offset - 1 if clings else offset
        # The child that shows the character: those that show nothing stop where they begin.
        child = self._text.children[bisect_right(self._stops, near)]
        if child.is_text and child.at < offset < child.stop:
            at = self._character_place(child, offset - child.at)
            return _SplitPlace(at, child, offset, False)
        return self._between(child.element.end if clings else child.element.start)

    def _character_place(self, child: RunChild, offset: int) -> int:
        return self._character_places(child)[offset]

    def _character_places(self, child: RunChild) -> Sequence[int]:
        start = child.element.start
        if start not in self._places:
            self._places[start] = character_places(self._xml, child)
        return self._places[start]

    def _outside(self, at: int) -> _SplitPlace:
        return _SplitPlace(at, None, -1, True)

    def _between(self, at: int) -> _SplitPlace:
        children = self._text.children
        # Before the first child and behind the last the run need not be split: the marks go outside of it.
        if at == children[-1].element.end:
            return self._outside(self._run.end)
        if at == children[0].element.start:
            return self._outside(self._run.start)
        return _SplitPlace(at, None, -1, False)

    def _splice(self, place: _SplitPlace, marks: str) -> Splice:
        if place.is_outside:
            return Splice(place.at, place.at, marks)
        close, reopen = f"</{self._run.name}>", self._reopened()
        if place.child is not None:
            # Inside a text its element is closed first and opened again last.
            name = place.child.element.name
            before = self._text_name(name, self._deleted_at(place.offset - 1))
            behind = self._text_name(name, self._deleted_at(place.offset))
            close, reopen = f"</{before}>{close}", f"{reopen}<{behind}{PRESERVE}>"
        return Splice(place.at, place.at, f"{close}{marks}{reopen}")

    def _reopened(self) -> str:
        """The start tag of the run and its properties once more. A change that they record gets an id of its own."""
        properties = self._text.properties
        if self._has_ids:
            properties = OWN_ID.sub(lambda found: f"{found[1]}{self._fresh()}", properties)
        return self._start_tag + properties

    def _renamed(self, child: RunChild, inside: Mapping[int, int]) -> Iterator[Splice]:
        """Make w:t a w:delText where it is deleted, and let it keep a blank at an end where it was split.

        `inside` gives the first place inside each child that is split, by the start of its element.
        """
        if not child.is_text or not child.text:
            return
        element, name = child.element, child.element.name
        # Its start tag belongs to its first character, its end tag to its last: between them it may be split.
        if self._deleted_at(child.at):
            start = element.start + 1
            yield Splice(start, start + len(name), self._text_name(name, True))
        if self._deleted_at(child.stop - 1):
            start = element.outer + 2
            yield Splice(start, start + len(name), self._text_name(name, True))
        first_split = inside.get(element.start)
        if first_split is None:
            return
        if child.lead or child.trail:
            # Parts of a text keep their blanks, and these do not show.
            places = self._character_places(child)
            yield Splice(element.inner, places[0], "")
            yield Splice(places[-1], element.outer, "")
        if (
            self._text.text[first_split - 1] in BLANKS
            and "preserve" not in self._xml[element.start : element.inner]
        ):
            yield Splice(element.inner - 1, element.inner - 1, PRESERVE)

    def _deleted_at(self, offset: int) -> bool:
        return bool(self._is_deleted[offset])

    def _text_name(self, name: str, is_deleted: bool) -> str:
        prefix, colon, _ = name.rpartition(":")
        return f"{prefix}{colon}{'delText' if is_deleted else 't'}"
