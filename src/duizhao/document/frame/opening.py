"""The lines before the body: title, roles, date, salutation, and a table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.headings.title_words import headed_by
from duizhao.document.headings.unnumbered_heading import (
    BRACKETS,
    HEADING_ENDINGS,
    LONGEST_HEADING,
    counted_problem,
    markdown_heading,
    names_chapter,
    names_part,
    unnumbered_heading,
)
from duizhao.document.lines import BLANKS, MARGIN, Line, trim
from duizhao.document.numbering.bare_number import counts_otherwise
from duizhao.document.numbering.markers import STARTERS, marker_at
from duizhao.document.people import (
    OFFICES,
    PERSON_LABELS,
    PLACEHOLDERS,
    POST_LABELS,
    UNIT_LABELS,
    alternatives,
    personal_name,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

SHORTEST_TITLE, LONGEST_TITLE = 4, 60
LONGEST_ROLE = 30
FEWEST_TABS_OF_ROW = 2
LONGEST_NAME = 3
MAX_TITLE_LINES = 4
TITLE_ENDINGS = (
    "材料", "报告", "報告", "提纲", "提綱", "发言", "發言", "剖析", "检查", "檢查",
    "发言稿", "总结", "清单", "情况", "讲话",
)  # fmt: skip

_DAY = "[0-9０-９xX×＊*〇○零一二三四五六七八九十元]"
DATE = (
    f"(?:(?:{_DAY}{{2,4}}|[ 　]{{2,8}})[ 　]?年(?:[ 　]*{_DAY}{{0,3}}[ 　]*月(?:[ 　]*{_DAY}{{0,3}}[ 　]*[日号])?)?"
    "|[0-9]{4}[.\\-/][0-9]{1,2}(?:[.\\-/][0-9]{1,2})?"
    "|[0-9一二三四五六七八九十正腊冬]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}[日号]|[初廿][一二三四五六七八九十]))"
)
WHOSE_EXAMINATION = LazyPattern("(?:个人|党员|班子|领导班子|支部|党组)[^，。]{0,6}(?:检视|查摆)")
DAY_AND_PLACE = LazyPattern(f"[（(][ 　]*{DATE}[^）)]*[）)]")
# 单位：机关二支部    姓名：高原    填表时间：2025年1月10日
FORM_FIELDS = LazyPattern(
    "(?=.{0,60}$)(?=.*(?:姓[ \u3000]*名|填[表报]人|单位|支部|职务)[^：:]{0,6}[：:])"
    "[^：:，。\\s]{2,10}[：:][^：:，。]{0,24}?(?:[ \u3000\t]+[^：:，。\\s]{2,10}[：:][^：:，。]{0,24}?){1,4}"
)
# 入党时间：2015年6月 is no date of the paper.
DAY_FIELD = LazyPattern(
    f"(?<![党作职生学团])(?:日[ \u3000]*期|时[ \u3000]*间)[ \u3000]*[：:][ \u3000]*({DATE})"
)
OCCASION = LazyPattern("生活会|主题教育|学习教育|领导班子")
# 10月19日夜, 2025年1月8日于县委党校.
DATELINE = LazyPattern(
    f"[（(]?[ 　]*(?:写于)?{DATE}[ 　]*"
    "(?:[清凌]晨|上午|下午|[早晚夜]|深夜|晚上|于[^，。：:；]{2,12})?[ 　]*[)）]?"
)
TITLE_WORDS = LazyPattern(
    "材料|报告|報告|剖析|对照|對照|检查|檢查|检视|发言|發言|提纲|提綱|总结|汇报|讲话|会议|會議|生活会|生活會|专题|關於|关于|心得|体会"
)
DETAIL_OF_PERSON = LazyPattern("[男女]|[0-9]{2}岁|.{1,4}族|(?:中共)?(?:预备)?党员")
WORDS_OF_ROLES = LazyPattern(f"{alternatives(OFFICES)}|[{PLACEHOLDERS}]{{2,3}}")
ROLE_LABEL = LazyPattern(
    f"(?:(?:所[在属])?(?:{alternatives(PERSON_LABELS, UNIT_LABELS, POST_LABELS)})"
    "|[^，。：:]{0,4}(?:时间|日期))[ 　]*[：:]"
)
SALUTATION = LazyPattern(
    "(?:(?:尊敬|敬爱)的|各位|同志们|领导|在座)[^。；！\n]{0,30}?[：:！!](?=[ 　\n]|\\Z|[^，])"
)
ADDRESSEE = LazyPattern("[^，。；：:\n]{2,20}[：:]")
LEADS_IN = LazyPattern("如下|问题|問題|情况|方面|措施|原因|根源|表现|不足|办法|打算|包括|汇报|报告")
ATTACHMENT_LINE = LazyPattern("附件[ 　]*[0-9一二三四五六七八九十]{0,2}[：:]?")
FIRST_HEADING = LazyPattern("一、|第一部分|第一章|（一）(?=.)")
NAMES_OF_PAPERS = ("材料", "提纲", "报告", "发言", "稿")
BARE_FIRST = LazyPattern("[1一][ 　]+(?=[\u4e00-\u9fff“])")
TITLE_GAP = LazyPattern(f"[{BLANKS}]+")
# A title and the preamble in one paragraph, without a blank between them.
PREAMBLE_BEHIND_TITLE = LazyPattern(
    "(?:材料|报告|報告|提纲|提綱|发言稿)(?=按照|根据|遵照|依据|为(?:深入|认真|了|进一步|贯彻)|尊敬的|各位|同志们|本人"
    "|近期|近年来|[一两]年来|今年|去年|[12][0-9]{3}年|自[^，。]{2,12}以来|在[^，。]{2,16}[中上前]，|通过|围绕|结合|我(?!们?的))"
)
STOP = LazyPattern("[，。；：:！？,;!?]")
# What a person says of oneself, in whatever order, and no title: 我下决心做如下对照检查.
SPEAKS = LazyPattern(
    "^(?:我们?(?!的|[省市县区乡镇村局院校])|本人(?!的))(?!.*(?:发言|说明|材料|提纲|意见|结果|情况)$)"
    "|^(?:现将|现就|下面|今天)|如下|以下|下述"
)


@dataclass(slots=True)
class Opening:
    """The parts of an opening. `taken` counts the blocks they took, `rest` is what they left of the last."""

    title: list[Span] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)
    dateline: Span | None = None
    salutation: Span | None = None
    taken: int = 0
    rest: Line | None = None


def read_opening(text: str, blocks: Sequence[Line]) -> Opening:
    """Read the lines before the preamble or the first heading."""
    found = Opening()
    while found.taken < len(blocks):
        start, end = blocks[found.taken]
        if is_heading(text, start, end) and not (
            _names_occasion(text, start, end, found) or _heads_chapters(text, blocks, found)
        ):
            break
        if text[start] == "附" and ATTACHMENT_LINE.fullmatch(text, start, end):
            found.taken += 1
            continue
        if not found.title and (split := _title_before_text(text, start, end)):
            found.title.append(Span(start, split[0]))
            found.rest = split[1], end
            _salute(text, Span(*found.rest), found)
            break
        if not found.title and (lines := _title_lines(text, blocks, found.taken)):
            found.title += [Span(*line) for line in lines]
            found.taken += len(lines)
            continue
        if end - start > LONGEST_TITLE or not _add(text, Span(start, end), found):
            _salute(text, Span(start, end), found)
            break
        found.taken += 1
    return found


def _names_occasion(text: str, start: int, end: int, found: Opening) -> bool:
    """Whether the first line is a title of words that also head chapters: 领导班子民主生活会查摆问题及整改措施."""
    if found.taken or text[start] in STARTERS:
        return False
    return (
        OCCASION.search(text, start, end) is not None
        or WHOSE_EXAMINATION.fullmatch(text, start, end) is not None
    )


def _heads_chapters(text: str, blocks: Sequence[Line], found: Opening) -> bool:
    """Whether the first line is a title of such words above chapters with numbers: 班子检视问题及整改措施.

    The name of a unit stands between both, or the first chapter has a name of its own, and nothing else is a heading
    without a number.
    """
    if found.taken or len(blocks) < 2 or text[blocks[0][0]] in STARTERS:
        return False
    first = next((block for block in blocks[1:] if text.startswith("一、", block[0])), None)
    if first is None:
        return False
    if first == blocks[1]:
        is_title = names_chapter(text, first[0] + 2, first[1])
    else:
        is_title = text[blocks[1][0]] not in STARTERS and _is_short(text, *blocks[1])
    return is_title and not any(
        text[start] not in STARTERS and is_heading(text, start, end) for start, end in blocks[1:]
    )


def _ends_as_title(text: str, start: int, end: int) -> bool:
    """Whether a line ends as titles do, with blanks between its characters too: 个 人 剖 析 材 料."""
    if text.endswith(TITLE_ENDINGS, start, end):
        return True
    return text[end - 2] in BLANKS and "".join(text[start:end].split()).endswith(TITLE_ENDINGS)


def _title_lines(text: str, blocks: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines of a title of which only the last ends as titles do: more than two, or one with a dash; else none."""
    if at + 1 < len(blocks) and text[blocks[at + 1][0]] == "—":
        (start, end), below = blocks[at], text[slice(*blocks[at + 1])]
        is_first = end - start <= LONGEST_ROLE and text[end - 1] not in "。；：:！，"
        return blocks[at : at + 2] if is_first and TITLE_WORDS.search(below) else ()
    if _ends_as_title(text, *blocks[at]) or not _is_short(text, *blocks[at]):
        return ()
    for after in range(at + 1, min(len(blocks), at + MAX_TITLE_LINES)):
        start, end = blocks[after]
        if not _is_short(text, start, end):
            return ()
        if _ends_as_title(text, start, end):
            return blocks[at : after + 1] if after > at + 1 else ()
    return ()


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a line can be one of several of a title: no sentence, no date, no heading, no post with a name."""
    line = text[start:end]
    return (
        end - start <= LONGEST_ROLE
        and not any(stop in line for stop in "，。；：:！？")
        and not SPEAKS.search(line)
        and not is_heading(text, start, end)
        and not DATELINE.fullmatch(line)
        and not _names_holder(line)
    )


def _title_before_text(text: str, start: int, end: int) -> Line | None:
    """The end of a title, and the start of the first heading or of the preamble in the same line."""
    if first := FIRST_HEADING.search(text, start + 1, min(end, start + LONGEST_TITLE)):
        stop = trim(text, start, first.start())[1]
        if text.endswith(TITLE_ENDINGS, start, stop):
            return stop, first.start()
    if end - start <= LONGEST_TITLE:
        return None
    for gap in TITLE_GAP.finditer(text, start, start + LONGEST_TITLE):
        stop, at = gap.span()
        if text.endswith(TITLE_ENDINGS, start, stop):
            return None if STOP.search(text, start, stop) else (stop, at)
    glued = PREAMBLE_BEHIND_TITLE.search(text, start + SHORTEST_TITLE, start + LONGEST_TITLE)
    if not glued or STOP.search(text, start, glued.end()):
        return None
    return None if text[start] in "我本这该" else (glued.end(), glued.end())


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a marker, or is an unnumbered heading."""
    if text[start] in STARTERS:
        if marker_at(text, start, end) is not None:
            return True
        if text[start] in "1一":
            return _is_bare_first(text, start, end)
        if text[start] not in BRACKETS:
            return False
    if markdown_heading(text, start, end) or counts_otherwise(text, start, end):
        return True
    if counted_problem(text, start, end):
        return True
    return (
        end - start <= LONGEST_HEADING
        and text[end - 1] in HEADING_ENDINGS
        and unnumbered_heading(text, start, end) is not None
    )


