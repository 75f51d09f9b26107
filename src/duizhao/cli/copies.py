"""Where the copies of many files go, decided before the first is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from duizhao.cli.inputs import Inputs
from duizhao.cli.target import refuse_overwriting, target

MARK = "（审阅稿）"
SUMMARY = "审阅汇总.xlsx"


@dataclass(frozen=True, slots=True)
class Plan:
    """For each file where its copy goes; `folder` is where a summary belongs, None for a single file."""

    inputs: Inputs
    targets: dict[Path, Path]
    folder: Path | None


def planned(inputs: Inputs, output: Path | None, is_in_place: bool) -> Plan:
    """The plan for files. Raises UsageError where a copy would lie on a file that is read."""
    places = inputs.places
    if inputs.is_single:
        return Plan(inputs, {places[0]: _single(places[0], output, is_in_place)}, None)
    folder = _folder(places, output, is_in_place)
    if folder not in places:
        # Copies of an earlier run are not reviewed.
        inputs = inputs.without(lambda path: folder in path.parents)
    files = inputs.files.items()
    targets = {path: path for path, _ in files}
    if not is_in_place:
        taken: set[Path] = set()
        # A Word file keeps its name; others called alike take what is left.
        for path, inner in sorted(files, key=lambda file: file[0].suffix.lower() != ".docx"):
            targets[path] = _free(folder / inner, path, taken)
            taken.add(targets[path])
    for path in targets.values():
        refuse_overwriting(path, targets, is_in_place)
    return Plan(inputs, targets, folder)


def _single(path: Path, output: Path | None, is_in_place: bool) -> Path:
    if output is not None and output.is_dir():
        output = output / f"{path.stem}.docx"
    if not is_in_place:
        named_as_word(output)
    return target(path, output, is_in_place, path.with_name(f"{path.stem}{MARK}.docx"))


def named_as_word(output: Path | None) -> None:
    """Raises UsageError for a name by which Word would not know what it opens."""
    if output is not None and not output.is_dir() and output.suffix.lower() != ".docx":
        raise click.UsageError(f"-o {output}：审阅稿是 Word 文件，文件名请以 .docx 结尾")


def _folder(places: Sequence[Path], output: Path | None, is_in_place: bool) -> Path:
    """Where the copies of several files go."""
    first = places[0]
    if is_in_place or output is None:
        beside = first if first.is_dir() else first.parent
        # “.” has no name of its own.
        named = beside if beside.name else beside.resolve()
        return beside if is_in_place else named.with_name(f"{named.name}{MARK}")
    return output


def _free(wanted: Path, path: Path, taken: set[Path]) -> Path:
    """The name of a copy: `甲.docx`, and `甲.txt.docx` where a text and a Word file are both called 甲."""
    names = (wanted.with_suffix(".docx"), wanted.with_name(f"{path.name}.docx"))
    for name in names:
        if name not in taken:
            return name
    count = 2
    while (name := wanted.with_name(f"{path.name}（{count}）.docx")) in taken:
        count += 1
    return name
