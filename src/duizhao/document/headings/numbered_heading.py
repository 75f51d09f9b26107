"""Numbered headings at the beginning of a line: marker, title, and the start of the body."""

from __future__ import annotations

import re

from duizhao.document.headings.title_words import heads_part
from duizhao.document.lines import BLANKS, trim
from duizhao.document.nodes import Heading, Marker, NumberStyle
from duizhao.document.numbering.markers import MARKED_ENDINGS, marker_at
from duizhao.text import Span, as_span
from duizhao.text.pattern import LazyPattern

# Longest titles, in characters: before more text in the line, of a whole sentence, without a full stop.
LONGEST_RUN_IN, LONGEST_SENTENCE, LONGEST_UNCLOSED = 60, 30, 100

TITLE = re.compile(f"[{BLANKS}]*([^。！？!?；;：:]*)")
AFTER = re.compile(f"[”’）)】》]*[{BLANKS}\r\n]*")
COMMA, PAUSE = LazyPattern("[，,]"), LazyPattern("[。；;！？]")
# 关于“学得不深。用得不实”问题的整改: what is quoted may have stops of its own.
BEHIND_QUOTE = LazyPattern("”[^。！？!?；;：:，,]{0,4}(?:问题|方面|整改)[^。！？!?；;：:]*")

SECTION_OF_CHAPTER = "节"
FIRST_ITEM = LazyPattern("[ 　]+1[、.．](?![0-9])")

HeadingAndBody = tuple[Heading, int]


def heading_at(text: str, start: int, end: int) -> HeadingAndBody | None:
    """The heading at `start`, and the start of its body (`end` if it has none).

    None also if the marker counts inside a sentence (一、…；二、…).
    """
    marker = marker_at(text, start, end)
    if marker is None:
        return None
    if marker.style is NumberStyle.PART:
        return _part(text, marker, end)
    return headed(text, marker, end)


def headed(text: str, marker: Marker, end: int) -> HeadingAndBody | None:
    """The heading with this marker, and the start of its body; None if the marker counts inside a sentence."""
    found = TITLE.match(text, marker.span.end, end)
    assert found is not None
    first, stop = found.span(1)
    if stop < end and text[first] in "关在对针“" and _is_quoted(text, first, stop):
        stop = _behind_quote(text, stop, end)
    item = text.find("一是", first, stop)
    if item >= 0 and (item == first or text[item - 1] in MARKED_ENDINGS):
        return _heading(text, marker, first, item, item, end)
    if text.find("1", first, stop) > first and (item := _first_item(text, first, stop)):
        return _heading(text, marker, first, item, item, end)
    if stop < end:
        return _closed(text, marker, first, stop, end)
    if end - first > LONGEST_UNCLOSED and (cut := _cut(text, marker, first, end, end)):
        return cut
    return Heading(
        as_span((marker.span.start, end)), marker, as_span((first, end)), marker.style.level
    ), end


def _first_item(text: str, first: int, stop: int) -> int:
    """Where a list begins behind the name of a part and a blank: 一、存在问题 1、学得浅；2、…. Else 0."""
    found = FIRST_ITEM.search(text, first + 2, min(stop, first + LONGEST_SENTENCE))
    return found.end() - 2 if found and heads_part(text[first : found.start()]) else 0


def _part(text: str, marker: Marker, end: int) -> HeadingAndBody | None:
    # 第一部分 may begin an ordinary sentence; a heading is short and has no full stop.
    if end - marker.span.start > LONGEST_SENTENCE * 2 or text[end - 1] in "。；，：:":
        return None
    start, stop = trim(text, marker.span.end, end)
    level = 1 if SECTION_OF_CHAPTER in text[marker.span.start : marker.span.end] else 0
    return Heading(Span(marker.span.start, end), marker, Span(start, stop), level), end


def _closed(text: str, marker: Marker, first: int, stop: int, end: int) -> HeadingAndBody | None:
    """A heading with a title that ends at the full stop, colon or semicolon at `stop`."""
    closing = text[stop]
    pause = stop
    # 1、逐份复核，责任人：王丽；2、…
    if closing in "：:" and (found := PAUSE.search(text, stop + 1, end)):
        pause = found.start()
    if text[pause] in "；;" and _counts_on(text, pause + 1, end, marker.style):
        return None
    after = AFTER.match(text, stop + 1, end)
    body = after.end() if after else end
    sentence = body == end and closing not in "：:"
    if stop - first > (LONGEST_SENTENCE if sentence else LONGEST_RUN_IN) and (
        cut := _cut(text, marker, first, stop, end)
    ):
        return cut
    return _heading(text, marker, first, stop, body, end)


def _cut(text: str, marker: Marker, first: int, stop: int, end: int) -> HeadingAndBody | None:
    """Of a numbered sentence only the first clause is the heading."""
    comma = COMMA.search(text, first + 4, stop)
    while comma and _is_quoted(text, first, comma.start()):
        closed = text.find("”", comma.end(), stop)
        comma = COMMA.search(text, closed, stop) if closed > 0 else None
    if comma is None or comma.start() - first > LONGEST_RUN_IN:
        return None
    # 对照“遵守纪律”，我请过假病: the first clause only says what is examined.
    if text.startswith("对照", first) and text[comma.start() - 1] == "”":
        return None
    return _heading(text, marker, first, comma.start(), trim(text, comma.end(), end)[0], end)


def _is_quoted(text: str, first: int, at: int) -> bool:
    """Whether a quotation mark is open at `at`, of those from `first` on."""
    return text.rfind("“", first, at) > text.rfind("”", first, at)


def _behind_quote(text: str, stop: int, end: int) -> int:
    """The first stop behind the quotation that `stop` is in, if this goes on with what it is about; else `stop`."""
    closed = text.find("”", stop, min(end, stop + LONGEST_UNCLOSED))
    found = BEHIND_QUOTE.match(text, closed, end) if closed >= 0 else None
    return found.end() if found else stop


def _heading(
    text: str, marker: Marker, first: int, stop: int, body: int, end: int
) -> HeadingAndBody:
    title = as_span((first, trim(text, first, stop)[1]))
    close = trim(text, stop, body)[1] if stop < body else title.end
    if close == first:
        close = marker.span.end
        title = as_span((close, close))
    span = as_span((marker.span.start, close))
    return Heading(span, marker, title, marker.style.level, body < end), body


def _counts_on(text: str, at: int, end: int, style: NumberStyle) -> bool:
    following = marker_at(text, trim(text, at, min(end, at + 8))[0], end)
    return following is not None and following.style is style
