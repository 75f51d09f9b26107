"""What of the findings a report lists, and in which order; the others are counted."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.lint.finding import Finding, Severity
from duizhao.lint.labelled import Labelled
from duizhao.lint.order import FindingOrder, is_layout
from duizhao.text import value


class Matter(Labelled):
    """What a finding is about."""

    CONTENT = "content", "内容"
    LAYOUT = "layout", "版式"

    @classmethod
    def of(cls, finding: Finding) -> Matter:
        return cls.LAYOUT if is_layout(finding) else cls.CONTENT


@value
class Listing:
    """What a report lists: findings of `level` and heavier ones, `only` about one matter, in an order."""

    level: Severity = Severity.HINT
    only: Matter | None = None
    order: FindingOrder = FindingOrder.URGENCY

    @property
    def lists_all(self) -> bool:
        return self.level is Severity.HINT and self.only is None

    def reason_against(self, finding: Finding) -> Matter | Severity | None:
        """Why a finding is not listed; None if it is."""
        matter = Matter.of(finding)
        if self.only is not None and matter is not self.only:
            return matter
        return finding.severity if finding.severity.rank > self.level.rank else None


def unlisted_words(unlisted: Mapping[str, int]) -> str:
    """What a report leaves out: “另有 12 处版式、25 处供参考未列”; empty for nothing."""
    counts = [
        f"{unlisted[each.value]} 处{each.label}"
        for each in (*Severity, *Matter)
        if unlisted.get(each.value)
    ]
    return f"另有 {'、'.join(counts)}未列" if counts else ""
