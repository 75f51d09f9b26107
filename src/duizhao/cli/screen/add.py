"""`duizhao screen add`: texts of files and folders into an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.output import note
from duizhao.cli.progress import with_bar
from duizhao.cli.screen.opening import config_option, index_option, label, label_options, opened

EPILOG = """\
没有给出的姓名、单位、年度和活动，从材料的落款、署名行、日期和内容里认；认不准的空着。
一个文件夹里人多，可用 --labels 给一份名单（.csv），各列为：文件、姓名、单位、年度、活动、类别。
内容相同的只收一次。中途停下，已收的都在；再运行一次即可。

退出码：0 完成；2 出错，或有文件读不了。

例：duizhao screen add 去年材料/ --index 查重 --year 2024
例：duizhao screen add 网上范文/ --index 查重 --kind template
"""
FILE = click.Path(path_type=Path)
KIND = click.Choice(["statement", "template"])
COUNT = click.IntRange(min=1)
Filed = tuple[api.Entry, bool] | api.Failure


@click.command("add", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="路径…")
@index_option
@label_options
@click.option(
    "--kind", type=KIND, metavar="类别", help="statement 材料，template 范文；默认 statement"
)
@click.option(
    "--labels", type=FILE, metavar="名单", help="名单（.csv），写明每个文件是谁的、哪年的"
)
@click.option("--replace", is_flag=True, help="文件改过再收时，移出它从前的那一份")
@config_option
@click.option("--jobs", "-j", type=COUNT, metavar="数", help="同时用几个进程；默认每核一个")
@click.option("--no-progress", is_flag=True, help="不显示进度条")
def command(paths: tuple[Path, ...], **given: Any) -> int:
    """把文件和文件夹里的材料收进索引；索引还没有就新建。"""
    known = api.label_list(given["labels"]) if given["labels"] else {}
    labelling = api.Labelling(label(given, given["kind"] or ""), known)
    index = opened(given, create=True)
    try:
        checker = api.Checker(given["settings"])
        files = api.paths_in(paths, checker.config)
        filing: Iterable[Filed] = api.file_paths(
            index, files, checker, labelling, jobs=given["jobs"]
        )
        done = list(filing if given["no_progress"] else with_bar(filing, len(files), "收入"))
        return _said(index, done, files, known, is_replacing=given["replace"])
    finally:
        index.close()


def _said(
    index: api.ScreenIndex,
    done: list[Filed],
    files: list[Path],
    known: dict[str, api.Label],
    *,
    is_replacing: bool,
) -> int:
    failures = [each for each in done if isinstance(each, api.Failure)]
    for each in failures:
        note(f"{each.name}：{each.reason}")
    filed = [each for each in done if not isinstance(each, api.Failure)]
    added = [entry for entry, is_new in filed if is_new]
    note(
        f"收入 {len(added)} 份，已有同样内容的 {len(filed) - len(added)} 份，读不了的 {len(failures)} 份"
    )
    unlabelled = Counter(
        not entry.label.person for entry in added if entry.label.kind != "template"
    )
    if unlabelled[True]:
        note(f"其中 {unlabelled[True]} 份没有认出姓名；可用 --person 或 --labels 写明")
    for name in sorted(known.keys() - {path.name for path in files}):
        note(f"名单里的 {name} 不在所给的路径里")
    _say_replaced(index, [entry for entry, _ in filed], is_replacing=is_replacing)
    return 2 if failures else 0


def _say_replaced(index: api.ScreenIndex, filed: list[api.Entry], *, is_replacing: bool) -> None:
    if is_replacing:
        old = api.replaced(index, filed)
        if old:
            note(f"移出改动之前的 {len(old)} 份")
        return
    old = api.outdated(index, filed)
    if old:
        note(f"有 {len(old)} 份文件改过，从前的内容仍在索引里；不要了，加 --replace 再运行一次")
