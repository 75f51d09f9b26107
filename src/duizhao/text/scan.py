"""The one scan over a text: every literal string that is looked for, found at once.

Each part of the program lists its strings under names. The scan files the places that it finds under these names, and
no part reads the whole text a second time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span, as_span

END = itemgetter(1)
LONE_SURROGATE = LazyPattern("[\ud800-\udfff]")


class Marks:
    """The result of one scan: for each name, the places of its strings."""

    __slots__ = ("_found", "_index")

    def __init__(self, index: Mapping[str, int], found: list[list[tuple[int, int]]]) -> None:
        self._index = index
        self._found = found

    def get(self, name: str) -> list[tuple[int, int]]:
        """The places of the strings under `name`, in the order of their ends. They may overlap."""
        at = self._index.get(name)
        return [] if at is None else self._found[at]

    def within(self, name: str, span: tuple[int, int]) -> list[tuple[int, int]]:
        """The places under `name` that lie wholly inside `span`."""
        found = self.get(name)
        if not found:
            return []
        start, end = span
        if start == 0 and found[-1][1] <= end:
            return found[:]
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
        return Marks(self._index, [self.within(name, span) for name in self._index])

    def longest(self, name: str) -> list[Span]:
        """The places under `name` without those that lie inside or overlap an earlier, longer one."""
        found = self.get(name)
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
        self._index = {name: at for at, name in enumerate(groups)}
        owners: dict[str, tuple[int, ...]] = {}
        for at, terms in enumerate(groups.values()):
            added: dict[str, tuple[int, ...]] = dict.fromkeys(terms, (at,))
            for term in owners.keys() & added.keys():
                added[term] = (*owners[term], at)
            owners.update(added)
        # Nearly every string has one owner. The few with more stand at the end, where a number tells them.
        shared = [term for term, at in owners.items() if len(at) > 1]
        self._others = [owners[term][1:] for term in shared]
        firsts = {term: at[0] for term, at in owners.items() if len(at) == 1}
        self._shared_from = len(firsts)
        self._terms = [*firsts, *shared]
        self._first = [*firsts.values(), *[owners[term][0] for term in shared]]

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
        found: list[list[tuple[int, int]]] = [[] for _ in self._index]
        first, shared_from = self._first, self._shared_from
        for term, start, end in self._matches(text):
            found[first[term]].append((start, end))
            if term >= shared_from:
                for owner in self._others[term - shared_from]:
                    found[owner].append((start, end))
        return Marks(self._index, found)

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # The automaton takes no lone surrogates; one other character for each keeps the offsets.
            return self._automaton.find_matches_as_indexes(
                LONE_SURROGATE.sub("\ufffd", text), overlapping=True
            )
