"""`duizhao typeset`: documents in the form of GB/T 9704."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.fixes import plain
from duizhao.cli.nothing import refuse_nothing
from duizhao.cli.output import note
from duizhao.cli.piped import piped
from duizhao.cli.progress import with_bar
from duizhao.cli.settings import settings
from duizhao.cli.target import in_place, save
from duizhao.cli.typeset_targets import Job, form_of, jobs_of

EPILOG = """\
文字一字不改（空行、手敲的缩进和硬回车除外），排完印出摘要作证；不添主送、文号、红头。
本单位版式文件（--layout）的各项，见 docs/layout.md。
退出码：0 完成；2 出错，或有文件没有排成。

例：duizhao typeset 材料.docx -o 排版.docx
　　duizhao typeset 材料/ -o 排好/
"""
FILE = click.Path(path_type=Path)
COUNT = click.IntRange(min=1)
FORMS = click.Choice(list(api.TYPESET_FORMS))
UNSET = {"select": (), "ignore": (), "fail_on": None, "write_baseline": None, "baseline": None}
UNSET |= {"profile": None, "profiles": None}


@click.command("typeset", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="路径…")
@click.option("--output", "-o", type=FILE, metavar="位置", help="写到哪个文件；排多份时是文件夹")
@click.option(
    "--format", "-f", "form", type=FORMS, metavar="格式",
    help=f"{'、'.join(api.TYPESET_FORMS)}；默认由 -o 的后缀认出，文件夹里为 docx",
)  # fmt: skip
@click.option(
    "--layout",
    type=FILE,
    metavar="文件",
    help="本单位的版式（TOML），只写与 GB/T 9704 不同之处；各项见 docs/layout.md",
)
@click.option(
    "--fonts", type=FILE, metavar="文件夹", help="自备字体所在的文件夹，排 PDF 时也找这里"
)
@click.option("--normalize", is_flag=True, help="规范标点和成文日期的写法，逐处列出改了什么")
@in_place
@click.option("--config", type=FILE, metavar="文件", help="配置文件；默认向上找 duizhao.toml")
@click.option("--jobs", "-j", type=COUNT, metavar="数", help="同时用几个进程；默认每核一个")
@click.option("--no-progress", is_flag=True, help="不显示进度条")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """按 GB/T 9704—2012 排版：A4、每页 22 行、每行 28 字，字体字号、落款、页码都依标准。"""
    checker = api.Checker(settings(paths, given | UNSET))
    form = form_of(given["form"], given["output"])
    jobs = jobs_of(paths, given["output"], form, given["in_place"], checker.config)
    refuse_nothing(jobs)
    by = given["layout"] or checker.config.layout
    # Before any file is read: a wrong figure is said once.
    api.layout(by)
    fonts = given["fonts"] or checker.config.fonts
    setter = api.Typesetter(form, by, fonts, normalize=given["normalize"])
    faults = 0
    for job, made in _made(jobs, setter, checker, given):
        faults += not _written(job, made, len(jobs) == 1)
    if len(jobs) > 1:
        note(f"排好 {len(jobs) - faults} 份" + (f"，{faults} 份没有排成" if faults else ""))
    return 2 if faults else 0


def _made(
    jobs: Sequence[Job], setter: api.Typesetter, checker: api.Checker, given: dict[str, Any]
) -> Iterator[tuple[Job, api.Typeset | api.Failure]]:
    """Each job with what came of it, in order."""
    if len(jobs) == 1 and jobs[0].source is None:
        yield jobs[0], setter(checker, piped())
        return
    possible = [job.source for job in jobs if job.source and not job.fault]
    results: Iterable[api.Typeset | api.Failure] = api.for_each(
        possible, checker, setter, given["jobs"]
    )
    if not given["no_progress"]:
        results = with_bar(results, len(possible), "排版")
    coming = iter(results)
    for job in jobs:
        yield job, api.Failure(str(job.source), job.fault) if job.fault else next(coming)


def _written(job: Job, made: api.Typeset | api.Failure, alone: bool) -> bool:
    """Write what was made and say what there is to say; False where there is nothing to write."""
    if isinstance(made, api.Failure):
        # A fault of the world names its file already.
        note(made.reason if made.name in made.reason else f"{made.name}：{made.reason}")
        return False
    inputs = [job.source] if job.source else []
    try:
        if not alone:
            job.output.parent.mkdir(parents=True, exist_ok=True)
        save(job.output, made.data, inputs)
    except (api.DuizhaoError, OSError) as fault:
        note(f"错误：{fault}")
        return False
    _say(made)
    return True


def _say(made: api.Typeset) -> None:
    for change in made.changes:
        note(f"  第 {change.line} 行：{plain(change.before)} → {plain(change.after)}")
    if made.changes:
        note(f"{made.name}：规范 {len(made.changes)} 处；摘要由 {made.before} 变为 {made.after}")
    else:
        note(f"{made.name}：文字未改，摘要 {made.after}")
    for line in made.notes:
        note(f"{made.name}：{line}")
