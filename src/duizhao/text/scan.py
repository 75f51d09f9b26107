"""The one scan over a text: every literal string that is looked for, found at once.

Each part of the program lists its strings under names. The scan files the places that it finds under these names, and
no part reads the whole text a second time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span, as_span

Place = tuple[int, int]
END = itemgetter(1)
NOWHERE: tuple[Place, ...] = ()
LONE_SURROGATE = LazyPattern("[\ud800-\udfff]")


class Marks:
    """The result of one scan: for each name, the places of its strings."""

    __slots__ = ("found",)

    def __init__(self, found: Mapping[str, Sequence[Place]]) -> None:
        self.found = found
        """The names of which a string was found, each with its places."""

    def get(self, name: str) -> Sequence[Place]:
        """The places of the strings under `name`, in the order of their ends. They may overlap."""
        return self.found.get(name, NOWHERE)

    def within(self, name: str, span: tuple[int, int]) -> list[Place]:
        """The places under `name` that lie wholly inside `span`."""
        found = self.found.get(name)
        if not found:
            return []
        start, end = span
        if start == 0 and found[-1][1] <= end:
            return [*found]
        first = bisect_left(found, start + 1, key=END)
        inside = []
        for place in found[first:]:
            if place[1] > end:
                break
            if place[0] >= start:
                inside.append(place)
        return inside

    def clip(self, span: tuple[int, int]) -> Marks:
        """The same marks, but only those that lie wholly inside `span`."""
        inside = {name: self.within(name, span) for name in self.found}
        return Marks({name: places for name, places in inside.items() if places})

    def longest(self, name: str) -> list[Span]:
        """The places under `name` without those that lie inside or overlap an earlier, longer one."""
        found = self.found.get(name)
        return longest(found) if found else []


def longest(places: Iterable[tuple[int, int]]) -> list[Span]:
    """Places in order, without those that lie inside or overlap an earlier, longer one."""
    kept: list[tuple[int, int]] = []
    last_start = last_end = -1
    for start, end in sorted(places):
        if start >= last_end:
            kept.append((start, end))
        elif start == last_start:
            kept[-1] = (start, end)
        else:
            continue
        last_start, last_end = start, end
    return list(map(as_span, kept))


class Vocabulary:
    """Literal strings to look for, each filed under one or more names. Made once, used for every text."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        firsts: dict[str, str] = {}
        shared: dict[str, list[str]] = {}
        for name, terms in groups.items():
            added = dict.fromkeys(terms, name)
            for term in firsts.keys() & added.keys():
                shared.setdefault(term, [firsts[term]]).append(name)
            firsts |= added
        # Nearly every string has one owner. The few with more stand at the end, where a number tells them.
        for term in shared:
            del firsts[term]
        self._others = [tuple(names[1:]) for names in shared.values()]
        self._shared_from = len(firsts)
        self._terms = [*firsts, *shared]
        self._first = [*firsts.values(), *[names[0] for names in shared.values()]]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(
            self._terms,
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def scan(self, text: str) -> Marks:
        """Find every string of the vocabulary in `text`, overlapping ones too."""
        found: dict[str, list[Place]] = {}
        first, shared_from = self._first, self._shared_from
        for term, start, end in self._matches(text):
            name = first[term]
            if name in found:
                found[name].append((start, end))
            else:
                found[name] = [(start, end)]
            if term >= shared_from:
                for name in self._others[term - shared_from]:
                    found.setdefault(name, []).append((start, end))
        return Marks(found)

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # The automaton takes no lone surrogates; one other character for each keeps the offsets.
            return self._automaton.find_matches_as_indexes(
                LONE_SURROGATE.sub("\ufffd", text), overlapping=True
            )
