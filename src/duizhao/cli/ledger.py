"""`duizhao ledger`: the rectification ledger of files and folders, as a workbook, made or brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.nothing import refuse_nothing
from duizhao.cli.output import note
from duizhao.cli.piped import piped
from duizhao.cli.progress import with_bar
from duizhao.cli.settings import settings
from duizhao.cli.target import in_place, refuse_overwriting, save
from duizhao.cli.updated import say_updated

EPILOG = """\
更新时，人填的内容、加的行列和工作表都保留；只给文件，就只更新这些文件的行；给文件夹，则以文件夹为全部材料。

退出码：0 完成；1 有冲突待人处理；2 出错，或有文件读不了。

例：duizhao ledger 材料/ -o 整改台账.xlsx
例：duizhao ledger --update 整改台账.xlsx 材料/ --in-place
"""
STDIN = "-"
FILE = click.Path(path_type=Path)
COUNT = click.IntRange(min=1)
UNSET = {"select": (), "ignore": (), "fail_on": None, "write_baseline": None, "baseline": None}
Drawn = Sequence[api.Drawn | api.Failure]


@click.command("ledger", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="路径…")
@click.option("--output", "-o", type=FILE, metavar="文件", help="台账写到哪里，如 整改台账.xlsx")
@click.option("--update", type=FILE, metavar="台账", help="更新这份已经填写的台账，人填的都保留")
@in_place
@click.option("--profile", metavar="模板", help="按哪个活动模板读材料；默认从文中认出")
@click.option("--profiles", type=FILE, metavar="文件夹", help="自备活动模板所在的文件夹")
@click.option("--config", type=FILE, metavar="文件", help="配置文件；默认向上找 duizhao.toml")
@click.option("--jobs", "-j", type=COUNT, metavar="数", help="同时用几个进程；默认每核一个")
@click.option("--no-progress", is_flag=True, help="不显示进度条")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """由对照检查材料生成整改台账（.xlsx）：一个问题一行，照录原话，材料没有写的空着。"""
    output = _output(given["output"], given["update"], given["in_place"])
    checker = api.Checker(settings(paths, given | UNSET))
    files = [] if paths == (STDIN,) else api.paths_in(map(Path, paths), checker.config)
    files = [file for file in files if file not in (output, given["update"])]
    if paths != (STDIN,):
        refuse_nothing(files)
    refuse_overwriting(output, files, is_in_place=False)
    drawn = _drawn(files, checker, given)
    ledger = api.ledger(drawn)
    if given["update"]:
        has_conflicts = _update(
            given["update"], output, ledger, any(Path(p).is_dir() for p in paths)
        )
    else:
        has_conflicts = False
        _write(output, api.workbook(ledger))
    _say(ledger, drawn)
    return 2 if any(isinstance(each, api.Failure) for each in drawn) else int(has_conflicts)


def _output(output: Path | None, updated: Path | None, is_in_place: bool) -> Path:
    """Where the ledger goes. Raises UsageError where that is not said."""
    if updated is None:
        if is_in_place:
            raise click.UsageError("--in-place 要和 --update 一起用")
        if output is None:
            raise click.UsageError("请用 -o 给出台账的文件名，如 -o 整改台账.xlsx")
        return output
    if output is None and not is_in_place:
        raise click.UsageError("请用 -o 另存一份，或加 --in-place 写回台账（会留备份）")
    wanted = output or updated
    refuse_overwriting(wanted, [updated], is_in_place)
    return wanted


def _drawn(files: Sequence[Path], checker: api.Checker, given: dict[str, Any]) -> Drawn:
    if not files:
        return [api.draw(checker, piped())]
    drawn = api.for_each(files, checker, api.draw, given["jobs"])
    return list(drawn if given["no_progress"] else with_bar(drawn, len(files)))


def _write(output: Path, data: bytes) -> None:
    """Write the ledger; one that stands there already may hold what people filled in, and is kept beside it."""
    is_other = output.is_file() and output.read_bytes() != data
    save(output, data, [output] if is_other else [])


def _update(filled: Path, output: Path, ledger: api.Ledger, is_whole: bool) -> bool:
    """Bring a ledger up to date. Returns whether a person has to decide something."""
    before = api.read_ledger(filled)
    updated = api.update(before, str(filled), ledger, is_whole=is_whole)
    say_updated(updated)
    if updated.is_changed or output != filled:
        save(output, updated.data, [filled, output] if output.is_file() else [filled])
    return bool(updated.plan.conflicts)


def _say(ledger: api.Ledger, drawn: Drawn) -> None:
    for each in drawn:
        if isinstance(each, api.Failure):
            note(f"{each.name}：{each.reason}")
        elif not each.is_statement:
            note(f"{each.name}：不像对照检查材料，没有列入台账")
    problems = sum(row.draft.is_problem for row in ledger.rows)
    note(
        f"{len(ledger.files)} 份材料：问题 {problems} 个，"
        f"没有对应到问题的措施 {len(ledger.rows) - problems} 条，没有对应到问题的原因 {len(ledger.loose)} 条"
    )
