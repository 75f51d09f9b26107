"""A document of the editor with what was found in it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao import api
from duizhao.lsp.editor_document import EditorDocument
from duizhao.text import Span


@dataclass(frozen=True)
class CheckedDocument:
    """A document, the checker that was used, its findings in text order, and the seconds that the check took."""

    document: EditorDocument
    checker: api.Checker
    findings: tuple[api.Finding, ...]
    seconds: float

    @classmethod
    def from_check(cls, document: EditorDocument, checker: api.Checker) -> CheckedDocument:
        """Check a document as `duizhao check` does. Raises UnreadableDocument for one that is too long."""
        began = time.perf_counter()
        source = document.source
        if source.path and api.is_excluded(source.path, checker.config):
            return cls(document, checker, (), 0.0)
        api.refuse_long(source.text, source.name)
        (checked,) = api.apply_baseline([checker.check(source)], checker.config.baseline)
        assert isinstance(checked, api.CheckedSource)
        return cls(document, checker, checked.findings, time.perf_counter() - began)

    def findings_at(self, place: Span) -> Iterator[api.Finding]:
        """The findings that touch a place; an empty one touches the characters before and after it."""
        return (f for f in self.findings if f.span.start <= place.end and place.start <= f.span.end)

    def rule(self, finding: api.Finding) -> api.Rule:
        return self.checker.by_code[finding.code]
