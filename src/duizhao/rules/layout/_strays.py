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

PLACE_WORDS = "居首回空没左"
"""First characters of what is said of a place without 是: 居中, 首行空2字, 没有左空."""
SHOWN_KINDS = 3
SHOWN_PLACES = 20
"""Places listed in addition to the first."""


class Stray(NamedTuple):
    """A place that deviates, and what it has instead."""

    span: Span
    found: str


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
    part = ("" if of == 1 else f"{of}处都") if len(strays) == of else f"{of}处中有{len(strays)}处"
    if len(counts) == 1:
        found = strays[0].found
        fault = f"{subject}{part}{'' if found[0] in PLACE_WORDS else '是'}{found}"
    else:
        each = "、".join(f"{found}{count}处" for found, count in counts.most_common(SHOWN_KINDS))
        fault = f"{subject}{part}不合：{each}{'等' if len(counts) > SHOWN_KINDS else ''}"
    if by_program:
        fault += f"，{UNTOUCHED}"
    if len(strays) > 1:
        fault += "，首处在此"
    yield Hit(
        strays[0].span,
        f"{fault}；{requirement(wanted, basis)}",
        related=tuple((stray.span, stray.found) for stray in strays[1 : SHOWN_PLACES + 1]),
        severity=Severity.HINT if by_program else max_severity(basis),
    )
