"""Lengths in attributes → twips."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from duizhao.office.wordml import value
from duizhao.office.xml import whole_number

MAX_TWIPS = 100_000
"""Twips, 1.7 m: a longer length is no measure of a page."""

UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
WITH_UNIT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi)")


def length(element: etree._Element | None, *names: str) -> int | None:
    """The first of the attributes `names` that is given. Strict files may write a unit (ISO 29500-1 22.9.2.14)."""
    if element is None:
        return None
    found = next((text for name in names if (text := value(element, name)) is not None), None)
    return None if found is None else _within(_twips(found))


def lengths(element: etree._Element, fields: Mapping[object, str]) -> dict[str, int]:
    """The lengths that an element gives, by the names in `fields` of its attributes."""
    return {
        fields[name]: _within(_twips(str(text))) for name, text in element.items() if name in fields
    }


def half_points(element: etree._Element) -> int | None:
    """A size in half points: a bare number counts them, a number with a unit is a length."""
    text = value(element) or ""
    size = round(_twips(text) / 10) if WITH_UNIT.fullmatch(text) else whole_number(text)
    return size if 0 < size <= 3277 else None


def _twips(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        pass
    unit = WITH_UNIT.fullmatch(text)
    if unit:
        return round(float(unit[1]) * UNITS[unit[2]])
    # Some programs write fractions, which Word rounds.
    whole, _, _ = text.partition(".")
    return whole_number(whole)


def _within(twips: int) -> int:
    return max(-MAX_TWIPS, min(MAX_TWIPS, twips))
