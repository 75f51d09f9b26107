"""Which file `typeset` writes for each that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.target import is_same, refuse_overwriting

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read (None for standard input) and the one to write. `fault` says why it cannot be done."""

    source: Path | None
    output: Path
    fault: str = ""


def form_of(form: str | None, output: Path | None) -> str:
    """The format asked for, else that of the output's suffix, else docx."""
    if form:
        return form
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return suffix if suffix in api.TYPESET_FORMS else "docx"


def jobs_of(
    paths: Sequence[str], output: Path | None, form: str, is_in_place: bool, config: api.Config
) -> list[Job]:
    """What is read and where it goes. Raises UsageError for an output that cannot be meant."""
    if is_in_place and output is not None:
        raise click.UsageError("--in-place 是写回原件，-o 是另写一份，请只用其中一个")
    if is_in_place and STDIN not in paths:
        return _in_place(api.paths_in(map(Path, paths), config), form)
    if output is None:
        raise click.UsageError("请用 -o 给出写到哪里，如 -o 排版.docx；要写回原件用 --in-place")
    if len(paths) == 1 and not Path(paths[0]).is_dir():
        jobs = [_one(paths[0], output, form)]
    else:
        jobs = _many(paths, output, form, config)
    for job in jobs:
        refuse_overwriting(job.output, [each.source for each in jobs if each.source], False)
    return jobs


def _in_place(files: Sequence[Path], form: str) -> list[Job]:
    why = "" if form == "docx" else "写回原件时只能是 docx 格式"
    return [
        Job(
            file,
            file,
            why
            or (
                ""
                if file.suffix.lower() == ".docx"
                else "不是 .docx，不能写回原件；请用 -o 另写一份"
            ),
        )
        for file in files
    ]


def _one(path: str, output: Path, form: str) -> Job:
    source = None if path == STDIN else Path(path)
    if output.is_dir():
        return Job(source, output / f"{Path(path).stem if source else '排版'}.{form}")
    if output.suffix.lower() != f".{form}":
        forms = "、".join(f".{each}" for each in api.TYPESET_FORMS)
        raise click.UsageError(f"-o {output}：文件名应以 {forms} 结尾，并与 --format 一致")
    return Job(source, output)


def _many(paths: Sequence[str], output: Path, form: str, config: api.Config) -> list[Job]:
    if STDIN in paths:
        raise click.UsageError("读标准输入（-）时不能再给别的路径")
    if output.is_file() or output.suffix.lower().lstrip(".") in api.TYPESET_FORMS:
        raise click.UsageError(f"-o {output}：排多份时应给出文件夹")
    taken: dict[Path, Path] = {}
    jobs = []
    for root in map(Path, paths):
        for file in api.paths_in([root], config):
            if root.is_dir() and _is_made_before(file, root, output):
                continue
            inner = file.relative_to(root) if root.is_dir() else Path(file.name)
            wanted = (output / inner).with_suffix(f".{form}")
            first = taken.setdefault(wanted, file)
            clash = "" if first is file else f"与 {first} 排出的文件同名，请先改名"
            jobs.append(Job(file, wanted, clash))
    return jobs


def _is_made_before(file: Path, root: Path, output: Path) -> bool:
    """Does a file lie in the folder of results, itself inside the one that is read?"""
    results = output.resolve()
    return not is_same(root, output) and results in file.resolve().parents
