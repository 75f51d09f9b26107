"""Findings as diagnostics, which an editor underlines."""

from __future__ import annotations

from lsprotocol import types

from duizhao import api
from duizhao.lsp.checked_document import CheckedDocument

NAME = "duizhao"

# Most editors hardly show a Hint; ours ask a question that should be read.
SEVERITIES = {
    api.Severity.ERROR: types.DiagnosticSeverity.Error,
    api.Severity.WARNING: types.DiagnosticSeverity.Warning,
    api.Severity.HINT: types.DiagnosticSeverity.Information,
}


def diagnostics(checked: CheckedDocument, related: bool) -> list[types.Diagnostic]:
    """A diagnostic for each finding; `related` is True if the editor shows the other places that belong to one."""
    return [diagnostic(checked, finding, related) for finding in checked.findings]


def diagnostic(checked: CheckedDocument, finding: api.Finding, related: bool) -> types.Diagnostic:
    rule, document = checked.rule(finding), checked.document
    return types.Diagnostic(
        range=document.range(finding.span),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(rule.page_path.as_uri()),
        source=NAME,
        message=f"{rule.title}：{finding.full_message}",
        related_information=_related(checked, finding) if related and finding.related else None,
    )


def _related(
    checked: CheckedDocument, finding: api.Finding
) -> list[types.DiagnosticRelatedInformation]:
    document = checked.document
    return [
        types.DiagnosticRelatedInformation(types.Location(document.uri, document.range(span)), why)
        for span, why in finding.related
    ]
