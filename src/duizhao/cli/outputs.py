"""Where a command writes: decided and asked before any work is done, never over a file that it reads.

`plan_outputs` decides on a file for each that is read, `ready` asks for the others; `save` writes one and reports it.
`--in-place` writes over what was read, and keeps a backup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import OutputOptions
from duizhao.cli.terminal import is_terminal, note, put
from duizhao.files.format import AnyFormat, choose_format
from duizhao.operating_system import real_path

WORD = ".docx"
OR_IN_PLACE = "，要写回原件用 --in-place（留备份）"
WRITTEN_BY = ("output", "write_baseline")
"""The parameters of commands that name a file to write; every other path is read."""


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
    mark: str = "",
    config: api.Config | None = None,
) -> OutputPlan:
    """Where the results of files go, with this suffix: `output`, the files themselves, or `default`.

    `output` and `default` are a file where one document is read by name, else a folder; results keep their places in
    it, with `mark` behind their names, and no two have one name. Raises UsageError for an output that cannot be meant,
    Unwritable for one that is read or cannot be written.
    """
    refuse_two_places(inputs, output, is_in_place)
    plan = _planned(inputs, output or default, suffix, is_in_place, piped_stem, mark)
    if is_in_place:
        api.refuse_unwritable(plan.targets.values())
    else:
        ready(plan.targets.values(), plan.inputs.files, config, OR_IN_PLACE, makes_folders=True)
    return plan


def _planned(
    inputs: Inputs, wanted: Path | None, suffix: str, is_in_place: bool, piped_stem: str, mark: str
) -> OutputPlan:
    if is_in_place:
        first = inputs.places[0]
        folder = first if first.is_dir() else first.parent
        targets = {file: file for file in inputs.files}
        return OutputPlan(inputs, targets, None if inputs.is_single else folder)
    if wanted is None:
        raise click.UsageError(f"请用 -o 给出写到哪里，如 -o 结果{suffix}；要写回原件用 --in-place")
    if inputs.is_single:
        file = next(iter(inputs.files), Path(piped_stem))
        return OutputPlan(inputs, {file: one_output(wanted, suffix, f"{file.stem}{mark}")})
    if wanted.is_file() or wanted.suffix.lower() == suffix:
        raise click.UsageError(f"-o {wanted}：有多份材料时应给出文件夹")
    if not wanted.is_dir() and _is_of_file(wanted.suffix):
        api.refuse_suffix(wanted, (suffix,))
    inputs = inputs.without(lambda file: _earlier_result(file, inputs, wanted))
    return OutputPlan(inputs, dict(_in_folder(inputs.files, wanted, suffix, mark)), wanted)


def _is_of_file(suffix: str) -> bool:
    """Is it the suffix of a file? A folder may be named 审阅.2024."""
    return suffix.isascii() and suffix[1:].isalpha() and len(suffix) <= len(".sarif")


def default_beside(inputs: Inputs, mark: str, suffix: str) -> Path:
    """Where results go without `--output`: next to the file, or next to the folder, with `mark` behind its name."""
    first = inputs.places[0]
    if inputs.is_single:
        return first.with_name(f"{first.stem}{mark}{suffix}")
    beside = first if first.is_dir() else first.parent
    # “.” has no name of its own.
    named = beside if beside.name else beside.resolve()
    return named.with_name(f"{named.name}{mark}")


def one_output(output: Path, suffix: str, stem: str) -> Path:
    """The file for one document: `output`, or a file named `stem` in that folder. Raises Unwritable."""
    if output.is_dir():
        return output / f"{stem}{suffix}"
    api.refuse_suffix(output, (suffix,))
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
    files: Mapping[Path, Path], folder: Path, suffix: str, mark: str
) -> Iterator[tuple[Path, Path]]:
    """A target for each file, in the order of the files."""
    taken: dict[Path, Path] = {}
    # A Word file keeps its name; other files of the same name get the next free one.
    for file in sorted(files, key=lambda file: file.suffix.lower() != WORD):
        target = _free_name(folder / files[file], f"{mark}{suffix}", taken)
        taken[target] = file
    targets = {file: target for target, file in taken.items()}
    for file in files:
        yield file, targets[file]


def _free_name(wanted: Path, ending: str, taken: Mapping[Path, Path]) -> Path:
    """`甲.docx`, `甲.txt.docx` if a text and a Word file are both named 甲, then `甲.txt（2）.docx`."""
    for name in (f"{wanted.stem}{ending}", f"{wanted.name}{ending}"):
        if (target := wanted.with_name(name)) not in taken:
            return target
    count = 2
    while (target := wanted.with_name(f"{wanted.name}（{count}）{ending}")) in taken:
        count += 1
    return target


def _earlier_result(file: Path, inputs: Inputs, folder: Path) -> api.PassedOver | None:
    """A file that lies in the folder of results, itself inside a folder that is read; None for any other."""
    if file in inputs.places or any(is_same(place, folder) for place in inputs.places):
        return None
    if real_path(folder) not in real_path(file).parents:
        return None
    return api.PassedOver.ours(file, "结果")


def ready(
    outputs: Iterable[Path | None],
    inputs: Iterable[Path],
    config: api.Config | None = None,
    advice: str = "",
    *,
    makes_folders: bool = False,
) -> None:
    """Raises Unwritable, before any work, where an output is a file that is read, or could not be written."""
    places = [each for each in outputs if each is not None]
    api.refuse_inputs(places, (*inputs, *_read_by_call(), *_read_for(config)), advice)
    api.refuse_unwritable(places, makes_folders=makes_folders)


def _read_by_call() -> Iterator[Path]:
    """The paths that options of this call name to be read: a configuration, a layout, a list of phrases."""
    context = click.get_current_context(silent=True)
    given = context.params if context else {}
    # A baseline that is written anew is not read.
    passed_over = {*WRITTEN_BY, "baseline"} if given.get("write_baseline") else {*WRITTEN_BY}
    for name, value in given.items():
        if name not in passed_over:
            each = value if isinstance(value, tuple) else (value,)
            yield from (path for path in each if isinstance(path, Path))


def _read_for(config: api.Config | None) -> Iterator[Path]:
    """The files that a configuration names."""
    if config is not None:
        named = (config.baseline, config.layout, *config.screen.phrases, *config.screen.documents)
        yield from (path for path in named if path is not None)


def without_own(inputs: Inputs, output: Path | None, kind: api.OutputKind) -> Inputs:
    """The inputs without an output of ours of this kind that stands where the new one goes."""
    if output is None or inputs.is_piped:
        return inputs

    def own(file: Path) -> api.PassedOver | None:
        if file in inputs.places or not is_same(file, output):
            return None
        mark = api.read_mark(file)
        return api.PassedOver.ours(file, kind.value) if mark and mark.kind is kind else None

    return inputs.without(own)


def is_same(one: Path, other: Path) -> bool:
    """Do two paths lead to one file, also through links or in another spelling of the name?"""
    identity = api.file_identity(one)
    return identity is not None and identity == api.file_identity(other)


def save(
    output: Path, data: str | bytes, kind: api.OutputKind, *, makes_folders: bool = False
) -> None:
    """Write a result, and report it with the backup of what stood there. Raises Unwritable."""
    report(api.write_output(output, data, kind, makes_folders=makes_folders))


def save_original(output: Path, data: bytes) -> None:
    """Write a document back into its file, and report the backup. Raises Unwritable."""
    report(api.write_original(output, data), is_original=True)


def report(written: api.WrittenFile, *, is_original: bool = False) -> None:
    """Report a file that was written, and where what stood there is kept."""
    if is_original:
        note(f"已写回 {written.path}，原件备份为 {written.backup}")
    else:
        note(f"已写入 {written.path}{kept(written.backup)}")


def kept(backup: Path | None) -> str:
    """The rest of a line about a file that was written: where the one that stood there is now."""
    return f"；原来的文件留作 {backup}" if backup else ""


def write_out(data: str | bytes, output: Path | None, kind: api.OutputKind) -> None:
    """Write onto the terminal, or whole into a file."""
    if output is None:
        put(data)
    else:
        save(output, data, kind)


def chosen(formats: Mapping[str, AnyFormat], out: OutputOptions) -> AnyFormat:
    """The format by its name or by the suffix of the output, else text. Raises UsageError, Unwritable."""
    form = choose_format(formats, out.form, out.output)
    if form is None:
        raise click.UsageError(f"选项 --format 的值不对，可用：{'、'.join(formats)}")
    if form.is_binary and out.output is None and is_terminal():
        raise click.UsageError("这种格式不能显示在终端，请用 -o 给出文件名")
    return form
