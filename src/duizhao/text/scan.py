"""The one scan over a text: every literal string that is looked for, found at once.

Each part of the program lists its strings under names. The scan files the places that it finds under these names, and
no part reads the whole text a second time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import add, itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span, as_span

Place = tuple[int, int]
END = itemgetter(1)
NOWHERE: tuple[Place, ...] = ()
FIRST_TEXTS = 8
"""For so many texts the strings that can stand in them are picked; then all of them go into one automaton."""
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

    def outside(self, spans: Sequence[tuple[int, int]]) -> Marks:
        """The same marks without those that touch one of the spans, which are in order and apart."""
        starts = [start for start, _ in spans]

        def is_outside(place: Place) -> bool:
            before = bisect_left(starts, place[1]) - 1
            return before < 0 or spans[before][1] <= place[0]

        kept = {name: [*filter(is_outside, places)] for name, places in self.found.items()}
        return Marks({name: places for name, places in kept.items() if places})

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


class SortedStrings:
    """Many strings that know themselves which of them a text can have."""

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError

    def begun_in(self, begun: Collection[str]) -> list[str]:
        """The strings whose first one or two characters are among these."""
        raise NotImplementedError


class Vocabulary:
    """Literal strings to look for, each filed under one or more names. Made once, used for every text.

    The first texts are scanned for the strings alone that can stand in them: to find these takes milliseconds, and
    the automaton of all strings takes as long to make as forty checks.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._groups = {
            name: terms if isinstance(terms, SortedStrings) else tuple(terms)
            for name, terms in groups.items()
        }
        self._scans = 0

    def prepare(self) -> None:
        """Make the automaton of all strings now, because many texts will come."""
        self._scans = FIRST_TEXTS
        self._whole.prepare()

    def scan(self, text: str) -> Marks:
        """Find every string of the vocabulary in `text`, overlapping ones too."""
        if self._scans < FIRST_TEXTS:
            self._scans += 1
            return _Strings(self._possible_in(text)).scan(text)
        return self._whole.scan(text)

    @cached_property
    def _whole(self) -> _Strings:
        return _Strings(self._groups)

    def _possible_in(self, text: str) -> Mapping[str, Sequence[str]]:
        """The strings that begin as the text goes on somewhere: with a character or with two of it."""
        begun = {*text, *map(add, text, text[1:])}
        return {
            name: terms.begun_in(begun)
            if isinstance(terms, SortedStrings)
            else [term for term in terms if term[:2] in begun]
            for name, terms in self._groups.items()
        }


class _Strings:
    """Strings in one automaton, each as often as it has names."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        once = {name: dict.fromkeys(terms) for name, terms in groups.items()}
        self._terms = [*chain.from_iterable(once.values())]
        self._names = [name for name, terms in once.items() for _ in terms]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(
            self._terms,
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
            store_patterns=False,
        )

    def prepare(self) -> None:
        """Make the automaton now."""
        _ = self._automaton

    def scan(self, text: str) -> Marks:
        found: dict[str, list[Place]] = defaultdict(list)
        names = self._names
        for term, start, end in self._matches(text):
            found[names[term]].append((start, end))
        return Marks(dict(found))

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # The automaton takes no lone surrogates; one other character for each keeps the offsets.
            return self._automaton.find_matches_as_indexes(
                LONE_SURROGATE.sub("\ufffd", text), overlapping=True
            )
