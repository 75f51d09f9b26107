"""What stands at a place, explained: the findings, and the page of each rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lsprotocol import types

from duizhao import api
from duizhao.lsp.examined import Examined
from duizhao.text import Span

FENCE = re.compile(r"^~~~(\w+)(.*)$", re.MULTILINE)
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
PARTED = "\n\n---\n\n"


def hover(examined: Examined, position: types.Position, markdown: bool) -> types.Hover | None:
    """The page to show at a position; None where nothing was found."""
    offset = examined.draft.offset(position)
    findings = list(examined.at(Span(offset, offset + 1)))
    if not findings:
        return None
    smallest = min((f.span for f in findings), key=lambda span: span.end - span.start)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    text = PARTED.join(_parts(examined, findings, markdown))
    return types.Hover(types.MarkupContent(kind, text), examined.draft.range(smallest))


def _parts(examined: Examined, findings: Sequence[api.Finding], markdown: bool) -> Iterator[str]:
    for finding in findings:
        yield _said(finding, examined.rule(finding), markdown)
    rules = dict.fromkeys(examined.rule(finding) for finding in findings)
    yield from (FENCE.sub(_label, rule.page.strip()) for rule in rules)


def _said(finding: api.Finding, rule: api.Rule, markdown: bool) -> str:
    head = f"{finding.code} {rule.title}（{finding.severity.label}）"
    rests = f"依据：{rule.basis(finding)}"
    if not markdown:
        return f"{head}\n{finding.full_message}\n{rests}"
    # A message quotes the text, which may hold anything.
    message, rests = (SIGNS.sub(r"\\\1", each) for each in (finding.full_message, rests))
    return f"**{head}**\n\n{message}\n\n{rests}"


def _label(fence: re.Match[str]) -> str:
    """An example's head said in words, and its fence without a word that means nothing to an editor."""
    conditions = f"（{fence[2].strip()}）" if fence[2].strip() else ""
    return f"{api.EXAMPLE_LABELS.get(fence[1], '例')}{conditions}\n\n~~~"
