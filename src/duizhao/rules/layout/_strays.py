"""Combines many places with one fault into one finding: it counts them, shows the first and lists the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from duizhao.lint import Hit
from duizhao.rules.layout._figures import max_severity, requirement
from duizhao.text import Span

if TYPE_CHECKING:
    from duizhao.layout import Basis

SHOWN_KINDS = 3
SHOWN_PLACES = 20
"""Places listed in addition to the first."""


class Stray(NamedTuple):
    """A place that deviates, and what it has instead."""

    span: Span
    found: str


def stray_hits(
    strays: Sequence[Stray], subject: str, of: int, wanted: str, basis: Basis
) -> Iterator[Hit]:
    """The hit for all strays among `of` places called `subject`."""
    if not strays:
        return
    counts = Counter(stray.found for stray in strays)
    if len(strays) == 1 and of == 1:
        fault = f"{subject}是{strays[0].found}"
    else:
        each = "、".join(f"{found}{count}处" for found, count in counts.most_common(SHOWN_KINDS))
        more = "等" if len(counts) > SHOWN_KINDS else ""
        part = f"{of}处都" if len(strays) == of else f"{of}处中有{len(strays)}处"
        fault = f"{subject}{part}不是{wanted}（{each}{more}），首处在此"
    related = tuple((stray.span, stray.found) for stray in strays[1 : SHOWN_PLACES + 1])
    message = f"{fault}；{requirement(wanted, basis)}"
    yield Hit(strays[0].span, message, related=related, severity=max_severity(basis))
