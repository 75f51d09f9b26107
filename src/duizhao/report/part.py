"""The part of a report about one text: it is small, and is rendered by the process that checks the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from duizhao.lint import CheckedSource, Rule
from duizhao.report.report import Report
from duizhao.report.tally import Tally
from duizhao.text import value

RenderPart = Callable[[CheckedSource, Mapping[str, Rule]], Any]


@value
class ReportPart:
    """The part of a report about one text, and its findings counted. Only the format knows the type of `content`."""

    content: Any
    tally: Tally


def render_parts(render_part: RenderPart, report: Report) -> list[ReportPart]:
    """All parts of a report, in order, as a format's `render_part` makes them."""
    rules = report.by_code
    return [
        ReportPart(render_part(each, rules), Tally.from_checked(each, rules))
        for each in report.checked
    ]


def total_tally(parts: list[ReportPart]) -> Tally:
    """The findings of all parts."""
    return sum((part.tally for part in parts), Tally())
