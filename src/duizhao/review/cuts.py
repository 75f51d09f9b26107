"""Marks and deletions in one run → the fewest insertions into its XML; not a character of it is moved.

A run is cut by closing it and opening it again with the same properties, so that marks may stand between its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from duizhao.office.xml_text import Splice
from duizhao.review.letters import Child, Letters, places
from duizhao.text import Span

BLANKS = " \t\r\n"
PRESERVE = ' xml:space="preserve"'
OWN_ID = re.compile(r"""(:id\s*=\s*["'])\d+""")


class Rank(IntEnum):
    """The order of what stands at one place between two characters."""

    DELETED = 0
    EMPTY = 1
    INSERTED = 2
    ENDS = 3
    STARTS = 4
    DELETES = 5


class Mark(NamedTuple):
    """XML that goes in before the run's character `offset`; up to `Rank.ENDS` it clings to the character before."""

    offset: int
    rank: Rank
    xml: str


class Deletion(NamedTuple):
    """Characters of a run to be marked as deleted; `begin` makes the start tag that goes around them."""

    span: Span
    begin: Callable[[], str]
    end: str


class _Cut(NamedTuple):
    """A place in the XML where marks go in: outside the run, between two children, or inside the text of one."""

    at: int
    child: Child | None
    offset: int
    is_outside: bool


class Cutter:
    """Cuts one run. `fresh` gives ids for the copies of a change that the run's properties record."""

    def __init__(self, xml: str, letters: Letters, fresh: Callable[[], int]) -> None:
        self._xml, self._letters, self._fresh = xml, letters, fresh
        self._run = letters.run.element
        self._length = len(letters.text)
        self._dead = bytearray(self._length)
        self._places: dict[int, Sequence[int]] = {}

    def splices(self, marks: Iterable[Mark], deletions: Iterable[Deletion]) -> Iterator[Splice]:
        """What to put where."""
        wanted = list(marks)
        for deletion in deletions:
            for span in self._solid(deletion.span):
                self._dead[span.start : span.end] = b"\1" * (span.end - span.start)
                wanted.append(Mark(span.start, Rank.DELETES, deletion.begin()))
                wanted.append(Mark(span.end, Rank.DELETED, deletion.end))
        wanted.sort(key=lambda mark: mark[:2])
        inside = set()
        for cut, group in groupby(wanted, self._cut_of(wanted)):
            words = "".join(mark.xml for mark in group)
            yield self._splice(cut, words)
            if cut.child is not None:
                inside.add((cut.child.element.start, cut.offset))
        for child in self._letters.children:
            yield from self._renamed(child, inside)

    def _solid(self, span: Span) -> Iterator[Span]:
        """The parts of a stretch with nothing but characters in them: what hangs between two is not deleted."""
        start = span.start
        for child in self._letters.children:
            if not child.text and start < child.at < span.end:
                yield Span(start, child.at)
                start = child.at
        yield Span(start, span.end)

    def _cut_of(self, marks: Sequence[Mark]) -> Callable[[Mark], _Cut]:
        deleting = {
            (mark.offset, mark.rank < Rank.STARTS)
            for mark in marks
            if mark.rank in {Rank.DELETED, Rank.DELETES}
        }

        def cut(mark: Mark) -> _Cut:
            clings = mark.rank < Rank.STARTS
            return self._cut(mark.offset, clings, (mark.offset, clings) in deleting)

        return cut

    def _cut(self, offset: int, clings: bool, is_tight: bool) -> _Cut:
        """The place before the character `offset`; tight on it, or on the one before that it `clings` to."""
        # A run without characters of its own, as around a ruby, has both its ends at 0.
        if offset == self._length and clings and not is_tight:
            return self._outside(self._run.end)
        if offset == 0 and (clings or not is_tight):
            return self._outside(self._run.start)
        if offset == self._length and not clings:
            return self._outside(self._run.end)
        near = offset - 1 if clings else offset
        child = next(child for child in self._letters.children if child.at <= near < child.stop)
        if child.is_text and child.at < offset < child.stop:
            return _Cut(self._place(child, offset - child.at), child, offset, False)
        return self._between(child.element.end if clings else child.element.start)

    def _place(self, child: Child, offset: int) -> int:
        start = child.element.start
        if start not in self._places:
            self._places[start] = places(self._xml, child)
        return self._places[start][offset]

    def _outside(self, at: int) -> _Cut:
        return _Cut(at, None, -1, True)

    def _between(self, at: int) -> _Cut:
        children = self._letters.children
        if at == children[-1].element.end:
            return self._outside(self._run.end)
        if at == children[0].element.start:
            return self._outside(self._run.start)
        return _Cut(at, None, -1, False)

    def _splice(self, cut: _Cut, words: str) -> Splice:
        if cut.is_outside:
            return Splice(cut.at, cut.at, words)
        close, reopen = f"</{self._run.name}>", self._reopened()
        if cut.child is not None:
            name = cut.child.element.name
            before, behind = (
                self._name(name, self._is_dead(at)) for at in (cut.offset - 1, cut.offset)
            )
            close, reopen = f"</{before}>{close}", f"{reopen}<{behind}{PRESERVE}>"
        return Splice(cut.at, cut.at, f"{close}{words}{reopen}")

    def _reopened(self) -> str:
        """The start of the run and its properties once more; a change they record gets its own id."""
        opening = self._xml[self._run.start : self._run.inner]
        return opening + OWN_ID.sub(
            lambda found: f"{found[1]}{self._fresh()}", self._letters.properties
        )

    def _renamed(self, child: Child, inside: set[tuple[int, int]]) -> Iterator[Splice]:
        """w:t is called w:delText where it is deleted, and keeps a blank where it has been cut behind one."""
        if not child.is_text or not child.text:
            return
        element, name = child.element, child.element.name
        if self._is_dead(child.at):
            start = element.start + 1
            yield Splice(start, start + len(name), self._name(name, True))
        if self._is_dead(child.stop - 1):
            start = element.outer + 2
            yield Splice(start, start + len(name), self._name(name, True))
        cuts = [offset for start, offset in inside if start == element.start]
        if (
            cuts
            and self._letters.text[min(cuts) - 1] in BLANKS
            and "preserve" not in self._xml[element.start : element.inner]
        ):
            yield Splice(element.inner - 1, element.inner - 1, PRESERVE)

    def _is_dead(self, offset: int) -> bool:
        return bool(self._dead[offset])

    def _name(self, name: str, is_dead: bool) -> str:
        prefix, colon, _ = name.rpartition(":")
        return f"{prefix}{colon}{'delText' if is_dead else 't'}"
