"""`duizhao review`: a copy of a Word file with a comment at each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import Inputs, piped_bytes
from duizhao.cli.options import (
    FILE,
    ListingOptions,
    PathArgument,
    ProfileOptions,
    RuleOptions,
    RunOptions,
    config_option,
    in_place_option,
    listing_options,
    profile_options,
    rule_options,
    run_options,
    settings,
)
from duizhao.cli.outputs import (
    WORD,
    OutputPlan,
    default_beside,
    kept,
    one_output,
    plan_outputs,
    ready,
    save,
)
from duizhao.cli.tally import REVIEWED, note_tally
from duizhao.cli.terminal import is_terminal, note, put

EPILOG = """\
原件一字不改：审阅稿的文字与原件相同，以校验码为证。
再审一次会换掉上次的批注；别人的批注、有人答复过的批注、别人的修订都留着。详见 docs/review.md。

退出码：0 完成；2 出错，或有文件没有审成。

例：duizhao review 甲.docx
    duizhao review 材料/ -o 审阅/ --fix
"""
COPY_SUFFIX = "（审阅稿）"
SUMMARY = "审阅汇总"


@click.command("review", cls=ChineseCommand, epilog=EPILOG)
@click.argument("paths", cls=PathArgument, nargs=-1, required=True, metavar="路径…")
@click.option(
    "--output",
    "-o",
    type=FILE,
    metavar="位置",
    help="写到哪个文件；审阅文件夹时是哪个文件夹。默认在原件旁，名称加“（审阅稿）”",
)
@click.option("--fix", is_flag=True, help="有把握的改正作为修订写入，可逐条接受或拒绝")
@click.option("--author", metavar="名称", help="批注和修订的作者，如 督导组；默认 duizhao")
@in_place_option
@profile_options
@rule_options
@listing_options
@config_option
@run_options
def command(
    paths: tuple[str, ...],
    output: Path | None,
    fix: bool,
    author: str | None,
    in_place: bool,
    profiles: ProfileOptions,
    rules: RuleOptions,
    listing: ListingOptions,
    config_file: Path | None,
    run: RunOptions,
) -> int:
    """写出审阅稿：Word 文件的副本，每处问题有一条批注，在问题所在的字上。文本先变成 Word 文件；文件夹另附汇总表。"""
    config = settings(paths, config_file, profiles, rules, listing)
    if author is not None:
        if not author.strip():
            raise click.UsageError("--author 后面没有名称，如 --author 督导组")
        config = replace(config, author=author)
    checker = click.get_current_context().with_resource(api.Checker(config))
    inputs = Inputs.from_paths(paths, checker.config, run)
    if inputs.is_piped:
        return _standard_input(checker, output, fix=fix)
    inputs = inputs.without(lambda file: _print(file, inputs))
    plan = plan_outputs(
        inputs,
        output,
        WORD,
        default=default_beside(inputs, COPY_SUFFIX, WORD),
        is_in_place=in_place,
        mark=COPY_SUFFIX,
        config=config,
    )
    summary = _summary_format() if plan.folder is not None else None
    work = partial(api.write_reviewed_copy, targets=plan.targets, fix=fix)
    has_details = run.is_verbose or not plan.inputs.are_several
    with api.without_empty_folders(target.parent for target in plan.targets.values()):
        done = _reported(plan.inputs.for_each_file(work, checker, run), has_details=has_details)
    failures = [each for each in done if isinstance(each, api.Failure)]
    if summary is not None:
        _summarize(plan, done, checker, summary)
    note_tally(
        plan.inputs, run, REVIEWED, len(done) - len(failures), failures, are_reported=has_details
    )
    return 2 if failures else 0


def _print(file: Path, inputs: Inputs) -> api.PassedOver | None:
    """A PDF of a folder, which has no place for comments; None for any other file."""
    if file.suffix.lower() != ".pdf" or file in inputs.places:
        return None
    return api.PassedOver(file, "PDF", "PDF 里放不了批注", "请审原来的 Word 文件")


def _standard_input(checker: api.Checker, output: Path | None, *, fix: bool) -> int:
    if output is None and is_terminal():
        raise click.UsageError("审阅稿不能显示在终端，请用 -o 给出文件名")
    if output is not None:
        output = one_output(output, WORD, f"标准输入{COPY_SUFFIX}")
        ready([output], (), checker.config)
    copy = api.review_stream(piped_bytes(), checker, fix=fix)
    if output is None:
        put(copy.data)
    else:
        save(output, copy.data, api.OutputKind.REVIEWED_COPY)
    _report(str(output or "标准输出"), copy)
    return 0


def _reported(
    copies: Iterable[api.WrittenCopy | api.Failure], *, has_details: bool
) -> list[api.WrittenCopy | api.Failure]:
    """Report each copy as it is done: without details in one line, and failures with the tally."""
    done = []
    for each in copies:
        if isinstance(each, api.WrittenCopy):
            _report_written(each, has_details=has_details)
        elif has_details:
            note(f"{each.name}：{each.reason}")
        done.append(each)
    return done


def _report_written(written: api.WrittenCopy, *, has_details: bool) -> None:
    name, backup = str(written.path), written.backup
    if not has_details:
        notes = [_counts(written.copy), *_notes(written.copy)]
        if backup is not None:
            notes.append(f"原来的文件留作 {backup}")
        note(f"{name}：{'；'.join(notes)}")
        return
    if written.is_original:
        note(f"{name} 已写回，原件备份为 {backup}")
    elif backup is not None:
        note(f"{name} 已写入{kept(backup)}")
    _report(name, written.copy)


def _report(name: str, copy: api.ReviewedCopy) -> None:
    note(f"{name}：{_counts(copy)}")
    for line in (*_notes(copy), *_unchanged(copy)):
        note(f"  {line}")


def _counts(copy: api.ReviewedCopy) -> str:
    changes = f"、修订 {copy.changes} 处" if copy.changes else ""
    return f"批注 {copy.comments} 条{changes}"


def _notes(copy: api.ReviewedCopy) -> Iterator[str]:
    """What people should know of a copy."""
    if unlisted := api.unlisted_words(copy.checked.unlisted):
        yield unlisted
    if copy.is_converted:
        yield "原件是旧格式，审阅稿已转成 .docx，版面可能与原件略有出入"
    if copy.answered:
        yield f"有人答复过、照原样留下的批注：{copy.answered} 处"
    if copy.unplaced or copy.unmarked:
        yield f"文件里没有地方可放的：批注 {copy.unplaced} 处、修订 {copy.unmarked} 处"
    if copy.before != copy.after:
        yield (
            f"原文有 Word 存不下的控制字符，审阅稿里换成了“\ufffd”，"
            f"其余不变；校验码由 {copy.before} 变为 {copy.after}"
        )


def _unchanged(copy: api.ReviewedCopy) -> Iterator[str]:
    if copy.before == copy.after:
        yield f"文字一字未改，校验码 {copy.after}"


def _summary_format() -> api.ReportFormat:
    """A workbook, or a page where no workbook can be written: known before the first copy is made."""
    try:
        api.require_workbooks()
    except api.MissingTool as missing:
        note(f"{missing}。这次的汇总写成网页")
        return api.FORMATS["html"]
    return api.FORMATS["xlsx"]


def _summarize(
    plan: OutputPlan,
    done: Sequence[api.WrittenCopy | api.Failure],
    checker: api.Checker,
    form: api.ReportFormat,
) -> None:
    """Write one report of all findings into the folder of copies."""
    outcomes = [each if isinstance(each, api.Failure) else each.copy.checked for each in done]
    assert plan.folder is not None
    data = form.render(api.make_report(outcomes, checker.rules, plan.inputs.passed_over))
    save(plan.folder / f"{SUMMARY}{form.suffix}", data, api.OutputKind.FINDINGS, makes_folders=True)
