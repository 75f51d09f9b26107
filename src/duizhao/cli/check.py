"""`duizhao check`: findings in files, folders or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.fixes import fixed, print_diffs
from duizhao.cli.output import note
from duizhao.cli.piped import piped
from duizhao.cli.progress import with_bar
from duizhao.cli.settings import settings
from duizhao.cli.show import Seen, chosen, show, show_text, text_writer

EPILOG = """\
退出码：0 没有发现；1 有发现（提示不算，见 --fail-on）；2 出错，或有文件读不了。

例：duizhao check 材料/ -o 汇总.xlsx
"""


STDIN = "-"
T = TypeVar("T")


FILE = click.Path(path_type=Path)
FORMATS = click.Choice(list(api.FORMATS))
LEVELS = click.Choice([each.value for each in api.Severity])
WHEN = click.Choice(["auto", "always", "never"])
COUNT = click.IntRange(min=1)


@click.command("check", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="路径…")
@click.option(
    "--format", "-f", type=FORMATS, metavar="格式", help=f"{'、'.join(api.FORMATS)}；默认 text"
)
@click.option("--output", "-o", type=FILE, metavar="文件", help="写入文件；格式可由后缀认出")
@click.option("--fix", is_flag=True, help="改正有把握的问题，写回文本文件")
@click.option("--diff", is_flag=True, help="只显示 --fix 会改什么，不写文件")
@click.option(
    "--profile", metavar="模板", help="按哪个活动模板检查，见 duizhao profiles；默认从文中认出"
)
@click.option("--profiles", type=FILE, metavar="文件夹", help="自备活动模板所在的文件夹")
@click.option(
    "--select",
    multiple=True,
    metavar="规则",
    help="只用这些规则：编号、类（DZ3）或名称，用逗号隔开",
)
@click.option("--ignore", multiple=True, metavar="规则", help="另外不用这些规则，写法同上")
@click.option(
    "--config", type=FILE, metavar="文件", help="配置文件；默认从所查位置向上找 duizhao.toml"
)
@click.option("--baseline", type=FILE, metavar="文件", help="不报基线文件里记下的旧发现")
@click.option("--write-baseline", type=FILE, metavar="文件", help="把这次的发现记成基线")
@click.option("--jobs", "-j", type=COUNT, metavar="数", help="同时用几个进程；默认每核一个")
@click.option(
    "--fail-on",
    type=LEVELS,
    metavar="级别",
    help="error、warning（默认）或 hint：达到这一级，退出码为 1",
)
@click.option("--no-progress", is_flag=True, help="不显示进度条")
@click.option(
    "--color", type=WHEN, default="auto", metavar="何时", help="颜色：auto（默认）、always 或 never"
)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """检查对照检查材料：文件、文件夹，或用 - 读标准输入。"""
    form = chosen(given["format"], given["output"])
    checker = api.Checker(settings(paths, given))
    if given["diff"]:
        return print_diffs(_sources(paths, checker), checker)
    seen = Seen()
    if given["write_baseline"]:
        return _write_baseline(given["write_baseline"], _outcomes(paths, checker, given))
    if form.name == "text":
        text = text_writer(given["color"], given["output"])
        show_text(text, seen.watch(_written(paths, checker, given, text)), given["output"])
    else:
        writer = api.Writer(form)
        written = _written(paths, checker, given, writer)
        show(writer, seen.watch(written), checker, given["output"])
    return seen.exit_code(checker.config.fail_on)


def _written(
    paths: tuple[str, ...],
    checker: api.Checker,
    given: dict[str, Any],
    writer: api.TextWriter | api.Writer,
) -> Iterator[api.Written | api.Failure]:
    if given["fix"] or checker.config.baseline or paths == (STDIN,):
        return writer.each(checker, _outcomes(paths, checker, given))
    return _with_bar(paths, checker, given, writer)


def _outcomes(
    paths: tuple[str, ...], checker: api.Checker, given: dict[str, Any]
) -> Iterator[api.Outcome]:
    outcomes: Iterator[api.Outcome]
    if given["fix"]:
        outcomes = fixed(_sources(paths, checker), checker, _named(paths))
    elif paths == (STDIN,):
        outcomes = map(checker.check, [piped()])
    else:
        outcomes = _with_bar(paths, checker, given, api.check_lightly)
    return api.without_known(outcomes, checker.config.baseline)


def _with_bar(
    paths: tuple[str, ...], checker: api.Checker, given: dict[str, Any], work: api.Work[T]
) -> Iterator[T | api.Failure]:
    """Do something with each file; a bar shows how far it is, unless the output itself does."""
    files = api.paths_in(map(Path, paths), checker.config)
    if not files:
        note(f"没有找到可以检查的文件；能读 {'、'.join(sorted(api.SUFFIXES))}")
    results = api.for_each(files, checker, work, given["jobs"])
    quiet = given["no_progress"] or (given["output"] is None and sys.stdout.isatty())
    return results if quiet else with_bar(results, len(files))


def _sources(paths: tuple[str, ...], checker: api.Checker) -> Iterator[api.Source | api.Failure]:
    if paths == (STDIN,):
        yield piped()
        return
    for path in api.paths_in(map(Path, paths), checker.config):
        try:
            yield api.read(path)
        except api.DuizhaoError as fault:
            yield api.Failure(str(path), str(fault))


def _named(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(path for path in paths if not Path(path).is_dir())


def _write_baseline(path: Path, outcomes: Iterable[api.Outcome]) -> int:
    known = api.fingerprints(outcomes)
    api.write_baseline(path, known)
    note(f"已把 {known.total()} 处发现记入基线 {path}")
    return 0
