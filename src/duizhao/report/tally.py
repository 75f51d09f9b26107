"""Findings counted by severity, family and rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from duizhao.lint import CheckedSource, Finding, Rule, Severity, is_layout, unlisted_words
from duizhao.text import value


@value
class Tally:
    """Counts of findings. Tallies can be added, so that a folder is counted file by file.

    `layout` are those of `severities` that are about the layout. `known` counts those that a baseline records,
    `unlisted` those that were not asked for, by severity or matter: they stand in none of the other counts.
    """

    severities: Counter[Severity] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    layout: Counter[Severity] = field(default_factory=Counter)
    known: int = 0
    unlisted: Counter[str] = field(default_factory=Counter)

    @classmethod
    def from_checked(cls, checked: CheckedSource, rules: Mapping[str, Rule]) -> Tally:
        """The findings of one text, with the counts of those that are not listed."""
        counted = cls.from_findings(checked.findings, rules)
        if not checked.known and not checked.unlisted:
            return counted
        return replace(counted, known=checked.known, unlisted=Counter(checked.unlisted))

    @classmethod
    def by_severity(cls, checked: CheckedSource) -> Tally:
        """The same without families and codes, which cost more to count."""
        return cls(
            Counter([finding.severity for finding in checked.findings]),
            layout=Counter([each.severity for each in checked.findings if is_layout(each)]),
            known=checked.known,
            unlisted=Counter(checked.unlisted),
        )

    @classmethod
    def from_findings(cls, findings: Iterable[Finding], rules: Mapping[str, Rule]) -> Tally:
        kept = tuple(findings)
        codes = Counter([finding.code for finding in kept])
        families: Counter[str] = Counter()
        for code, count in codes.items():
            families[rules[code].family] += count
        layout = Counter([finding.severity for finding in kept if is_layout(finding)])
        return cls(Counter([finding.severity for finding in kept]), families, codes, layout)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.severities + other.severities,
            self.families + other.families,
            self.codes + other.codes,
            self.layout + other.layout,
            self.known + other.known,
            self.unlisted + other.unlisted,
        )

    @property
    def content(self) -> Counter[Severity]:
        """The findings that are not about the layout, which reports list as one."""
        return self.severities - self.layout

    @property
    def total(self) -> int:
        return self.severities.total()

    def in_words(self) -> str:
        """The counts in Chinese: “3 处必改、10 处应改、5 处供参考，版式 4 处”, and how many are not listed."""
        content = self.content
        counted = [f"{content[s]} 处{s.label}" for s in Severity if content[s]]
        layout = f"版式 {self.layout.total()} 处" if self.layout else ""
        nothing = "没有新的问题" if self.known else "没有发现问题"
        if self.unlisted:
            nothing = "没有要列的问题"
        listed = "，".join(filter(None, ("、".join(counted), layout))) or nothing
        return "；".join(filter(None, (listed, self.unlisted_in_words())))

    def unlisted_in_words(self) -> str:
        """“另有 12 处供参考未列；另有 357 处已在基线里，未列”; empty where all is listed."""
        known = f"另有 {self.known} 处已在基线里，未列" if self.known else ""
        return "；".join(filter(None, (unlisted_words(self.unlisted), known)))