def _is_bare_first(text: str, start: int, end: int) -> bool:
    """Whether a line is the name of a part behind a first number without a mark: 1 查摆情况, 一 检视问题."""
    found = BARE_FIRST.match(text, start, end)
    if found is None:
        return False
    title = text[found.end() : end]
    return (names_part(title) or headed_by(title).ahead > 0) and not title.endswith(NAMES_OF_PAPERS)


def _add(text: str, span: Span, found: Opening) -> bool:
    line = span.of(text)
    if found.dateline is None and DATELINE.fullmatch(line):
        found.dateline = span
    elif (len(line) <= LONGEST_ROLE and _is_labelled(line)) or FORM_FIELDS.fullmatch(line):
        found.roles.append(span)
        if found.dateline is None and (day := DAY_FIELD.search(line)):
            found.dateline = Span(span.start + day.start(1), span.start + day.end(1))
    elif found.salutation is None and _salutes(line, bool(found.title)):
        found.salutation = span
    elif (
        (line[-1] in "；;，,：:、！!？?”" and not _is_campaign(line, found))
        or "。" in line
        or found.salutation
        or SPEAKS.search(line)
    ) or line.count("\t") >= FEWEST_TABS_OF_ROW:
        return False
    elif _is_role(text, line, found):
        found.roles.append(span)
    elif _goes_on(line, found):
        found.title.append(span)
    else:
        return False
    return True


