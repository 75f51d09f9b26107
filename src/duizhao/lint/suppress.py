"""Marks in a text file that silence findings: `<!-- 对照：略 DZ301 DZ402 -->`.

Behind text, a mark silences its line; alone on a line, the next one. Without codes it silences every rule.
A code may be shortened to its family: `DZ3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duizhao.lint.finding import Finding
from duizhao.text import Source, Span

MARK = re.compile(r"<!--\s*(?:对照|duizhao)\s*[:：]\s*(?:略|ignore)\s*([A-Z0-9,，、\s]*?)\s*-->")


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The silenced lines of one source, each with the codes it silences; an empty code is all of them."""

    lines: tuple[tuple[Span, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, source: Source) -> Suppressions:
        if "<!--" not in source.text:
            return cls()
        return cls(tuple(_silenced(source, found) for found in MARK.finditer(source.text)))

    def keep(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that no mark silences."""
        if not self.lines:
            return list(findings)
        return [finding for finding in findings if not self._silences(finding)]

    def _silences(self, finding: Finding) -> bool:
        return any(
            line.start <= finding.span.start <= line.end and finding.code.startswith(codes)
            for line, codes in self.lines
        )


def _silenced(source: Source, found: re.Match[str]) -> tuple[Span, tuple[str, ...]]:
    number = source.position(found.start()).line
    line = source.line(number)
    alone = not (line.of(source.text).replace(found[0], "")).strip()
    if alone and line.end < len(source.text):
        line = source.line(number + 1)
    return line, tuple(re.findall(r"[A-Z0-9]+", found[1])) or ("",)
