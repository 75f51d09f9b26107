"""A text that was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from duizhao.lint.finding import Finding
from duizhao.lint.order import FindingOrder
from duizhao.lint.reading import Reading
from duizhao.text import Source, value


@value
class CheckedSource:
    """A source, the statements found in it, and the findings in text order.

    `known` counts the findings that a baseline records, which are left out.
    Reports list the findings in `order`; `unlisted` counts those that they leave out, by severity or matter.
    """

    source: Source
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    known: int = 0
    order: FindingOrder = FindingOrder.URGENCY
    unlisted: Mapping[str, int] = field(default_factory=dict)
