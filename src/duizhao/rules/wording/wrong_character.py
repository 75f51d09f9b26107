"""于部职工 → 干部职工"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording import slips
from duizhao.rules.wording.slips.slip import find
from duizhao.text import Edit, Span


@dataclass(frozen=True, slots=True)
class WrongCharacterOptions:
    """`terms`: fixed expressions of one's own, of four characters or more, whose slips are reported too."""

    terms: tuple[str, ...] = ()


def _forms(options: WrongCharacterOptions) -> Iterable[str]:
    return (*slips.load(), *_own(options))


@rule(
    "DZ601",
    anchors=_forms,
    severity=Severity.ERROR,
    source="固定提法的通行写法",
    strength=Strength.EVIDENT,
    options=WrongCharacterOptions(),
    beyond_statements=True,
)
def wrong_character(place: Span, reading: Reading, options: WrongCharacterOptions) -> Iterator[Hit]:
    """固定提法里有一字之误"""
    text = reading.source.text
    if slip := find(text, place, slips.load()) or find(text, place, _own(options)):
        at = Span(slip.at, slip.at + 1)
        yield Hit(
            place,
            f"固定提法里疑有一字之误：“{slip.wrong}”应为“{slip.right}”。",
            (Edit(at, slip.character),),
        )


@cache
def _own(options: WrongCharacterOptions) -> Mapping[str, str]:
    return slips.expand(options.terms)
