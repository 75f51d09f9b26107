from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording._pairing import Pairing, pair_marks
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ605"
LONGEST_QUOTATION = 2000
WIDEST_MARGIN = 12
# '98 and ’９７年度: the year without its century, not 98次.
SHORT_YEAR = LazyPattern(r"[‘’][0-9０-９]{2}(?![0-9０-９.．%％]|[个次条项人名件份场岁元万亿])")
# “四风“问题, “四风"问题: the second mark is the wrong one of the two.
# Before a stop no quotation begins: 出去找“试验地“。
TURNED = LazyPattern(
    '[“](?:[^“”"。！？\n]{1,20}(?P<mark>[“"])(?![^“”\n]{0,200}”)|[^“”"\n]{1,80}(?P<stopped>“)(?=[，。；：、！？）\n]|$))'
)
# 轻”扶”: the first mark is the wrong one of the two.
TURNED_FIRST = LazyPattern("”(?P<quoted>[^“”，。；：！？\n]{1,12})”")
# “四风’问题: one half is double, the other single.
OTHER_HALF = LazyPattern("“[^“”‘’\n]{1,30}(?P<mark>’)")
QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}


@rule(
    CODE,
    on=Document,
    anchors=(*QUOTES, "”", "」", "』", "‘", "’"),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.8",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def unbalanced_quote(document: Document, reading: Reading) -> Iterator[Hit]:
    """引号不成对"""
    text = reading.text
    found = pair_marks(text, reading.marks.get(CODE), QUOTES)
    quoted = set(_quotations_of_paragraphs(text, found))
    yield from _unclosed(text, [span for span in found.unclosed if span not in quoted])
    yield from _unopened(text, [span for span in found.unopened if span not in quoted])


def _unclosed(text: str, spans: list[Span]) -> Iterator[Hit]:
    closed: set[Span] = set()
    for at, span in enumerate(spans):
        if span in closed or _goes_on(text, span) or SHORT_YEAR.match(text, span.start):
            continue
        if mark := turned_mark(text, span.start):
            closed.add(mark)
            quoted_words = text[span.start : mark.start] + "”"
            shape = "前引号" if text[mark.start] == "“" else "直引号"
            yield Hit(mark, f"{quoted_words}的后引号写成了{shape}", (Edit(mark, "”"),))
            continue
        if other := OTHER_HALF.match(text, span.start):
            mark = Span(*other.span("mark"))
            yield Hit(mark, f"{other[0][:-1]}”的后引号写成了单引号", (Edit(mark, "”"),))
            closed.add(mark)
            continue
        # What was meant to close it is the next one, wherever the words between them end.
        following = spans[at + 1 : at + 2]
        closed.update(each for each in following if _are_alike(text, span, each))
        yield Hit(span, "这个前引号没有配对的后引号", asks="引的话或特指的词到哪里为止？")


def _are_alike(text: str, left: Span, right: Span) -> bool:
    """True for two opening marks in one line with no other mark between them."""
    between = text[left.end : right.start]
    return left.of(text) == right.of(text) and not any(mark in between for mark in "\n“”")


def _unopened(text: str, spans: list[Span]) -> Iterator[Hit]:
    done = -1
    for span in spans:
        if span.start < done or SHORT_YEAR.match(text, span.start):
            continue
        if first := TURNED_FIRST.match(text, span.start):
            done = first.end()
            message = f"“{first['quoted']}”的前引号写成了后引号"
            yield Hit(span, message, (Edit(span, "“"),))
        # ’ alone is also an apostrophe.
        elif span.of(text) != "’" or not text[span.start - 1 : span.start].isascii():
            yield Hit(span, "这个后引号没有配对的前引号", asks="引的话或特指的词从哪里开始？")


def turned_mark(text: str, start: int) -> Span | None:
    """The mark that closes the quotation begun at `start`, but is another opening one, or a straight one."""
    found = TURNED.match(text, start)
    return Span(*found.span(found.lastgroup or "mark")) if found else None


def _quotations_of_paragraphs(text: str, found: Pairing) -> Iterator[Span]:
    """Both ends of quotations of several paragraphs: 将第一条修改为：“…。…。”."""
    for left, right in pairwise(sorted((*found.unclosed, *found.unopened))):
        if text[left.start] == "“" and text[right.start] == "”":
            is_led_to = text[max(0, left.start - 20) : left.start].rstrip().endswith(("：", ":"))
            is_ended = text[right.start - 1] in "。；！？"
            is_whole = _begins_line(text, left.start) and text[right.end : right.end + 1] in "\r\n"
            if (is_led_to or is_whole) and is_ended and right.start - left.end <= LONGEST_QUOTATION:
                yield from (left, right)


def _begins_line(text: str, at: int) -> bool:
    line = text[max(0, at - WIDEST_MARGIN) : at]
    return not line.rpartition("\n")[2].strip()


def _goes_on(text: str, quote: Span) -> bool:
    """True if the next paragraph opens with the same mark: a quotation of several paragraphs closes only at its end."""
    line_end = text.find("\n", quote.end, quote.end + 2000)
    return line_end > 0 and text[line_end : line_end + 20].lstrip().startswith(text[quote.start])
