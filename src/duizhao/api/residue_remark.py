"""The remark on what a text still holds that nobody wants to see printed: blanks, marks of web pages, instructions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from duizhao.api.checker import Checker
from duizhao.config import Screening
from duizhao.text import Source

RESIDUE = {
    "空白": ("DZ301",),
    "粘贴标记": ("DZ303", "DZ304", "DZ305", "DZ306", "DZ308"),
    "范文提示": ("DZ309",),
}
"""Kinds of residue as an office calls them, and the rules that find it."""


class ResidueRemarks:
    """Remarks on texts, by the rules of residue that a checker has chosen. Costly to make, so keep it."""

    def __init__(self, checker: Checker) -> None:
        known = {code for codes in RESIDUE.values() for code in codes}
        chosen = sorted(known.intersection(rule.code for rule in checker.rules))
        config = replace(checker.config, select=tuple(chosen), screen=Screening())
        # Without a code, `select` would choose every rule.
        self._checker = Checker(config) if chosen else None

    def remark(self, source: Source) -> str:
        """One line that counts the residue of a text by kind; empty if it has no residue."""
        if self._checker is None:
            return ""
        found = Counter(finding.code for finding in self._checker.check(source, None).findings)
        counts = {kind: sum(found[code] for code in codes) for kind, codes in RESIDUE.items()}
        said = "、".join(f"{count} 处{kind}" for kind, count in counts.items() if count)
        command = f"（duizhao check {source.path}）" if source.path else ""
        return f"还有 {said}，先查再印{command}" if said else ""
