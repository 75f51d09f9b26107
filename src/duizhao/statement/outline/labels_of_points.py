"""Labels with which a paragraph begins: 问题1：…, 党性锻炼上的差距：…, 讲规矩、有纪律方面。…."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from duizhao.document import Document, Heading, Paragraph, Section
from duizhao.document.field_labels import FIELD_LABEL
from duizhao.document.headings.unnumbered_heading import SIGNS, SIGNS_OF_POINTS
from duizhao.profiles import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.outline.kinds import kinds
from duizhao.text.pattern import LazyPattern

LONGEST_NAME = 8
LABEL = LazyPattern(
    "(?:【(?P<bracketed>[^】\n]{2,8})】)|([^，。；：:！？\n]{2,16}?)[一二三四五六七八九十0-9]{0,2}(?:[：:]|(?<=方面)[。，])(?=.)"
)
# 第一个毛病，嘴快。
COUNTED = LazyPattern("[第其][一二三四五六七八九十]个?(?:毛病|问题|不足|缺点|差距|短板)[，：:是]")
# 我做得不好的有三样：
COUNTS_WHAT_FOLLOWS = LazyPattern(".*[有下][一二两三四五六七八九十几][个条点件样项桩处]$")
OF_ASPECT = LazyPattern("(?!.*(?:整改|改进|努力|原因)).*方面$")


# A line of its own below a measure: 责任单位：后勤中心.
FIELD = LazyPattern(f"{FIELD_LABEL}[：:].{{1,40}}$")
# 头一宗，账不亮堂。…⏎二一宗，…⏎再一件，…
IN_WORDS = LazyPattern(
    "(?:[头第其首再还末]|[一二三四五六七八九])有?一?(?:[宗桩件条样码来则]|个是)[，：:、是]"
)
FEWEST_IN_WORDS = 2
# 改法：发表格走群里。
LABEL_OF_ANSWERS = LazyPattern(
    "[【（]?(?:主要|整改|改进|下步)?的?(?:原因|根源|成因|措施|办法|改法|对策|整改|怎[么样][改办])(?:[】）][：:]?|[：:])"
)
# 问题一, 序号：1
COUNTER = LazyPattern(
    "(?:问题|第|(?:问题)?(?:序号|编号))[：:]?[ 　]?[0-9一二三四五六七八九十]{1,2}(?:个问题|[项条件宗桩])?[：:]?"
)


def counted_in_words(text: str, starts: Sequence[int]) -> bool:
    """Whether all paragraphs that begin at `starts` are counted by words that are no numbers of a list."""
    return len(starts) >= FEWEST_IN_WORDS and all(IN_WORDS.match(text, start) for start in starts)


def is_counter(title: str) -> bool:
    """Whether a title only counts the problem below it."""
    return COUNTER.fullmatch(title) is not None


def labels_answers(document: Document, section: Section) -> bool:
    """Whether a label of causes or measures follows points of a section, in it or right behind it: ①… ②… 改法：…."""
    lines = islice(_paragraphs(section), 1, None)
    if any(LABEL_OF_ANSWERS.match(document.text, *each.span) for each in lines):
        return True
    end, headings = section.span.end, document.headings
    at = bisect_left(headings, end, key=_start)
    if at == len(headings) or headings[at].marker or section.span == section.heading.span:
        return False
    start, stop = headings[at].span
    is_next = not document.text[end:start].strip()
    return is_next and LABEL_OF_ANSWERS.fullmatch(document.text, start, stop) is not None


def _paragraphs(section: Section) -> Iterator[Paragraph]:
    yield from section.paragraphs
    for each in section.sections:
        yield from _paragraphs(each)


def _start(heading: Heading) -> int:
    return heading.span.start


def heads_signs(document: Document, section: Section) -> bool:
    """Whether a title with a sign only names what stands in lines with another sign below it: ● 便民办税 above ○."""
    sign = document.text[section.heading.span.start]
    below, title = section.paragraphs[:1], document.of(section.heading.title)
    return (
        sign in SIGNS
        and bool(below)
        and len(title) <= LONGEST_NAME
        and not is_deficient(title)
        and document.text[below[0].span.start] in SIGNS_OF_POINTS - {sign}
    )


def is_list_of_signs(document: Document, starts: Sequence[int]) -> bool:
    """Whether the points at `starts` are lines with a sign, below titles that have only another sign before them."""
    return (
        bool(starts)
        and any(heads_signs(document, each) for each in document.sections)
        and all(document.text[start] in SIGNS_OF_POINTS for start in starts)
    )


def names_problem(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with a label of a problem, or with the name of what is examined."""
    if COUNTED.match(text, start, end):
        return True
    found = LABEL.match(text, start, end)
    if found is None:
        return False
    label = found["bracketed"] or found[2]
    if COUNTS_WHAT_FOLLOWS.match(label):
        return False
    return OF_ASPECT.match(label) is not None or kinds(label) == (ChapterKind.PROBLEMS,)
