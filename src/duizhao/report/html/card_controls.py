"""What a page with forms adds to the list of findings. A report file has none of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from duizhao.lint import Finding, FindingGroup
from duizhao.report.html.card import FindingCard
from duizhao.report.html.marked_span import MarkedSpan


@dataclass(frozen=True, slots=True)
class CardControls:
    """HTML below each card, the findings that somebody has put aside, and HTML below each of those.

    `above` is HTML before the list; `marks` are further places in the text, with their entries in `above`.
    """

    below: Callable[[FindingCard], str]
    aside: tuple[Finding, ...]
    below_aside: Callable[[FindingGroup], str]
    above: str = ""
    marks: tuple[MarkedSpan, ...] = ()


NO_CONTROLS = CardControls(lambda _: "", (), lambda _: "")
