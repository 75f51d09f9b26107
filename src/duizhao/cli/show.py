"""Outcomes → the terminal or a file, in the format asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

import click

from duizhao import api
from duizhao.cli.options import OutputOptions
from duizhao.cli.output import as_bytes, is_terminal, note, put, width


class Seen:
    """Counts results as they pass by, for the exit code."""

    def __init__(self) -> None:
        self.severities: Counter[api.Severity] = Counter()
        self.failures = 0

    def watch(
        self, results: Iterable[api.Written | api.Failure]
    ) -> Iterator[api.Written | api.Failure]:
        for result in results:
            if isinstance(result, api.Failure):
                self.failures += 1
            else:
                self.severities += result.tally.severities
            yield result

    def exit_code(self, fail_on: api.Severity) -> int:
        """0 clean, 1 a finding of this severity or a heavier one, 2 a file that could not be checked."""
        heaviest_first = list(api.Severity)
        failing = heaviest_first[: heaviest_first.index(fail_on) + 1]
        return 2 if self.failures else int(any(self.severities[each] for each in failing))


class Form(Protocol):
    """What is asked of a format: its name, the suffix of its files, whether it is bytes."""

    @property
    def name(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def is_binary(self) -> bool: ...


F = TypeVar("F", bound=Form)


def chosen(formats: Mapping[str, F], out: OutputOptions) -> F:
    """The format asked for, by name or by the output's suffix, else text. Raises UsageError."""
    form = formats.get(out.form or _by_suffix(formats, out.output) or "text")
    if form is None:
        raise click.UsageError(f"选项 --format 的值不对，可用：{'、'.join(formats)}")
    if form.is_binary and out.output is None and is_terminal():
        raise click.UsageError("这种格式不能显示在终端，请用 -o 给出文件名")
    return form


def _by_suffix(formats: Mapping[str, F], output: Path | None) -> str | None:
    suffix = output.suffix.lower() if output else None
    return next((form.name for form in formats.values() if form.suffix == suffix), None)


def text_writer(out: OutputOptions) -> api.TextWriter:
    """How text is to be written: what the terminal takes, and plain in a file."""
    return api.TextWriter(out.is_coloured, width())


def show_text(
    writer: api.TextWriter, written: Iterable[api.Written | api.Failure], output: Path | None
) -> None:
    """Put text on the terminal file by file as it comes in, or all of it into a file."""
    pieces = writer.pieces(written)
    if output is None:
        for piece in pieces:
            put(piece)
    else:
        save("".join(pieces), output)


def show(
    writer: api.Writer,
    written: Iterable[api.Written | api.Failure],
    checker: api.Checker,
    output: Path | None,
) -> None:
    """Write a report in a format that waits for the last file."""
    text = writer.whole(checker, written)
    if output is None:
        put(text)
    else:
        save(text, output)


def save(text: str | bytes, output: Path) -> None:
    """Write a report into its file and say so."""
    api.write_whole(output, as_bytes(text))
    note(f"已写入 {output}")
