"""`--fix` and `--diff`: texts fixed in their files, or the changes shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao import api
from duizhao.cli.terminal import note, put

SourceOrFailure = api.Source | api.Failure


def fixed(
    sources: Iterable[SourceOrFailure], checker: api.Checker, named: frozenset[str]
) -> Iterator[api.Outcome]:
    """Fix each text in its file, report the changes, and check the result.

    A Word file of a folder is only checked; one that was `named` is refused.
    """
    for source in sources:
        if isinstance(source, api.Failure):
            yield source
            continue
        try:
            fix = api.fix_source(source, checker)
            written = fix.write()
        except api.UnwritablePlace:
            raise
        except api.Unwritable as fault:
            if source.name in named or source.format in api.TEXT_FORMATS:
                raise
            note(str(fault))
            yield checker.check(source)
        else:
            _report(fix, written)
            yield checker.check(fix.after)


def _report(fix: api.TextFix, written: api.WrittenFile | None) -> None:
    if written is None:
        return
    note(f"{fix.before.name}：改正 {len(fix.fixed)} 处，原件备份为 {written.backup}")
    for change in fix.changes:
        note(f"  第 {change.line} 行：{visible(change.before)} → {visible(change.after)}")


def visible(text: str) -> str:
    return text.replace("\r", "␍").replace("\n", "␊") or "（无）"


def print_diffs(sources: Iterable[SourceOrFailure], checker: api.Checker) -> int:
    """Show what `--fix` would do, as a unified diff. The exit code is 1 where there is a change, 2 after a fault."""
    code = 0
    for source in sources:
        if isinstance(source, api.Failure):
            note(f"{source.name}：{source.reason}")
            code = 2
        elif source.format in api.TEXT_FORMATS:
            diff = api.fix_source(source, checker).diff()
            put(diff)
            code = max(code, 1 if diff else 0)
    return code
