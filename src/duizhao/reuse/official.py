"""Wording that everybody has to use, and that says nothing about who copied from whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from duizhao.text import Span, Vocabulary
from duizhao.text.toml_file import read_toml

SHIPPED = Path(__file__).with_name("data") / "official.toml"


class OfficialWording:
    """Phrases filed under the source that set them, and the search for them. Made once, used for every text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], *, dense: bool = False) -> None:
        self._sources = tuple(phrases)
        self._vocabulary = Vocabulary(phrases, dense=dense)

    def places(self, text: str) -> list[tuple[Span, str]]:
        """Where `text` uses such wording, each place with its source: in order, apart, the longest of nested ones."""
        marks = self._vocabulary.scan(text)
        found = [(Span(*place), source) for source in self._sources for place in marks.of(source)]
        kept: list[tuple[Span, str]] = []
        end = 0
        for span, source in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
            if span.end > end:
                kept.append((Span(max(span.start, end), span.end), source))
                end = span.end
        return kept


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
    return OfficialWording(shipped_phrases(), dense=True)


@cache
def shipped_phrases() -> dict[str, tuple[str, ...]]:
    """The phrases that come with the program, by source."""
    groups = read_toml(SHIPPED)["group"]
    return {group["source"]: tuple(group["phrases"]) for group in groups}
