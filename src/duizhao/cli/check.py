"""`duizhao check`: findings in files, folders or standard input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.fixes import fixed, note_unfixed, print_diffs
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import (
    FILE,
    LEVEL,
    ListingOptions,
    OutputOptions,
    PathArgument,
    ProfileOptions,
    RuleOptions,
    RunOptions,
    config_option,
    listing_options,
    output_options,
    profile_options,
    rule_options,
    run_options,
    settings,
)
from duizhao.cli.outputs import chosen, kept, ready, without_own, write_out
from duizhao.cli.tally import CHECKED, note_tally
from duizhao.cli.terminal import is_terminal, note, put, width
from duizhao.text.width import columns

EPILOG = """\
退出码：0 没有发现；1 有发现（供参考的不算，见 --fail-on）；2 出错，或有文件读不了。

例：duizhao check 材料/ -o 汇总.xlsx
"""

BASELINE_SUFFIXES = (".json", "")

T = TypeVar("T")


@click.command("check", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, metavar="路径…")
@output_options("、".join(api.FORMATS))
@click.option(
    "--fix", is_flag=True, help="改正有把握的问题，写回文本文件；原件另存为同名加 .bak 的备份"
)
@click.option("--diff", is_flag=True, help="只显示 --fix 会改什么，不写文件")
@profile_options
@rule_options
@listing_options
@click.option("--write-baseline", type=FILE, metavar="文件", help="把这次的发现记成基线")
@click.option(
    "--fail-on",
    type=LEVEL,
    metavar="级别",
    help="必改、应改（默认）或供参考：达到这一级，退出码为 1",
)
@config_option
@run_options
def command(
    paths: tuple[str, ...],
    out: OutputOptions,
    fix: bool,
    diff: bool,
    profiles: ProfileOptions,
    rules: RuleOptions,
    listing: ListingOptions,
    write_baseline: Path | None,
    fail_on: api.Severity | None,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """检查对照检查材料：文件、文件夹，或用 - 读标准输入。"""
    form = chosen(api.FORMATS, out)
    if write_baseline:
        api.refuse_suffix(write_baseline, BASELINE_SUFFIXES, "--write-baseline")
    config = settings(paths, config_file, profiles, rules, listing)
    if fail_on:
        config = replace(config, fail_on=fail_on)
    if write_baseline:
        config = replace(config, baseline=None)
    checker = click.get_current_context().with_resource(api.Checker(config))
    inputs = without_own(Inputs.from_paths(paths, config, run), out.output, api.OutputKind.FINDINGS)
    ready((out.output, write_baseline), inputs.files, config)
    if diff:
        return print_diffs(inputs, run, checker)
    if out.output is None and is_terminal():
        # The output itself shows how far it is.
        run = replace(run, no_progress=True)
    counter, unfixed = ResultCounter(), list[api.Failure]()
    if write_baseline:
        outcomes = counter.watch(_outcomes(inputs, checker, run, unfixed if fix else None))
        _write_baseline(write_baseline, outcomes)
        note_unfixed(unfixed, inputs, run)
        note_tally(inputs, run, CHECKED, counter.done, counter.failures)
        return 2 if counter.failures else 0
    is_shown = form.name == "text" and out.output is None
    names = 0 if run.is_verbose or not is_shown else _name_width(inputs)
    writer = api.ReportWriter(form, out.is_coloured, width(), names, inputs.passed_over)
    parts = counter.watch(_parts(inputs, checker, writer, run, unfixed if fix else None))
    if is_shown:
        for text in writer.stream(parts):
            put(text)
    else:
        write_out(writer.assemble(parts, checker), out.output, api.OutputKind.FINDINGS)
        note_tally(inputs, run, CHECKED, counter.done, counter.failures)
    has_fault = note_unfixed(unfixed, inputs, run)
    return 2 if has_fault else counter.exit_code(config.fail_on)


def _name_width(inputs: Inputs) -> int:
    """Columns of the longest name of several files, which get a line each; 0 for one file, which gets details."""
    if len(inputs.files) < 2:
        return 0
    return max(columns(str(path)) for path in inputs.files)


def _parts(
    inputs: Inputs,
    checker: api.Checker,
    writer: api.ReportWriter,
    run: RunOptions,
    unfixed: list[api.Failure] | None,
) -> Iterator[api.ReportPart | api.Failure]:
    """The parts of the report, each rendered where its text is checked unless the findings change afterwards."""
    if unfixed is not None or checker.config.baseline:
        return writer.render_parts(_outcomes(inputs, checker, run, unfixed), checker)
    return inputs.for_each(writer.render_text, checker, run)


def _outcomes(
    inputs: Inputs, checker: api.Checker, run: RunOptions, unfixed: list[api.Failure] | None
) -> Iterator[api.Outcome]:
    """The outcome of each text, without the findings that the baseline records.

    Where there is a list for files that cannot be fixed, each text is fixed first.
    """
    outcomes: Iterator[api.Outcome]
    if unfixed is not None:
        outcomes = fixed(inputs.sources(), checker, unfixed)
    else:
        outcomes = inputs.for_each(api.check_without_marks, checker, run)
    return api.apply_baseline(outcomes, checker.config.baseline)


def _write_baseline(path: Path, outcomes: Iterable[api.Outcome]) -> None:
    known = api.fingerprints(outcomes)
    written = api.write_baseline(path, known)
    note(f"已把 {known.total()} 处发现记入基线 {path}{kept(written.backup)}")


class ResultCounter:
    """Counts the results that pass through it, for the tally and the exit code."""

    def __init__(self) -> None:
        self.severities: Counter[api.Severity] = Counter()
        self.done = 0
        self.failures: list[api.Failure] = []

    def watch(self, results: Iterable[T | api.Failure]) -> Iterator[T | api.Failure]:
        for result in results:
            if isinstance(result, api.Failure):
                self.failures.append(result)
            else:
                self.done += 1
                if isinstance(result, api.ReportPart):
                    self.severities += result.tally.severities
            yield result

    def exit_code(self, fail_on: api.Severity) -> int:
        """0 without findings, 1 with one of this severity or a heavier one, 2 with a file that could not be checked."""
        failing = [each for each in api.Severity if each.rank <= fail_on.rank]
        return 2 if self.failures else int(any(self.severities[each] for each in failing))
