from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from duizhao.document import Residue, ResidueKind
from duizhao.document.frame.residue import NOTICE_WORDS
from duizhao.document.frame.web_line import (
    ANCHORS,
    LONGEST_WEB_LINE,
    disclaims,
    is_crumbs,
    is_of_page,
)
from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

NAME = r"[:：][^\n。；]{1,60}"
MEDIA = (
    "网(?![格点络])|报(?![告表送])|新华|社|"
    "公众号|客户端|杂志|期刊|频道|电视台|电台|论坛|微信|微博|文库|未知|本站|原创|整理|作者"
)
FIGURE = r"[:：][ 　]*\d[^\n。；]{0,60}"
# Each stands at the head of a line, or after a blank in a line with several of them.
PHRASES = Phrases(
    {
        "{文章,本文,信息,稿件}来源": NAME,
        # 来源：巡察反馈 is a field of a ledger.
        "来源": rf"(?=[:：][^\n。；]{{0,40}}(?:{MEDIA})){NAME}",
        "{责任,网络}编辑": NAME,
        "发布{时间,日期}": FIGURE,
        "更新时间": FIGURE,
        "下载{次数,量}": FIGURE,
        "点击{,次}数": FIGURE,
        "浏览{,次数,量}": FIGURE,
        "阅读{次数,量}": FIGURE,
        "{字体,字号}": r"[:：]?[ 　【\[]{0,3}(?:[大小]|放大|缩小|加大|减小|默认)(?=[ 　|｜/\n】\]]|$)[^\n。；]{0,20}",
        "打印本页": r"[^\n]{0,20}",
    },
    before="(?<![^\n　 ])",
)


@rule(
    "DZ308",
    anchors=(*PHRASES.anchors, *ANCHORS),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F3",),
)
def source_line(place: Span, reading: Reading) -> Iterator[Hit]:
    """网页信息行残留"""
    # A newspaper or a page that is no statement has such lines.
    severity = None if reading.statement.recognised else Severity.HINT
    if line := _line_of_page(place, reading):
        yield Hit(line, "这一行是网页上的文字，不属于材料；请删去", severity=severity)
    elif phrase := PHRASES.at(place.start, reading.text):
        end = phrase.start + len(reading.of(phrase).rstrip())
        message = "这一行是网页的来源、时间或点击信息，不属于材料；请删去"
        yield Hit(Span(phrase.start, end), message, severity=severity)


def _line_of_page(place: Span, reading: Reading) -> Span | None:
    """The line around `place`, if the parser took it for a line of a page and no other rule reports it."""
    residues = reading.document.residues
    at = bisect_right(residues, place.start, key=_start) - 1
    if at < 0 or place.end > residues[at].span.end:
        return None
    span, kind = residues[at].span, residues[at].kind
    line = reading.of(span) if span.end - span.start <= LONGEST_WEB_LINE else ""
    if kind is ResidueKind.WEB:
        return span if line and (is_of_page(line) or is_crumbs(line)) else None
    return span if disclaims(line) and not any(word in line for word in NOTICE_WORDS) else None


def _start(residue: Residue) -> int:
    return residue.span.start
