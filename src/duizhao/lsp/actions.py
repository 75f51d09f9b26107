"""What an editor can do about a finding: mend it, mend everything that is certain, or let it be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from duizhao import api
from duizhao.lsp.diagnostics import diagnostic
from duizhao.lsp.draft import Draft
from duizhao.lsp.examined import Examined
from duizhao.text import Edit, Span

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.duizhao"
QUICK = types.CodeActionKind.QuickFix.value
KINDS = (QUICK, FIX_ALL)
LONGEST = 12
"""Characters of a text that a title quotes."""


def actions(
    examined: Examined, place: types.Range, context: types.CodeActionContext, versioned: bool
) -> list[types.CodeAction]:
    """The actions at a place, of the kinds that are asked for.

    `versioned` says whether the editor takes edits that name the version of the text they are for.
    """
    offered: list[types.CodeAction] = []
    if _is_wanted(QUICK, context.only):
        found = list(examined.at(examined.draft.span(place)))
        offered += (_mend(examined, finding, versioned) for finding in found if finding.edits)
        offered += _silence(examined, found, versioned)
    if _is_wanted(FIX_ALL, context.only) and not _unasked(context):
        offered += _all(examined, versioned)
    return offered


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """A kind is asked for by its name, or by one it begins with."""
    return not only or any(f"{kind}.".startswith(f"{each}.") for each in only)


def _unasked(context: types.CodeActionContext) -> bool:
    """Whether the editor only looks for what it might offer; mending all at each step of the cursor takes too long."""
    automatic = context.trigger_kind is types.CodeActionTriggerKind.Automatic
    return automatic and not context.only


def _mend(examined: Examined, finding: api.Finding, versioned: bool) -> types.CodeAction:
    return types.CodeAction(
        title=f"{_said(examined.draft, finding.edits)}（{finding.code}）",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(examined, finding, related=False)],
        is_preferred=True,
        edit=_edit(examined.draft, finding.edits, versioned),
    )


def _silence(
    examined: Examined, found: Iterable[api.Finding], versioned: bool
) -> Iterator[types.CodeAction]:
    """One a rule and line: the mark silences all its findings there."""
    groups: dict[Edit, list[api.Finding]] = {}
    for finding in found:
        groups.setdefault(_mark(examined.draft, finding), []).append(finding)
    for mark, findings in groups.items():
        first = findings[0]
        yield types.CodeAction(
            title=f"这一行不再提 {first.code} {examined.rule(first).title}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(examined, each, related=False) for each in findings],
            edit=_edit(examined.draft, [mark], versioned),
        )


def _said(draft: Draft, edits: Sequence[Edit]) -> str:
    """What the edits do, in a few words."""
    if len(edits) > 1:
        return f"改正 {len(edits)} 处"
    (edit,) = edits
    before, after = _short(edit.span.of(draft.text)), _short(edit.replacement)
    if not before:
        return f"加上“{after}”"
    return f"“{before}”改为“{after}”" if after else f"删去“{before}”"


def _short(text: str) -> str:
    shown = " ".join(text.split()) or text.replace("\n", "␊")
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def _mark(draft: Draft, finding: api.Finding) -> Edit:
    """The mark that silences a rule on the line of a finding."""
    line = draft.source.line(draft.source.position(finding.span.start).line)
    return Edit(Span(line.end, line.end), f" <!-- 对照：略 {finding.code} -->")


def _all(examined: Examined, versioned: bool) -> Iterator[types.CodeAction]:
    fixing = api.fix_source(examined.draft.source, examined.checker)
    if fixing.edits:
        yield types.CodeAction(
            title=f"改正全文有把握的 {len(fixing.fixed)} 处",
            kind=FIX_ALL,
            edit=_edit(examined.draft, fixing.edits, versioned),
        )


def _edit(draft: Draft, edits: Iterable[Edit], versioned: bool) -> types.WorkspaceEdit:
    changes = [types.TextEdit(draft.range(edit.span), edit.replacement) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={draft.uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])
