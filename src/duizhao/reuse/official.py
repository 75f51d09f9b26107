"""Wording that everybody has to use, and that says nothing about who copied from whom."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from duizhao.reuse.subtracted import Subtracted
from duizhao.text import Span, Vocabulary

SHIPPED = Path(__file__).with_name("data") / "official.toml"
# Within one line and without nesting of a kind: a mark that is never closed must not swallow the rest of the text.
QUOTED = re.compile(r"《[^《》\n]+》|“[^“”\n]+”")


class OfficialWording:
    """Phrases filed under the source that set them, and the search for them. Made once, used for every text."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._sources = tuple(phrases)
        self._vocabulary = Vocabulary(phrases)

    def subtract(self, text: str) -> tuple[Subtracted, ...]:
        """What of `text` is official or quoted, in order and without overlap; of two that overlap the longer first."""
        found = [
            Subtracted(Span(*match.span()), "引文", "原文引号或书名号")
            for match in QUOTED.finditer(text)
        ]
        marks = self._vocabulary.scan(text)
        for source in self._sources:
            found += [Subtracted(Span(*place), "规范表述", source) for place in marks.of(source)]
        return _apart(found)


def official_wording(own: Mapping[str, Iterable[str]] | None = None) -> OfficialWording:
    """The shipped phrases, and the caller's `own`, filed under the list or document they come from."""
    groups = dict(shipped_phrases())
    for source, phrases in (own or {}).items():
        # A unit may hand in a document that has phrases here already: it adds to them.
        groups[source] = (*groups.get(source, ()), *phrases)
    return OfficialWording(groups)


@cache
def shipped_phrases() -> dict[str, tuple[str, ...]]:
    """The phrases that come with the program, by source."""
    groups = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["group"]
    return {group["source"]: tuple(group["phrases"]) for group in groups}


def _apart(found: list[Subtracted]) -> tuple[Subtracted, ...]:
    kept: list[Subtracted] = []
    end = 0
    for one in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if one.span.end > end:
            start = max(one.span.start, end)
            kept.append(Subtracted(Span(start, one.span.end), one.reason, one.source))
            end = one.span.end
    return tuple(kept)
