"""The one order in which reports list findings, and what they list as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter, itemgetter

from duizhao.lint.family import Family
from duizhao.lint.finding import Finding, Severity
from duizhao.lint.labelled import Labelled
from duizhao.text import value

LAYOUT_CODES = f"DZ{Family.LAYOUT.hundred}"
_PLACE = attrgetter("span", "code")


class FindingOrder(Labelled):
    """The order of findings in a report: by how urgent they are, or by their places in the text."""

    URGENCY = "urgency", "轻重"
    PLACE = "place", "位置"


@value
class FindingGroup:
    """What a report lists as one finding: one fault at all its places, or all that is wrong with the layout.

    Its findings are in text order, those of the layout the heaviest first. `first` stands for all of them, and
    `severity` is that of the heaviest.
    """

    findings: tuple[Finding, ...]
    is_layout: bool = False

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        return self.findings[0].severity

    @property
    def is_unverified(self) -> bool:
        """Does it rest on a requirement that nobody has verified?"""
        return self.findings[0].is_unverified


def is_layout(finding: Finding) -> bool:
    """Is the finding about the layout, and not about the words?"""
    return finding.code.startswith(LAYOUT_CODES)


def groups(
    findings: Iterable[Finding], order: FindingOrder = FindingOrder.URGENCY
) -> tuple[FindingGroup, ...]:
    """Findings of one source as reports list them.

    By urgency: the heaviest first, the layout after the words of the same severity, and what is not verified last;
    groups of one rule stand together, at the first place of the rule.
    """
    layout: list[Finding] = []
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in sorted(findings, key=_PLACE):
        if finding.code.startswith(LAYOUT_CODES):
            layout.append(finding)
        else:
            said = finding.message, finding.asks, finding.advice
            key = finding.code, finding.severity.label, *said
            alike.setdefault(key, []).append(finding)
    listed = [FindingGroup(tuple(each)) for each in alike.values()]
    if layout:
        heaviest_first = sorted(layout, key=lambda each: each.severity.rank)
        listed.append(FindingGroup(tuple(heaviest_first), is_layout=True))
    return tuple(listed if order is FindingOrder.PLACE else _by_urgency(listed))


def in_order(
    findings: Iterable[Finding], order: FindingOrder = FindingOrder.URGENCY
) -> tuple[Finding, ...]:
    """The findings in the order of their groups."""
    return tuple(chain.from_iterable(group.findings for group in groups(findings, order)))


def first_to_do(listed: Sequence[FindingGroup], most: int = 3) -> tuple[FindingGroup, ...]:
    """What to mend first, of groups by urgency: the first of each rule; the layout and what is not verified last."""
    chosen: dict[tuple[str, Severity], FindingGroup] = {}
    last: list[FindingGroup] = []
    for group in listed:
        if len(chosen) == most:
            break
        first = group.findings[0]
        if group.is_layout or first.is_unverified:
            last.append(group)
        else:
            chosen.setdefault((first.code, first.severity), group)
    return (*chosen.values(), *last)[:most]


def to_do_head(count: int) -> str:
    """What stands over the first things to do, of which there are one to three."""
    return f"要先做的{'一两三'[count - 1]}件事"


def _by_urgency(by_place: Iterable[FindingGroup]) -> list[FindingGroup]:
    rules: dict[tuple[bool, int, bool, str], list[FindingGroup]] = {}
    for group in by_place:
        first = group.first
        key = first.is_unverified, first.severity.rank, group.is_layout, first.code
        rules.setdefault(key, []).append(group)
    return list(chain.from_iterable(rules[key] for key in sorted(rules, key=itemgetter(0, 1, 2))))
