"""Finds the answers whose title names a problem or its title: 关于设备隐患 above measures, 设备隐患一拖再拖."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.statement.model import Cause, Measure, Problem
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

MAX_HEADINGS = 40
"""More titles above problems or answers are not compared: keeps the time linear."""
FEWEST_CHARACTERS = 3
MARGIN = LazyPattern(
    "^[ \\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[，、]?)?[ \\u3000]*"
    "(?:关于|针对|围绕|聚焦|着力|解决|抓好|在|对于)*"
    "|(?:存在|的|方面|问题|整改|措施|上|原因)*[。：:]?$"
)


def named_by_headings(
    text: str, problems: Sequence[Problem], answers: Sequence[Cause | Measure]
) -> Iterator[tuple[int, int, str]]:
    """Problems and answers, by number, under titles of one name, with the name.

    Of several problems and several answers under one name words tell which belong together.
    """
    asked: dict[Span, list[int]] = {}
    for at, problem in enumerate(problems):
        asked.setdefault(problem.heading or problem.claim, []).append(at)
    told: dict[Span, list[int]] = {}
    for at, answer in enumerate(answers):
        if answer.heading:
            told.setdefault(answer.heading, []).append(at)
    if not 1 < len(asked) <= MAX_HEADINGS or not 1 < len(told) <= MAX_HEADINGS:
        return
    names = {heading: _name(heading.of(text)) for heading in told}
    for heading, places in asked.items():
        name = _name(heading.of(text))
        for other, answering in told.items():
            both = min(name, names[other], key=len)
            is_clear = len(places) == 1 or len(answering) == 1
            if (
                len(both) >= FEWEST_CHARACTERS
                and is_clear
                and (both in name and both in names[other])
            ):
                yield from ((one, each, both) for one in places for each in answering)


def _name(heading: str) -> str:
    return MARGIN.sub("", heading.strip())
