"""Word's automatic numbering → the marker that a reader sees before a paragraph."""

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
"""Characters of a marker pattern; Word allows 31. A long one before each of 50,000 paragraphs would be a bomb."""
PLACE = re.compile(r"%([1-9])")
COUNT_LAST = re.compile(r"%[1-9]$")
NUMBER_FORMAT = word("numFmt")


@dataclass(frozen=True, slots=True)
class NumberingLevel:
    """One w:lvl: how the paragraphs of this level are counted, and how the count is written."""

    start: int
    form: str
    pattern: str
    legal: bool
    restart: int | None
    suffix: str
    style: str | None


@dataclass(frozen=True, slots=True)
class NumberingList:
    """One w:num: its levels, its own restarts, and the key of the definition with which it shares its counts."""

    shared: str
    levels: dict[int, NumberingLevel]
    starts: dict[int, int]


class Numbering:
    """All lists of a document with their counts so far. Labels must be asked for in document order."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._root = root
        self._ids_by_name: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    @cached_property
    def _lists(self) -> dict[str, NumberingList]:
        root, self._root = self._root, None
        if root is None:
            return {}
        lists, names = _lists(root), _names(root)
        for list_id, listed in reversed(lists.items()):
            if listed.shared in names:
                self._ids_by_name[names[listed.shared]] = list_id
        return lists

    def level_of_style(self, list_id: str, style: str | None) -> int | None:
        """The level of a list that belongs to a paragraph style, or None."""
        listed = self._lists.get(list_id)
        if listed is None or style is None:
            return None
        return next((at for at, level in listed.levels.items() if level.style == style), None)

    def label(self, list_id: str, at: int) -> str:
        """Count one paragraph on level `at` (from 0) and return its marker; "" if there is no such list."""
        listed = self._lists.get(list_id)
        if listed is None or at not in listed.levels:
            return ""
        counts = self._counts.setdefault(listed.shared, [None] * LEVELS)
        self._count(list_id, listed, counts, at)
        return _marker(listed, counts, at)

    def label_of_name(self, name: str, at: int, start: int | None = None) -> str:
        """Count one field on level `at` of the list called `name` and return its number, from `start` if given."""
        lists = self._lists
        list_id = self._ids_by_name.get(name.lower())
        if list_id is None:
            return ""
        if start is not None:
            counts = self._counts.setdefault(lists[list_id].shared, [None] * LEVELS)
            counts[at] = start - 1
            self._begun.add((list_id, at))
        return self.label(list_id, at).strip()

    def _count(
        self, list_id: str, listed: NumberingList, counts: list[int | None], at: int
    ) -> None:
        before = counts[at]
        if at in listed.starts and (list_id, at) not in self._begun:
            before = None
        self._begun.add((list_id, at))
        counts[at] = _start(listed, at) if before is None else before + 1
        for passed in range(at):
            # Word counts a level that was passed over as if one paragraph of it had stood there.
            if counts[passed] is None:
                counts[passed] = _start(listed, passed)
                self._begun.add((list_id, passed))
        for deeper in range(at + 1, LEVELS):
            level = listed.levels.get(deeper)
            restart = None if level is None else level.restart
            # w:lvlRestart counts from 1; without it any higher level restarts this one (17.9.10).
            if restart is None or at < restart:
                counts[deeper] = None


def _start(listed: NumberingList, at: int) -> int:
    return listed.starts.get(at, listed.levels[at].start if at in listed.levels else 1)


def _marker(listed: NumberingList, counts: list[int | None], at: int) -> str:
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
    # Symbol fonts have their bullets in the private use area or in place of a letter: a reader sees a dot.
    return "".join("•" if "\ue000" <= c <= "\uf8ff" or c.isalnum() else c for c in pattern)


def _gap(last: str, suffix: str) -> str:
    """The blank after a marker, if the marker ends in a bare count: otherwise “1” and “2024年” would run together."""
    if suffix == "nothing" or not (last.isdecimal() or last.isalpha()):
        return ""
    return " " if suffix == "space" else "\t"


def _lists(root: etree._Element) -> dict[str, NumberingList]:
    abstract = {value(e, "abstractNumId") or "": e for e in root.iterchildren(*word("abstractNum"))}
    links = {key: _child_value(e, "numStyleLink") for key, e in abstract.items()}
    linked = {
        _child_value(e, "styleLink"): key
        for key, e in abstract.items()
        if _child_value(e, "styleLink")
    }
    levels = {key: _levels(e) for key, e in abstract.items()}
    lists = {}
    for element in root.iterchildren(*word("num")):
        key = _child_value(element, "abstractNumId") or ""
        key = linked.get(links.get(key), key)
        if key in levels:
            lists[value(element, "numId") or ""] = _list(element, key, levels[key])
    return lists


def _names(root: etree._Element) -> dict[str, str]:
    """The names of definitions, in small letters."""
    found = (
        (value(each, "abstractNumId") or "", _child_value(each, "name"))
        for each in root.iterchildren(*word("abstractNum"))
    )
    return {key: name.lower() for key, name in found if name}


def _list(element: etree._Element, shared: str, levels: dict[int, NumberingLevel]) -> NumberingList:
    own: dict[int, NumberingLevel] = {}
    starts = {}
    for override in element.iterchildren(*word("lvlOverride")):
        own |= _levels(override)
        start = _child_value(override, "startOverride")
        if start is not None:
            starts[whole_number(value(override, "ilvl"))] = whole_number(start, 1)
    return NumberingList(shared, levels | own if own else levels, starts)


def _levels(element: etree._Element) -> dict[int, NumberingLevel]:
    found = (
        (whole_number(value(level, "ilvl")), level) for level in element.iterchildren(*word("lvl"))
    )
    return {at: _level(level) for at, level in found if 0 <= at < LEVELS}


def _level(element: etree._Element) -> NumberingLevel:
    # A format of newer Words only is in a Choice; the last one is the fallback, which we can spell.
    forms = [value(form) or "decimal" for form in element.iter(*NUMBER_FORMAT)]
    restart = _child_value(element, "lvlRestart")
    return NumberingLevel(
        start=whole_number(_child_value(element, "start"), 0),
        form=forms[-1] if forms else "decimal",
        pattern=(_child_value(element, "lvlText") or "")[:MAX_PATTERN],
        legal=bool(is_on(child(element, "isLgl"))),
        restart=None if restart is None else whole_number(restart),
        suffix=_child_value(element, "suff") or "tab",
        style=_child_value(element, "pStyle"),
    )


def _child_value(element: etree._Element, name: str) -> str | None:
    found = child(element, name)
    return None if found is None else value(found)
