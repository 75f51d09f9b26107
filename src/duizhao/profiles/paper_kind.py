"""The kinds of paper: who speaks in it, or what it reports on."""

from __future__ import annotations

from enum import Enum

from duizhao.profiles.aspects import normalised
from duizhao.text.pattern import LazyPattern


class PaperKind(Enum):
    """A kind of paper. The value is what people call it."""

    PERSON = "个人对照检查材料"
    TEAM = "班子对照检查材料"
    INSPECTION = "巡视巡察整改报告"
    DUTY = "述责述廉报告"

    @property
    def key(self) -> str:
        """Its name in the file of a profile: team, inspection."""
        return self.name.lower()


STATEMENTS = frozenset((PaperKind.PERSON, PaperKind.TEAM))
"""The kinds that examine oneself against aspects: problems, causes, measures."""
REPORTS = frozenset((PaperKind.INSPECTION, PaperKind.DUTY))
"""The kinds that report to others, known by their titles."""
ALL_PAPERS = frozenset(PaperKind)

REPORT = "(?:报告|汇报|通报|公告|公示|情况|进展|材料|总结)(?:稿|提纲)?(?:[（(].{0,24}[）)])?$"
OTHER = "(?!.*(?:生活会|方案|台账|清单|测评|评议会|佐证|支撑|召开|推进会|公布(?!.*(?:报告|通报|公告)$)))"
INSPECTION = LazyPattern(f"{OTHER}.*巡[视察查].*整改.*{REPORT}")
RECTIFICATION = LazyPattern(f"{OTHER}.*整改.*{REPORT}")
INSPECTED = LazyPattern("巡[视察查]组?.{0,80}(?:反馈|整改)")
ANSWERS_FOR = "述[职责学党德法效述、和]*[廉责]|履行(?:全面从严治党|党风廉政).{0,20}责任|抓(?:基层)?党建.{0,8}述职"
DUTY = LazyPattern(f"{OTHER}.*(?:{ANSWERS_FOR}).*{REPORT}")


def kind_of_report(title: str, opening: str) -> PaperKind | None:
    """The kind of report that a title and its opening name; None for a statement or any other text."""
    # The same characters in both scripts.
    if not ("整改" in title or "述" in title or "履行" in title):
        return None
    title = normalised(title)
    if DUTY.match(title):
        return PaperKind.DUTY
    if INSPECTION.match(title) or (RECTIFICATION.match(title) and INSPECTED.search(opening)):
        return PaperKind.INSPECTION
    return None
