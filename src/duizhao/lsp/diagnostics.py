"""Findings → what an editor underlines."""

from __future__ import annotations

from lsprotocol import types

from duizhao import api
from duizhao.lsp.examined import Examined

NAME = "duizhao"

# A Hint is hardly seen in most editors; ours ask a question that wants to be read.
SEVERITIES = {
    api.Severity.ERROR: types.DiagnosticSeverity.Error,
    api.Severity.WARNING: types.DiagnosticSeverity.Warning,
    api.Severity.HINT: types.DiagnosticSeverity.Information,
}


def diagnostics(examined: Examined, related: bool) -> list[types.Diagnostic]:
    """One a finding. `related` says whether the editor can show the other places that belong to one."""
    return [diagnostic(examined, finding, related) for finding in examined.findings]


def diagnostic(examined: Examined, finding: api.Finding, related: bool) -> types.Diagnostic:
    rule, draft = examined.rule(finding), examined.draft
    return types.Diagnostic(
        range=draft.range(finding.span),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(rule.page_path.as_uri()),
        source=NAME,
        message=f"{rule.title}：{finding.full_message}",
        related_information=_related(examined, finding) if related and finding.related else None,
    )


def _related(examined: Examined, finding: api.Finding) -> list[types.DiagnosticRelatedInformation]:
    draft = examined.draft
    return [
        types.DiagnosticRelatedInformation(types.Location(draft.uri, draft.range(span)), why)
        for span, why in finding.related
    ]
