"""The last lines of a run over several files: what was not done and why, and how many files there were."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import RunOptions
from duizhao.cli.terminal import note

CHECKED = api.TallyWords("查了", "读不了", "没有查")
REVIEWED = api.TallyWords("审了", "没有审成", "没有审")
TYPESET = api.TallyWords("排了", "没有排成", "没有排")
FIXED = api.TallyWords("改了", "没有改", "没有改")
READ = api.TallyWords("读了", "读不了", "没有读")


def note_tally(
    inputs: Inputs,
    run: RunOptions,
    words: api.TallyWords,
    done: int,
    failures: Sequence[api.Failure],
    *,
    are_reported: bool = False,
) -> None:
    """Report the files that were not done, unless the failures are reported already, and count all.

    One file alone needs no tally.
    """
    told = () if are_reported else failures
    for line in api.left_out_lines(told, inputs.passed_over, words, is_verbose=run.is_verbose):
        note(line)
    if inputs.are_several:
        note(api.tally_line(done, len(failures), inputs.passed_over, words))
