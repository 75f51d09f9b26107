"""Word's automatic numbering → the marker a reader sees in front of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from duizhao.office.wordml import child, is_on, value, word
from duizhao.office.xml import whole_number
from duizhao.read.number_format import spell

LEVELS = 9
MAX_PATTERN = 32
"""Characters of a marker's pattern; Word takes 31. A long one before each of 50,000 paragraphs would be a bomb."""
PLACE = re.compile(r"%([1-9])")
COUNT_LAST = re.compile(r"%[1-9]$")
NUMBER_FORMAT = word("numFmt")


@dataclass(frozen=True, slots=True)
class Level:
    """One w:lvl: how the paragraphs of this depth are counted and written."""

    start: int
    form: str
    pattern: str
    legal: bool
    restart: int | None
    suffix: str
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """One w:num: levels, restarts of its own, and the definition whose count it shares with other lists."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """All lists of a document, and how far each has been counted; ask for labels in document order."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._root = root
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    @cached_property
    def _lists(self) -> dict[str, List]:
        root, self._root = self._root, None
        return {} if root is None else _lists(root)

    def level_of_style(self, list_id: str, style: str | None) -> int | None:
        """The level of a list that belongs to a paragraph style, where one does."""
        listed = self._lists.get(list_id)
        if listed is None or style is None:
            return None
        return next((at for at, level in listed.levels.items() if level.style == style), None)

    def label(self, list_id: str, at: int) -> str:
        """Count one paragraph on level `at` (from 0) and give its marker; "" where there is no such list."""
        listed = self._lists.get(list_id)
        if listed is None or at not in listed.levels:
            return ""
        counts = self._counts.setdefault(listed.shared, [None] * LEVELS)
        self._count(list_id, listed, counts, at)
        return _written(listed, counts, at)

    def _count(self, list_id: str, listed: List, counts: list[int | None], at: int) -> None:
        before = counts[at]
        if at in listed.starts and (list_id, at) not in self._begun:
            before = None
        self._begun.add((list_id, at))
        counts[at] = _start(listed, at) if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            level = listed.levels.get(deeper)
            restart = None if level is None else level.restart
            # w:lvlRestart counts from 1; without it any higher level restarts this one (17.9.10).
            if restart is None or at < restart:
                counts[deeper] = None


def _start(listed: List, at: int) -> int:
    return listed.starts.get(at, listed.levels[at].start if at in listed.levels else 1)


def _written(listed: List, counts: list[int | None], at: int) -> str:
    level = listed.levels[at]
    if level.form == "bullet":
        return _bullet(level.pattern)

    def spelled(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        count = counts[place]
        form = listed.levels[place].form if place in listed.levels else "decimal"
        legal = level.legal and form != "none"
        return spell(
            _start(listed, place) if count is None else count, "decimal" if legal else form
        )

    marker = PLACE.sub(spelled, level.pattern)
    return marker + (_gap(marker[-1:], level.suffix) if COUNT_LAST.search(level.pattern) else "")


def _bullet(pattern: str) -> str:
    # Symbol fonts keep their bullets in the private area or under a letter: the eye sees a dot.
    return "".join("•" if "\ue000" <= c <= "\uf8ff" or c.isalnum() else c for c in pattern)


def _gap(last: str, suffix: str) -> str:
    """The blank after a marker, only where it parts a bare count from what follows: “1” and “2024年”."""
    if suffix == "nothing" or not (last.isdecimal() or last.isalpha()):
        return ""
    return " " if suffix == "space" else "\t"


def _lists(root: etree._Element) -> dict[str, List]:
    abstract = {value(e, "abstractNumId") or "": e for e in root.iterchildren(*word("abstractNum"))}
    links = {key: _of(e, "numStyleLink") for key, e in abstract.items()}
    linked = {_of(e, "styleLink"): key for key, e in abstract.items() if _of(e, "styleLink")}
    levels = {key: _levels(e) for key, e in abstract.items()}
    lists = {}
    for element in root.iterchildren(*word("num")):
        key = _of(element, "abstractNumId") or ""
        key = linked.get(links.get(key), key)
        if key in levels:
            lists[value(element, "numId") or ""] = _list(element, key, levels[key])
    return lists


def _list(element: etree._Element, shared: str, levels: dict[int, Level]) -> List:
    own: dict[int, Level] = {}
    starts = {}
    for override in element.iterchildren(*word("lvlOverride")):
        own |= _levels(override)
        start = _of(override, "startOverride")
        if start is not None:
            starts[whole_number(value(override, "ilvl"))] = whole_number(start, 1)
    return List(shared, levels | own if own else levels, starts)


def _levels(element: etree._Element) -> dict[int, Level]:
    found = (
        (whole_number(value(level, "ilvl")), level) for level in element.iterchildren(*word("lvl"))
    )
    return {at: _level(level) for at, level in found if 0 <= at < LEVELS}


def _level(element: etree._Element) -> Level:
    # A format that only newer Words know stands in a Choice; the last one is the fallback we can spell.
    forms = [value(form) or "decimal" for form in element.iter(*NUMBER_FORMAT)]
    restart = _of(element, "lvlRestart")
    return Level(
        start=whole_number(_of(element, "start"), 0),
        form=forms[-1] if forms else "decimal",
        pattern=(_of(element, "lvlText") or "")[:MAX_PATTERN],
        legal=bool(is_on(child(element, "isLgl"))),
        restart=None if restart is None else whole_number(restart),
        suffix=_of(element, "suff") or "tab",
        style=_of(element, "pStyle"),
    )


def _of(element: etree._Element, name: str) -> str | None:
    found = child(element, name)
    return None if found is None else value(found)
