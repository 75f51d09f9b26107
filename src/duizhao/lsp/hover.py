"""The hover at a position: the findings there, and the page of each rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from duizhao import api
from duizhao.lsp.checked_document import CheckedDocument
from duizhao.text import Span

FENCE = re.compile(r"^~~~(\w+)(.*)$", re.MULTILINE)
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
SEPARATOR = "\n\n---\n\n"


def hover(checked: CheckedDocument, position: types.Position, markdown: bool) -> types.Hover | None:
    """The text to show at a position; None if nothing was found there."""
    offset = checked.document.offset(position)
    findings = list(checked.findings_at(Span(offset, offset + 1)))
    if not findings:
        return None
    smallest = min((f.span for f in findings), key=lambda span: span.end - span.start)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    text = SEPARATOR.join(_parts(checked, findings, markdown))
    return types.Hover(types.MarkupContent(kind, text), checked.document.range(smallest))


def _parts(
    checked: CheckedDocument, findings: Sequence[api.Finding], markdown: bool
) -> Iterator[str]:
    for finding in findings:
        yield _finding_text(finding, checked.rule(finding), markdown)
    rules = dict.fromkeys(checked.rule(finding) for finding in findings)
    yield from (FENCE.sub(_label, rule.page.strip()) for rule in rules)


def _finding_text(finding: api.Finding, rule: api.Rule, markdown: bool) -> str:
    head = f"{finding.code} {rule.title}（{finding.severity.label}）"
    basis = rule.basis(finding)
    parts = [finding.full_message, *([f"依据：{basis}"] if basis else ())]
    if not markdown:
        return "\n".join([head, *parts])
    # A message quotes the text, which may hold any sign of Markdown.
    return "\n\n".join([f"**{head}**", *(SIGNS.sub(r"\\\1", each) for each in parts)])


def _label(fence: re.Match[str]) -> str:
    """The heading of an example in words, and its fence without the word that only duizhao knows."""
    conditions = f"（{fence[2].strip()}）" if fence[2].strip() else ""
    return f"{api.EXAMPLE_LABELS.get(fence[1], '例')}{conditions}\n\n~~~"
