"""The results of a run of checks: the one value that every format renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from duizhao.lint import CheckedSource, Failure, Rule


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a report shows in addition to the texts.

    `failures` are the files that could not be read; `rules` are those that ran, and include every code of a finding;
    `version` is that of the program.
    """

    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""


@dataclass(frozen=True)
class Report:
    """The texts that were checked, in the order in which they are shown, and the summary of the run."""

    checked: tuple[CheckedSource, ...]
    run: RunSummary = RunSummary()

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by their code."""
        return {rule.code: rule for rule in self.run.rules}
