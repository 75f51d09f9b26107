"""Places in a text: as a form sends them, and where they are in a later version."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from duizhao import api
from duizhao.web.desk.models import DeskFile, Version

AT = re.compile(r"(\d{1,6}):(\d{1,6})")
"""A line from 1 and a character in it from 0, as the page counts them."""
LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """What stands at a place of a text, and where that is now. `span` is None where it is gone."""

    what: Any
    span: api.Span | None
    has_words: bool
    place: str

    @property
    def line(self) -> str:
        """The number in “第 5 段”, as the address of the paragraph has it; empty without a place."""
        digits = re.findall(r"\d+", self.place.rpartition("→")[2])
        return digits[-1] if self.span and digits else ""


def place_in(source: api.Source, given: Mapping[str, str]) -> api.Span | None:
    """The place that a form names: characters that were selected, or a paragraph and words in it."""
    start, end = (AT.fullmatch(given.get(name, "")) for name in ("start", "end"))
    if start and end:
        span = api.Span(_offset(source, start), _offset(source, end))
        if span.start < span.end:
            return api.Span(span.start, min(span.end, span.start + LONGEST_QUOTE))
    return _line_in(source, given)


def _line_in(source: api.Source, given: Mapping[str, str]) -> api.Span | None:
    """A paragraph by its number, or words by themselves."""
    quote, number = given.get("quote", "").strip(), given.get("line", "").strip()
    within = api.Span(0, len(source.text))
    if number:
        if not number.isdecimal() or not 1 <= int(number) <= _lines(source):
            return None
        within = source.line(int(number))
    elif not quote:
        return None
    at = source.text.find(quote, *within) if quote else -1
    if at >= 0:
        return api.Span(at, at + len(quote))
    return within if number and within.start < within.end else None


Read = Callable[[DeskFile, Version], api.Source]
"""Reads a version: given by the view."""


def places_now(
    file: DeskFile, shown: Version, source: api.Source, things: Iterable[Any], read: Read
) -> list[MarkedPlace]:
    """Where the places of things, each in the version where it was marked, are in the one that is shown."""
    found: dict[int, MarkedPlace] = {}
    by_number: dict[int, list[Any]] = {}
    listed = list(things)
    for each in listed:
        by_number.setdefault(each.number, []).append(each)
    versions = {each.number: each for each in file.versions.filter(number__in=by_number)}
    for number, those in by_number.items():
        earlier = source if number == shown.number else _source(file, versions.get(number), read)
        spans = [api.Span(each.start, each.end) for each in those]
        if earlier is None or any(span.end > len(earlier.text) for span in spans):
            found |= {id(each): MarkedPlace(each, None, False, "") for each in those}
            continue
        followed = api.followed_places(earlier, source, spans)
        for each, now in zip(those, followed, strict=True):
            found[id(each)] = MarkedPlace(each, now.span, now.has_words, now.place)
    return [found[id(each)] for each in listed]


def _source(file: DeskFile, version: Version | None, read: Read) -> api.Source | None:
    if version is None:
        return None
    try:
        return read(file, version)
    except api.DuizhaoError:
        return None


def _offset(source: api.Source, at: re.Match[str]) -> int:
    line = source.line(min(max(int(at[1]), 1), _lines(source)))
    return min(line.start + int(at[2]), line.end)


def _lines(source: api.Source) -> int:
    return source.position(len(source.text)).line
