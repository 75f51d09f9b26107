"""`--fix` and `--diff`: texts fixed in their files, or the changes shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import RunOptions
from duizhao.cli.tally import CHECKED, FIXED, note_tally
from duizhao.cli.terminal import note, put

SourceOrFailure = api.Source | api.Failure


def fixed(
    sources: Iterable[SourceOrFailure], checker: api.Checker, unfixed: list[api.Failure]
) -> Iterator[api.Outcome]:
    """Fix each text in its file, report the changes, and check the result.

    A file that cannot be fixed is checked as it is, and added to `unfixed`. Raises UnwritablePlace, which all others
    would meet as well.
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
            unfixed.append(_unfixed(source, fault))
            yield checker.check(source)
        else:
            _report(fix, written)
            yield checker.check(fix.after)


def _unfixed(source: api.Source, fault: api.Unwritable) -> api.Failure:
    reason = str(fault).removeprefix(f"{source.path}：").removeprefix(f"{source.name}：")
    return api.Failure(source.name, reason)


def _report(fix: api.TextFix, written: api.WrittenFile | None) -> None:
    if written is None:
        return
    note(f"{fix.before.name}：改正 {len(fix.fixed)} 处，原件备份为 {written.backup}")
    for change in fix.changes:
        note(f"  第 {change.line} 行：{visible(change.before)} → {visible(change.after)}")


def visible(text: str) -> str:
    return text.replace("\r", "␍").replace("\n", "␊") or "（无）"


def note_unfixed(unfixed: Iterable[api.Failure], inputs: Inputs, run: RunOptions) -> bool:
    """Report the files that were not fixed; True for a fault: a text, or a file that was named."""
    failures = list(unfixed)
    for line in api.left_out_lines(failures, (), FIXED, is_verbose=run.is_verbose):
        note(line)
    named = {str(place) for place in inputs.places}
    return any(each.name in named or _is_text(each.name) for each in failures)


def _is_text(name: str) -> bool:
    return name.lower().endswith(tuple(f".{suffix}" for suffix in api.TEXT_FORMATS))


def print_diffs(inputs: Inputs, run: RunOptions, checker: api.Checker) -> int:
    """Show what `--fix` would do, as a unified diff. The exit code is 1 where there is a change, 2 after a fault."""
    failures: list[api.Failure] = []
    unfixed: list[api.Failure] = []
    done, is_changed = 0, False
    for source in inputs.sources():
        if isinstance(source, api.Failure):
            failures.append(source)
            continue
        done += 1
        try:
            diff = api.fix_source(source, checker).diff()
        except api.Unwritable as fault:
            unfixed.append(_unfixed(source, fault))
        else:
            put(diff)
            is_changed = is_changed or bool(diff)
    has_fault = note_unfixed(unfixed, inputs, run)
    note_tally(inputs, run, CHECKED, done, failures)
    return 2 if failures or has_fault else int(is_changed)
