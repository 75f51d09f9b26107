"""Residue of copying: marks of pay sites, lines of web pages, notices. Comments are no part of the text either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from duizhao.document.lines import Line, trim
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

MARK_STARTS = ("##", "<!--")
WEB_WORDS = (
    "http://", "https://", "www.", "WWW.", "公众号", "微信搜索", "扫码",
    "二维码", "版权所有", "版權所有", "转载请注明", "文库网", "百度文库", "豆丁网", "道客巴巴",
    "原创力文档", "淘豆网", "点击下载", "下载本文", "下载后", "下载地址", "免费下载", "会员下载",
    "付费下载", "阅读全文", "查看全文", "更多范文", "更多文章", "相关推荐", "上一篇", "下一篇",
    "返回顶部", "返回首页", "猜你喜欢", "热门推荐", "打印本页", "关闭本页",
)  # fmt: skip
NOTICE_WORDS = (
    "免责声明", "免責聲明", "仅供参考", "僅供參考", "仅供学习", "来源于网络", "来自网络",
    "收集自网络", "网友整理", "网络整理", "侵权", "本文由", "本文来源", "本文为您", "本文是",
    "本文档", "本资料", "小编", "编辑整理", "请勿照搬", "请勿抄袭",
)  # fmt: skip
ANCHORS = (*MARK_STARTS, *WEB_WORDS, *NOTICE_WORDS)
LONGEST_RESIDUE = 90
LINKS_BEHIND = LazyPattern("[【\\[]?(?:相关推荐|猜你喜欢|热门推荐|更多范文|更多文章)[】\\]]?[：:]?")
LONGEST_LINK = 40
STOPS = frozenset("。；！")
# Authors write these too (没有阅读全文就签字, 讲稿从百度文库下载, 小编把关不严): alone they make no line foreign.
OFFICE_WORDS = (
    "公众号", "扫码", "二维码", "侵权", "下载后", "仅供参考", "仅供学习", "阅读全文", "查看全文", "百度文库", "豆丁网",
    "道客巴巴", "来自网络", "来源于网络", "小编", "上一篇", "下一篇",
)  # fmt: skip
TO_A_READER = LazyPattern(
    "关注(?:我们|本|微信|公众|官方|下方|后|即|并|领|获|更|[，。！：“:]|$)|长按|识别(?:下|图|二维|上)|加微信|加群|(?:领取|获取)(?!排队)"
    "|搜索(?:[：:“]|微信|公众|关注)|(?:微信|百度)搜索|(?:请|联系|告知|通知|侵权|版权).{0,16}删除|联系我们|版权(?:归|所|声)"
    "|(?:免责|郑重|特别|特此)声明|本[站文网]|本资料|小编.{0,4}(?:整理|为大|为您|为你|给大|给您|带|精心|收集|推荐|就来)|[跟随和由]小编|[上下]一篇(?:[：:]|$)"
    "|(?:内容|资料|范文|文档|文章|材料).{0,6}仅供|仅供..[。！]?$"
    "|(?:阅读|查看)全文[ 　>＞»…]*$|(?:文库|豆丁网|道客巴巴)[ 　]*$|会员|VIP|^[^，。]{0,12}(?:来自|来源于)网络[。）)]?$"
)

PAYMARK = LazyPattern(r"##[0-9A-Za-z_]{2,30}##")
COMMENT = LazyPattern(r"<!--[^\n]{0,300}?-->")


def without_residue(
    text: str, blocks: list[Line], places: Sequence[Line]
) -> tuple[list[Line], list[Residue]]:
    """The lines without residue and comments at their ends, and the residue."""
    if not places or not blocks:
        return blocks, []
    beyond = len(text) + 1
    touched: dict[int, list[int]] = {}
    for place, _ in places:
        at = bisect_right(blocks, (place, beyond)) - 1
        if at >= 0 and place < blocks[at][1]:
            touched.setdefault(at, []).append(place)
    kept, residues = list(blocks), list[Residue]()
    for at, anchors in touched.items():
        kept[at] = _without_residue(text, blocks[at], anchors, residues)
    kept = _without_links(text, blocks, kept, residues)
    return [block for block in kept if block[0] < block[1]], residues


def _without_links(
    text: str, blocks: Sequence[Line], kept: list[Line], residues: list[Residue]
) -> list[Line]:
    """The lines without the list of further texts at the end of a page, whose head is no line of the text any more."""
    for at in range(len(kept) - 1, -1, -1):
        start, end = kept[at]
        if start == end:
            if LINKS_BEHIND.fullmatch(text, *blocks[at]):
                residues += [
                    Residue(Span(*line), ResidueKind.WEB)
                    for line in kept[at + 1 :]
                    if line[0] < line[1]
                ]
                return kept[:at]
        elif end - start > LONGEST_LINK or not STOPS.isdisjoint(text[start:end]):
            break
    return kept


def apart(residues: list[Residue]) -> list[Residue]:
    """Residues in text order, without those inside another."""
    found: list[Residue] = []
    for each in sorted(residues, key=lambda each: (each.span.start, -each.span.end)):
        if not found or each.span.start >= found[-1].span.end:
            found.append(each)
    return found


def _without_residue(
    text: str, block: Line, anchors: Sequence[int], residues: list[Residue]
) -> Line:
    """The rest of a line with possible residue at `anchors`; the residue is added to `residues`."""
    start, end = block
    foreign = False
    marks: list[Residue] = []
    behind: list[Line] = []
    for place in anchors:
        if text[place] not in "#<":
            foreign = foreign or _is_foreign(text, place, block)
        elif not behind or place >= behind[-1][1]:
            mark = PAYMARK.match(text, place, end)
            if found := mark or COMMENT.match(text, place, end):
                behind.append(found.span())
                marks += [Residue(Span(*found.span()), ResidueKind.MARK)] if mark else []
    for place, after in behind:
        if place == start:
            start = trim(text, after, end)[0]
    start, end = _without_tail(text, start, end, behind)
    if foreign and start < end <= start + LONGEST_RESIDUE:
        residues += [mark for mark in marks if mark.span.end <= start or mark.span.start >= end]
        residues.append(Residue(Span(start, end), _kind(text[start:end])))
        return start, start
    residues += marks
    return start, end


def _is_foreign(text: str, place: int, line: Line) -> bool:
    start, end = line
    if end - start > LONGEST_RESIDUE:
        return False
    return not text.startswith(OFFICE_WORDS, place) or TO_A_READER.search(text, *line) is not None


def _without_tail(text: str, start: int, end: int, behind: Sequence[Line]) -> Line:
    for place, after in reversed(behind):
        if after == end and place >= start:
            end = trim(text, start, place)[1]
    return start, end


def _kind(line: str) -> ResidueKind:
    is_web = any(word in line for word in WEB_WORDS)
    return ResidueKind.WEB if is_web else ResidueKind.NOTICE
