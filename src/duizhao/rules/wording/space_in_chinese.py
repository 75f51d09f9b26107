from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.people import FURTHER_SURNAMES, OFFICES, SURNAMES
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

GAP = LazyPattern(r"(?<=[\u4e00-\u9fff])[ 　]{1,8}(?=[\u4e00-\u9fff，。；：、？！”）》])")
CONTEXT = 40
STOPS = frozenset("，。；：、？！”）》")
# 座谈  次，: a blank to be filled in, as DZ301 tells.
UNITS = frozenset("条项次人户名个场篇")
# A longer gap before a stop is a blank to be filled in.
LONGEST_SLIP = 2
# 第三条　…, 附件　…, 一　…: what stands before the gap is a number or a label.
LABEL = LazyPattern(
    r"(?:^|[。；：！？])[ 　]*(?:第?[零〇一二三四五六七八九十百\d]{1,6}[条章节款编项届次]?(?:之[一二三四五])?"
    r"|附[件录表则]?|[(（]?[一二三四五六七八九十]{1,3}[)）]?)$|\d[年月日]$"
)
# What follows is the label of a further field: 责任人：本人 完成时限：….
FIELD = LazyPattern(r"[\u4e00-\u9fff]{2,8}[:：]")
QUOTES = {"“": "”", "《": "》", "‘": "’", "〈": "〉", "【": "】"}
# A name may be set apart behind an office, and bodies from each other: 记者 张三, 中共中央 国务院, 市委 市政府.
POSTS = frozenset(office[-2:] for office in (*OFFICES, "记者", "同志"))
BODIES = frozenset("部委局办院厅央会组署处科所室区省市县乡镇府社厂站")


@rule(
    "DZ609",
    anchors=(" ", "　"),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def space_in_chinese(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """汉字之间有空格"""
    text = reading.text
    found = GAP.match(text, anchor.start)
    if found is None:
        return
    gap = Span(*found.span())
    before = text[max(0, gap.start - CONTEXT) : gap.start].rpartition("\n")[2]
    after = text[gap.end : gap.end + CONTEXT].partition("\n")[0]
    is_blank = gap.end - gap.start > 1 and after[0] in UNITS
    if is_blank or not _in_sentence(before, after):
        return
    if _splits_word(before, after, gap):
        yield Hit(gap, "句子中间有空格，会把词语断开，也妨碍查找；请删去", (Edit(gap, ""),))
    elif _in_mid_sentence(before, after) and not _sets_apart(before, after):
        yield Hit(gap, "句子中间有空格", asks="是有意隔开的吗？", advice="不是就删去")


def _in_sentence(before: str, after: str) -> bool:
    """True if the gap is in running text, not in a title, a signature, a form or a list of names."""
    if " " in before[-2:] or " " in after[1:2] or "　" in before[-2:] or "　" in after[1:2]:
        return False
    return any(mark in before or mark in after for mark in "，。；")


def _in_mid_sentence(before: str, after: str) -> bool:
    """True between two commas of a sentence. Clauses without any are headlines and slogans."""
    return "，" in before.rpartition("。")[2] and "，" in after and after[0] not in STOPS


def _splits_word(before: str, after: str, gap: Span) -> bool:
    """True before a stop, and where a word stands across the gap and none on either side of it."""
    if after[0] in STOPS:
        return gap.end - gap.start <= LONGEST_SLIP
    words = common_words()
    left, right = before[-2:], after[:2]
    splits = before[-1] + after[0] in words and left not in words and right not in words
    return splits and not _is_name(before) and LABEL.search(before) is None


def _sets_apart(before: str, after: str) -> bool:
    """True if a gap is how such text is written: behind a number, between bodies, in a name, a title or a slogan."""
    return (
        LABEL.search(before) is not None
        or FIELD.match(after) is not None
        or before[-1] in BODIES
        or _is_name(before)
        or (before[-2:] in POSTS and after[0] in SURNAMES + FURTHER_SURNAMES)
        or any(before.rfind(left) > before.rfind(right) for left, right in QUOTES.items())
    )


def _is_name(before: str) -> bool:
    """True if the gap may stand in a name of two characters, spaced to the width of three: 张 三、李四四."""
    is_surname = before[-1] in SURNAMES or before[-1] in FURTHER_SURNAMES
    return is_surname and before[-2:] not in common_words()
