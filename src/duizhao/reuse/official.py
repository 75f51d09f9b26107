"""Wording that everybody has to use, and that says nothing about who copied from whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from duizhao.files import read_toml
from duizhao.text import Span

DENSE = 20_000
"""Letters of all phrases together up to which a table of every step is worth its memory."""

SHIPPED = Path(__file__).with_name("data") / "official.toml"


class OfficialWording:
    """Phrases filed under the source that set them, and the search for them. Made once, used for every text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        sources = {phrase: source for source in phrases for phrase in phrases[source]}
        self._terms = [*filter(None, sources)]
        self._sources = [sources[term] for term in self._terms]

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        # Of characters two bytes wide each place follows from a byte's, and nobody has to count through the text: three
        # times as fast as a search for strings.
        small = sum(map(len, self._terms)) <= DENSE
        return BytesAhoCorasick(
            [_wide(term) for term in self._terms],
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA if small else Implementation.ContiguousNFA,
        )

    def places(self, text: str) -> list[tuple[Span, str]]:
        """Where `text` uses such wording, each place with its source: in order, apart, the longest of nested ones."""
        matches = self._automaton.find_matches_as_indexes(_wide(text), overlapping=True)
        # A match that begins in the middle of a character is none.
        found = [(start >> 1, -end >> 1, term) for term, start, end in matches if not start & 1]
        kept: list[tuple[Span, str]] = []
        reached = 0
        for start, end, term in sorted(found):
            if -end > reached:
                kept.append((Span(max(start, reached), -end), self._sources[term]))
                reached = -end
        return kept


def _wide(text: str) -> bytes:
    """Two bytes for each character; those of further planes, of which no wording is made, look all alike."""
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
