"""`duizhao opinion`: opinion sheets in Word, a page for each statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import (
    FILE,
    PathArgument,
    ProfileOptions,
    RuleOptions,
    RunOptions,
    config_option,
    profile_options,
    rule_options,
    run_options,
    settings,
)
from duizhao.cli.outputs import WORD, one_output, plan_outputs, ready, report, save, without_own
from duizhao.cli.tally import READ, note_tally
from duizhao.cli.terminal import note

EPILOG = """\
一份材料一页：必须改的、建议改的、想一想的，写明第几段、哪几个字；一页放不下的，写明还有几处在审阅稿里。
留有审阅人写话、署名的地方。写成一个 .docx 的，逐页打印即可；写到文件夹的，一人一个文件，可分别退回。
详见 docs/review.md。

退出码：0 完成；2 出错，或有文件读不了。

例：duizhao opinion 材料/ -o 意见单.docx --author 督导组
    duizhao opinion 材料/ -o 意见单/
"""
SHEET_SUFFIX = "（意见单）"
Sheets = Sequence[tuple[Path, tuple[api.OpinionSheet, ...]]]


@click.command("opinion", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, metavar="路径…")
@click.option(
    "--output",
    "-o",
    type=FILE,
    metavar="位置",
    help="写到哪个 .docx，一人一页；或写到哪个文件夹，一人一个文件。默认在材料旁，名称加“（意见单）”",
)
@click.option("--author", metavar="名称", help="审阅人，如 督导组；默认空着，由人填写")
@profile_options
@rule_options
@config_option
@run_options
def command(
    paths: tuple[str, ...],
    output: Path | None,
    author: str | None,
    profiles: ProfileOptions,
    rules: RuleOptions,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """写出意见单：每份材料一页 A4 的 Word 文件，退给写材料的人。"""
    config = settings(paths, config_file, profiles, rules)
    config = replace(config, author=config.author if author is None else author)
    checker = click.get_current_context().with_resource(api.Checker(config))
    inputs = Inputs.from_paths(paths, checker.config, run)
    output = output or _default(inputs)
    if output.suffix.lower() == WORD:
        output = one_output(output, WORD, "意见单")
        inputs = without_own(inputs, output, api.OutputKind.OPINION)
        ready([output], inputs.files, config)
        targets = None
    else:
        plan = plan_outputs(inputs, output, WORD, mark=SHEET_SUFFIX, config=config)
        inputs, targets = plan.inputs, plan.targets
    done = list(inputs.for_each(api.opinion_sheets, checker, run))
    sheets = list(_reported(inputs, done))
    if targets is None:
        every = [sheet for _, each in sheets for sheet in each]
        if every:
            save(output, api.render_opinion_sheets(every, config.author), api.OutputKind.OPINION)
    else:
        _write_each(sheets, output, targets, config.author)
    failures = [each for each in done if isinstance(each, api.Failure)]
    note_tally(inputs, run, READ, len(done) - len(failures), failures)
    return 2 if failures else 0


def _default(inputs: Inputs) -> Path:
    """Where the sheets go without `--output`: one file, next to the statement or next to the folder."""
    if inputs.is_piped:
        raise click.UsageError("请用 -o 给出写到哪里，如 -o 意见单.docx")
    first = inputs.places[0]
    if inputs.is_single:
        return first.with_name(f"{first.stem}{SHEET_SUFFIX}{WORD}")
    beside = first if first.is_dir() else first.parent
    # “.” has no name of its own.
    named = beside if beside.name else beside.resolve()
    return named.with_name(f"{named.name}{SHEET_SUFFIX}{WORD}")


def _reported(
    inputs: Inputs, done: Sequence[tuple[api.OpinionSheet, ...] | api.Failure]
) -> Iterator[tuple[Path, tuple[api.OpinionSheet, ...]]]:
    """The files with their sheets; what has none is reported."""
    for file, each in zip(inputs.files or (Path("标准输入"),), done, strict=True):
        if isinstance(each, api.Failure):
            continue
        if each:
            yield file, each
        else:
            note(f"{file}：不像对照检查材料，没有写意见单")


def _write_each(
    sheets: Sheets, folder: Path, targets: Mapping[Path, Path], author: str | None
) -> None:
    """Write a file for each statement file, in the places of the folder that was read."""
    for file, each in sheets:
        data = api.render_opinion_sheets(each, author)
        written = api.write_output(targets[file], data, api.OutputKind.OPINION, makes_folders=True)
        if written.backup:
            report(written)
    note(f"已写入 {folder}：意见单 {len(sheets)} 份")
