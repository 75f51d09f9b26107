"""Outcomes → the terminal or a file, in the format asked for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.output import as_bytes, is_coloured, note, put, width


class Seen:
    """Counts outcomes as they pass by, for the exit code."""

    def __init__(self) -> None:
        self.severities: Counter[api.Severity] = Counter()
        self.failures = 0

    def watch(self, outcomes: Iterable[api.Outcome]) -> Iterator[api.Outcome]:
        for outcome in outcomes:
            if isinstance(outcome, api.Failure):
                self.failures += 1
            else:
                self.severities.update(finding.severity for finding in outcome.findings)
            yield outcome

    def exit_code(self, fail_on: api.Severity) -> int:
        """0 clean, 1 a finding of this severity or a heavier one, 2 a file that could not be checked."""
        heaviest_first = list(api.Severity)
        failing = heaviest_first[: heaviest_first.index(fail_on) + 1]
        return 2 if self.failures else int(any(self.severities[each] for each in failing))


def check_format(name: str | None, output: Path | None) -> None:
    """Refuse what cannot be shown, before anything is done."""
    if _format(name, output).is_binary and output is None and sys.stdout.isatty():
        raise click.UsageError("这种格式不能显示在终端，请用 -o 给出文件名")


def show(
    outcomes: Iterable[api.Outcome],
    rules: Iterable[api.Rule],
    name: str | None,
    output: Path | None,
    colour: str,
) -> None:
    """Write the outcomes as a report. Text appears file by file; every other format waits for the last one."""
    form = _format(name, output)
    coloured = is_coloured(colour, output is not None)
    if form.name == "text" and output is None:
        for piece in api.text_pieces(outcomes, rules, colour=coloured, width=width()):
            put(piece)
        return
    report = api.report(outcomes, rules)
    text = form.render(report, colour=coloured) if form.name == "text" else form.render(report)
    if output is None:
        put(text)
        return
    api.write_whole(output, as_bytes(text))
    note(f"已写入 {output}")


def _format(name: str | None, output: Path | None) -> api.Format:
    if name is None and output is not None:
        for form in api.FORMATS.values():
            if output.suffix.lower() == form.suffix:
                return form
    return api.FORMATS[name or "text"]
