"""`--fix` and `--diff`: what is changed, said and shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao import api
from duizhao.cli.terminal import note, put

Read = api.Source | api.Failure


def fixed(
    sources: Iterable[Read], checker: api.Checker, named: frozenset[str]
) -> Iterator[api.Outcome]:
    """Fix each text in its file, say what was changed, and check what it is now.

    A Word file met in a folder is only checked; one that was `named` is refused.
    """
    for source in sources:
        if isinstance(source, api.Failure):
            yield source
            continue
        try:
            fixing = api.fix_source(source, checker)
            fixing.write()
        except api.Unwritable as fault:
            if source.name in named or source.format in api.TEXT:
                raise
            note(str(fault))
            yield checker.check(source)
        else:
            _say(fixing)
            yield checker.check(fixing.after)


def _say(fixing: api.TextFix) -> None:
    if not fixing.fixed:
        return
    note(f"{fixing.before.name}：改正 {len(fixing.fixed)} 处")
    for change in fixing.changes:
        note(f"  第 {change.line} 行：{plain(change.before)} → {plain(change.after)}")


def plain(text: str) -> str:
    return text.replace("\r", "␍").replace("\n", "␊") or "（无）"


def print_diffs(sources: Iterable[Read], checker: api.Checker) -> int:
    """Show what `--fix` would do, as a unified diff. The exit code is 1 where there is a change, 2 after a fault."""
    code = 0
    for source in sources:
        if isinstance(source, api.Failure):
            note(f"{source.name}：{source.reason}")
            code = 2
        elif source.format in api.TEXT:
            diff = api.fix_source(source, checker).diff()
            put(diff)
            code = max(code, 1 if diff else 0)
    return code
