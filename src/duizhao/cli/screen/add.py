"""`duizhao screen add`: texts of files and folders into an index."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import Inputs, with_progress
from duizhao.cli.options import FILE, PathArgument, RunOptions, config_option, run_options, settings
from duizhao.cli.screen.opening import (
    LabelOptions,
    index_option,
    label_options,
    open_index,
    roster_option,
)
from duizhao.cli.tally import READ, note_tally
from duizhao.cli.terminal import note

EPILOG = """\
没有给出的姓名、单位、年度和活动，从材料的落款、署名行、日期和内容里认；认不准的空着。
一个文件夹里人多，可用 --labels 给一份名单（.csv），各列为：文件、姓名、单位、年度、活动、类别。
内容相同的只收一次。中途停下，已收的都在；再运行一次即可。

退出码：0 完成；2 出错，或有文件读不了。

例：duizhao screen add 去年材料/ --index 查重 --year 2024
例：duizhao screen add 网上范文/ --index 查重 --kind template
"""
KIND = click.Choice(["statement", "template"])


@click.command("add", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, type=FILE, metavar="路径…")
@index_option
@label_options
@click.option(
    "--kind", type=KIND, metavar="类别", help="statement 材料，template 范文；默认 statement"
)
@roster_option
@click.option("--replace", is_flag=True, help="文件改过再收时，移出它从前的那一份")
@config_option
@run_options
def command(
    paths: tuple[Path, ...],
    index_folder: Path | None,
    labels: LabelOptions,
    kind: str | None,
    roster: Path | None,
    replace: bool,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """把文件和文件夹里的材料收进索引；索引还没有就新建。"""
    known = api.label_list(roster) if roster else {}
    labeller = api.Labeller(labels.label(kind or ""), known)
    config = settings((), config_file)
    inputs = Inputs.from_files(paths, config, run)
    with open_index(index_folder, config, create=True) as index:
        checker = api.Checker(config)
        filing = api.file_paths(index, inputs.files, checker, labeller, jobs=run.jobs)
        done = list(with_progress(filing, len(inputs.files), run, "收入"))
        _report(index, done, list(inputs.files), known, is_replacing=replace)
    failures = [each for each in done if isinstance(each, api.Failure)]
    note_tally(inputs, run, READ, len(done) - len(failures), failures)
    return 2 if failures else 0


def _report(
    index: api.ScreenIndex,
    done: list[api.FilingResult | api.Failure],
    files: list[Path],
    known: dict[str, api.DocumentLabel],
    *,
    is_replacing: bool,
) -> None:
    filed = [each for each in done if isinstance(each, api.FilingResult)]
    added = [each.entry for each in filed if each.is_new]
    note(f"收入 {len(added)} 份，已有同样内容的 {len(filed) - len(added)} 份")
    unlabelled = Counter(
        not entry.label.person for entry in added if entry.label.kind != "template"
    )
    if unlabelled[True]:
        note(f"其中 {unlabelled[True]} 份没有认出姓名；可用 --person 或 --labels 写明")
    for name in sorted(known.keys() - {path.name for path in files}):
        note(f"名单里的 {name} 不在所给的路径里")
    _report_outdated(index, [each.entry for each in filed], is_replacing=is_replacing)


def _report_outdated(index: api.ScreenIndex, filed: list[api.Entry], *, is_replacing: bool) -> None:
    if is_replacing:
        old = api.remove_outdated(index, filed)
        if old:
            note(f"移出改动之前的 {len(old)} 份")
        return
    old = api.outdated_entries(index, filed)
    if old:
        note(f"有 {len(old)} 份文件改过，从前的内容仍在索引里；不要了，加 --replace 再运行一次")
