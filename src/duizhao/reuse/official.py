"""Official wording, which every statement has to use: sharing it means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from duizhao.files import read_toml
from duizhao.text import Span

DFA_UP_TO = 20_000
"""Characters of all phrases together up to which a table of every step is worth its memory."""

SHIPPED = Path(__file__).with_name("data") / "official.toml"

SENTENCE = re.compile(r"[^。！？；\n\r]+")
SHORTEST_SENTENCE = 8
"""A shorter sentence is a heading or a form of address: it would take the same few words out of every text."""


class OfficialWording:
    """Phrases filed under the source that set them, and the search for them. Made once, used for every text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        sources = {phrase: source for source in phrases for phrase in phrases[source]}
        self._terms = [*filter(None, sources)]
        self._sources = [sources[term] for term in self._terms]

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        # In characters of two bytes, an offset in bytes gives that in characters without counting: three times as fast
        # as a search for strings.
        small = sum(map(len, self._terms)) <= DFA_UP_TO
        return BytesAhoCorasick(
            [_utf16(term) for term in self._terms],
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA if small else Implementation.ContiguousNFA,
        )

    def places(self, text: str) -> list[tuple[Span, str]]:
        """Where `text` uses such wording, with its source: in order, apart, the longest of nested phrases."""
        kept: list[tuple[Span, str]] = []
        reached = 0
        for start, end, term in sorted(
            (start, -end, term) for start, end, term in self._matches(text)
        ):
            if -end > reached:
                kept.append((Span(max(start, reached), -end), self._sources[term]))
                reached = -end
        return kept

    def ranges(self, text: str) -> Iterator[tuple[int, int]]:
        """The starts and ends of all phrases in `text`, in no order and overlapping."""
        return ((start, end) for start, end, _ in self._matches(text))

    def _matches(self, text: str) -> Iterator[tuple[int, int, int]]:
        matches = self._automaton.find_matches_as_indexes(_utf16(text), overlapping=True)
        # A match at an odd byte begins in the middle of a character: it does not count.
        return ((start >> 1, end >> 1, term) for term, start, end in matches if not start & 1)


def _utf16(text: str) -> bytes:
    """Two bytes for each character. Characters of further planes, of which no wording is made, become U+FFFD."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return data
    return re.sub("[\U00010000-\U0010ffff]", "\ufffd", text).encode("utf-16-le", "surrogatepass")


def official_wording(own: Mapping[str, Iterable[str]] | None = None) -> OfficialWording:
    """The shipped phrases, and the caller's `own`, filed under the list or document they come from."""
    if not own:
        return _shipped()
    groups = dict(shipped_phrases())
    for source, phrases in (own or {}).items():
        # A unit may hand in a document that has phrases here already: it adds to them.
        groups[source] = (*groups.get(source, ()), *phrases)
    return OfficialWording(groups)


@cache
def _shipped() -> OfficialWording:
    return OfficialWording(shipped_phrases())


@cache
def shipped_phrases() -> dict[str, tuple[str, ...]]:
    """The phrases that come with the program, by source."""
    groups = read_toml(SHIPPED)["group"]
    return {group["source"]: tuple(group["phrases"]) for group in groups}


def phrases_of_list(text: str) -> tuple[str, ...]:
    """The phrases of a unit's own list: one a line; a line that begins with # is a remark."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def sentences_of_document(text: str) -> tuple[str, ...]:
    """The sentences of a document that all people of a unit wrote from. Each is excluded where it recurs exactly."""
    found = (match[0].strip() for match in SENTENCE.finditer(text))
    return tuple(dict.fromkeys(one for one in found if len(one) >= SHORTEST_SENTENCE))
