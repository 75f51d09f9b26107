"""Filling named places: what is known is put in, what is not is left as a blank that a person has to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duizhao.meeting_papers.place import PLACES, PaperFact, named_places
from duizhao.text import Edit, Span, apply

BLANK = "____"
BETWEEN = "、"
ENDS = "。；，、：."


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """A place that was filled, or left blank: its name, where it stands in the filled text, and the fact if any."""

    name: str
    span: Span
    fact: PaperFact | None


@dataclass(frozen=True, slots=True)
class FilledPaper:
    """A text whose places are filled. `edits` turn the text with places into it."""

    text: str
    places: tuple[FilledPlace, ...]
    edits: tuple[Edit, ...]

    @property
    def blanks(self) -> tuple[FilledPlace, ...]:
        """The places that a person has to write."""
        return tuple(each for each in self.places if each.fact is None)


def fill(text: str, facts: Mapping[str, PaperFact]) -> FilledPaper:
    """Fill the named places of a text. A place with an unknown name stays as it is."""
    edits: list[Edit] = []
    places: list[FilledPlace] = []
    moved = 0
    for name, span, fact in _known(text, facts):
        words = _words(text, span, name, fact)
        edits.append(Edit(span, words))
        start = span.start + moved
        places.append(FilledPlace(name, Span(start, start + len(words)), fact))
        moved += len(words) - (span.end - span.start)
    return FilledPaper(apply(text, edits), tuple(places), tuple(edits))


def _known(
    text: str, facts: Mapping[str, PaperFact]
) -> Iterator[tuple[str, Span, PaperFact | None]]:
    for name, span in named_places(text):
        if name in PLACES:
            fact = facts.get(name)
            yield name, span, fact if fact and any(fact.lines) else None


def _words(text: str, span: Span, name: str, fact: PaperFact | None) -> str:
    if fact is None:
        return f"{BLANK}（{name}）"
    if _is_alone(text, span):
        return "\n".join(fact.lines)
    return BETWEEN.join(line.rstrip(ENDS) for line in fact.lines)


def _is_alone(text: str, span: Span) -> bool:
    """Whether nothing else stands in the line."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    end = text.find("\n", span.end)
    return not before.strip() and not text[span.end : end if end >= 0 else None].strip()
