"""`duizhao ledger`: the rectification ledger of files and folders as a workbook, made or brought up to date."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    RunOptions,
    config_option,
    in_place_option,
    profile_options,
    run_options,
    settings,
    split,
)
from duizhao.cli.outputs import OR_IN_PLACE, is_same, ready, save, save_original
from duizhao.cli.tally import READ, note_tally
from duizhao.cli.terminal import note

EPILOG = """\
更新时，人填的内容、加的行列和工作表都保留；只给文件，就只更新这些文件的行；给文件夹，则以文件夹为全部材料。

退出码：0 完成；1 有冲突待人处理；2 出错，或有文件读不了。

例：duizhao ledger 材料/ -o 整改台账.xlsx
例：duizhao ledger --update 整改台账.xlsx 材料/        写回台账，原来的留作 .bak

各表各列的意思、更新和冲突的办法，见 docs/ledger.md。
"""
Extracts = Sequence[api.FileExtract | api.Failure]
DAYS = re.compile("[1-9][0-9]{0,2}")
MAX_LISTED = 20
"""Lines of one kind that are shown; the rest is in the workbook."""


@click.command("ledger", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, metavar="路径…")
@click.option("--output", "-o", type=FILE, metavar="文件", help="台账写到哪里，如 整改台账.xlsx")
@click.option(
    "--update",
    type=FILE,
    metavar="台账",
    help="更新这份已经填写的台账，人填的都保留；不写 -o 就写回它",
)
@in_place_option
@click.option(
    "--near", metavar="天数", help="新台账里截止日期前几天算临近，默认 15；两个数分两档，如 20,10"
)
@profile_options
@config_option
@run_options
def command(
    paths: tuple[str, ...],
    output: Path | None,
    update: Path | None,
    in_place: bool,
    near: str | None,
    profiles: ProfileOptions,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """由对照检查材料生成整改台账（.xlsx）：一个问题一行，照录原话，材料没有写的空着。"""
    if near and update:
        raise click.UsageError("--near 用于新的台账；已有的台账请在“汇总”表里改天数")
    is_written_back = update is not None and (output is None or in_place)
    output = _output(output, update, in_place)
    # Before any file is read.
    api.require_workbooks()
    config = settings(paths, config_file, profiles)
    look = replace(config.ledger, near_days=_days(near)) if near else config.ledger
    checker = api.Checker(config)
    inputs = Inputs.from_paths(paths, checker.config, run)
    if not inputs.is_piped:
        inputs = inputs.without(lambda file: _ledger_itself(file, output, update))
    if is_written_back:
        api.refuse_unwritable([output])
    else:
        ready([output], inputs.files, config, OR_IN_PLACE if update else "")
    extracts = list(inputs.for_each(api.extract_rows, checker, run))
    ledger = api.assemble_ledger(extracts)
    if update:
        has_folder = any(place.is_dir() for place in inputs.places)
        target = None if is_written_back else output
        has_conflicts = _update(update, target, ledger, is_whole=has_folder)
    else:
        has_conflicts = False
        save(output, api.render_ledger(ledger, settings=look), api.OutputKind.LEDGER)
    _report(ledger, extracts)
    failures = [each for each in extracts if isinstance(each, api.Failure)]
    note_tally(inputs, run, READ, len(extracts) - len(failures), failures)
    return 2 if failures else int(has_conflicts)


def _ledger_itself(file: Path, output: Path, updated: Path | None) -> api.PassedOver | None:
    return api.PassedOver.ours(file, "台账") if file in (output, updated) else None


def _output(output: Path | None, updated: Path | None, is_in_place: bool) -> Path:
    """Where the ledger goes. Raises UsageError if the options do not name one place, Unwritable for another suffix."""
    if output is not None:
        api.refuse_suffix(output, (".xlsx",))
    if updated is None:
        if is_in_place:
            raise click.UsageError("--in-place 要和 --update 一起用")
        if output is None:
            raise click.UsageError("请用 -o 给出台账的文件名，如 -o 整改台账.xlsx")
        return output
    if output is not None and is_in_place and not is_same(output, updated):
        raise click.UsageError("--in-place 是写回台账，-o 是另写一份，请只用其中一个")
    return output or updated


def _days(words: str) -> tuple[int, ...]:
    """20,10 → two steps. Raises UsageError for anything else than one or two numbers of days."""
    days = split([words.replace("、", ",")])
    if not 1 <= len(days) <= 2 or not all(DAYS.fullmatch(each) for each in days):
        raise click.UsageError("--near 应为一个或两个天数，如 15 或 20,10")
    return tuple(map(int, days))


def _update(filled: Path, output: Path | None, ledger: api.Ledger, *, is_whole: bool) -> bool:
    """Bring a ledger up to date, in place without an `output`. Returns True if a person has to decide something."""
    before = api.read_ledger(filled)
    updated = api.update_ledger(before, str(filled), ledger, is_whole=is_whole)
    _report_update(updated)
    if output is not None:
        save(output, updated.data, api.OutputKind.LEDGER)
    elif updated.is_changed:
        save_original(filled, updated.data)
    return bool(updated.plan.conflicts)


def _report(ledger: api.Ledger, extracts: Extracts) -> None:
    for each in extracts:
        if isinstance(each, api.FileExtract) and each.is_report:
            note(f"{each.name}：写的是已经做了的整改，没有列入台账")
        elif isinstance(each, api.FileExtract) and not each.is_statement:
            note(f"{each.name}：不像对照检查材料，没有列入台账；确是的，加 --as-statement")
    problems = sum(row.is_problem for row in ledger.rows)
    note(
        f"{len(ledger.files)} 份材料：问题 {problems} 个，"
        f"没有对应到问题的措施 {len(ledger.rows) - problems} 条，没有对应到问题的原因 {len(ledger.loose)} 条"
    )


def _report_update(updated: api.UpdatedLedger) -> None:
    """Report what was added and marked, what a person must decide, and what was left alone."""
    plan = updated.plan
    note(
        f"新增 {len(plan.added)} 行，原文已改 {len(plan.edited)} 行，"
        f"原文已无 {len(plan.gone)} 行，冲突 {len(plan.conflicts)} 处"
        + ("" if updated.is_changed else "；台账没有变化")
    )
    if plan.conflicts:
        note("人和材料都改过的格子，保留了台账所填；在“更新冲突”表的“处理”一列选好后再更新一次：")
        _list(
            [
                f"{each.id} {each.head}：台账“{_short(each.filled)}”，材料“{_short(each.now)}”"
                for each in plan.conflicts
            ]
        )
    if plan.deleted:
        note(f"有 {len(plan.deleted)} 行已被删去，没有加回：{'、'.join(plan.deleted[:MAX_LISTED])}")
    if plan.absent:
        note(f"有 {len(plan.absent)} 份材料这次没有给出：{'、'.join(plan.absent[:MAX_LISTED])}")


def _list(lines: Sequence[str]) -> None:
    for line in lines[:MAX_LISTED]:
        note(f"  {line}")
    if len(lines) > MAX_LISTED:
        note(f"  还有 {len(lines) - MAX_LISTED} 处，见“更新冲突”表")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:24] + "……"
