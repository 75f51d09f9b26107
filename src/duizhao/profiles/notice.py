"""What a clerk copies from a notice, a piece of it or all: which meeting it is about, against which aspects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duizhao.text.pattern import LazyPattern

MAX_ASPECTS = 20
LONGEST_ASPECT = 60
NUMBER = LazyPattern(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)][、.．]?|[、.．]|是(?=.{3}))\s*|[①-⑳❶-❿•·●◆*－—-]+\s*|第[一二三四五六七八九十]+[，、：]?\s*"
)
SEVERAL = LazyPattern("[；;](?=.)")
MEETING = LazyPattern("20[0-9]{2}年度?[^，。；：《》\n]{0,30}?(?:民主|组织)生活会")
# Whom every such notice is for.
OF_ALL = LazyPattern("县级?以上(?:党和国家机关)?|党员领导干部|领导班子")
AROUND = " \t\u3000\u00a0\ufeff；;。，,、：:"
BOUNDS = LazyPattern("[。；;：:\n]")
NAMED_ASPECT = LazyPattern("带头.{2,}|.{2,}方面")
COUNTED = LazyPattern(
    "(?:围绕|对照|聚焦|紧扣)([^。；;：:\n]{4,400}?)等?这?([二两三四五六七八九2-9])个(?:方面|带头)"
)
COUNTS = {**dict(zip("二三四五六七八九", range(2, 10), strict=True)), "两": 2}
PARTINGS = (
    LazyPattern("[”’][、，,和]?[“‘]"),
    LazyPattern("(?:[、，,和及]|以及)(?=带头)"),
    LazyPattern("[，,]"),
    LazyPattern("、"),
    LazyPattern("[、和及]|以及"),
)


def meeting_in(text: str) -> str:
    """The first meeting that a notice names with its year: 2026年度民主生活会; empty for none."""
    found = MEETING.search(text)
    return OF_ALL.sub("", found[0]) if found else ""


def aspect_lines(lines: Iterable[str]) -> list[str]:
    """The lines of aspects in what a clerk pastes, also several in one line: 一是…；二是…。

    Of lines with numbers those without are the notice's own, as is one that ends with a colon. Where three say 带头,
    the others are none. In a whole notice the aspects are what its list calls 带头… or …方面, else what it counts:
    围绕…等五个方面.
    """
    pieces = [each.strip() for line in lines for each in SEVERAL.split(line) if each.strip(AROUND)]
    pieces = [each for each in pieces if not each.endswith(("：", ":", "的通知", "的方案"))]
    numbered = [each for each in pieces if NUMBER.match(each.strip(AROUND))]
    if len(numbered) > 1 and len(numbered) * 2 >= len(pieces):
        pieces = numbered
    leading = [each for each in pieces if aspect_name(each).startswith("带头")]
    found = leading if len(leading) > 2 else pieces
    return _in_whole_notice(pieces) if any("。" in aspect_name(each) for each in found) else found


def aspect_name(line: str) -> str:
    """The name of an aspect in a line of a notice: `1.带头固本培元、增强党性方面；` names 带头固本培元、增强党性."""
    return _without_number(line).removesuffix("方面").strip(AROUND)


def _without_number(line: str) -> str:
    line = line.strip(AROUND)
    found = NUMBER.match(line)
    return line[found.end() :].strip(AROUND) if found else line


def _in_whole_notice(pieces: Sequence[str]) -> list[str]:
    """The names of the aspects of a notice; empty where it neither lists nor counts them."""
    firsts = [BOUNDS.split(_without_number(each))[0] for each in pieces]
    listed = [each for each in firsts if NAMED_ASPECT.fullmatch(each)]
    if len(listed) > 1:
        return list(dict.fromkeys(map(aspect_name, listed)))
    for found in COUNTED.finditer("\n".join(pieces)):
        if named := _parted(found[1], COUNTS.get(found[2]) or int(found[2])):
            return named
    return []


def _parted(words: str, count: int) -> list[str]:
    """So many names out of one phrase, by the first way of parting them that gives as many; else empty."""
    for parting in PARTINGS:
        names = [each.strip(AROUND + "“”‘’") for each in parting.split(words)]
        if len(names) == count and all(2 <= len(each) <= LONGEST_ASPECT for each in names):
            return names
    return []
