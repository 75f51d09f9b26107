"""A draft with what was found in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from duizhao import api
from duizhao.lsp.draft import Draft
from duizhao.text import Span


@dataclass(frozen=True)
class Examined:
    """A draft, the checker it was given to, its findings in text order, and the seconds that took."""

    draft: Draft
    checker: api.Checker
    findings: tuple[api.Finding, ...]
    seconds: float

    @classmethod
    def of(cls, draft: Draft, checker: api.Checker) -> Examined:
        """Check a draft as `duizhao check` would. Raises UnreadableDocument for one that is too long."""
        began = time.perf_counter()
        source = draft.source
        if source.path and api.is_excluded(source.path, checker.config):
            return cls(draft, checker, (), 0.0)
        api.refuse_long(source.text, source.name)
        fresh = api.apply_baseline([checker.check(source)], checker.config.baseline)
        found = (each.findings for each in fresh if isinstance(each, api.CheckedSource))
        return cls(draft, checker, tuple(chain.from_iterable(found)), time.perf_counter() - began)

    def at(self, place: Span) -> Iterator[api.Finding]:
        """The findings that a place touches; an empty one stands before a character and behind another."""
        return (f for f in self.findings if f.span.start <= place.end and place.start <= f.span.end)

    def rule(self, finding: api.Finding) -> api.Rule:
        return self.checker.by_code[finding.code]
