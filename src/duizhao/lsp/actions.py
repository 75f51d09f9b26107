"""Code actions: fix a finding, fix everything that is certain, or silence a rule on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from duizhao import api
from duizhao.lsp.checked_document import CheckedDocument
from duizhao.lsp.diagnostics import diagnostic
from duizhao.lsp.editor_document import EditorDocument
from duizhao.text import Edit, Span

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.duizhao"
QUICK = types.CodeActionKind.QuickFix.value
KINDS = (QUICK, FIX_ALL)
LONGEST_QUOTE = 12
"""Characters of a text that a title quotes."""


def actions(
    checked: CheckedDocument, place: types.Range, context: types.CodeActionContext, versioned: bool
) -> list[types.CodeAction]:
    """The actions at a place, of the kinds that the editor asks for.

    `versioned` is True if the editor takes edits for a named version of a document.
    """
    offered: list[types.CodeAction] = []
    if _is_wanted(QUICK, context.only):
        found = list(checked.findings_at(checked.document.span(place)))
        offered += (_fix(checked, finding, versioned) for finding in found if finding.edits)
        offered += _silence(checked, found, versioned)
    if _is_wanted(FIX_ALL, context.only) and not _is_only_looking(context):
        offered += _fix_all(checked, versioned)
    return offered


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """A kind is asked for by its name, or by a beginning of it."""
    return not only or any(f"{kind}.".startswith(f"{each}.") for each in only)


def _is_only_looking(context: types.CodeActionContext) -> bool:
    """Does the editor only look for what it might offer? Fixing all at each step of the cursor takes too long."""
    automatic = context.trigger_kind is types.CodeActionTriggerKind.Automatic
    return automatic and not context.only


def _fix(checked: CheckedDocument, finding: api.Finding, versioned: bool) -> types.CodeAction:
    return types.CodeAction(
        title=f"{_title(checked.document, finding.edits)}（{finding.code}）",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(checked, finding, related=False)],
        is_preferred=True,
        edit=_edit(checked.document, finding.edits, versioned),
    )


def _silence(
    checked: CheckedDocument, found: Iterable[api.Finding], versioned: bool
) -> Iterator[types.CodeAction]:
    """One action for each rule and line: its mark silences all findings of the rule there."""
    groups: dict[Edit, list[api.Finding]] = {}
    for finding in found:
        groups.setdefault(_mark(checked.document, finding), []).append(finding)
    for mark, findings in groups.items():
        first = findings[0]
        yield types.CodeAction(
            title=f"这一行不再提 {first.code} {checked.rule(first).title}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(checked, each, related=False) for each in findings],
            edit=_edit(checked.document, [mark], versioned),
        )


def _title(document: EditorDocument, edits: Sequence[Edit]) -> str:
    """The edits in a few words."""
    if len(edits) > 1:
        return f"改正 {len(edits)} 处"
    (edit,) = edits
    before, after = _short(edit.span.of(document.text)), _short(edit.replacement)
    if not before:
        return f"加上“{after}”"
    return f"“{before}”改为“{after}”" if after else f"删去“{before}”"


def _short(text: str) -> str:
    shown = " ".join(text.split()) or text.replace("\n", "␊")
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[:LONGEST_QUOTE]}…"


def _mark(document: EditorDocument, finding: api.Finding) -> Edit:
    """The mark that silences a rule on the line of a finding."""
    line = document.source.line(document.source.position(finding.span.start).line)
    return Edit(Span(line.end, line.end), f" <!-- 对照：略 {finding.code} -->")


def _fix_all(checked: CheckedDocument, versioned: bool) -> Iterator[types.CodeAction]:
    fix = api.fix_source(checked.document.source, checked.checker)
    if fix.edits:
        yield types.CodeAction(
            title=f"改正全文有把握的 {len(fix.fixed)} 处",
            kind=FIX_ALL,
            edit=_edit(checked.document, fix.edits, versioned),
        )


def _edit(document: EditorDocument, edits: Iterable[Edit], versioned: bool) -> types.WorkspaceEdit:
    changes = [types.TextEdit(document.range(edit.span), edit.replacement) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={document.uri: changes})
    version = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(version, changes)])
