"""Findings as an editor in a page shows them: places counted as browsers count, a fix for each certain one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any

from duizhao.lint import CheckedSource, Finding, Rule, in_order
from duizhao.report.finding_lines import changes_in_words
from duizhao.text import place_in_words

LARGEST_OF_ONE_UNIT = "\uffff"


def editor_findings(checked: CheckedSource, rules: Mapping[str, Rule]) -> list[dict[str, Any]]:
    """The findings as JSON has them, in the order of reports. `from` and `to` count UTF-16 units."""
    source = checked.source
    unit = _units(source.text)

    def shown(finding: Finding) -> dict[str, Any]:
        start, end = finding.span
        fixes = changes_in_words(source, finding.edits)
        return {
            "from": unit(start),
            "to": unit(end),
            "severity": finding.severity.value,
            "level": finding.severity.label,
            "title": rules[finding.code].title,
            "message": finding.full_message,
            "where": place_in_words(source, start),
            "fix": f"采用：{fixes}" if fixes else "",
            "edits": [
                {"from": unit(start), "to": unit(end), "insert": edit.replacement}
                for edit in finding.edits
                for start, end in (edit.span,)
            ],
        }

    return [shown(finding) for finding in in_order(checked.findings, checked.order)]


def _units(text: str) -> Callable[[int], int]:
    """Counts the UTF-16 units before a character offset: characters of the higher planes take two."""
    wide = [at for at, letter in enumerate(text) if letter > LARGEST_OF_ONE_UNIT]
    return lambda offset: offset + bisect_left(wide, offset)
