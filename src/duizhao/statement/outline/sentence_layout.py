"""Where each sentence of a text stands: in its paragraph, below which title, in which chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

SENTENCE = LazyPattern("[^。！？!?\n；;]+[。！？!?；;]*[”’）)]?")
MARKER = LazyPattern(
    "\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,2}(?:\\.\\d)?[）)、.．]|[㈠-㈩①-⑳]|[第其][一二三四五六七八九十][，、]|"
    "[一二三四五六七八九十](?:是|要)|[●○•·■◆★▲◎※\\-])\\s*"
)
CHAPTER = LazyPattern("[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]")
LONGEST_HEADING = 24
NO_HEADING = "。！；;，"
BEGINS_PARAGRAPH, GOES_ON, COUNTED = "+", "-", "#"


class SentenceLayout(NamedTuple):
    """Where sentences stand, in text order.

    `places` has + where a paragraph begins with a sentence, - else, and # behind it for a number; `sections` a number
    that those below one title share, 1 above the first title and 0 for titles; `chapters` which one of how many
    chapters with numbers (一、) it is in, 2/3, nothing for their titles and above the first.
    """

    sentences: Sequence[Span]
    places: Sequence[str]
    sections: Sequence[int]
    chapters: Sequence[str]


def sentences_of(text: str, span: Span) -> list[Span]:
    """The sentences of a stretch of text; semicolons part them too."""
    found = SENTENCE.finditer(text, *span)
    return [Span(*each.span()) for each in found if each[0].strip()]


def layout_of(text: str, sentences: Sequence[Span]) -> SentenceLayout:
    """Where these sentences of a text stand."""
    places = list(_places(text, sentences))
    words = [each.of(text).strip() for each in sentences]
    ends = [*(place[0] for place in places[1:]), BEGINS_PARAGRAPH]
    titles = [
        place[0] == end == BEGINS_PARAGRAPH
        and len(each) <= LONGEST_HEADING
        and each[-1:] not in NO_HEADING
        for each, place, end in zip(words, places, ends, strict=True)
    ]
    heads = [
        is_title and CHAPTER.match(each) is not None
        for each, is_title in zip(words, titles, strict=True)
    ]
    return SentenceLayout(sentences, places, list(_sections(titles)), list(_chapters(heads)))


def _places(text: str, sentences: Sequence[Span]) -> Iterator[str]:
    before = 0
    for at, (start, end) in enumerate(sentences):
        place = GOES_ON if at and "\n" not in text[before:start] else BEGINS_PARAGRAPH
        yield place + (COUNTED if MARKER.match(text, start, end) else "")
        before = end


def _sections(titles: Sequence[bool]) -> Iterator[int]:
    number = 1
    for is_title in titles:
        number += is_title
        yield 0 if is_title else number


def _chapters(heads: Sequence[bool]) -> Iterator[str]:
    count, number = sum(heads), 0
    for is_head in heads:
        yield f"{number}/{count}" if number and not is_head else ""
        number += is_head
