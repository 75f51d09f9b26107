"""Where a numbered list begins, and where it ends: by the line above it and by the marks between its items."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.lines import BLANKS, MARGIN
from duizhao.document.nodes import Marker, Section
from duizhao.document.numbering.markers import STARTERS, marker_at
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

COLONS = ("：", ":")
STOPS = frozenset("：:。；，、！？!?;,…”）)")
LONGEST_LABEL = 40
# The marks before so many of the last items tell what parts the items of a list.
ITEMS_READ = 4
# Of a longer line only so much is read.
LONGEST_LINE = 300
# Articles of a law have no numbers that nest: each may hold a list. Attachments count for themselves.
ARTICLE = LazyPattern(
    f"[{BLANKS}#]*第[{BLANKS}]?[一二三四五六七八九十百零〇0-9]{{1,7}}[{BLANKS}]?条"
)
ATTACHMENT = LazyPattern(f"[{BLANKS}#]*(?:附[{BLANKS}]*件|附[:：录表])")
ANNOUNCES = LazyPattern(
    "(?:如下|下列|以下|下面|包括|[为有是讲说提做抓]了?[一二三四五六七八九十两几0-9]{1,2}[个点条项步类]|分[为成两三四]|顺序|之一)[^。：]{0,24}。?$"
)


def begins_apart(text: str, earlier: Section, start: int) -> bool:
    """Whether the marker at `start`, behind `earlier` of its style, begins a list in another part of the text.

    Such a part is an attachment, or what stands under a short line that labels it.
    """
    above = _line_above(text, start)
    line = text[above.start : above.end]
    if len(line) <= LONGEST_LABEL and line[-1:] not in STOPS and not _is_counted(text, above):
        return not ARTICLE.match(line)
    return _has_line_like(ATTACHMENT, text, earlier, start)


def begins_in_article(text: str, earlier: Section, start: int) -> bool:
    """Whether the marker at `start`, behind `earlier` of its style, begins a list in another article."""
    return _has_line_like(ARTICLE, text, earlier, start)


def _has_line_like(beginning: LazyPattern, text: str, earlier: Section, start: int) -> bool:
    between = text[earlier.span.start : start].split("\n")
    return any(map(beginning.match, between[1:]))


def is_announced(text: str, earlier: Section, start: int) -> bool:
    """Whether the marker at `start`, behind `earlier` of its style, begins a list that the line above announces.

    A line of 二是… announces what is counted under it as well.
    """
    above = _line_above(text, start)
    line = text[above.start : above.end]
    return (
        line[-1:] in COLONS
        or ANNOUNCES.search(line) is not None
        or any(
            paragraph.items and paragraph.items[0].span.start == paragraph.span.start
            for paragraph in earlier.paragraphs
        )
    )


def separated_by(text: str, start: int) -> str:
    """The last character before `start` that is no blank; a line break at the beginning of the text."""
    while start and text[start - 1] in MARGIN:
        start -= 1
    return text[start - 1] if start else "\n"


def follows_inner_list(
    text: str, inner: Sequence[Marker], outer: Sequence[Marker], marker: Marker
) -> bool:
    """Whether `marker` stands behind the end of the inner list: behind a mark that parts no items of it.

    Such a mark is a full stop, or one that parts the items of the outer list: 一是甲，二是乙；三是….
    """
    mark = separated_by(text, marker.span.start)
    inner_marks = {
        separated_by(text, each.span.start) for each in inner[max(1, len(inner) - ITEMS_READ) :]
    }
    if not inner_marks or mark in inner_marks:
        return False
    return mark == "。" or any(
        separated_by(text, each.span.start) == mark
        for each in outer[max(1, len(outer) - ITEMS_READ) :]
    )


def _line_above(text: str, start: int) -> Span:
    """The end of the nearest line with text above `start`, or of the text before `start` in its line."""
    end = start
    while end and text[end - 1] in MARGIN:
        end -= 1
    far = max(0, end - LONGEST_LINE)
    begin = max(text.rfind("\n", far, end) + 1, text.rfind("\r", far, end) + 1, far)
    return Span(begin, end)


def _is_counted(text: str, line: Span) -> bool:
    start = line.start
    while start < line.end and text[start] in BLANKS:
        start += 1
    return text[start : start + 1] in STARTERS and marker_at(text, start, line.end) is not None
