"""于部职工 → 干部职工"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording import slips
from duizhao.rules.wording.slips.slip import slips_in
from duizhao.text import Edit, Span, value

CODE = "DZ601"


@value
class WrongCharacterOptions:
    """`terms`: the unit's own fixed expressions of four characters or more; slips in them are reported too."""

    terms: tuple[str, ...] = ()


def _pairs(options: WrongCharacterOptions) -> Iterable[str]:
    return (*slips.pairs(), *_own(options))


@rule(
    CODE,
    on=Document,
    anchors=_pairs,
    severity=Severity.ERROR,
    source="固定提法的通行写法",
    strength=Strength.EVIDENT,
    options=WrongCharacterOptions(),
    beyond_statements=True,
    corrects=True,
)
def wrong_character(
    document: Document, reading: Reading, options: WrongCharacterOptions
) -> Iterator[Hit]:
    """固定提法里有一字之误"""
    for slip in slips_in(reading.text, reading.marks.get(CODE), _forms(options)):
        yield Hit(
            slip.span,
            f"固定提法里疑有一字之误：“{slip.wrong}”应为“{slip.right}”。",
            (Edit(Span(slip.at, slip.at + 1), slip.character),),
        )


def _forms(options: WrongCharacterOptions) -> Callable[[str], Iterable[slips.SlipForm]]:
    own = _own(options)
    return (lambda pair: (*slips.forms(pair), *own.get(pair, ()))) if own else slips.forms


@cache
def _own(options: WrongCharacterOptions) -> Mapping[str, tuple[slips.SlipForm, ...]]:
    return slips.by_pair(slips.expand(options.terms)) if options.terms else {}
