"""What became of the findings of a text in its second version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from duizhao.lint import CheckedSource, Finding
from duizhao.text import Source

NOT_COMPARED = "两稿一份有版式、一份是纯文本：版式的问题没有比较"


class FindingOutcome(Enum):
    """What became of a finding in the second version."""

    NEW = "新出现"
    LEFT = "还在"
    MENDED = "已改"

    @property
    def is_mended(self) -> bool:
        """Is it gone, so that its place is in the first version?"""
        return self is FindingOutcome.MENDED


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Both versions with every finding, and these findings sorted.

    `mended` are findings of the first version that the second has no more, with spans in the first; `left` and `new`
    are findings of the second version, with spans in the second. A finding is left if the first version has one of the
    same rule about the same words. Where only one version has a layout, findings about layout are in neither list, and
    `is_layout_compared` is False.
    """

    first: CheckedSource
    second: CheckedSource
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    new: tuple[Finding, ...]
    is_layout_compared: bool = True
    made_by: str = ""

    @property
    def is_clean(self) -> bool:
        """Has the second version no finding at all?"""
        return not self.left and not self.new

    def in_words(self) -> str:
        """The counts in Chinese: “已改 12 处，还在 5 处，新出现 2 处”."""
        return f"已改 {len(self.mended)} 处，还在 {len(self.left)} 处，新出现 {len(self.new)} 处"

    def by_outcome(self) -> Iterator[tuple[FindingOutcome, Source, tuple[Finding, ...]]]:
        """What became of the findings, in the order of reports, with the version of the places.

        The heaviest findings come first, those of one severity in text order.
        """
        yield FindingOutcome.NEW, self.second.source, _heaviest_first(self.new)
        yield FindingOutcome.LEFT, self.second.source, _heaviest_first(self.left)
        yield FindingOutcome.MENDED, self.first.source, _heaviest_first(self.mended)


def _heaviest_first(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: each.severity.rank))
