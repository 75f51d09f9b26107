"""The properties that list levels set, indents above all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from duizhao.office.wordml import child, value, word
from duizhao.read.kept_part import KeptPart
from duizhao.read.typography.properties import NOTHING, Given, paragraph_properties

Levels = dict[str, Given]


class ListLevels:
    """The properties that list levels set, by list and level. Most documents have lists that no paragraph names."""

    def __init__(self, numbering: KeptPart | None) -> None:
        self._numbering = numbering

    def get(self, list_id: str | None, level: str | None) -> Given:
        """The properties of a level; none if there is no such list or level."""
        return NOTHING if not list_id else self._lists.get(list_id, {}).get(level or "0", NOTHING)

    @cached_property
    def _lists(self) -> Mapping[str, Levels]:
        if self._numbering is None:
            return {}
        root = self._numbering.root()
        shared = {
            value(element, "abstractNumId"): _levels(element)
            for element in root.iterchildren(*word("abstractNum"))
        }
        found: dict[str, Levels] = {}
        for element in root.iterchildren(*word("num")):
            named = child(element, "abstractNumId")
            levels = {} if named is None else shared.get(value(named), {})
            found.setdefault(value(element, "numId") or "", {}).update(levels)
        return found


def _levels(element: etree._Element) -> Levels:
    return {
        value(level, "ilvl") or "": paragraph_properties(child(level, "pPr"))
        for level in element.iterchildren(*word("lvl"))
    }
