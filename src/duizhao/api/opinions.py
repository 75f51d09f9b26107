"""Opinion sheets: the findings of a statement on one page, for its author."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.api.checker import Checker, default_checker
from duizhao.api.outcome import apply_baseline
from duizhao.lint import CheckedSource
from duizhao.office.marked_package import with_mark
from duizhao.output_mark import OutputKind
from duizhao.report.opinion import OpinionSheet, write_sheets
from duizhao.text import Source


def opinion_sheets(source: Source, checker: Checker | None = None) -> tuple[OpinionSheet, ...]:
    """A sheet for each statement of a text: something to do `for_each` file. A text that is no statement has none."""
    by = checker or default_checker()
    (checked,) = apply_baseline([by.check(source)], by.config.baseline)
    assert isinstance(checked, CheckedSource)
    return OpinionSheet.from_checked(checked, by.by_code)


def render_opinion_sheets(sheets: Iterable[OpinionSheet], reviewer: str | None = None) -> bytes:
    """Sheets as the bytes of one .docx, each on a page; the name of the reviewer is left blank if it is not given."""
    return with_mark(write_sheets(sheets, reviewer or ""), OutputKind.OPINION)
