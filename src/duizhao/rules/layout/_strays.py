"""Many places with one fault → one finding, which counts them, shows the first and names the others beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from duizhao.lint import Hit
from duizhao.rules.layout._figures import asked, weight
from duizhao.text import Span

if TYPE_CHECKING:
    from duizhao.layout import Basis

KINDS = 3
SHOWN = 20
"""Places that are named beside the first."""


class Stray(NamedTuple):
    """A place that deviates, and what was found there."""

    span: Span
    found: str


def gathered(
    strays: Sequence[Stray], subject: str, of: int, wanted: str, basis: Basis
) -> Iterator[Hit]:
    """The finding for all strays among `of` places of a kind that people call `subject`."""
    if not strays:
        return
    counts = Counter(stray.found for stray in strays)
    if len(strays) == 1 and of == 1:
        told = f"{subject}是{strays[0].found}"
    else:
        each = "、".join(f"{found}{count}处" for found, count in counts.most_common(KINDS))
        more = "等" if len(counts) > KINDS else ""
        part = f"{of}处都" if len(strays) == of else f"{of}处中有{len(strays)}处"
        told = f"{subject}{part}不是{wanted}（{each}{more}），首处在此"
    related = tuple((stray.span, stray.found) for stray in strays[1 : SHOWN + 1])
    message = f"{told}；{asked(wanted, basis)}"
    yield Hit(strays[0].span, message, related=related, severity=weight(basis))
