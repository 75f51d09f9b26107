"""Marks in a text file that suppress findings: `<!-- 对照：略 DZ301 DZ402 -->`.

After text, a mark suppresses findings in its line; alone on a line, those in the next one. Without codes it suppresses
every rule. A code may be shortened to its family: `DZ3`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from duizhao.lint.rule import RuleHit
from duizhao.text import Source, Span, value
from duizhao.text.pattern import LazyPattern

MARK = LazyPattern(r"<!--\s*(?:对照|duizhao)\s*[:：]\s*(?:略|ignore)\s*([A-Z0-9,，、\s]*?)\s*-->")


@value
class Suppressions:
    """The lines of one source with suppressed codes; an empty code stands for every rule."""

    starts: tuple[int, ...] = ()
    lines: tuple[tuple[Span, tuple[str, ...]], ...] = ()

    @classmethod
    def from_source(cls, source: Source) -> Suppressions:
        if "<!--" not in source.text:
            return cls()
        suppressed: dict[Span, tuple[str, ...]] = {}
        for found in MARK.finditer(source.text):
            line, codes = _suppressed(source, found)
            suppressed[line] = suppressed.get(line, ()) + codes
        lines = sorted(suppressed.items())
        return cls(tuple(line.start for line, _ in lines), tuple(lines))

    def keep(self, hits: Iterable[RuleHit]) -> Iterable[RuleHit]:
        """The hits that no mark suppresses."""
        if not self.lines:
            return hits
        return ((rule, hit) for rule, hit in hits if not self._suppresses(rule.code, hit.span[0]))

    def _suppresses(self, code: str, start: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        if at < 0:
            return False
        line, codes = self.lines[at]
        return start <= line.end and code.startswith(codes)


def _suppressed(source: Source, found: re.Match[str]) -> tuple[Span, tuple[str, ...]]:
    number = source.position(found.start()).line
    line = source.line(number)
    alone = not (line.of(source.text).replace(found[0], "")).strip()
    if alone and line.end < len(source.text):
        line = source.line(number + 1)
    return line, tuple(re.findall(r"[A-Z0-9]+", found[1])) or ("",)
