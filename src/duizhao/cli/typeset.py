"""`duizhao typeset`: documents in the form of GB/T 9704."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.fixes import visible
from duizhao.cli.inputs import Inputs, piped_bytes
from duizhao.cli.options import (
    FILE,
    PathArgument,
    RunOptions,
    config_option,
    in_place_option,
    run_options,
    settings,
)
from duizhao.cli.outputs import WORD, OutputPlan, default_beside, kept, plan_outputs, report
from duizhao.cli.tally import TYPESET, note_tally
from duizhao.cli.terminal import note

EPILOG = """\
文字一字不改（空行、手敲的缩进和硬回车除外），排完印出校验码作证；不添主送、文号、红头。
Word 文件里的表格和图片留在原处；带不过来的（图表、文本框等）逐种说明。详见 docs/typeset.md。
本单位版式文件（--layout）的各项，见 docs/layout.md。
退出码：0 完成；2 出错，或有文件没有排成。

例：duizhao typeset 材料.docx
　　duizhao typeset 材料/ -o 排好/
"""
COPY_SUFFIX = f"（{api.OutputKind.TYPESET.value}）"
FORMS = click.Choice(list(api.TYPESET_FORMS))


@click.command("typeset", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, metavar="路径…")
@click.option(
    "--output",
    "-o",
    type=FILE,
    metavar="位置",
    help="写到哪个文件；排多份时是文件夹。默认在原件旁，名称加“（排版稿）”",
)
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
@in_place_option
@config_option
@run_options
def command(
    paths: tuple[str, ...],
    output: Path | None,
    form: str | None,
    layout: Path | None,
    fonts: Path | None,
    normalize: bool,
    in_place: bool,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """按 GB/T 9704—2012 排版：A4、每页 22 行、每行 28 字，字体字号、落款、页码都依标准。"""
    checker = api.Checker(settings(paths, config_file))
    kind = form or _kind_by_suffix(output)
    inputs = Inputs.from_paths(paths, checker.config, run)
    plan = _plan(inputs, output, kind, in_place, checker.config)
    by = layout or checker.config.layout
    # Before any file is read: a wrong figure is reported once.
    api.load_layout(by)
    setter = api.Typesetter(kind, by, fonts or checker.config.fonts, normalize=normalize)
    results: Iterable[api.TypesetText | api.Failure]
    if inputs.is_piped:
        results = [setter.typeset_stream(piped_bytes(), checker)]
    else:
        results = plan.inputs.for_each_file(setter.typeset_file, checker, run, "排版")
    is_brief = plan.inputs.are_several and not run.is_verbose
    failures = _write_all(plan, results, is_brief=is_brief)
    done = len(plan.targets) - len(failures)
    note_tally(plan.inputs, run, TYPESET, done, failures, are_reported=not is_brief)
    return 2 if failures else 0


def _kind_by_suffix(output: Path | None) -> str:
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return suffix if suffix in api.TYPESET_FORMS else "docx"


def _plan(
    inputs: Inputs, output: Path | None, kind: str, is_in_place: bool, config: api.Config
) -> OutputPlan:
    """Where each file goes. Raises UsageError, also for a name that contradicts `--format`."""
    if is_in_place and kind != "docx":
        raise click.UsageError("写回原件时只能是 docx 格式")
    if output is not None and output.suffix.lower().lstrip(".") in set(api.TYPESET_FORMS) - {kind}:
        raise click.UsageError(f"-o {output}：文件名的后缀与 --format {kind} 不一致")
    if output is not None and inputs.is_single and not output.is_dir():
        api.refuse_suffix(output, [f".{each}" for each in api.TYPESET_FORMS])
    suffix = f".{kind}"
    return plan_outputs(
        inputs,
        output,
        suffix,
        default=None if inputs.is_piped else default_beside(inputs, COPY_SUFFIX, suffix),
        is_in_place=is_in_place,
        piped_stem="排版",
        config=config,
    )


def _write_all(
    plan: OutputPlan, results: Iterable[api.TypesetText | api.Failure], *, is_brief: bool
) -> list[api.Failure]:
    """Write and report what was made; returns the files that were not. Raises UnwritablePlace."""
    failures = []
    for (source, target), made in zip(plan.targets.items(), results, strict=True):
        if isinstance(made, api.Failure):
            failures.append(made)
            continue
        try:
            written = _written(source, target, made, makes_folders=plan.folder is not None)
        except api.UnwritablePlace:
            raise
        except api.Unwritable as fault:
            failures.append(api.Failure(made.name, str(fault).removeprefix(f"{made.name}：")))
        else:
            _report(made, written, is_original=source == target, is_brief=is_brief)
    for each in failures if not is_brief else ():
        note(f"{each.name}：{each.reason}")
    return failures


def _written(
    source: Path, target: Path, made: api.TypesetText, *, makes_folders: bool
) -> api.WrittenFile:
    """Write what was made. Raises Unwritable."""
    if source != target:
        kind = api.OutputKind.TYPESET
        return api.write_output(target, made.data, kind, makes_folders=makes_folders)
    if source.suffix.lower() != WORD:
        raise api.Unwritable(f"{source}：不是 .docx，不能写回原件；请用 -o 另写一份")
    return api.write_original(target, made.data)


def _report(
    made: api.TypesetText, written: api.WrittenFile, *, is_original: bool, is_brief: bool
) -> None:
    """Report what was written, in one line if `is_brief`."""
    told = [line for line in (*made.notes, made.remark) if line]
    if is_brief:
        changed = f"规范 {len(made.changes)} 处" if made.changes else "文字一字未改"
        note(f"{written.path}：{'；'.join((changed, *told))}{kept(written.backup)}")
        return
    report(written, is_original=is_original)
    for change in made.changes:
        note(f"  第 {change.line} 行：{visible(change.before)} → {visible(change.after)}")
    if made.changes:
        note(f"{made.name}：规范 {len(made.changes)} 处；校验码由 {made.before} 变为 {made.after}")
    else:
        note(f"{made.name}：文字一字未改，校验码 {made.after}")
    for line in told:
        note(f"{made.name}：{line}")
