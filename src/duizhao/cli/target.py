"""Where a command writes: never on top of what it read, unless that was asked for, and then with a backup.

`target` says where an output goes, `save` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.output import note


def target(source: Path, output: Path | None, is_in_place: bool, default: Path) -> Path:
    """Where the output made of `source` goes: `-o`, the input itself with `--in-place`, else `default`.

    Raises UsageError for an output on top of the input without `--in-place`, and for the two together.
    """
    if is_in_place and output is not None and not is_same(source, output):
        raise click.UsageError("--in-place 是写回原件，-o 是另写一份，请只用其中一个")
    wanted = source if is_in_place else output or default
    refuse_overwriting(wanted, (source,), is_in_place)
    return wanted


def refuse_overwriting(output: Path, inputs: Iterable[Path], is_in_place: bool) -> None:
    """Raises UsageError where `output` is one of the files that are read, by whatever name, without `--in-place`."""
    for each in inputs:
        if not is_in_place and is_same(each, output):
            raise click.UsageError(
                f"{output} 就是要读的文件，会被覆盖；请换一个文件名，或加 --in-place（会留备份）"
            )


def save(output: Path, data: bytes, inputs: Iterable[Path]) -> None:
    """Write a file whole, and say so; one of the `inputs` is kept as a backup. Raises Unwritable."""
    if any(is_same(each, output) for each in inputs):
        backup = api.write_in_place(output, data)
        note(f"已写回 {output}，原件备份为 {backup}")
    else:
        api.write_whole(output, data)
        note(f"已写入 {output}")


def is_same(one: Path, other: Path) -> bool:
    """Do two paths lead to one file? Also through links, or in another spelling of the name."""
    try:
        return one.samefile(other)
    except OSError:
        return False
