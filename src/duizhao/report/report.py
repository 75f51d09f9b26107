"""The results of a run of checks: the one value that every format renders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from duizhao.lint import CheckedSource, Failure, Rule
from duizhao.read import PassedOver
from duizhao.text.value import value


@value
class RunSummary:
    """What a report shows in addition to the texts.

    `failures` are the files that could not be read; `rules` are those that ran, and include every code of a finding;
    `version` is that of the program; `passed_over` are the files of folders that were not read.
    """

    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""
    passed_over: tuple[PassedOver, ...] = ()


@value
class Report:
    """The texts that were checked, in the order in which they are shown, and the summary of the run."""

    checked: tuple[CheckedSource, ...]
    run: RunSummary = RunSummary()

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by their code."""
        return {rule.code: rule for rule in self.run.rules}
