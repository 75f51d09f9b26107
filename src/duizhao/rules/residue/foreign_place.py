from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._places import PROVINCE_OF
from duizhao.text import Span, value
from duizhao.text.pattern import LazyPattern


@value
class ForeignPlaceOptions:
    """`units`: full names of the author's unit and of the units above it. Without them the rule reports nothing."""

    units: tuple[str, ...] = ()


# What turns a place name into a body: 江西省水利厅, 南昌市. A bare name may belong to a trip, a book or a dish.
BODY = LazyPattern(
    r"(?:壮族|回族|维吾尔)?(?:省|市|自治区|自治州|州|地区|盟)"
    r"(?:[^，。；：、“”《》（）\s的和与及在对为]{0,12}?(?:委员会|办公室|办公厅|党组|党委|厅|局|院|公司|集团)(?:党组|党委)?)?"
)


def _places(own: ForeignPlaceOptions) -> tuple[str, ...]:
    return tuple(PROVINCE_OF) if own.units else ()


@rule(
    "DZ314",
    anchors=_places,
    options=ForeignPlaceOptions(),
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("F4",),
)
def foreign_place(anchor: Span, reading: Reading, own: ForeignPlaceOptions) -> Iterator[Hit]:
    """出现外地单位"""
    place = reading.of(anchor)
    found = BODY.match(reading.text, anchor.end)
    homes = _homes(own.units)
    if found is None or not homes or PROVINCE_OF[place] in homes:
        return
    span = Span(anchor.start, found.end())
    yield Hit(
        span,
        f"本单位是{own.units[0]}，这里写的却是“{reading.of(span)}”",
        asks="是去那里学习考察，还是写错了单位？",
    )


@cache
def _homes(units: tuple[str, ...]) -> frozenset[str]:
    """The provinces of the places in the names of the units."""
    return frozenset(
        province for place, province in PROVINCE_OF.items() if any(place in unit for unit in units)
    )
