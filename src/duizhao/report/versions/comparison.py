"""What became of the findings of a text in its second version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.lint import CheckedSource, Finding, in_order
from duizhao.report.versions.finding_outcome import FindingOutcome
from duizhao.report.versions.followed_opinion import FollowedOpinion, counts_in_words
from duizhao.text import Source

NOT_COMPARED = "两稿一份有版式、一份是纯文本：版式的问题没有比较"


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Both versions with every finding, and these findings sorted.

    `mended` are findings of the first version that the second has no more, with spans in the first; `left` and `new`
    are findings of the second version, with spans in the second. A finding is left if the first version has one of the
    same rule about the same words. Where only one version has a layout, findings about layout are in neither list, and
    `is_layout_compared` is False. `opinions` are what reviewers returned with the first version.
    """

    first: CheckedSource
    second: CheckedSource
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    new: tuple[Finding, ...]
    is_layout_compared: bool = True
    made_by: str = ""
    opinions: tuple[FollowedOpinion, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Has the second version no finding at all?"""
        return not self.left and not self.new

    def opinions_in_words(self) -> str:
        """The counts of opinions in Chinese, empty without opinions."""
        return counts_in_words(self.opinions)

    def in_words(self) -> str:
        """The counts in Chinese: “已改 12 处，还在 5 处，新出现 2 处”."""
        return f"已改 {len(self.mended)} 处，还在 {len(self.left)} 处，新出现 {len(self.new)} 处"

    def by_outcome(self) -> Iterator[tuple[FindingOutcome, Source, tuple[Finding, ...]]]:
        """What became of the findings, in the order of reports, with the version of the places."""
        yield FindingOutcome.NEW, self.second.source, in_order(self.new)
        yield FindingOutcome.LEFT, self.second.source, in_order(self.left)
        yield FindingOutcome.MENDED, self.first.source, in_order(self.mended)
