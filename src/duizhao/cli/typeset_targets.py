"""Which file `typeset` writes for each that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import STDIN
from duizhao.cli.target import is_same, refuse_overwriting


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


def refuse_contradiction(paths: Sequence[str], output: Path | None, is_in_place: bool) -> None:
    """Raises UsageError where nothing or two things say where the output goes."""
    if is_in_place and output is not None:
        raise click.UsageError("--in-place 是写回原件，-o 是另写一份，请只用其中一个")
    if output is None and not (is_in_place and STDIN not in paths):
        raise click.UsageError("请用 -o 给出写到哪里，如 -o 排版.docx；要写回原件用 --in-place")


def jobs_of(inputs: Inputs, output: Path | None, form: str, is_in_place: bool) -> list[Job]:
    """What is read and where it goes. Raises UsageError for an output that cannot be meant."""
    if is_in_place or output is None:
        return _in_place(list(inputs.files), form)
    if inputs.is_single:
        source = None if inputs.is_piped else inputs.places[0]
        jobs = [_one(source, output, form)]
    else:
        jobs = _many(inputs, output, form)
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


def _one(source: Path | None, output: Path, form: str) -> Job:
    if output.is_dir():
        return Job(source, output / f"{source.stem if source else '排版'}.{form}")
    if output.suffix.lower() != f".{form}":
        forms = "、".join(f".{each}" for each in api.TYPESET_FORMS)
        raise click.UsageError(f"-o {output}：文件名应以 {forms} 结尾，并与 --format 一致")
    return Job(source, output)


def _many(inputs: Inputs, output: Path, form: str) -> list[Job]:
    if output.is_file() or output.suffix.lower().lstrip(".") in api.TYPESET_FORMS:
        raise click.UsageError(f"-o {output}：排多份时应给出文件夹")
    taken: dict[Path, Path] = {}
    jobs = []
    for file, inner in inputs.without(
        lambda file: _is_made_before(file, inputs, output)
    ).files.items():
        wanted = (output / inner).with_suffix(f".{form}")
        first = taken.setdefault(wanted, file)
        clash = "" if first is file else f"与 {first} 排出的文件同名，请先改名"
        jobs.append(Job(file, wanted, clash))
    return jobs


def _is_made_before(file: Path, inputs: Inputs, output: Path) -> bool:
    """Does a file lie in the folder of results, itself inside a folder that is read?"""
    if any(is_same(place, output) for place in inputs.places) or file in inputs.places:
        return False
    return output.resolve() in file.resolve().parents
