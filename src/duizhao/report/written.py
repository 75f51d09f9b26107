"""What a format writes of one text: it is small, and can be written where the text is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from duizhao.lint import CheckedSource, Rule
from duizhao.report.report import Report
from duizhao.report.tally import Tally

Piece = Callable[[CheckedSource, Mapping[str, Rule]], Any]


@dataclass(frozen=True, slots=True)
class Written:
    """One text's part of a report, and how many findings it holds. What `made` is, only the format knows."""

    made: Any
    tally: Tally


def written(piece: Piece, report: Report) -> list[Written]:
    """All parts of a report, as a format's `piece` makes them."""
    rules = report.by_code
    return [Written(piece(c, rules), Tally.of(c.findings, rules)) for c in report.checked]


def total(parts: list[Written]) -> Tally:
    """The findings of all parts."""
    return sum((part.tally for part in parts), Tally())
