"""Where a command writes: never over a file that it reads, except with `--in-place`, which keeps a backup.

`plan_outputs` decides on a file for each that is read, before anything is written; `save` writes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import OutputOptions
from duizhao.cli.terminal import as_bytes, is_terminal, note, put
from duizhao.files.format import AnyFormat, choose_format

WORD = ".docx"


@dataclass(frozen=True, slots=True)
class OutputPlan:
    """For each file that is read the one to write; `folder` is where results of several files go, None for one file."""

    inputs: Inputs
    targets: Mapping[Path, Path]
    folder: Path | None = None


def plan_outputs(
    inputs: Inputs,
    output: Path | None,
    suffix: str,
    *,
    default: Path | None = None,
    is_in_place: bool = False,
    piped_stem: str = "标准输入",
) -> OutputPlan:
    """Where the results of files go, with this suffix: `output`, the files themselves, or `default`.

    `output` and `default` are a file where one document is read by name, else a folder; results keep their places in
    it, and no two have one name. Raises UsageError for an output that cannot be meant, or is a file that is read.
    """
    refuse_two_places(inputs, output, is_in_place)
    if is_in_place:
        first = inputs.places[0]
        folder = first if first.is_dir() else first.parent
        targets = {file: file for file in inputs.files}
        return OutputPlan(inputs, targets, None if inputs.is_single else folder)
    wanted = output or default
    if wanted is None:
        raise click.UsageError(f"请用 -o 给出写到哪里，如 -o 结果{suffix}；要写回原件用 --in-place")
    if inputs.is_single:
        file = next(iter(inputs.files), Path(piped_stem))
        target = one_output(wanted, suffix, file.stem)
        refuse_overwriting([target], [file])
        return OutputPlan(inputs, {file: target})
    if wanted.is_file() or wanted.suffix.lower() == suffix:
        raise click.UsageError(f"-o {wanted}：有多份材料时应给出文件夹")
    inputs = inputs.without(lambda file: _earlier_result(file, inputs, wanted))
    targets = dict(_in_folder(inputs.files, wanted, suffix))
    refuse_overwriting(targets.values(), inputs.files)
    return OutputPlan(inputs, targets, wanted)


def one_output(output: Path, suffix: str, stem: str) -> Path:
    """The file for one document: `output`, or a file named `stem` in that folder. Raises UsageError."""
    if output.is_dir():
        return output / f"{stem}{suffix}"
    if output.suffix.lower() != suffix:
        raise click.UsageError(f"-o {output}：文件名请以 {suffix} 结尾")
    return output


def refuse_two_places(inputs: Inputs, output: Path | None, is_in_place: bool) -> None:
    """Raises UsageError where `--in-place` and `--output` name two places."""
    if not is_in_place:
        return
    if inputs.is_piped:
        raise click.UsageError("标准输入不能写回，请用 -o 给出写到哪里")
    is_itself = inputs.is_single and output is not None and is_same(output, inputs.places[0])
    if output is not None and not is_itself:
        raise click.UsageError("--in-place 是写回原件，-o 是另写一份，请只用其中一个")


def _in_folder(
    files: Mapping[Path, Path], folder: Path, suffix: str
) -> Iterator[tuple[Path, Path]]:
    """A target for each file, in the order of the files."""
    taken: dict[Path, Path] = {}
    # A Word file keeps its name; other files of the same name get the next free one.
    for file in sorted(files, key=lambda file: file.suffix.lower() != WORD):
        target = _free_name(folder / files[file], suffix, taken)
        taken[target] = file
    targets = {file: target for target, file in taken.items()}
    for file in files:
        yield file, targets[file]


def _free_name(wanted: Path, suffix: str, taken: Mapping[Path, Path]) -> Path:
    """`甲.docx`, `甲.txt.docx` if a text and a Word file are both named 甲, then `甲.txt（2）.docx`."""
    for name in (wanted.with_suffix(suffix), wanted.with_name(f"{wanted.name}{suffix}")):
        if name not in taken:
            return name
    count = 2
    while (name := wanted.with_name(f"{wanted.name}（{count}）{suffix}")) in taken:
        count += 1
    return name


def _earlier_result(file: Path, inputs: Inputs, folder: Path) -> api.PassedOver | None:
    """A file that lies in the folder of results, itself inside a folder that is read; None for any other."""
    if file in inputs.places or any(is_same(place, folder) for place in inputs.places):
        return None
    if folder.resolve() not in file.resolve().parents:
        return None
    return api.PassedOver.ours(file, "结果")


def refuse_overwriting(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raises UsageError where an output is one of the files that are read, by whatever name."""
    read = {identity for each in inputs if (identity := _identity(each))}
    for output in outputs:
        if _identity(output) in read:
            raise click.UsageError(
                f"{output} 就是要读的文件，会被覆盖；请换一个文件名，或加 --in-place（会留备份）"
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """A key that all paths to one file share; None if there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_same(one: Path, other: Path) -> bool:
    """Do two paths lead to one file, also through links or in another spelling of the name?"""
    return _identity(one) is not None and _identity(one) == _identity(other)


def save(output: Path, data: str | bytes, replaced: Sequence[Path] = ()) -> None:
    """Write a file whole, and report it; a backup is kept if it is one of `replaced`. Raises Unwritable."""
    if any(is_same(each, output) for each in replaced):
        backup = api.write_in_place(output, as_bytes(data))
        note(f"已写回 {output}，原件备份为 {backup}")
    else:
        api.write_whole(output, as_bytes(data))
        note(f"已写入 {output}")


def write_out(data: str | bytes, output: Path | None) -> None:
    """Write onto the terminal, or whole into a file."""
    if output is None:
        put(data)
    else:
        save(output, data)


def chosen(formats: Mapping[str, AnyFormat], out: OutputOptions) -> AnyFormat:
    """The format by its name or by the suffix of the output, else text. Raises UsageError."""
    form = choose_format(formats, out.form, out.output)
    if form is None:
        raise click.UsageError(f"选项 --format 的值不对，可用：{'、'.join(formats)}")
    if form.is_binary and out.output is None and is_terminal():
        raise click.UsageError("这种格式不能显示在终端，请用 -o 给出文件名")
    return form
