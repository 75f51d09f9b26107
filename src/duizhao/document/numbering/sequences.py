"""Sequences of markers that should count up: of sibling headings, and of enumerations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from duizhao.document.nodes import Item, Marker, MarkerSequence, NumberStyle, Paragraph, Section
from duizhao.document.numbering.lists import (
    COLONS,
    LONGEST_LABEL,
    STOPS,
    begins_apart,
    begins_in_article,
    follows_inner_list,
    is_announced,
    separated_by,
)
from duizhao.text import as_span

Run = list[Marker]


def sequences(
    text: str, preamble: Sequence[Paragraph], sections: Sequence[Section], end: int
) -> tuple[MarkerSequence, ...]:
    """Every sequence of markers in text order, each one list: a list ends where another begins, and may run on later.

    Behind `end`, the signature, an attachment begins to count anew.
    """
    runs = [*_points(text, preamble)]
    if sections and sections[-1].span.start >= end:
        own = bisect_left(sections, end, key=lambda section: section.span.start)
        attached: list[Run] = []
        _gather(text, sections[own:], attached)
        _gather(text, sections[:own], runs)
        found = [*_joined(attached), *_joined(runs)]
        return tuple(sorted(map(_sequence, found), key=attrgetter("span")))
    _gather(text, sections, runs)
    return tuple(map(_sequence, _joined(runs)))


def _gather(text: str, sections: Sequence[Section], found: list[Run]) -> None:
    found += _headings(text, sections)
    for section in sections:
        if section.paragraphs:
            found += _points(text, section.paragraphs)
        if section.sections:
            _gather(text, section.sections, found)


def _headings(text: str, sections: Sequence[Section]) -> Iterable[Run]:
    """The sequences of sibling headings. A list below a line that announces it counts for itself."""
    done: list[Run] = []
    opened: dict[NumberStyle, list[Run]] = {}
    before: dict[NumberStyle, Section] = {}
    for section in sections:
        marker = section.heading.marker
        if marker is None:
            continue
        runs = opened.setdefault(marker.style, [])
        earlier = before.get(marker.style)
        begins = earlier is None
        if earlier and marker.number == 1:
            begins = _begins_list(text, earlier, section, runs)
        elif earlier and marker.number <= runs[-1][-1].number:
            begins = _begins_late(text, earlier, section, runs)
        if begins:
            runs.append([])
            done.append(runs[-1])
        elif len(runs) > 1:
            _back_to_outer(text, runs, marker)
        runs[-1].append(marker)
        before[marker.style] = section
    return done


def _begins_list(text: str, earlier: Section, section: Section, runs: list[Run]) -> bool:
    """Whether a list begins with `section`. Of `runs` those stay open that may count on behind it."""
    start = section.span.start
    if begins_apart(text, earlier, start):
        runs.clear()
        return True
    if begins_in_article(text, earlier, start):
        # A list in an article ends with it; titles of parts count on behind the articles under them.
        del runs[int(_counts_titles(text, runs)) :]
        return True
    return is_announced(text, earlier, start)


def _begins_late(text: str, earlier: Section, section: Section, runs: list[Run]) -> bool:
    """Whether `section` begins the list of another article, of which the first numbers are missing."""
    marker = section.heading.marker
    if marker is None or not begins_in_article(text, earlier, section.span.start):
        return False
    if any(run[-1].number == marker.number - 1 for run in runs):
        return False
    del runs[int(_counts_titles(text, runs)) :]
    return True


def _counts_titles(text: str, runs: Sequence[Run]) -> bool:
    """Whether the outermost of the open runs begins with a title, not with a sentence."""
    first = runs[0][0]
    line = (
        text[first.span.end : first.span.end + LONGEST_LABEL + 1]
        .split("\n", maxsplit=1)[0]
        .rstrip()
    )
    return len(line) <= LONGEST_LABEL and line[-1:] not in STOPS


def _points(text: str, paragraphs: Iterable[Paragraph]) -> Iterable[Run]:
    """The sequences under one heading. A count that begins again at 1 is a new sequence."""
    done: list[Run] = []
    opened: dict[NumberStyle, list[Run]] = {}
    for paragraph in paragraphs:
        for item in paragraph.items:
            _count(text, item, paragraph.span.start, opened, done)
    return done


def _count(
    text: str, item: Item, line: int, opened: dict[NumberStyle, list[Run]], done: list[Run]
) -> None:
    marker = item.marker
    runs = opened.get(marker.style)
    if runs is None:
        runs = opened[marker.style] = []
    if not runs or marker.number == 1:
        if marker.span.start == line and separated_by(text, marker.span.start) not in COLONS:
            runs.clear()
        runs.append([])
        done.append(runs[-1])
    elif len(runs) > 1:
        _back_to_outer(text, runs, marker)
    runs[-1].append(marker)
    if item.items:
        inner: dict[NumberStyle, list[Run]] = {}
        for each in item.items:
            _count(text, each, line, inner, done)


def _back_to_outer(text: str, runs: list[Run], marker: Marker) -> None:
    """Drop the innermost of two or more open `runs` if `marker` counts on in one outside it."""
    inner, outer = runs[-1], runs[-2]
    fits_inner = marker.number == inner[-1].number + 1
    fits_outer = marker.number == outer[-1].number + 1
    if fits_inner == fits_outer:
        fits_outer = follows_inner_list(text, inner, outer, marker)
    if fits_outer:
        runs.pop()


def _joined(runs: Iterable[Run]) -> list[Run]:
    """The runs in text order. One that counts on where an earlier one of its style ended belongs to that one.

    Where numbers run on over chapters once, a gap between two chapters is a gap of one sequence.
    """
    done: list[Run] = []
    latest: dict[NumberStyle, Run] = {}
    runs_on: set[NumberStyle] = set()
    for run in sorted(runs, key=lambda run: run[0].span):
        first = run[0]
        earlier = latest.get(first.style)
        if earlier and first.number > 1 and earlier[-1].span < first.span:
            last = earlier[-1].number
            if first.number == last + 1 or (first.style in runs_on and first.number > last):
                runs_on.add(first.style)
                earlier += run
                continue
        if earlier and first.number > 1 and (at := _gap_for(earlier, run)):
            earlier[at:at] = run
            continue
        latest[first.style] = run
        done.append(run)
    return done


def _gap_for(earlier: Run, run: Run) -> int:
    """The place in `earlier` where just the numbers of `run` are missing; 0 if nowhere.

    So it is where titles of one list are long and short, and only the short ones are headings.
    """
    at = bisect_left(earlier, run[0].span, key=attrgetter("span"))
    if not 0 < at < len(earlier) or run[-1].span > earlier[at].span:
        return 0
    fits = earlier[at - 1].number + 1 == run[0].number and run[-1].number + 1 == earlier[at].number
    return at if fits else 0


def _sequence(markers: Run) -> MarkerSequence:
    span = as_span((markers[0].span.start, markers[-1].span.end))
    return MarkerSequence(span, markers[0].style, tuple(markers))
