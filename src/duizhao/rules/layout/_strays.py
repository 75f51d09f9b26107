"""Combines many places with one fault into one finding: it counts them, shows the first and lists the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from duizhao.lint import Hit, Severity
from duizhao.rules.layout._figures import UNTOUCHED, max_severity, requirement
from duizhao.text import Span

if TYPE_CHECKING:
    from duizhao.layout import Basis

PLACE_WORDS = "居回空没左"
"""First characters of words that describe a place without 是: 居中, 没有左空."""
SHOWN_KINDS = 3
SHOWN_PLACES = 20
"""Places listed in addition to the first."""


class Stray(NamedTuple):
    """A place that deviates, and what it has instead."""

    span: Span
    found: str


def share(count: int, of: int, unit: str = "处") -> str:
    """How many of how many: 12处都, 12处中有3处; "" for the only one."""
    if count == of:
        return "" if of == 1 else f"{of}{unit}都"
    return f"{of}{unit}中有{count}{unit}"


def first_here(count: int) -> str:
    """Of several places, the remark that the first is the one shown."""
    return "，首处在此" if count > 1 else ""


def stray_hits(
    strays: Sequence[Stray],
    subject: str,
    of: int,
    wanted: str,
    basis: Basis,
    *,
    by_program: bool = False,
) -> Iterator[Hit]:
    """The hit for all strays among `of` places called `subject`. `by_program`: set by no person, so it only reminds."""
    if not strays:
        return
    counts = Counter(stray.found for stray in strays)
    part = share(len(strays), of)
    if len(counts) == 1:
        found = strays[0].found
        fault = f"{subject}{part}{'' if found[0] in PLACE_WORDS else '是'}{found}"
    else:
        each = "、".join(f"{found}{count}处" for found, count in counts.most_common(SHOWN_KINDS))
        fault = f"{subject}{part}不合：{each}{'等' if len(counts) > SHOWN_KINDS else ''}"
    if by_program:
        fault += f"，{UNTOUCHED}"
    fault += first_here(len(strays))
    yield Hit(
        strays[0].span,
        f"{fault}；{requirement(wanted, basis)}",
        related=tuple((stray.span, stray.found) for stray in strays[1 : SHOWN_PLACES + 1]),
        severity=Severity.HINT if by_program else max_severity(basis),
    )