def _is_campaign(line: str, found: Opening) -> bool:
    """Whether a first line is the name of a campaign in quotes, above the rest of the title."""
    return not found.title and line[0] == "“" and OCCASION.search(line) is not None


def _is_labelled(line: str) -> bool:
    """Whether a line begins with a label of a person, with blanks in it too: 姓　　名：."""
    if line[1:2] in MARGIN:
        line = "".join(line.split())
    return ROLE_LABEL.match(line) is not None


def _goes_on(line: str, found: Opening) -> bool:
    """The first line is a title; a further line is part of it only if it has words of a title."""
    if not found.title:
        return not found.roles or line.endswith(TITLE_ENDINGS)
    if line.startswith(("我的", "本人的")) and not line.endswith(TITLE_ENDINGS):
        return False
    # A date may part the occasion from the title below it.
    if found.dateline and (found.roles or not line.endswith(TITLE_ENDINGS)):
        return False
    if "，" in line or line[-1] == "…" or len(found.title) == MAX_TITLE_LINES:
        return False
    if line[1:2] in MARGIN:
        line = "".join(line.split())
    return line[0] in "—-－" or TITLE_WORDS.search(line) is not None


def _is_role(text: str, line: str, found: Opening) -> bool:
    """A short line below a title names the speaker, unless it has words of a title."""
    if not found.title or len(line) > LONGEST_ROLE:
        return False
    if line[0] in "（(" and DAY_AND_PLACE.fullmatch(line):
        return True
    if TITLE_WORDS.search(line):
        return _names_holder(line)
    words = "".join(line.strip("（()）").split())
    ended = TITLE_WORDS.search(found.title[-1].of(text)) is not None
    return (
        WORDS_OF_ROLES.search(line) is not None
        or (ended and (line[0] in "（(" or (len(words) <= 4 and not found.roles)))
        or _names_holder(line)
    )


def _names_holder(line: str) -> bool:
    """Whether a line is a post and, behind blanks, a name: 总工程师  李明, 青石气象站  李明  女  29岁."""
    post, *parts = line.split()
    parts = [each for each in parts if not DETAIL_OF_PERSON.fullmatch(each)]
    name = "".join(parts)
    if len(parts) > 1 and len(name) > LONGEST_NAME:
        name = parts[-1]
    return (
        1 < len(name) <= LONGEST_NAME
        and len(post) > 2
        and not post.endswith(TITLE_ENDINGS)
        and personal_name().fullmatch(name) is not None
    )


def _salutes(line: str, titled: bool) -> bool:
    if SALUTATION.fullmatch(line):
        return True
    return titled and line[-1] in "：:" and _addresses(line)


def _addresses(line: str) -> bool:
    return ADDRESSEE.fullmatch(line) is not None and LEADS_IN.search(line) is None


def _salute(text: str, span: Span, found: Opening) -> None:
    """Take a salutation off the beginning of a line of the preamble."""
    match = SALUTATION.match(text, span.start, span.end)
    if match and found.salutation is None and match.end() < span.end:
        found.salutation = Span(*match.span())
        found.rest = trim(text, match.end(), span.end)
