"""Opinions returned with the first version, each with what became of its place: evidence, and no verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao.report.versions.finding_outcome import FindingOutcome
from duizhao.report.versions.paragraphs import FollowedParagraph, ParagraphOutcome
from duizhao.text import Span
from duizhao.text.value import value

UNKNOWN = "这次没有查"
"""Of a comment of ours, on a rule that does not run now."""


@value
class ReturnedOpinion:
    """An opinion on the first version: its author, its words, and the place that it is about, None if it names none.

    `code` is the rule of a comment that we wrote, empty for the opinion of a person.
    """

    author: str
    text: str
    span: Span | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class FollowedOpinion:
    """An opinion with the words it is about, what became of their paragraph, and of its finding if it reports one.

    `has_words` is True if the second version still has these words.
    """

    opinion: ReturnedOpinion
    quote: str
    passage: FollowedParagraph
    has_words: bool = False
    finding: FindingOutcome | None = None

    @property
    def names_place(self) -> bool:
        """Do its own words name the paragraph already?"""
        return self.opinion.text.startswith(self.passage.place or " ")

    def in_words(self) -> str:
        """What can be seen: “原意见所在的段落已改动，原话已不在；这一处问题已改”."""
        return "；".join(self._facts())

    def _facts(self) -> Iterator[str]:
        outcome = self.passage.outcome
        if outcome is ParagraphOutcome.UNPLACED:
            yield "没有写明是哪一段，请人看"
        elif outcome is ParagraphOutcome.CHANGED and self.quote:
            yield f"原意见所在的段落已改动，原话{'还在' if self.has_words else '已不在'}"
        else:
            yield f"原意见所在的段落{outcome.value}"
        if self.finding is not None:
            yield f"这一处问题{self.finding.value}"


def counts_in_words(opinions: Iterable[FollowedOpinion]) -> str:
    """“意见 5 条：所在的段落已改动 3 条、未改动 2 条；程序批注 8 条：已改 6 条、还在 2 条”; empty without any."""
    people, ours = parted(opinions)
    said = []
    if people:
        places = Counter(each.passage.outcome for each in people)
        named = [f"{each.value} {places[each]} 条" for each in ParagraphOutcome if places[each]]
        said.append(f"意见 {len(people)} 条：所在的段落{'、'.join(named)}")
    if ours:
        findings = Counter(each.finding.value if each.finding else UNKNOWN for each in ours)
        named = [f"{word} {count} 条" for word, count in sorted(findings.items())]
        said.append(f"程序批注 {len(ours)} 条：问题{'、'.join(named)}")
    return "；".join(said)


def parted(
    opinions: Iterable[FollowedOpinion],
) -> tuple[list[FollowedOpinion], list[FollowedOpinion]]:
    """The opinions of people, and the comments that this program wrote."""
    people: list[FollowedOpinion] = []
    ours: list[FollowedOpinion] = []
    for each in opinions:
        (ours if each.opinion.code else people).append(each)
    return people, ours
