"""What stands around a title and is no part of the statement: lines of a page, a number, the title a second time."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.document.frame.opening import LONGEST_TITLE, TITLE_ENDINGS, TITLE_WORDS, is_heading
from duizhao.document.frame.web_line import (
    ANCHORS as WEB_ANCHORS,
)
from duizhao.document.frame.web_line import (
    LONGEST_WEB_LINE,
    TWICE_NUMBERED,
    disclaims,
    is_crumbs,
    is_of_page,
    names_site,
)
from duizhao.document.lines import Line, trim
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

MAIL_ANCHORS = ("发件人", "收件人", "发送时间", "主题：", "主题:", "From:", "Subject:")
COVERING_ANCHORS = (
    "发给",
    "附上",
    "附后",
    "转发",
    "转来",
    "报来",
    "审阅",
    "审定",
    "审核",
    "查收",
    "修改意见",
)
# The brackets around the year of a document's number, and what pages, mails and covering notes have.
SECRECY = ("内部资料", "内部材料", "内部文件", "秘密", "机密", "绝密")
ANCHORS = (*WEB_ANCHORS, "〔20", "[20", "［20", "【20", *MAIL_ANCHORS, *COVERING_ANCHORS, *SECRECY)
LONGEST_NOTE = 200
HEAD_LINES = 14
HEAD_LENGTH = 900
QUOTES = str.maketrans("", "", "《》“”\"'‘’「」『』【】 　\t")
# Behind a title: the name of a file, a page of it, the site that shows it; and the marks of a copy, which alone prove
# nothing (修改稿).
SUFFIX = LazyPattern(
    "(?:([.．](?:docx?|DOCX?|wps|pdf|PDF|txt)"
    "|[_＿|｜-][ 　]{0,3}(?:第?[0-9]{1,3}页|[^_＿|｜\\- 　]{1,12}(?:(?<!电)网|文库|文档)|副本))"
    "|(?:[-_—－ 　]|[（(])[ 　]{0,3}"
    "(?:副本|复件|定稿|终稿|最终[稿版]|修[改订][稿版]|审核稿|打印稿|[vV]?[0-9]{1,2})[）)]?)$"
)
TAG = LazyPattern("^[【\\[［](?:整理|精选|推荐|优秀|原创|最新|转载|范文|荐)[】\\]］]")
SUFFIX_ENDINGS = frozenset("xXcCsftFT页网库档本稿版)）0123456789")
# What a document has above its title: the name of the office, the number, who signs it, a rule, who may read it.
HEAD_OF_DOCUMENT = LazyPattern(
    "[\u4e00-\u9fff（）]{4,28}文件|签发人[ 　]*[：:].{1,12}|[-—－_=＝*★☆]{2,}"
    "|内部(?:资料|材料|文件)[ 　，；·]*(?:[请注妥严不禁切仅][^，。；\n]{1,9})?|[绝机秘]密[★☆ 　]{0,3}[^，。；\n]{0,4}"
)
DOCUMENT_NUMBER = LazyPattern(
    "[^，。：；\n]{1,20}[〔\\[［（(【][12][0-9]{3}[〕\\]］）)】]第?[0-9]{1,4}号"
)
# 各位领导：现将×××同志的材料发给大家，请审阅。 stands above the statement that it sends.
COVERING_NOTE = LazyPattern(
    "(?!.*如[下次])(?=.*(?:发给|发去|附上|附后|转发|转来|报来|报上|呈上|送上|现将|请))"
    ".*(?:审阅|审定|审核|阅示|查收|(?:修改|反馈)意见|修改后|斧正|(?:材料|稿|发言)(?:发给|附上|附后|转发|报上|呈上|送上))"
)
NO_TITLE_ENDINGS = frozenset("。；;，,：:、！!？?…")


def without_surroundings(
    text: str, blocks: list[Line], places: Sequence[Line], *, is_sent_on: bool = False
) -> tuple[list[Line], list[Residue]]:
    """The lines without what stands around the title, and this as residue.

    `places` are those of the words that lines of pages have: a head without one costs little. In a mail that
    `is_sent_on` all that stands above the title belongs to the mail.
    """
    if not (places or is_sent_on or _may_repeat(text, blocks)):
        return blocks, []
    head = _Head(text, blocks, covers=is_sent_on)
    seen = 0
    for at, (start, end) in enumerate(blocks[:HEAD_LINES]):
        first = seen
        while seen < len(places) and places[seen][0] < end:
            seen += 1
        if not head.reads_on(at, start, end, seen > first):
            break
    return head.rest(blocks)


def _may_repeat(text: str, blocks: Sequence[Line]) -> bool:
    """Whether one of the first lines ends like the name of a file, begins with a digit, or may stand there twice."""
    for start, end in blocks[:2]:
        if end - start > LONGEST_TITLE:
            return False
        if text[end - 1] in SUFFIX_ENDINGS:
            return True
        if "0" <= text[start] <= "9" and not text[start : start + 3].isdigit():
            return True
        # The end of a title, without a closing quote: hardly a preamble repeats it.
        if text.find(text[max(start, end - 9) : end - 1], end, end + 2 * LONGEST_TITLE) >= 0:
            return True
    return False


class _Head:
    """The lines read so far, from the first."""

    def __init__(self, text: str, blocks: Sequence[Line], *, covers: bool) -> None:
        self._text = text
        self._blocks = blocks
        self._dropped: dict[int, ResidueKind] = {}
        self._undecided: list[int] = []
        self._covers = covers
        self._of_page: int | None = None
        self._titles: dict[str, int] = {}

    def reads_on(self, at: int, start: int, end: int, has_web_words: bool) -> bool:
        """Read a line; False if the head ends before it."""
        text = self._text
        line = text[start:end] if end - start <= LONGEST_WEB_LINE else ""
        if (has_web_words and is_of_page(line)) or (is_crumbs(line) and names_site(line)):
            self._dropped[at] = ResidueKind.WEB
        elif not self._titles and _stands_above(line, has_web_words):
            self._undecided.append(at)
        elif not self._titles and has_web_words and _covers(text, start, end):
            self._covers = True
        elif self._titles and TWICE_NUMBERED.match(line):
            self._dropped[at] = ResidueKind.NOTICE
        elif is_heading(text, start, end):
            return False
        elif end - start <= LONGEST_TITLE and _is_title(line):
            if not self._covers or line.endswith(TITLE_ENDINGS):
                self._add_title(at, line)
        elif not self._covers or self._titles:
            return not self._titles or (
                0 < len(line) <= LONGEST_TITLE and line[-1] not in NO_TITLE_ENDINGS
            )
        return True

    def _add_title(self, at: int, line: str) -> None:
        """Add a line of a title: what stands above is residue, and so is the title where it stands twice."""
        foreign = range(at) if self._covers and not self._titles else self._undecided
        self._dropped = {**dict.fromkeys(foreign, ResidueKind.NOTICE), **self._dropped}
        self._undecided.clear()
        sure, bare = _behind_title(line)
        if self._of_page is not None and line.endswith(TITLE_ENDINGS) and line[0] not in "—-":
            self._dropped[self._of_page] = ResidueKind.NOTICE
            self._of_page = None
        if sure < len(line) and not self._titles:
            self._of_page = at
        words = TAG.sub("", line[:bare]).translate(QUOTES)
        above = Span(*self._blocks[at - 1]).of(self._text).translate(QUOTES) if at else ""
        before = self._titles.get(words, self._titles.get(above + words, self._on_cover(at, words)))
        if before is not None:
            start, end = self._blocks[before]
            if len(line) > end - start == len(words):
                self._dropped[at] = ResidueKind.NOTICE
                return
            self._dropped[before] = ResidueKind.NOTICE
        self._titles[words] = at

    def _on_cover(self, at: int, words: str) -> int | None:
        """The line of a shorter title on a cover page, which other lines part from the title below it."""
        for title, line in self._titles.items():
            if words.endswith(title) and line + 1 < at:
                return line
        return None

    def rest(self, blocks: list[Line]) -> tuple[list[Line], list[Residue]]:
        """The lines of the statement and the residue."""
        found = [Residue(Span(*blocks[at]), kind) for at, kind in self._dropped.items()]
        kept = blocks
        for at in self._titles.values():
            start, end = blocks[at]
            stop = start + _behind_title(self._text[start:end])[0]
            if stop < end and at not in self._dropped:
                kept = [*kept[:at], (start, stop), *kept[at + 1 :]]
                found.append(Residue(Span(*trim(self._text, stop, end)), ResidueKind.NOTICE))
        if self._dropped:
            kept = [block for at, block in enumerate(kept) if at not in self._dropped]
        return kept, found


def _stands_above(line: str, has_web_words: bool) -> bool:
    """Whether a line is foreign to a statement if a title follows."""
    if not line:
        return False
    if line[-1] == "号" and DOCUMENT_NUMBER.fullmatch(line):
        return True
    if HEAD_OF_DOCUMENT.fullmatch(line):
        return True
    if is_crumbs(line):
        return True
    if "0" <= line[0] <= "9" and TWICE_NUMBERED.match(line):
        return True
    return has_web_words and disclaims(line) and not _is_title(line)


def _covers(text: str, start: int, end: int) -> bool:
    """Whether a line belongs to a mail or a note with which a statement was sent."""
    line = text[start : min(end, start + LONGEST_NOTE)]
    return line.startswith(MAIL_ANCHORS) or COVERING_NOTE.match(line) is not None


def _is_title(line: str) -> bool:
    return line[-1] not in NO_TITLE_ENDINGS and TITLE_WORDS.search(line) is not None


def _behind_title(line: str) -> tuple[int, int]:
    """The length of a title without what a file or a page puts behind it, and without any mark of a copy."""
    sure = bare = len(line)
    proved = False
    while bare and line[bare - 1] in SUFFIX_ENDINGS:
        found = SUFFIX.search(line, 0, bare)
        if found is None or not (stop := len(line[: found.start()].rstrip())):
            break
        bare = stop
        proved = proved or found[1] is not None
        sure = stop if proved else sure
    return sure, bare
