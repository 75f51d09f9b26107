"""The indents that list levels bring along."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from duizhao.office.wordml import child, value, word
from duizhao.read.typography.properties import Given, paragraph_properties

Levels = dict[str, Given]


def list_levels(root: etree._Element | None) -> Mapping[tuple[str, str], Given]:
    """What the levels of each list set, by the list's number and the level's."""
    if root is None:
        return {}
    shared = {
        value(element, "abstractNumId"): _levels(element)
        for element in root.iterchildren(*word("abstractNum"))
    }
    found: dict[tuple[str, str], Given] = {}
    for element in root.iterchildren(*word("num")):
        named = child(element, "abstractNumId")
        levels = {} if named is None else shared.get(value(named), {})
        found |= {(value(element, "numId") or "", at): given for at, given in levels.items()}
    return found


def _levels(element: etree._Element) -> Levels:
    return {
        value(level, "ilvl") or "": paragraph_properties(child(level, "pPr"))
        for level in element.iterchildren(*word("lvl"))
    }
